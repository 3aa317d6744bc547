"""The clock: which moment of the signing is shown, and whether it moves."""

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

SLOWEST, FASTEST = 0.25, 2.0
TICK = 16
"""Milliseconds between two looks at the clock."""


class Playback(QObject):
    """Time that runs with the wall clock, between 0 and the duration, both in seconds.

    A late tick skips ahead: a slow picture loses frames, the signing never slows down.
    """

    moved = Signal(float)  # seconds
    playing = Signal(bool)

    def __init__(self, parent: QObject | None = None, fps: float = 30.0) -> None:
        """`step` counts in frames of `1 / fps` seconds."""
        super().__init__(parent)
        self._fps = fps
        self._duration = 0.0
        self._time = 0.0
        self._speed = 1.0
        self._looping = False
        self._origin = 0.0  # the moment at which the wall clock was started
        self._wall = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    @property
    def time(self) -> float:
        """Seconds from the first frame."""
        return self._time

    @property
    def duration(self) -> float:
        """Seconds from the first frame to the last."""
        return self._duration

    @property
    def speed(self) -> float:
        """Seconds of signing per second."""
        return self._speed

    @property
    def looping(self) -> bool:
        """Whether the end is followed by the beginning."""
        return self._looping

    @property
    def is_playing(self) -> bool:
        """Whether time runs."""
        return self._timer.isActive()

    def set_duration(self, seconds: float) -> None:
        """Take over the length of another motion; a moment past its end moves to the end."""
        self._settle()
        self._duration = max(0.0, seconds)
        if self._duration == 0.0:
            self.pause()
        if self._time > self._duration:
            self.seek(self._duration)

    def set_speed(self, speed: float) -> None:
        """Play `speed` seconds of signing per second, within `SLOWEST` and `FASTEST`."""
        self._settle()
        self._speed = min(max(speed, SLOWEST), FASTEST)

    def set_loop(self, loop: bool) -> None:
        """Begin again at the end, or stop there."""
        self._settle()
        self._looping = loop

    def play(self) -> None:
        """Let time run, from the beginning when it stands at the end."""
        if self.is_playing or self._duration == 0.0:
            return
        if self._time >= self._duration:
            self._move(0.0)
        self._restart()
        self._timer.start()
        self.playing.emit(True)

    def pause(self) -> None:
        """Stop at the moment shown."""
        if self.is_playing:
            self._timer.stop()
            self.playing.emit(False)

    def toggle(self) -> None:
        """Play or pause."""
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def seek(self, seconds: float) -> None:
        """Show the moment at `seconds`, kept within the duration; playing goes on from there."""
        self._move(min(max(seconds, 0.0), self._duration))
        self._restart()

    def step(self, frames: int) -> None:
        """Pause, and go to the frame that is `frames` after the nearest one (before, if negative)."""
        self.pause()
        self.seek((round(self._time * self._fps) + frames) / self._fps)

    def _restart(self) -> None:
        self._origin = self._time
        self._wall.start()

    def _settle(self) -> None:
        """Bring the time up to now, so that a change counts from now on."""
        if self.is_playing:
            self._tick()
            self._restart()

    def _move(self, seconds: float) -> None:
        if seconds != self._time:
            self._time = seconds
            self.moved.emit(seconds)

    def _tick(self) -> None:
        now = self._origin + self._wall.nsecsElapsed() * 1e-9 * self._speed
        if now < self._duration:
            self._move(now)
        elif self._looping:
            self._move(now % self._duration)
            self._restart()
        else:
            self._move(self._duration)
            self.pause()
