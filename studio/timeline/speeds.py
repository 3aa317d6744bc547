"""How fast both wrists move, as one value per pixel column."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.timeline.scale import Scale

JERK = 2
"""The curve beside those of both hands."""


@dataclass(frozen=True, slots=True, eq=False)
class Speeds:
    """Metres per second of the right and the left wrist; row `i` is at `i / fps` seconds."""

    values: NDArray[np.float32]  # (T, 2)
    fps: float
    jerk: NDArray[np.float32] | None = None  # (T,), m/s^3, of the wrist that is jerked more

    @property
    def top(self) -> float:
        """The speed that the lane is as high as: the fastest, rounded up to half a metre per second."""
        peak = float(self.values.max(initial=0.0))
        return max(0.5 * float(np.ceil(peak * 2 - 1e-6)), 0.5)

    def columns(self, scale: Scale, hand: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Pixel columns and the speed of hand 0 (right) or 1 (left), or the jerk, in each.

        Zoomed out, a column holds the fastest of its frames, so that no peak is lost;
        zoomed in, the speed between two frames is interpolated.
        """
        last = len(self.values) - 1
        begin, end = max(scale.left, scale.x(0.0)), min(scale.right, scale.x(last / self.fps))
        if last < 1 or end <= begin:
            return np.zeros(0), np.zeros(0)
        x = np.append(np.arange(np.floor(begin), end), end)
        frames = np.clip((scale.first + (x - scale.left) / scale.pixels) * self.fps, 0, last)
        curve = self.jerk if hand == JERK and self.jerk is not None else self.values[:, hand % 2]
        if self.fps <= scale.pixels:
            return x, np.interp(frames, np.arange(last + 1), curve)
        starts = frames.astype(int)
        return x, np.maximum.reduceat(curve[: starts[-1] + 1], starts).astype(np.float64)
