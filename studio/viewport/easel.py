"""Draws pictures in an OpenGL context of its own, away from the window."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext

from pipeline.errors import BadInput
from studio.language import mark, tr
from studio.viewport.poses import Poses
from studio.viewport.surface import begun, spare_context
from studio.viewport.wanted import Drawn, Wanted

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.render.look import Look
    from pipeline.render.target import Target
    from studio.viewport.stage import Stage

SAMPLES = 4
NO_OPENGL = mark(
    "The avatar needs OpenGL 3.3, which this computer does not offer here: update the graphics driver "
    "and start again. Text, signs, timeline and export work without this view."
)


class Easel:
    """A context, the scene in it and the canvas; all but the constructor and `provide` is of one thread."""

    def __init__(self, surface: QOffscreenSurface) -> None:
        self.stage: Stage | None = None
        self._surface = surface
        self._context: QOpenGLContext | None = None
        self._spare: QOpenGLContext | None = None
        self._body: BodyModel | None = None
        self._look: Look | None = None
        self._target: Target | None = None
        self._poses = Poses()
        self.provide()

    def provide(self) -> None:
        """Have a context for when there is none; the thread of the window calls it for each wish."""
        if self._spare is None:
            self._spare = spare_context()

    @property
    def is_ready(self) -> bool:
        """Whether the context is there and has not been lost."""
        return self._context is not None and self._context.makeCurrent(self._surface)

    def prepare(self, body: "BodyModel") -> bool:
        """Bring a body to the graphics card; returns whether that was needed. Raises BadInput.

        The first time it imports PyOpenGL. What a lost context held is built anew.
        """
        if not self.is_ready:
            self._forget()
            self._context = self._new_context()
        if self.stage is not None and self._body is body:
            return False
        from studio.viewport.stage import Stage

        if self.stage is not None:
            self.stage.delete()
            self.stage = None
        self.stage, self._body, self._look = Stage(body), body, None
        return True

    def draw(self, wanted: Wanted) -> Drawn:
        """Draw a picture of the body that is prepared, and wait for it."""
        from pipeline.render.scene import Canvas

        assert self.stage is not None
        if wanted.look is not self._look:
            self.stage.dress(wanted.look)
            self._look = wanted.look
        target = self._target_of(*wanted.size)
        canvas = Canvas(*wanted.size, target.framebuffer, SAMPLES, wanted.backdrop)
        frame, skins = self._poses.frame(wanted), self._poses.skins(wanted)
        self.stage.draw(frame, wanted.shots, canvas, wanted.hurried, skins)
        return Drawn(wanted, _image_of(target), frame, skins, self._poses.trail(wanted))

    def clear(self) -> None:
        """Free everything on the graphics card, and the context."""
        if self.is_ready:
            for part in (self.stage, self._target):
                if part is not None:
                    part.delete()
        self._forget()

    def _forget(self) -> None:
        self.stage = self._target = self._body = None
        if self._context is not None:
            self._context.doneCurrent()
            self._context = None

    def _new_context(self) -> QOpenGLContext:
        context, self._spare = self._spare, None
        if context is None or not begun(context, self._surface) or context.format().version() < (3, 3):
            raise BadInput(tr(NO_OPENGL))
        return context

    def _target_of(self, width: int, height: int) -> "Target":
        from pipeline.render.target import Target

        if self._target is not None and (self._target.width, self._target.height) != (width, height):
            self._target.delete()
            self._target = None
        if self._target is None:
            self._target = Target(width, height)
        return self._target


def _image_of(target: "Target") -> QImage:
    image = QImage(target.width, target.height, QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.bits(), np.uint8).reshape(target.height, target.width, 4)
    target.read_into(pixels)
    return image
