"""When which points of the skin should touch: where hands arrive, along the skin and in passing."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import avoidance
from pipeline.compose.arrival import Arrival, Contact, Stage
from pipeline.compose.description import Movement
from pipeline.compose.figure import Figure
from pipeline.compose.goals import Plan, Stroke
from pipeline.compose.manner import OtherHand
from pipeline.compose.reaching import brushed
from pipeline.compose.schedule import Schedule
from pipeline.compose.surface import Spot
from pipeline.motion import joints

if TYPE_CHECKING:
    from pipeline.compose.ways import Way

Array = NDArray[np.float64]

_REACH = 0.16
"""Metres around a place within which its skin is looked at."""
_FINE = 0.006
"""Metres over which the height of the skin is averaged."""


@dataclass(frozen=True, slots=True, eq=False)
class Touch:
    """A contact that the description asks for, at a frame in which it should be there."""

    contact: Contact
    frame: int


def error_of(touch: Touch, transforms: Array) -> Array:
    """How far the hand's point is from where it should be, (3,) metres, for transforms (55, 3, 4)."""
    here = transforms[None]
    wanted = touch.contact.place.places(here)[0] + touch.contact.apart
    error: Array = touch.contact.hand.places(here)[0] - wanted
    return error


def touches_of(
    figure: Figure,
    plan: Plan,
    reached: dict[str, list[Arrival]],
    schedule: Schedule,
    ways: dict[str, "Way"],
    transforms: Array,
) -> tuple[Touch, ...]:
    """The contacts of a sign in the order of its frames; `transforms` (T, 55, 3, 4) are those of the sign."""
    found = [
        Touch(contact, frame)
        for frame, goal in schedule.visits()
        for side in reached
        if (contact := reached[side][goal].contact) is not None
    ]
    for index, stroke in enumerate(schedule.strokes):
        span = range(schedule.starts[index], schedule.starts[index + 1] + 1)
        for side, arrivals in reached.items():
            movement = _movement_of(plan, side, stroke)
            ends = arrivals[stroke.start], arrivals[stroke.end]
            if movement is not None and movement.slide:
                found += _slid(figure, ends, span, schedule, ways[side], transforms)
            if movement is not None and movement.brush is not None and side == plan.lead:
                frame = span[len(span) // 2]
                here = transforms[frame - schedule.first]
                stage = Stage(figure, here, here[joints.INDEX["spine3"]])
                turn = ways[side].turns[frame - schedule.first]
                contact = brushed(plan, stroke, stage, turn)
                found.append(Touch(contact, frame))
    once = {(touch.contact.side, touch.frame): touch for touch in reversed(found)}
    return tuple(sorted(once.values(), key=lambda touch: touch.frame))


def pins_of(touches: tuple[Touch, ...], schedule: Schedule, transforms: Array) -> list[avoidance.Pin]:
    """What stays together in the frames of the sign, whose transforms are (T, 55, 3, 4)."""
    pins = []
    for touch in touches:
        frame, contact = touch.frame - schedule.first, touch.contact
        here = transforms[[frame]]
        point, place = contact.hand.places(here)[0], contact.place.places(here)[0]
        pins.append(avoidance.Pin(frame, contact.side, point, place, contact.place.joint))
    return pins


def _movement_of(plan: Plan, side: str, stroke: Stroke) -> Movement | None:
    """What the hand of a side does in a stroke."""
    movement = stroke.movement
    if movement is None or side == plan.lead:
        return movement
    return movement.other if movement.other or plan.hands is OtherHand.BASE else movement


def _slid(
    figure: Figure,
    ends: tuple[Arrival, Arrival],
    span: range,
    schedule: Schedule,
    way: "Way",
    transforms: Array,
) -> list[Touch]:
    """Contacts with the skin along which a hand slides between arrivals, one of them in contact."""
    known = 0 if ends[0].contact is not None else -1
    contact, point = ends[known].contact, ends[known].point
    if contact is None or point is None:
        return []
    frames = np.array(span) - schedule.first
    points = way.wrists[frames] + way.turns[frames] @ point
    joint, normal = contact.place.joint, contact.place.normal
    across = (points - points[known]) @ transforms[frames[known], joint, :, :3]
    across = across - np.outer(across @ normal, normal)
    place = contact.place.carried[:, :3].sum(axis=0)
    heights = _heights(figure, place, normal, joint, across)
    rest = place + across + np.outer(heights - heights[known], normal)
    result = []
    for index, frame in enumerate(span):
        if (index == 0 and ends[0].contact) or (index == len(span) - 1 and ends[1].contact):
            continue
        carried = np.zeros((joints.COUNT, 4))
        carried[joint] = [*rest[index], 1.0]
        result.append(Touch(replace(contact, place=Spot(carried, normal, joint)), frame))
    return result


def _heights(figure: Figure, place: Array, normal: Array, joint: int, across: Array) -> Array:
    """How high the skin is above the plane at a place, at points (N, 3) of that plane; metres, at rest."""
    skin = figure.skin
    from_place = skin.vertices - place
    high = from_place @ normal
    flat = from_place - np.outer(high, normal)
    near = (np.linalg.norm(from_place, axis=1) < _REACH) & (skin.normals @ normal > 0.1) & (skin.owner >= 0)
    same_limb = np.isin(skin.owner, _limb(joint))
    chosen = np.flatnonzero(near & same_limb)
    result = np.zeros(len(across))
    for index, point in enumerate(across):
        apart = ((point - flat[chosen]) ** 2).sum(axis=1)
        weights = np.exp(-0.5 * (apart - apart.min()) / _FINE**2)
        result[index] = weights @ high[chosen] / weights.sum()
    return result


def _limb(joint: int) -> list[int]:
    """The joints whose skin goes on from that of a joint: an arm with its hand, or the rest."""
    name = joints.NAMES[joint]
    for side, hand in (("left", joints.LEFT_HAND), ("right", joints.RIGHT_HAND)):
        arm = [joints.INDEX[f"{side}_{part}"] for part in ("shoulder", "elbow", "wrist")]
        arm += range(joints.COUNT)[hand]
        if joint in arm:
            return arm
    arms = {*_limb(joints.INDEX["left_wrist"]), *_limb(joints.INDEX["right_wrist"])}
    return [other for other in range(joints.COUNT) if other not in arms and name]
