"""The avatar in the OpenGL context of the viewport's thread."""

from collections.abc import Sequence
from dataclasses import replace
from time import perf_counter

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.skinning import Performance, perform
from pipeline.motion.motion import Motion
from pipeline.render import gl
from pipeline.render.camera import Camera
from pipeline.render.ghost import Ghost
from pipeline.render.gl import GL
from pipeline.render.look import Look
from pipeline.render.scene import Canvas, Scene
from pipeline.render.target import Target
from studio.viewport.haste import next_level
from studio.viewport.onion import Skin

SOFTWARE = ("llvmpipe", "softpipe", "swiftshader", "gdi generic", "software rasterizer")


class Stage:
    """A scene that is posed only when something moved. Needs a current OpenGL 3.3 core context.

    Importing this module imports PyOpenGL: done after the window is on the screen.
    """

    def __init__(self, body: BodyModel) -> None:
        self.renderer = gl.renderer()
        self.is_software = any(name in self.renderer.lower() for name in SOFTWARE)
        self._body = self._shaped = body
        self._shape = np.zeros(0, np.float32)
        self._scene = Scene(body)
        self._posed: Motion | None = None
        self._skins: Sequence[Skin] = ()
        self._ghosts: list[Ghost] = []
        self._level = 1.0
        self._small: Target | None = None

    def dress(self, look: Look) -> None:
        """Show the avatar in other lights and colours."""
        self._scene.dress(look)
        self._posed = None

    def draw(
        self,
        moment: Motion,
        shots: Sequence[Camera],
        canvas: Canvas,
        hurried: bool = False,
        skins: Sequence[Skin] = (),
    ) -> None:
        """Draw a motion of one frame as each camera sees it, side by side; it is posed once.

        `hurried`, a software renderer leaves edges rough and details and ghosts out to keep up with the time.
        """
        started = perf_counter()
        if moment is not self._posed:
            self._pose(moment)
            self._posed = moment
        if hurried and self.is_software:
            self._draw(shots, replace(canvas, samples=0), self._level, [])
            gl.wait()
            self._level = next_level(self._level, perf_counter() - started)
        else:
            self._draw(shots, canvas, 1.0, self._ghosts_of(skins))

    def delete(self) -> None:
        """Free everything on the graphics card."""
        self._scene.delete()
        if self._small is not None:
            self._small.delete()

    def _draw(self, shots: Sequence[Camera], canvas: Canvas, level: float, ghosts: Sequence[Ghost]) -> None:
        """Draw every shot into its share of the width, at `level` times the size it is shown in."""
        if level == 1.0 and len(shots) == 1:
            self._scene.draw(shots[0], canvas, ghosts)
            return
        width = canvas.width // len(shots)
        small = self._small_target(round(width * level), round(canvas.height * level))
        pane = replace(canvas, width=small.width, height=small.height, framebuffer=small.framebuffer)
        for place, camera in enumerate(shots):
            self._scene.draw(camera, pane, ghosts)
            _enlarge(small, canvas, place * width, width)

    def _small_target(self, width: int, height: int) -> Target:
        if self._small is not None and (self._small.width, self._small.height) != (width, height):
            self._small.delete()
            self._small = None
        if self._small is None:
            self._small = Target(width, height)
        return self._small

    def _pose(self, moment: Motion) -> None:
        """Pose the scene; the body takes its shape once, not in every frame."""
        if not np.array_equal(moment.shape, self._shape):
            self._shape = moment.shape
            self._shaped = self._body.in_shape_of(moment)
        self._scene.pose(self._perform(moment), 0)

    def _perform(self, moment: Motion) -> Performance:
        return perform(self._shaped, replace(moment, shape=self._shape[:0]))

    def _ghosts_of(self, skins: Sequence[Skin]) -> list[Ghost]:
        """The poses of ghosts, worked out once while they stay the same."""
        if skins is not self._skins:
            self._skins = skins
            performed = [(skin, self._perform(skin.moment)) for skin in skins]
            self._ghosts = [
                Ghost(found.transforms[0], found.coefficients[0], skin.strength, skin.later)
                for skin, found in performed
            ]
        return self._ghosts


def _enlarge(small: Target, canvas: Canvas, left: int, width: int) -> None:
    """Copy a small picture over the `width` columns of the canvas that begin at `left`."""
    GL.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, small.framebuffer)
    GL.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, canvas.framebuffer)
    areas = (0, 0, small.width, small.height, left, 0, left + width, canvas.height)
    GL.glBlitFramebuffer(*areas, GL.GL_COLOR_BUFFER_BIT, GL.GL_LINEAR)
    GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, canvas.framebuffer)
