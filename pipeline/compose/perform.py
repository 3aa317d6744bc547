"""Arrivals and a schedule become a motion: hands along their ways, arms behind them."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import arm as arms
from pipeline.compose import local, posture
from pipeline.compose.figure import Figure
from pipeline.compose.goals import Plan, Stroke
from pipeline.compose.hand import hand_rotations
from pipeline.compose.manner import OtherHand, Path
from pipeline.compose.schedule import Schedule
from pipeline.compose.solve import Arrival, Contact, middle_of
from pipeline.compose.strokes import FPS, curve, progress
from pipeline.compose.trunk import TrunkMotion
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import (
    axis_angle_to_quaternion,
    matrix_to_quaternion,
    quaternion_to_axis_angle,
    quaternion_to_matrix,
    slerp,
)
from pipeline.timeline.rest import rest_pose

Array = NDArray[np.float64]

_CORRECTIONS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Touch:
    """A contact that the description asks for, at a frame in which it should be there."""

    contact: Contact
    frame: int


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """Where a hand is in all frames of the sign itself."""

    wrists: Array  # (T, 3)
    turns: Array  # (T, 3, 3)
    angles: Array  # (T, 21)


def performed(
    figure: Figure, plan: Plan, reached: dict[str, list[Arrival]], schedule: Schedule, trunk: TrunkMotion
) -> tuple[Motion, tuple[Touch, ...]]:
    """The motion, and the contacts that should be in it.

    The skin gives way a little around joints, so that a contact is corrected by what is missing to it.
    """
    touches = tuple(
        Touch(contact, frame)
        for frame, goal in schedule.visits()
        for side in reached
        if (contact := reached[side][goal].contact) is not None
    )
    chest = figure.transforms(trunk.pose[schedule.first : schedule.last + 1])[:, joints.INDEX["spine3"]]
    pose = _posed(figure, plan, reached, schedule, trunk, chest)
    for _ in range(_CORRECTIONS if touches else 0):
        reached = _corrected(figure, reached, schedule, pose)
        pose = _posed(figure, plan, reached, schedule, trunk, chest)
    return Motion(FPS, pose.astype(np.float32), face=trunk.face.astype(np.float32)), touches


def error_of(touch: Touch, transforms: Array) -> Array:
    """How far the hand's point is from where it should be, (3,) metres, for transforms (55, 3, 4)."""
    here = transforms[None]
    wanted = touch.contact.place.places(here)[0] + touch.contact.apart
    error: Array = touch.contact.hand.places(here)[0] - wanted
    return error


def _corrected(
    figure: Figure, reached: dict[str, list[Arrival]], schedule: Schedule, pose: Array
) -> dict[str, list[Arrival]]:
    """The arrivals moved by what is missing to their contacts."""
    result = {side: list(arrivals) for side, arrivals in reached.items()}
    seen: set[tuple[str, int]] = set()
    for frame, goal in schedule.visits():
        for side in reached:
            contact = reached[side][goal].contact
            if contact is None or (side, goal) in seen:
                continue
            seen.add((side, goal))
            transforms = figure.transforms(pose[[frame]])[0]
            error = error_of(Touch(contact, frame), transforms)
            shares = {side: -1.0} if not contact.shared else dict(zip(_both(side), (-0.5, 0.5), strict=True))
            for mover, share in shares.items():
                moved = result[mover][goal]
                result[mover][goal] = replace(moved, wrist=moved.wrist + share * error)
    return result


def _both(side: str) -> tuple[str, str]:
    return side, "left" if side == "right" else "right"


def way_of(figure: Figure, plan: Plan, side: str, arrivals: list[Arrival], schedule: Schedule) -> Way:
    """The way of a hand through its arrivals."""
    parts = [
        _stroke(figure, plan, side, arrivals, stroke, schedule.starts[index + 1] - schedule.starts[index])
        for index, stroke in enumerate(schedule.strokes)
    ]
    wrists, turns, angles = (
        np.concatenate([part[:-1] for part in group] + [group[-1][-1:]])
        for group in zip(*((way.wrists, way.turns, way.angles) for way in parts), strict=True)
    )
    return Way(wrists, turns, angles)


