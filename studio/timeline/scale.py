"""How seconds become pixels, and the words for a moment."""

from dataclasses import dataclass, replace

from studio.language import decimal

CLOSEST, FURTHEST = 2400.0, 0.5
"""Pixels per second at the strongest and the weakest zoom."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretch of time that is visible, between two pixel columns of the widget."""

    left: float  # pixel column at which `first` is drawn
    right: float  # one past the last pixel column
    first: float  # seconds
    pixels: float  # per second

    @property
    def last(self) -> float:
        """Seconds at the right edge."""
        return self.seconds(self.right)

    def x(self, seconds: float) -> float:
        """Pixel column of a moment."""
        return self.left + (seconds - self.first) * self.pixels

    def seconds(self, x: float) -> float:
        """Moment at a pixel column."""
        return self.first + (x - self.left) / self.pixels

    def scrolled(self, pixels: float) -> "Scale":
        """The same zoom, moved forward in time by so many pixels."""
        return replace(self, first=self.first + pixels / self.pixels)

    def zoomed(self, factor: float, x: float) -> "Scale":
        """`factor` times as many pixels per second, the moment at column `x` staying there."""
        pixels = min(max(self.pixels * factor, FURTHEST), CLOSEST)
        return replace(self, pixels=pixels, first=self.seconds(x) - (x - self.left) / pixels)

    def fitted(self, seconds: float, least: float = FURTHEST) -> "Scale":
        """Zoom at which `seconds` fill the width, but no weaker than `least` pixels per second."""
        margin = 14.0
        width = max(self.right - self.left - 2 * margin, 1.0)
        pixels = min(max(width / max(seconds, 1e-3), least), 480.0)
        return replace(self, pixels=pixels, first=-margin / pixels)

    def bounded(self, seconds: float) -> "Scale":
        """Zoomed until `seconds` fill a third of the width, and scrolled to where some are in sight."""
        room = self.right - self.left
        pixels = max(self.pixels, min(room / (3.0 * seconds), 120.0) if seconds > 0 else 0.0)
        before = max(0.02 * room, 14.0) / pixels
        latest = max(seconds - 0.15 * room / pixels, -before)
        return replace(self, pixels=pixels, first=min(max(self.first, -before), latest))

    def revealing(self, start: float, end: float) -> "Scale":
        """Scrolled, if need be, to where the stretch from `start` to `end` is in sight."""
        width = (self.right - self.left) / self.pixels
        if start < self.first:
            return replace(self, first=start - 0.1 * width)
        if end > self.last:
            return replace(self, first=min(start, end - 0.9 * width))
        return self

    def following(self, seconds: float) -> "Scale":
        """Turned over like a page when the moment leaves the visible stretch."""
        if self.left <= self.x(seconds) <= self.right - 8:
            return self
        return replace(self, first=seconds - 0.08 * (self.right - self.left) / self.pixels)


def timecode(seconds: float, fps: float) -> str:
    """Minutes, seconds and frames, such as "00:01:15"; hours in front when there are any."""
    rate = max(round(fps), 1)
    frames = max(round(seconds * fps), 0)
    minutes, rest = divmod(frames, 60 * rate)
    clock = f"{minutes % 60:02d}:{rest // rate:02d}:{rest % rate:02d}"
    return f"{minutes // 60}:{clock}" if minutes >= 60 else clock


def in_seconds(seconds: float) -> str:
    """A length as it is shown to a person, such as "0.27 s" or, below a tenth, "60 ms"."""
    return f"{decimal(seconds, 2)} s" if seconds >= 0.0995 else f"{1000 * seconds:.0f} ms"
