"""What an arm does by itself: its collarbone follows, its elbow hangs low, its wrist stays comfortable."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import arm as arms
from pipeline.compose.arm import Arm, Bent
from pipeline.motion.rotations import axis_angle_to_matrix

Array = NDArray[np.float64]

SWIVELS = np.radians(np.arange(-50.0, 111.0, 8.0))
"""Swivels of the elbow that are tried."""
_NATURAL = np.radians(8.0)
_RISE = 0.09
"""Metres by which an elbow is above its lowest that cost as much as an uncomfortable wrist."""
_BESIDE = 0.06
"""Metres by which an elbow that is not in front of the trunk is farther out than the shoulder joint."""
_BEYOND = 200.0
"""Cost of a radian beyond a limit, squared."""
_MOST_LIFT, _MOST_FORWARD = np.radians(26.0), np.radians(26.0)
_COLLAR = 0.047
"""Metres of the collar joints from the middle."""
_TRUNK = (0.20, 0.18, 0.02)
"""Half the width and depth of the trunk with half a forearm around it, and how far in front of the shoulders
its axis is, metres."""
_FOREARM = (0.0, 0.3, 0.6, 0.9)
"""Where along the forearm it is kept out of the trunk."""
_INSIDE = 240.0
_MISSED = 0.004
"""Metres between a wrist and its place that cost as much as an uncomfortable arm."""
_TURN = 2.2
"""How much a change of the swivel from frame to frame costs."""


def collars(arm: Arm, chest: Array, roots: Array, wrists: Array, lift: Array) -> tuple[Array, Array]:
    """Global rotations (N, 3, 3) of the collarbone and places (N, 3) of the shoulder.

    chest: rotation (N, 3, 3) of the chest, roots: places (N, 3) of the collar joint, wrists: places (N, 3) of
    the wrist, lift: radians (N,) by which the shoulder is drawn up. The shoulder blade takes part from about
    30 degrees of elevation on (Inman, Saunders & Abbott 1944), and when the hand reaches forward or across.
    """
    resting = roots + chest @ arm.shoulder
    way = np.einsum("nji,nj->ni", chest, wrists - resting) / arm.reach
    up, forward, across = way[:, 1], way[:, 2], -way[:, 0] * arm.out
    raised = np.radians(24.0) * _soft(up + 0.25) + np.radians(2.0)
    ahead = np.radians(20.0) * _soft(forward - 0.35) + np.radians(20.0) * _soft(across - 0.1)
    far = _soft((np.linalg.norm(way, axis=1) - 0.93) * 6) / 6
    ahead = ahead + np.radians(60.0) * far * np.clip(forward, 0, 1)
    raised = np.minimum(raised + lift, _MOST_LIFT + np.maximum(lift, 0))
    ahead = np.minimum(ahead, _MOST_FORWARD)
    turned = axis_angle_to_matrix(np.outer(ahead, [0.0, -arm.out, 0.0])) @ axis_angle_to_matrix(
        np.outer(raised, [0.0, 0.0, arm.out])
    )
    collar = chest @ turned
    return collar, roots + collar @ arm.shoulder


def strain(arm: Arm, bent: Bent, shoulders: Array, swivel: Array) -> Array:
    """How uncomfortable arms are, (N,)."""
    elbow = bent.elbow_place - shoulders
    raised = np.maximum(elbow[:, 1] + 0.02, 0) / 0.1
    ahead = np.clip((elbow[:, 2] - 0.08) / 0.08, 0, 1)
    inwards = np.maximum(-elbow[:, 0] * arm.out + _BESIDE * (1 - ahead) - 0.02 * ahead, 0) / 0.03
    behind = np.maximum(-elbow[:, 2] - 0.12, 0) / 0.1
    risen = np.maximum(arms.risen(arm, bent, shoulders), 0) / _RISE
    cost = 0.4 * (swivel - _NATURAL) ** 2 + risen**2 + raised**2 + inwards**2 + behind**2
    cost = cost + _INSIDE * _within_trunk(arm, bent, shoulders) ** 2
    cost = cost + 0.8 * (bent.wrist_flexion / np.radians(42)) ** 2
    cost = cost + 0.8 * ((bent.wrist_ulnar - np.radians(4)) / np.radians(18)) ** 2
    cost = cost + (np.maximum(bent.flexion - np.radians(132), 0) / np.radians(6)) ** 2
    cost = cost + 0.5 * (bent.twist / np.radians(55)) ** 2
    return np.asarray(cost + _BEYOND * beyond(bent) ** 2)


def _within_trunk(arm: Arm, bent: Bent, shoulders: Array) -> Array:
    """How far elbow and forearm are inside the trunk, (N,): 0 at its surface, 1 on its axis."""
    middle = shoulders - [arm.out * abs(arm.shoulder[0] + _COLLAR * arm.out), 0.0, 0.0]
    fore = bent.wrist_place - bent.elbow_place
    deepest = np.zeros(len(shoulders))
    for share in _FOREARM:
        place = bent.elbow_place + share * fore - middle
        level = np.hypot(place[:, 0] / _TRUNK[0], (place[:, 2] - _TRUNK[2]) / _TRUNK[1])
        below = np.clip((-place[:, 1] - 0.02) / 0.04, 0, 1)
        deepest = np.maximum(deepest, below * np.maximum(1 - level, 0))
    return deepest


def beyond(bent: Bent) -> Array:
    """How many radians forearm and wrist are beyond their limits in all, (N,)."""
    total = np.zeros(len(bent.twist))
    for angle, (low, high) in (
        (bent.twist, arms.TWIST),
        (bent.wrist_flexion, arms.WRIST_FLEXION),
        (bent.wrist_ulnar, arms.WRIST_ULNAR),
    ):
        total += np.maximum(angle - high, 0) + np.maximum(low - angle, 0)
    return total


def costs(arm: Arm, shoulders: Array, wrists: Array, turns: Array) -> Array:
    """The strain (N, S) of arms for all `SWIVELS`."""
    count, tried = len(wrists), len(SWIVELS)

    def every(values: Array) -> Array:
        return np.repeat(values, tried, axis=0)

    swivel = np.tile(SWIVELS, count)
    bent = arms.bend(arm, every(shoulders), every(wrists), every(turns), swivel)
    missed = np.linalg.norm(bent.wrist_place - every(wrists), axis=1)
    cost = strain(arm, bent, every(shoulders), swivel) + (missed / _MISSED) ** 2
    return np.asarray(cost.reshape(count, tried))


def swivels(cost: Array) -> Array:
    """The swivel (T,) of a moving arm whose `costs` are (T, S): little strain and no jumps.

    By dynamic programming, then smoothed.
    """
    change = _TURN * (SWIVELS[:, None] - SWIVELS[None]) ** 2 * 20
    total, back = cost[0], np.zeros(cost.shape, np.int64)
    for frame in range(1, len(cost)):
        through = total[:, None] + change
        back[frame] = through.argmin(axis=0)
        total = through.min(axis=0) + cost[frame]
    path = np.empty(len(cost), np.int64)
    path[-1] = total.argmin()
    for frame in range(len(cost) - 1, 0, -1):
        path[frame - 1] = back[frame, path[frame]]
    return smoothed(SWIVELS[path] + _within(cost, path), 3.0)


def _within(cost: Array, path: NDArray[np.int64]) -> Array:
    """Where between the tried swivels the least strain is, (T,) radians from the chosen one."""
    frames, step = np.arange(len(path)), float(SWIVELS[1] - SWIVELS[0])
    inner = np.clip(path, 1, len(SWIVELS) - 2)
    low, middle, high = (cost[frames, inner + shift] for shift in (-1, 0, 1))
    curved = low - 2 * middle + high
    shift = np.where(curved > 1e-9, 0.5 * (low - high) / np.maximum(curved, 1e-9), 0.0)
    result: Array = np.where(inner == path, np.clip(shift, -0.5, 0.5) * step, 0.0)
    return result


def smoothed(values: Array, width: float) -> Array:
    """Values (T, ...) averaged over time by a Gaussian of `width` frames; the ends are continued."""
    reach = int(np.ceil(3 * width))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / width) ** 2)
    weights /= weights.sum()
    wide = np.concatenate(
        [np.repeat(values[:1], reach, axis=0), values, np.repeat(values[-1:], reach, axis=0)]
    )
    windows = np.lib.stride_tricks.sliding_window_view(wide, len(weights), axis=0)
    result: Array = windows @ weights
    return result


def _soft(values: Array) -> Array:
    """A maximum with 0 that has no corner; 0.1 wide."""
    result: Array = 0.05 * np.logaddexp(0, values / 0.05)
    return result