def _stroke(
    figure: Figure, plan: Plan, side: str, arrivals: list[Arrival], stroke: Stroke, frames: int
) -> Way:
    start, end = arrivals[stroke.start], arrivals[stroke.end]
    time, seconds = np.arange(frames + 1) / FPS, frames / FPS
    along = progress(stroke, time / seconds)
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


def _posed(
    figure: Figure,
    plan: Plan,
    reached: dict[str, list[Arrival]],
    schedule: Schedule,
    trunk: TrunkMotion,
    chest: Array,
) -> Array:
    """The pose (F, 55, 3) of the whole body; `chest` are its transforms (T, 3, 4) during the sign itself."""
    pose = np.where(trunk.pose != 0, trunk.pose, rest_pose())
    inside = slice(schedule.first, schedule.last + 1)
    for side, arrivals in reached.items():
        way = way_of(figure, plan, side, arrivals, schedule)
        moving = _arm_joints(figure, side)
        lift = trunk.lift[inside, 0 if side == "left" else 1]
        signing = _arm_pose(figure, side, way, chest, lift)
        pose[:, moving] = _from_rest_to_rest(pose[:, moving], signing, schedule)
    return pose


def _arm_joints(figure: Figure, side: str) -> list[int]:
    hand = joints.LEFT_HAND if side == "left" else joints.RIGHT_HAND
    return [*figure.arms[side].joints, *range(joints.COUNT)[hand]]


def _arm_pose(figure: Figure, side: str, way: Way, chest: Array, lift: Array) -> Array:
    """Rotation vectors (T, 19, 3) of collar, shoulder, elbow, wrist and the hand's joints."""
    arm = figure.arms[side]
    turned = chest[:, :, :3]
    roots = turned @ figure.rest_joints[arm.joints[0]] + chest[:, :, 3]
    collar, shoulders = posture.collars(arm, turned, roots, way.wrists, lift)
    swivel = posture.swivels(arm, shoulders, way.wrists, way.turns)
    bent = arms.bend(arm, shoulders, way.wrists, way.turns, swivel)
    bent = replace(
        bent,
        twist=np.clip(bent.twist, *arms.TWIST),
        wrist_flexion=np.clip(bent.wrist_flexion, *arms.WRIST_FLEXION),
        wrist_ulnar=np.clip(bent.wrist_ulnar, *arms.WRIST_ULNAR),
    )
    collared = quaternion_to_axis_angle(matrix_to_quaternion(turned.transpose(0, 2, 1) @ collar))
    limb = arms.local_turns(arm, collar, bent)
    hand = quaternion_to_axis_angle(hand_rotations(figure.chains[side], way.angles))
    return np.concatenate([collared[:, None], limb, hand], axis=1)


def _from_rest_to_rest(rest: Array, signing: Array, schedule: Schedule) -> Array:
    """The joints' rotation vectors (T, N, 3) with the ways from and to rest (T, N, 3) around the sign."""
    result = rest.copy()
    first, last = schedule.first, schedule.last
    result[first : last + 1] = signing
    edges = axis_angle_to_quaternion(np.stack([signing[0], signing[-1]]))
    hanging = axis_angle_to_quaternion(rest)
    come = minimum_jerk(np.arange(first) / first)
    result[:first] = quaternion_to_axis_angle(slerp(hanging[:first], edges[0], come[:, None]))
    count = schedule.frames - last - 1
    gone = minimum_jerk(np.arange(1, count + 1) / count)
    result[last + 1 :] = quaternion_to_axis_angle(slerp(edges[1], hanging[last + 1 :], gone[:, None]))
    return result
