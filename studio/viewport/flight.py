"""From one camera to another, without a jump."""

from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from pipeline.render.camera import Camera

FLIGHT = 260
"""Milliseconds that a move to a preset takes."""


def between(start: Camera, end: Camera, share: float) -> Camera:
    """The camera at `share` of the way: the shorter way round, and equal steps of nearness."""
    if share >= 1.0:
        return end
    turn = (end.yaw - start.yaw + 180.0) % 360.0 - 180.0
    x, y, z = (a + (b - a) * share for a, b in zip(start.target, end.target, strict=True))
    return replace(
        start,
        target=(x, y, z),
        yaw=start.yaw + turn * share,
        pitch=start.pitch + (end.pitch - start.pitch) * share,
        distance=start.distance * (end.distance / start.distance) ** share,
        fov=start.fov + (end.fov - start.fov) * share,
    )


class Flight(QObject):
    """Moves a camera to another in a quarter of a second."""

    moved = Signal(object)  # Camera

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = self._end = Camera((0.0, 0.0, 0.0))
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(FLIGHT)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._step)

    @property
    def is_flying(self) -> bool:
        """Whether the camera is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def start(self, start: Camera, end: Camera) -> None:
        """Set off, from wherever an earlier flight was left."""
        self._animation.stop()
        self._start, self._end = start, end
        self._animation.start()

    def stop(self) -> None:
        """Stay here."""
        self._animation.stop()

    def _step(self, share: float) -> None:
        self.moved.emit(between(self._start, self._end, share))
