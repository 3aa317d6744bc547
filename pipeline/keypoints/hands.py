"""Whose hand is whose: exchanged hands and hands seen twice."""

import itertools

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.names import SIDES, hand

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

FARTHEST = 1.0
"""Distance in shoulder breadths beyond which it does not matter how much farther something is."""

WRIST = 2.0
"""Weight of a hand's distance to the body's wrist against its distance to where it was before."""

APPEARING = 0.25
"""Cost of a hand that was not there a frame before: it may as well be the other one if that is nearer."""

EXCHANGED = 0.15
"""Cost of taking a frame's hands for exchanged, so that doubt leaves them as they are."""

DOUBLED = 0.35
"""Mean distance of corresponding points, in palms, below which two hands are one: a real pair, even
clasped, mirrors each other and is much farther apart."""

MEMORY = 15
"""Frames for which it counts where a hand was last."""


def swapped_hands(given: Keypoints, unit: float) -> Flags:
    """The frames (T,) in which left and right hand are most probably exchanged; `unit` in pixels.

    Of all ways to exchange frames or not, the one that keeps hands closest to the body's wrists of
    their side and to their places before (Viterbi over the two states of each frame with a hand).
    """
    places, seen = _hands(given)  # (T, 2, 2), (T, 2)
    frames = np.flatnonzero(seen.any(axis=1))
    result = np.zeros(given.frames, bool)
    if not len(frames):
        return result
    costs = _wrist_costs(given, unit)  # (T, 2)
    total = costs[frames[0]]
    origins = []
    for before, frame in itertools.pairwise(frames):
        steps = _step_costs(places[[before, frame]], seen[[before, frame]], unit * np.sqrt(frame - before))
        ways = total[:, None] + steps  # (from, to)
        origins.append(ways.argmin(axis=0))
        total = ways.min(axis=0) + costs[frame]
    state = int(total.argmin())
    result[frames[-1]] = state == 1
    for frame, origin in zip(frames[-2::-1], origins[::-1], strict=True):
        state = int(origin[state])
        result[frame] = state == 1
    return result


def _hands(given: Keypoints) -> tuple[Array, Flags]:
    """Middle of each hand (T, side, 2) and whether at least half of it was seen (T, side)."""
    places = np.zeros((given.frames, 2, 2))
    seen = np.zeros((given.frames, 2), bool)
    for index, side in enumerate(SIDES):
        columns = given.columns(hand(side))
        if columns:
            weight = (given.confidence[:, columns] > 0).astype(float)
            sums = (given.points[:, columns] * weight[..., None]).sum(axis=1)
            places[:, index] = sums / np.maximum(weight.sum(axis=1), 1)[:, None]
            seen[:, index] = given.seen(hand(side))
    return places, seen


def _wrist_costs(given: Keypoints, unit: float) -> Array:
    """What it costs (T, 2) to leave each frame's hands as they are, and to exchange them."""
    costs = np.zeros((given.frames, 2))
    costs[:, 1] = EXCHANGED
    columns = given.columns([f"{side}_wrist" for side in SIDES])
    if len(columns) < 2:
        return costs
    known = (given.confidence[:, columns] > 0).all(axis=1)
    for index, side in enumerate(SIDES):
        own = given.columns([f"{side}_hand_wrist"])
        if not own:
            continue
        there = known & (given.confidence[:, own[0]] > 0)
        gaps = np.linalg.norm(given.points[:, own] - given.points[:, columns], axis=2) / unit  # (T, 2)
        gaps = np.minimum(gaps, FARTHEST) * WRIST * there[:, None]
        costs += gaps if index == 0 else gaps[:, ::-1]
    return costs


def _step_costs(places: Array, seen: Flags, reach: float) -> Array:
    """Cost (2, 2) of a step from each state to each: places (2, side, 2), seen (2, side)."""
    costs = np.zeros((2, 2))
    for first in (0, 1):
        for second in (0, 1):
            for side in (0, 1):
                before, after = (0, side ^ first), (1, side ^ second)
                if seen[before] and seen[after]:
                    distance = float(np.linalg.norm(places[after] - places[before])) / reach
                    costs[first, second] += min(distance, FARTHEST)
                elif seen[after]:
                    costs[first, second] += APPEARING
    return costs


def doubled_hands(given: Keypoints) -> dict[str, Flags]:
    """By side, the frames (T,) in which this hand is the other one seen a second time."""
    twice = _twice(given)
    places, _ = _hands(given)
    wrists = given.columns([f"{side}_wrist" for side in SIDES])
    result = {side: np.zeros(given.frames, bool) for side in SIDES}
    for frame in np.flatnonzero(twice):
        away = np.zeros(2)
        for index, side in enumerate(SIDES):
            if len(wrists) == 2 and (given.confidence[frame, wrists] > 0).all():
                own = given.points[frame, given.columns([f"{side}_hand_wrist"])[0]]
                away[index] += np.linalg.norm(own - given.points[frame, wrists[index]])
            away[index] += _since(given, side, twice, int(frame), places)
        result[SIDES[int(away.argmax())]][frame] = True
    return result


def _twice(given: Keypoints) -> Flags:
    """The frames (T,) in which both hands lie point upon point."""
    left, right = given.columns(hand("left")), given.columns(hand("right"))
    if len(left) != 21 or len(right) != 21:
        return np.zeros(given.frames, bool)
    both = (given.confidence[:, left] > 0) & (given.confidence[:, right] > 0)
    count = both.sum(axis=1)
    apart = np.linalg.norm(given.points[:, left] - given.points[:, right], axis=2)
    apart = (apart * both).sum(axis=1) / np.maximum(count, 1)
    root, knuckle = hand("left").index("left_hand_wrist"), hand("left").index("left_hand_middle_finger_mcp")
    palms = [
        np.linalg.norm(given.points[:, side[knuckle]] - given.points[:, side[root]], axis=1)
        for side in (left, right)
    ]
    return np.asarray((count >= 11) & (apart < DOUBLED * np.maximum(palms[0], palms[1])))


def _since(given: Keypoints, side: str, twice: Flags, frame: int, places: Array) -> float:
    """How far the hand is from where it was last seen on its own, within `MEMORY` frames; else 0."""
    index = SIDES.index(side)
    start = max(0, frame - MEMORY)
    alone = given.seen(hand(side))[start:frame] & ~twice[start:frame]
    if not alone.any():
        return 0.0
    last = start + int(np.flatnonzero(alone)[-1])
    return float(np.linalg.norm(places[frame, index] - places[last, index]))
