"""Which part of a fitted capture is the sign itself, and which can be used at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_SHORTEST_HOLD, _LONGEST_HOLD = 0.16, 0.5  # seconds
_STILL = 0.08  # metres per second
_MOVING, _RESTING = 0.15, 0.16  # metres per second, seconds
_LOWERED = 0.16
"""Metres below its highest lasting place from which a hand counts as being raised or lowered."""
_RISING, _FALLING, _HURRYING = 0.6, 0.25, 0.25  # metres per second


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a clip from its frame `first` to its frame `last`, both included."""

    first: int
    last: int

    def nearness(self, frames: int, ramp: float) -> Array:
        """1 inside the span, falling to 0 within `ramp` frames before and after: (T,)."""
        moments = np.arange(frames)
        outside = np.maximum(self.first - moments, moments - self.last)
        return np.clip(1 - np.maximum(outside, 0) / ramp, 0, 1)

    def within(self, good: NDArray[np.bool_]) -> "Span":
        """The longest stretch around the span whose further frames are all `good` (T,)."""
        first, last = self.first, self.last
        while first > 0 and good[first - 1]:
            first -= 1
        while last + 1 < len(good) and good[last + 1]:
            last += 1
        return Span(first, last)


def _speeds(places: Array, fps: float) -> Array:
    """Mean speed (T,) of points (T, N, 3) in metres per second."""
    velocity = np.gradient(places, 1 / fps, axis=0) if len(places) > 1 else np.zeros_like(places)
    speed: Array = np.linalg.norm(velocity, axis=-1).mean(axis=1)
    return speed


def hold_of(places: Array, fps: float) -> Span:
    """The stillest stretch, 0.16 to 0.5 seconds, of points (T, N, 3) in metres: a still handshape."""
    speed = _speeds(places, fps)
    window = min(len(speed), round(_SHORTEST_HOLD * fps) + 1)
    means = np.convolve(speed, np.ones(window) / window, "valid")
    first = int(np.argmin(means))
    last = first + window - 1
    threshold = max(2.0 * float(means[first]), _STILL)
    while last - first < round(_LONGEST_HOLD * fps):
        before = speed[first - 1] if first > 0 else np.inf
        after = speed[last + 1] if last + 1 < len(speed) else np.inf
        if min(before, after) > threshold:
            break
        first, last = (first - 1, last) if before <= after else (first, last + 1)
    return Span(first, last)


def movement_of(places: Array, fps: float) -> Span:
    """What a clip shows between raising and lowering the hand; long pauses at its ends are cut to 0.16 s.

    places (T, N, 3): points of one hand or both, metres, y up.
    """
    height = places[..., 1].mean(axis=1)
    raised = np.flatnonzero(height > float(np.quantile(height, 0.6)) - _LOWERED)
    first, last = int(raised[0]), int(raised[-1])
    speed = _speeds(places, fps)
    rising = np.gradient(height) * fps if len(height) > 1 else np.zeros(1)
    while first < last and rising[first] > _RISING:
        first += 1
    while last > first and rising[last] < -_FALLING and speed[last] > _HURRYING:
        last -= 1
    rest, middle = round(_RESTING * fps), (first + last) / 2
    for pause in _pauses(speed < _MOVING, first, last, rest):
        if pause.last < middle:
            first = max(first, pause.last - rest)
        elif pause.first > middle:
            last = min(last, pause.first + rest)
    return Span(first, last)


def _pauses(still: NDArray[np.bool_], first: int, last: int, shortest: int) -> list[Span]:
    """The stretches of still frames between `first` and `last` that last longer than `shortest` frames."""
    edges = np.flatnonzero(np.diff(np.r_[False, still[first : last + 1], False].astype(int))) + first
    return [
        Span(int(start), int(end) - 1)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if end - start > shortest
    ]
