"""The floor: a pool of light around the signer's feet and a soft shadow in it, over any background."""

import numpy as np
from numpy.typing import NDArray

from pipeline.render import gl
from pipeline.render.avatar import Avatar
from pipeline.render.background import Background
from pipeline.render.camera import Matrix
from pipeline.render.gl import GL

Floats = NDArray[np.float32]

SIZE = 256
"""Texels of the shadow, each about a centimetre; it is blurred anyway."""
REACH = 1.4
"""Metres from the feet to the edge of the floor, where it has faded away."""
BELOW = 0.002
"""Metres that the floor lies below the soles, so that neither shows through the other."""
STEEP = 1.6
"""Height of the light over its distance: steeper than any lamp, so that the shadow stays by the feet."""
POOL = 0.10
"""What the light adds to the middle of the floor; pictures and plain colours stay as they are."""
_TEXEL = 2 * REACH / SIZE
_CAST = {"CONTACT": 0.10}
_BLUR = {"NARROW": 0.018 / _TEXEL, "WIDE": 0.065 / _TEXEL}
_DRAWN = {"TOUCHED": 0.55, "SHADED": 0.42}
_UNIT = 0


class Ground:
    """Casts the shadow of a posed avatar on the floor and draws both; needs a current context."""

    def __init__(self) -> None:
        self._cast = gl.Program("ground_cast.vert", "ground_cast.frag", _CAST)
        self._blur = gl.Program("background.vert", "ground_blur.frag", _BLUR)
        self._drawn = gl.Program("ground.vert", "ground.frag", _DRAWN)
        self._vertices = int(GL.glGenVertexArrays(1))
        self._textures = [gl.blank(SIZE, SIZE, GL.GL_RG8, GL.GL_RG) for _ in range(2)]
        self._framebuffers = [int(name) for name in GL.glGenFramebuffers(2)]
        for framebuffer, texture in zip(self._framebuffers, self._textures, strict=True):
            GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, framebuffer)
            GL.glFramebufferTexture2D(
                GL.GL_FRAMEBUFFER, GL.GL_COLOR_ATTACHMENT0, GL.GL_TEXTURE_2D, texture, 0
            )

    def cast(self, avatar: Avatar, feet: Floats, key: Floats) -> None:
        """Lay the shadow of the posed avatar around `feet`, (3,), from the side that the key light is on."""
        towards = np.array([key[0], STEEP * np.hypot(key[0], key[2]), key[2]], np.float32)
        GL.glViewport(0, 0, SIZE, SIZE)
        GL.glDisable(GL.GL_DEPTH_TEST)
        GL.glDisable(GL.GL_CULL_FACE)
        self._into(0)
        GL.glEnable(GL.GL_BLEND)
        GL.glBlendEquation(GL.GL_MAX)
        self._cast.use(floor_at=_place(feet), towards=towards)
        avatar.draw_solid()
        GL.glBlendEquation(GL.GL_FUNC_ADD)
        GL.glDisable(GL.GL_BLEND)
        GL.glBindVertexArray(self._vertices)
        for source, along in ((0, (1.0, 0.0, 0.0)), (1, (0.0, 1.0, 0.0))):
            self._into(1 - source)
            gl.bind_texture(_UNIT, self._textures[source])
            self._blur.use(shade=_UNIT, along=np.array(along) / SIZE)
            GL.glDrawArrays(GL.GL_TRIANGLES, 0, 3)

    def draw(self, feet: Floats, seen: Matrix, background: Background) -> None:
        """Draw the floor as a camera sees it, behind whatever stands on it."""
        lit = not background.transparent and background.middle != background.edge
        pool = POOL if lit and not background.pictures else 0.0
        GL.glDisable(GL.GL_CULL_FACE)
        GL.glDepthMask(False)
        GL.glEnable(GL.GL_BLEND)
        GL.glBlendFunc(GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA)
        gl.bind_texture(_UNIT, self._textures[0])
        GL.glBindVertexArray(self._vertices)
        self._drawn.use(camera=seen, floor_at=_place(feet), shade=_UNIT, pool=(pool, pool, pool))
        GL.glDrawArrays(GL.GL_TRIANGLE_STRIP, 0, 4)
        GL.glDisable(GL.GL_BLEND)
        GL.glDepthMask(True)

    def delete(self) -> None:
        """Free it."""
        for program in (self._cast, self._blur, self._drawn):
            program.delete()
        GL.glDeleteTextures(self._textures)
        GL.glDeleteFramebuffers(2, self._framebuffers)
        GL.glDeleteVertexArrays(1, [self._vertices])

    def _into(self, place: int) -> None:
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, self._framebuffers[place])
        GL.glClearColor(0, 0, 0, 0)
        GL.glClear(GL.GL_COLOR_BUFFER_BIT)


def is_seen(feet: Floats, eye: Floats, seen: Matrix) -> bool:
    """Whether any of the floor may be in a picture: its edge is looked at in steps, and its middle."""
    if eye[1] <= feet[1]:
        return False
    turns = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    rings = [
        np.stack([share * REACH * np.cos(turns), 0 * turns, share * REACH * np.sin(turns)], 1)
        for share in (0.0, 0.4, 0.8)
    ]
    points = np.concatenate(rings) + feet
    clip = points @ seen[:, :3].T + seen[:, 3]
    inside = (np.abs(clip[:, :2]) <= clip[:, 3:]).all(1) & (clip[:, 3] > 0)
    return bool(inside.any())


def _place(feet: Floats) -> Floats:
    return np.array([feet[0], feet[1] - BELOW, feet[2], REACH], np.float32)
