"""Two hands that meet: by parts of them, crossed, interlocked, or the leading one at the base hand."""

from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.arrival import Arrival, Contact, Stage
from pipeline.compose.carry import carried
from pipeline.compose.clearance import around
from pipeline.compose.description import Location
from pipeline.compose.goals import Goal, Plan, neutral
from pipeline.compose.orientation import FACES, rest_frame
from pipeline.compose.places import Distance, HandPart, Place
from pipeline.compose.reaching import arrived, first_of, place_of, wrists_of
from pipeline.compose.space import GAP, neutral_point
from pipeline.compose.surface import Spot
from pipeline.compose.turning import Regard, turned_hand
from pipeline.fitting.freedoms import FINGERS
from pipeline.motion import joints

Array = NDArray[np.float64]
_BETWEEN_FINGERS = 0.022
"""Metres from the middle of one spread finger to the next."""
_MIRROR = np.diag([-1.0, 1.0, 1.0])


def together(
    plan: Plan, lead: Goal, other: Goal, stage: Stage, before: dict[str, list[Arrival]]
) -> dict[str, Arrival]:
    """Two hands that meet where the leading one's location is."""
    meeting = lead.meeting
    assert meeting is not None
    out = 1.0 if plan.lead == "left" else -1.0
    flip = plan.lead == "left"
    way = np.array([out, 0.0, 0.0])
    if meeting.where is not None:
        way = np.array(meeting.where.vector) * (-1.0 if flip else 1.0, 1.0, 1.0)
    gap = GAP[meeting.distance]
    middle = _meeting_point(plan, lead, stage, before)
    if meeting.interlocked:
        return _interlocked(plan, {plan.lead: lead, plan.other: other}, stage, middle)
    if meeting.crossed:
        way = np.array([0.0, 0.0, 1.0]) if meeting.where is None else way
    parts = {
        plan.lead: (lead, meeting.by, way, stage.figure.grasp(lead.shape, plan.lead)),
        plan.other: (other, meeting.to or meeting.by, -way, stage.figure.grasp(other.shape, plan.other)),
    }
    alike = not meeting.crossed and meeting.to in (None, meeting.by) and mirror_images(lead, other)
    found: dict[str, Arrival] = {}
    touched: dict[str, Spot] = {}
    for side, (goal, part, outwards, grasp) in parts.items():
        usual = HandPart.WRIST if meeting.crossed else None
        members = stage.figure.members(part or usual, grasp, side)
        skin = grasp.skin[members]
        target = middle + outwards * gap / 2
        wrists = partial(wrists_of, skin, target, outwards)
        first = found.get(plan.lead)
        image = mirrored(first.turn) if first and alike else None
        regard = Regard(mirrored=image, firm=True, around=around(side, grasp, stage, first))
        turn = turned_hand(side, replace(goal, by=part or goal.by), stage, wrists, regard, outwards)
        vertex = int(first_of(skin, outwards, turn[None])[0])
        touched[side] = stage.figure.vertex(int(stage.figure.hands[side].members[members[vertex]]))
        found[side] = Arrival(wrists(turn[None])[0], turn, grasp, None, skin[vertex])
    if meeting.distance is Distance.TOUCH:
        contact = Contact(touched[plan.lead], touched[plan.other], np.zeros(3), plan.lead, shared=True)
        found[plan.lead] = replace(found[plan.lead], contact=contact)
    return found


def at_base(plan: Plan, lead: Goal, base: Arrival, stage: Stage, regard: Regard) -> Arrival:
    """The leading hand brought to a part of the base hand."""
    meeting = lead.meeting
    assert meeting is not None
    side, other = plan.lead, plan.other
    members = stage.figure.members(meeting.to, base.grasp, other)
    skin = base.grasp.skin[members]
    if meeting.where is not None:
        way = np.array(meeting.where.vector) * (-1.0 if side == "left" else 1.0, 1.0, 1.0)
    else:
        face = np.array(FACES[meeting.to] if meeting.to else (0, 1, 0), float)
        way = base.turn @ rest_frame(other) @ face
        way = way / np.linalg.norm(way)
    vertex = int((skin @ (base.turn.T @ way)).argmax())
    spot = stage.figure.vertex(int(stage.figure.hands[other].members[members[vertex]]))
    place = spot.places(carried(stage, base, other)[None])[0]
    location = Location(Place.HAND, distance=meeting.distance)
    goal = replace(lead, location=location, by=meeting.by or lead.by)
    return arrived(side, goal, stage.figure.grasp(lead.shape, side), stage, (place, way, spot), regard)


def _interlocked(plan: Plan, goals: dict[str, Goal], stage: Stage, middle: Array) -> dict[str, Arrival]:
    """Two hands whose fingers lie between each other's, those of the leading hand above."""
    found: dict[str, Arrival] = {}
    for side, goal in goals.items():
        grasp = stage.figure.grasp(goal.shape, side)
        fingers = np.isin(
            stage.figure.hands[side].owner, [joints.INDEX[f"{side}_{name}2"] for name in FINGERS]
        )
        share = 1.0 if side == plan.lead else -1.0
        point = grasp.skin[fingers].mean(axis=0) - share * _BETWEEN_FINGERS / 4 * rest_frame(side)[:, 2]
        turn = turned_hand(side, goal, stage, partial(_held_at, middle, point))
        found[side] = Arrival(middle - turn @ point, turn, grasp)
    return found


def _held_at(place: Array, point: Array, turns: Array) -> Array:
    """Where the wrist is (N, 3) when a point of the hand (3,) is at a place."""
    return np.asarray(place - turns @ point)


def mirror_images(goal: Goal, other: Goal) -> bool:
    """Whether both hands have the same shape and are asked to be turned like mirror images."""

    def same(one: Array | None, two: Array | None) -> bool:
        return one is two if one is None or two is None else np.allclose(one * [-1.0, 1.0, 1.0], two)

    return goal.shape == other.shape and same(goal.palm, other.palm) and same(goal.fingers, other.fingers)


def mirrored(turn: Array) -> Array:
    """The turn (3, 3) of a hand that is the mirror image of another."""
    return np.asarray(_MIRROR @ turn @ _MIRROR)


def _meeting_point(plan: Plan, lead: Goal, stage: Stage, before: dict[str, list[Arrival]]) -> Array:
    """Half-way between the hands."""
    if lead.location is None:
        sides = (plan.lead, plan.other)
        old = [before[side][lead.since].middle(side) for side in sides]
        shift = np.array([0.0, lead.shift[1], lead.shift[2]])
        return np.asarray((old[0] + old[1]) / 2 + shift)
    if neutral(lead.location):
        shoulder = stage.figure.rest_joints[joints.INDEX[f"{plan.lead}_shoulder"]]
        out = 1.0 if plan.lead == "left" else -1.0
        point = neutral_point(stage.figure.marks, lead.location, out, float(shoulder[2]))
        if lead.location.side is None:
            point[0] = 0.0
        return point + np.array(lead.location.offset) / 100
    place, normal, _ = place_of(lead.location, plan.lead, stage, None)
    return place + normal * max(GAP[lead.location.distance or Distance.NEAR], 0.04)
