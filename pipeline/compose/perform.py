"""Arrivals and a schedule become a motion: hands along their ways, arms behind them."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import avoidance
from pipeline.compose.arm_poses import arm_poses
from pipeline.compose.arrival import Arrival
from pipeline.compose.figure import Figure
from pipeline.compose.giving_way import between
from pipeline.compose.goals import Plan
from pipeline.compose.hand import hand_rotations
from pipeline.compose.manners import mannered
from pipeline.compose.overlaps import passing
from pipeline.compose.schedule import Schedule
from pipeline.compose.strokes import FPS
from pipeline.compose.touches import Touch, error_of, pins_of, touches_of
from pipeline.compose.trunk import TrunkMotion
from pipeline.compose.ways import Way, mirror_images, way_of
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import (
    axis_angle_to_quaternion,
    quaternion_to_axis_angle,
    slerp,
)
from pipeline.timeline.rest import rest_pose

Array = NDArray[np.float64]

_ROUNDS, _CORRECTIONS = 5, 4
_LONGEST = 360
"""Frames of a sign that is made to go round flesh; longer ones are left as they are."""
_NEAR = 0.0003
"""Metres between what should touch that are let be."""


def performed(
    figure: Figure, plan: Plan, reached: dict[str, list[Arrival]], schedule: Schedule, trunk: TrunkMotion
) -> tuple[Motion, tuple[Touch, ...]]:
    """The motion, and the contacts that should be in it.

    Hands leave their ways where they would go through flesh. The skin gives way a little around joints, so
    that contacts are then corrected by what is missing to them.
    """
    stand = _stand(figure, plan, reached, schedule, trunk)
    detours = {side: avoidance.nothing(len(stand.chest)) for side in reached}
    transforms = stand.transforms(detours)
    touches = touches_of(figure, plan, reached, schedule, stand.ways, transforms)
    detours = _led(stand, touches, detours, transforms)
    pose = np.where(trunk.pose != 0, trunk.pose, rest_pose())
    signing = stand.pose(detours)
    for side in reached:
        moving = _arm_joints(figure, side)
        pose[:, moving] = _from_rest_to_rest(pose[:, moving], signing[:, moving], schedule)
    return Motion(FPS, pose.astype(np.float32), face=trunk.face.astype(np.float32)), touches


@dataclass(frozen=True, slots=True, eq=False)
class _Stand:
    """What stays the same in the T frames of the sign itself while its hands are brought right."""

    figure: Figure
    schedule: Schedule
    resting: Array  # (T, 55, 3), the pose but for the arms
    chest: Array  # (T, 3, 4), its transforms
    lift: Array  # (T, 2)
    ways: dict[str, Way]
    hands: dict[str, Array]  # (T, 15, 3), rotation vectors of the hands' joints
    interlocked: bool  # whether the fingers of both hands are

    def detoured(self, detours: dict[str, avoidance.Detour]) -> dict[str, Way]:
        """The ways with their detours."""
        return {
            side: replace(way, wrists=way.wrists + detours[side].push, turns=detours[side].turned(way.turns))
            for side, way in self.ways.items()
        }

    def pose(self, detours: dict[str, avoidance.Detour]) -> Array:
        """The pose (T, 55, 3) with detours."""
        pose = self.resting.copy()
        for side, turned in arm_poses(self.figure, self.detoured(detours), self.chest, self.lift).items():
            pose[:, self.figure.arms[side].joints] = turned
            pose[:, _arm_joints(self.figure, side)[4:]] = self.hands[side]
        return pose

    def transforms(self, detours: dict[str, avoidance.Detour]) -> Array:
        """Skinning transforms (T, 55, 3, 4) with detours."""
        return self.figure.transforms(self.pose(detours))


def _stand(
    figure: Figure, plan: Plan, reached: dict[str, list[Arrival]], schedule: Schedule, trunk: TrunkMotion
) -> _Stand:
    inside = slice(schedule.first, schedule.last + 1)
    ways = {side: way_of(figure, plan, side, arrivals, schedule) for side, arrivals in reached.items()}
    hands = {
        side: quaternion_to_axis_angle(hand_rotations(figure.chains[side], way.angles))
        for side, way in ways.items()
    }
    chest = figure.transforms(trunk.pose[inside])[:, joints.INDEX["spine3"]]
    resting = np.where(trunk.pose != 0, trunk.pose, rest_pose())[inside]
    interlocked = any(goal.meeting is not None and goal.meeting.interlocked for goal in plan.goals[plan.lead])
    return _Stand(figure, schedule, resting, chest, trunk.lift[inside], ways, hands, interlocked)


def _clear(
    stand: _Stand, touches: tuple[Touch, ...], detours: dict[str, avoidance.Detour], transforms: Array
) -> dict[str, avoidance.Detour]:
    """The detours with which the least goes through flesh."""
    if len(stand.chest) > _LONGEST:
        return detours
    sides = None if stand.interlocked else passing(stand.figure, transforms, tuple(detours))
    best, least = detours, np.inf
    for last in [False] * _ROUNDS + [True]:
        wanted = {side: (way.wrists, way.turns) for side, way in stand.detoured(detours).items()}
        pins = pins_of(touches, stand.schedule, transforms)
        step = avoidance.avoided(stand.figure, transforms, detours, wanted, pins, sides)
        if step.overlap < least:
            best, least = _alike(stand, step.before), step.overlap
        if last or least == 0.0:
            break
        detours = _alike(stand, step.after)
        transforms = stand.transforms(detours)
    return best


def _led(
    stand: _Stand, touches: tuple[Touch, ...], detours: dict[str, avoidance.Detour], transforms: Array
) -> dict[str, avoidance.Detour]:
    """The detours round flesh, if they leave the sign as it is; else only those that contacts need."""
    cleared = _clear(stand, touches, detours, transforms)
    found = detours
    for begun, yields in ((cleared, True), (cleared, False), (detours, True), (detours, False)):
        found = _exact(stand, touches, begun, yields)
        led = stand.detoured(found)
        if all(mannered(way.wrists, led[side].wrists) for side, way in stand.ways.items()):
            break
    return found


def _alike(stand: _Stand, detours: dict[str, avoidance.Detour]) -> dict[str, avoidance.Detour]:
    """The detours, those of hands whose ways are mirror images made mirror images too."""
    if not mirror_images(stand.ways):
        return detours
    one, two = detours["left"], detours["right"]
    push = (one.push + two.push * [-1, 1, 1]) / 2
    turn = (one.turn + two.turn * [1, -1, -1]) / 2
    mirrored = avoidance.Detour(push * [-1, 1, 1], turn * [1, -1, -1])
    both = {"left": avoidance.Detour(push, turn), "right": mirrored}
    return {side: both[side] for side in detours}


def _exact(
    stand: _Stand, touches: tuple[Touch, ...], detours: dict[str, avoidance.Detour], yields: bool
) -> dict[str, avoidance.Detour]:
    """The detours with which what should touch touches; a hand that `yields` comes to meet the other."""
    frames = [touch.frame - stand.schedule.first for touch in touches]
    knots = sorted({frame - stand.schedule.first for frame, _ in stand.schedule.visits()} | {*frames})
    rounds = _CORRECTIONS if len(stand.chest) <= _LONGEST else 2
    for turn in range(rounds if touches else 0):
        transforms = stand.transforms(detours)
        missing = {side: np.zeros((len(knots), 3)) for side in detours}
        most = 0.0
        for touch, frame in zip(touches, frames, strict=True):
            error = error_of(touch, transforms[frame])
            most = max(most, float(np.linalg.norm(error)))
            shares = {touch.contact.side: -1.0}
            if touch.contact.shared or (yields and turn > 1 and _on_other_arm(touch, stand)):
                shares = dict(zip(_both(touch.contact.side), (-0.5, 0.5), strict=True))
            for side, share in shares.items():
                missing[side][knots.index(frame)] += share * error
        if most < _NEAR:
            break
        detours = {
            side: replace(detour, push=detour.push + between(knots, missing[side], len(stand.chest)))
            for side, detour in detours.items()
        }
    return detours


def _on_other_arm(touch: Touch, stand: _Stand) -> bool:
    """Whether the other hand can come to meet a hand that falls short of it."""
    other = _both(touch.contact.side)[1]
    return other in stand.ways and touch.contact.place.joint in _arm_joints(stand.figure, other)[1:]


def _both(side: str) -> tuple[str, str]:
    return side, "left" if side == "right" else "right"


def _arm_joints(figure: Figure, side: str) -> list[int]:
    hand = joints.LEFT_HAND if side == "left" else joints.RIGHT_HAND
    return [*figure.arms[side].joints, *range(joints.COUNT)[hand]]


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
