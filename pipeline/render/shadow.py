"""The shadow the key light casts: a depth map of the signing space from the light."""

import numpy as np
from numpy.typing import NDArray

from pipeline.render import gl
from pipeline.render.avatar import Avatar
from pipeline.render.camera import Matrix, look_at
from pipeline.render.gl import GL

SIZE = 1024
REACH = 1.0
"""Metres from the centre to the edges of the map: head, arms and thighs are inside."""
DEPTH = 6.0
LIFT = 0.0012
"""Metres by which a surface is lifted towards the light before it is compared."""
BLUR = 0.008
"""Radius of the soft edge, in metres."""
DEFINES = {"SHADOW_LIFT": LIFT, "SHADOW_BLUR": BLUR / (2 * REACH)}


class ShadowMap:
    """A depth texture that is compared where it is read; needs a current context."""

    def __init__(self) -> None:
        self._program = gl.Program("shadow.vert", "empty.frag")
        self.texture = _depth_texture()
        self._framebuffer = int(GL.glGenFramebuffers(1))
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, self._framebuffer)
        GL.glFramebufferTexture2D(
            GL.GL_FRAMEBUFFER, GL.GL_DEPTH_ATTACHMENT, GL.GL_TEXTURE_2D, self.texture, 0
        )
        GL.glDrawBuffer(GL.GL_NONE)
        GL.glReadBuffer(GL.GL_NONE)

    def bind(self) -> None:
        """Direct drawing to the map; without a screen, it is the one framebuffer sure to be there."""
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, self._framebuffer)

    def draw(self, avatar: Avatar, light: Matrix) -> None:
        """Fill the map with the posed avatar as `light` sees it."""
        self.bind()
        GL.glViewport(0, 0, SIZE, SIZE)
        GL.glEnable(GL.GL_DEPTH_TEST)
        GL.glDepthFunc(GL.GL_LESS)
        GL.glDepthMask(True)
        GL.glDisable(GL.GL_CULL_FACE)
        GL.glClear(GL.GL_DEPTH_BUFFER_BIT)
        GL.glEnable(GL.GL_POLYGON_OFFSET_FILL)
        GL.glPolygonOffset(1.5, 2.0)
        self._program.use(light=light)
        avatar.draw_solid()
        GL.glDisable(GL.GL_POLYGON_OFFSET_FILL)

    def delete(self) -> None:
        """Free it."""
        self._program.delete()
        GL.glDeleteTextures([self.texture])
        GL.glDeleteFramebuffers(1, [self._framebuffer])


def light_matrix(towards: NDArray[np.float32], centre: NDArray[np.float32]) -> Matrix:
    """World to clip space of a parallel light from direction `towards` around `centre`.

    The centre moves in whole texels, so that edges of shadows do not crawl when the signer walks.
    """
    turn = look_at(towards.astype(np.float32), np.zeros(3, np.float32))[:3, :3]
    texel = 2 * REACH / SIZE
    seen = turn @ centre
    seen[:2] = np.round(seen[:2] / texel) * texel
    scale = np.array([1 / REACH, 1 / REACH, -2 / DEPTH], np.float32)
    result = np.eye(4, dtype=np.float32)
    result[:3, :3] = scale[:, None] * turn
    result[:3, 3] = -scale * seen
    return result


def _depth_texture() -> int:
    texture = int(GL.glGenTextures(1))
    GL.glBindTexture(GL.GL_TEXTURE_2D, texture)
    GL.glTexImage2D(
        GL.GL_TEXTURE_2D, 0, GL.GL_DEPTH_COMPONENT24, SIZE, SIZE, 0,
        GL.GL_DEPTH_COMPONENT, GL.GL_UNSIGNED_INT, None,
    )  # fmt: skip
    for parameter, value in (
        (GL.GL_TEXTURE_MIN_FILTER, GL.GL_LINEAR),
        (GL.GL_TEXTURE_MAG_FILTER, GL.GL_LINEAR),
        (GL.GL_TEXTURE_WRAP_S, GL.GL_CLAMP_TO_EDGE),
        (GL.GL_TEXTURE_WRAP_T, GL.GL_CLAMP_TO_EDGE),
        (GL.GL_TEXTURE_COMPARE_MODE, GL.GL_COMPARE_REF_TO_TEXTURE),
        (GL.GL_TEXTURE_COMPARE_FUNC, GL.GL_LEQUAL),
    ):
        GL.glTexParameteri(GL.GL_TEXTURE_2D, parameter, value)
    return texture
