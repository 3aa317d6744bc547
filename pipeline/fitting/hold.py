"""Which part of a fitted capture is the sign itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.chain import WRIST
from pipeline.fitting.fit import ArmFit
from pipeline.fitting.kinematics import pose_chain

Array = NDArray[np.float64]

_LONGEST_HOLD = 0.5
_SHORTEST_HOLD = 0.16
_LOWERED = 0.16
"""Metres below its highest lasting place from which a hand counts as being raised or lowered."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a clip, in seconds."""

    onset: float
    offset: float


def speeds(arm: ArmFit) -> Array:
    """Mean speed (T,) of the hand's points in metres per second."""
    points = pose_chain(arm.chain, arm.angles, arm.stretch).points[:, WRIST:]
    velocity = np.gradient(points, 1 / arm.seen.fps, axis=0) if len(points) > 1 else np.zeros_like(points)
    speed: Array = np.linalg.norm(velocity, axis=-1).mean(axis=1)
    return speed


def hold(arm: ArmFit) -> Span:
    """The stillest stretch of a clip, 0.16 to 0.5 seconds: a static handshape."""
    speed, fps = speeds(arm), arm.seen.fps
    window = max(1, min(len(speed), round(_SHORTEST_HOLD * fps) + 1))
    means = np.convolve(speed, np.ones(window) / window, "valid")
    first = int(np.argmin(means))
    last = first + window - 1
    threshold = max(2.0 * float(means[first]), 0.08)
    while last - first < round(_LONGEST_HOLD * fps):
        before = speed[first - 1] if first > 0 else np.inf
        after = speed[last + 1] if last + 1 < len(speed) else np.inf
        if min(before, after) > threshold:
            break
        first, last = (first - 1, last) if before <= after else (first, last + 1)
    return Span(first / fps, last / fps)


def movement(arm: ArmFit) -> Span:
    """All of a clip between raising and lowering the hand."""
    points = pose_chain(arm.chain, arm.angles, arm.stretch).points[:, WRIST:]
    height, fps = points[..., 1].mean(axis=1), arm.seen.fps
    level = float(np.quantile(height, 0.6)) - _LOWERED
    up = np.flatnonzero(height > level)
    speed = speeds(arm)
    first, last = int(up[0]), int(up[-1])
    rising = np.gradient(height) * fps if len(height) > 1 else np.zeros(1)
    while first < last and rising[first] > 0.6:
        first += 1
    while last > first and rising[last] < -0.25 and speed[last] > 0.25:
        last -= 1
    return Span(first / fps, last / fps)
