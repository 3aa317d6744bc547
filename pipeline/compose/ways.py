"""The ways of hands through their arrivals: where each is in every frame, how turned and how shaped."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import local, posture
from pipeline.compose.arrival import Arrival, middle_of
from pipeline.compose.figure import Figure
from pipeline.compose.goals import Plan, Stroke
from pipeline.compose.manner import OtherHand, Path
from pipeline.compose.schedule import Schedule
from pipeline.compose.strokes import FPS, curve, progress
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion.rotations import matrix_to_quaternion, quaternion_to_matrix, slerp

Array = NDArray[np.float64]
_CORNER = 4
"""Frames before and after a corner between fused strokes in which it is rounded."""
_MIRRORED, _ALIKE = 0.02, 0.15
"""Metres by which the wrists of mirror images may differ, and radians by which the hands may."""
_MIRROR = np.diag([-1.0, 1.0, 1.0])


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """Where a hand is in all frames of the sign itself."""

    wrists: Array  # (T, 3)
    turns: Array  # (T, 3, 3)
    angles: Array  # (T, 21)


def mirror_images(ways: dict[str, Way]) -> bool:
    """Whether both hands go along ways that are mirror images."""
    if len(ways) < 2:
        return False
    left, right = ways["left"], ways["right"]
    apart = np.abs(left.wrists * [-1, 1, 1] - right.wrists).max()
    turned = np.abs(_MIRROR @ left.turns @ _MIRROR - right.turns).max()
    return bool(apart < _MIRRORED and turned < _ALIKE)


def way_of(figure: Figure, plan: Plan, side: str, arrivals: list[Arrival], schedule: Schedule) -> Way:
    """The way of a hand through its arrivals."""
    parts = [
        _stroke(figure, plan, side, arrivals, stroke, _along(schedule, index))
        for index, stroke in enumerate(schedule.strokes)
    ]
    wrists, turns, angles = (
        np.concatenate([part[:-1] for part in group] + [group[-1][-1:]])
        for group in zip(*((way.wrists, way.turns, way.angles) for way in parts), strict=True)
    )
    return Way(_rounded(wrists, schedule), turns, angles)


def _along(schedule: Schedule, index: int) -> Array:
    """How far along its curve a stroke is in each of its frames (T,), 0 to 1."""
    begin, end = schedule.starts[index], schedule.starts[index + 1]
    first, last = schedule.flow(index)
    frames = np.arange(begin, end + 1)
    if (first, last) == (begin, end):
        return progress(schedule.strokes[index], (frames - begin) / (end - begin))
    gone = minimum_jerk((frames - first) / (last - first))
    return np.asarray((gone - gone[0]) / (gone[-1] - gone[0]))


def _rounded(wrists: Array, schedule: Schedule) -> Array:
    """A way (T, 3) whose corners between fused strokes are round."""
    for index in range(1, len(schedule.strokes)):
        corner = schedule.starts[index]
        if corner == schedule.flow(index)[0]:
            continue
        near = np.abs(np.arange(len(wrists)) - (corner - schedule.first)) / (_CORNER + 1)
        share = minimum_jerk(1 - near)[:, None]
        wrists = wrists + share * (posture.smoothed(wrists, _CORNER / 2) - wrists)
    return wrists


def _stroke(
    figure: Figure, plan: Plan, side: str, arrivals: list[Arrival], stroke: Stroke, along: Array
) -> Way:
    start, end = arrivals[stroke.start], arrivals[stroke.end]
    time, seconds = np.arange(len(along)) / FPS, (len(along) - 1) / FPS
    other = side != plan.lead
    flip = (plan.lead == "left") != (other and plan.hands is not OtherHand.PARALLEL)
    still = other and plan.hands is OtherHand.BASE
    own = stroke
    if other and stroke.movement is not None and stroke.movement.other is not None:
        own, flip, still = replace(stroke, movement=stroke.movement.other), plan.lead == "left", False
    if still:
        own = replace(stroke, movement=None)
    share = (
        along
        if own.movement is None or own.movement.path is not Path.CIRCLE
        else minimum_jerk(time / seconds)
    )
    turned = matrix_to_quaternion(np.stack([start.turn, end.turn]))
    turns = quaternion_to_matrix(slerp(turned[0], turned[1], share))
    angles = start.grasp.angles + share[:, None] * (end.grasp.angles - start.grasp.angles)
    half = other and plan.hands is OtherHand.ALTERNATING
    places = curve(own, start.middle(side), end.middle(side), along, flip, half)
    wrists = places - turns @ middle_of(side)
    for item in own.movement.local if own.movement else ():
        angles = local.fingers(item, figure, side, seconds, time, angles)
        swung = local.wrist(item, side, seconds, time)
        if swung is not None:
            pivot = start.point if start.point is not None and start.contact else np.zeros(3)
            fixed = wrists + turns @ pivot
            turns = turns @ swung
            wrists = fixed - turns @ pivot
    return Way(wrists, turns, angles)
