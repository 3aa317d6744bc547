"""Whose hand is whose: exchanged hands and hands seen twice."""

import itertools

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.names import SIDES, hand

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

SURE = 0.3
"""Confidence from which the body's wrists say whose hand is near them."""

WRIST, FARTHEST_WRIST = 2.0, 1.0
"""Cost of a hand a shoulder breadth away from the body's wrist, and the breadths that count at most."""

FARTHEST_STEP = 0.8
"""Cost of a hand that jumps; a step costs its length in shoulder breadths."""

RENAMED = 0.6
"""Cost of one hand going while the other comes, which is most often a change of name."""

TURNED = 0.3
"""Cost of beginning or ending to exchange. With `RENAMED` it is more than any jump: however fast a hand
is, taking it for the other one is no way out."""

EXCHANGED = 0.15
"""Cost of each exchanged frame, so that doubt leaves hands as they are."""

DOUBLED = 0.35
"""Mean distance of corresponding points, in palms, below which two hands lie point upon point: one hand
seen twice, or a pair pressed together and seen from the side."""

ASTRAY = 0.75
"""Distance in palms, from the body's wrist or else from its last place, that gives away the hand that is
the other one; hands pressed together are both at their wrists."""

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
        longer = float(np.sqrt(frame - before))
        steps = _step_costs(places[[before, frame]] / unit, seen[[before, frame]]) / longer
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
    known = (given.confidence[:, columns] >= SURE).all(axis=1)
    for index, side in enumerate(SIDES):
        own = given.columns([f"{side}_hand_wrist"])
        if not own:
            continue
        there = known & (given.confidence[:, own[0]] > 0)
        gaps = np.linalg.norm(given.points[:, own] - given.points[:, columns], axis=2) / unit  # (T, 2)
        gaps = np.minimum(gaps, FARTHEST_WRIST) * WRIST * there[:, None]
        costs += gaps if index == 0 else gaps[:, ::-1]
    return costs


def _step_costs(places: Array, seen: Flags) -> Array:
    """Cost (2, 2) of a step from each state to each: places (2, side, 2) in breadths, seen (2, side)."""
    costs = np.array([[0, TURNED], [TURNED, 0]])
    for first in (0, 1):
        for second in (0, 1):
            for side in (0, 1):
                before, after = (0, side ^ first), (1, side ^ second)
                if seen[before] and seen[after]:
                    distance = float(np.linalg.norm(places[after] - places[before]))
                    costs[first, second] += min(distance, FARTHEST_STEP)
                elif seen[after] and not seen[1, 1 - after[1]] and seen[0, 1 - before[1]]:
                    costs[first, second] += RENAMED
    return costs


def doubled_hands(given: Keypoints) -> dict[str, Flags]:
    """By side, the frames (T,) in which this hand is the other one seen a second time."""
    result = {side: np.zeros(given.frames, bool) for side in SIDES}
    twice, palms = _twice(given)
    places, _ = _hands(given)
    wrists = given.columns([f"{side}_wrist" for side in SIDES])
    for frame in np.flatnonzero(twice):
        since = np.array([_since(given, side, twice, int(frame), places) for side in SIDES])
        away = since
        if len(wrists) == 2 and (given.confidence[frame, wrists] >= SURE).all():
            own = given.points[frame, given.columns([f"{side}_hand_wrist" for side in SIDES])]
            away = np.linalg.norm(own - given.points[frame, wrists], axis=1)
        other = int((away + since).argmax())
        result[SIDES[other]][frame] = away[other] > ASTRAY * palms[frame]
    return result


def _twice(given: Keypoints) -> tuple[Flags, Array]:
    """The frames (T,) in which both hands lie point upon point, and the length of the longer palm (T,)."""
    left, right = given.columns(hand("left")), given.columns(hand("right"))
    if len(left) != 21 or len(right) != 21:
        return np.zeros(given.frames, bool), np.ones(given.frames)
    both = (given.confidence[:, left] > 0) & (given.confidence[:, right] > 0)
    count = both.sum(axis=1)
    apart = np.linalg.norm(given.points[:, left] - given.points[:, right], axis=2)
    apart = (apart * both).sum(axis=1) / np.maximum(count, 1)
    root, knuckle = hand("left").index("left_hand_wrist"), hand("left").index("left_hand_middle_finger_mcp")
    ends = (given.points[:, (side[root], side[knuckle])].astype(np.float64) for side in (left, right))
    palms = np.maximum(*(np.linalg.norm(end[:, 1] - end[:, 0], axis=1) for end in ends))
    return np.asarray((count >= 11) & (apart < DOUBLED * palms)), palms


def _since(given: Keypoints, side: str, twice: Flags, frame: int, places: Array) -> float:
    """How far the hand is from where it was last seen on its own, within `MEMORY` frames; else 0."""
    index = SIDES.index(side)
    start = max(0, frame - MEMORY)
    alone = given.seen(hand(side))[start:frame] & ~twice[start:frame]
    if not alone.any():
        return 0.0
    last = start + int(np.flatnonzero(alone)[-1])
    return float(np.linalg.norm(places[frame, index] - places[last, index]))
