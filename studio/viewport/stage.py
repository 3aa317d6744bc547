"""The avatar inside a widget's OpenGL context."""

from dataclasses import replace

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.skinning import perform
from pipeline.motion.motion import Motion
from pipeline.render import gl
from pipeline.render.camera import Camera
from pipeline.render.scene import Canvas, Scene

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

    def draw(self, moment: Motion, camera: Camera, canvas: Canvas) -> None:
        """Draw a motion of one frame; the same one again is not posed again."""
        gl.GL.glDisable(gl.GL.GL_SCISSOR_TEST)  # QPainter leaves both as it likes
        gl.GL.glDisable(gl.GL.GL_STENCIL_TEST)
        if moment is not self._posed:
            self._pose(moment)
            self._posed = moment
        self._scene.draw(camera, canvas)

    def delete(self) -> None:
        """Free everything on the graphics card."""
        self._scene.delete()

    def _pose(self, moment: Motion) -> None:
        """Pose the scene; the body takes its shape once, not in every frame."""
        if not np.array_equal(moment.shape, self._shape):
            self._shape = moment.shape
            self._shaped = self._body.shaped(moment.shape) if self._body.native else self._body
        self._scene.pose(perform(self._shaped, replace(moment, shape=self._shape[:0])), 0)
