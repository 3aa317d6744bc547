"""The mouse on the viewport: drags orbit and pan, the wheel comes closer, presets are flown to."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from pipeline.render import camera as cameras
from pipeline.render.camera import FRONT, Camera
from studio.viewport.flight import Flight

TURN = 0.4
"""Degrees per pixel of an orbiting drag."""
STEP = 1.12
"""How many times closer a notch of the wheel comes."""


class Navigation(QObject):
    """Moves a camera as the mouse on a widget says."""

    moved = Signal(object)  # Camera
    released = Signal()  # the button

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.camera = FRONT
        self._widget = widget
        self._press: tuple[QPointF, bool] | None = None  # where the pointer was last, and whether it pans
        self._flight = Flight(self)
        self._flight.moved.connect(self.moved)

    @property
    def is_moving(self) -> bool:
        """Whether a drag or a flight is under way."""
        return self._press is not None or self._flight.is_flying

    def fly(self, goal: Camera) -> None:
        """Move to another place in a short flight."""
        self._flight.start(self.camera, goal)

    def press(self, event: QMouseEvent) -> None:
        """Begin to orbit, or to pan with the middle button or Shift."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._press = event.position(), shifted or event.button() == Qt.MouseButton.MiddleButton
        self._flight.stop()
        self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._press is None:
            return
        last, pans = self._press
        step = event.position() - last
        self._press = event.position(), pans
        height = self._widget.height()
        if pans:
            self.moved.emit(cameras.pan(self.camera, -step.x() / height, step.y() / height))
        else:
            self.moved.emit(cameras.orbit(self.camera, -TURN * step.x(), TURN * step.y()))

    def release(self) -> None:
        """Let go."""
        self._press = None
        self._widget.unsetCursor()
        self.released.emit()

    def turn_wheel(self, event: QWheelEvent) -> None:
        """Come closer or go away."""
        self._flight.stop()
        self.moved.emit(cameras.zoom(self.camera, STEP ** (event.angleDelta().y() / 120)))
        event.accept()
