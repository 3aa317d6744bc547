"""Where a hand is when it arrives: wrist and turn that bring the part of the hand to its place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import product

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import posture
from pipeline.compose.carry import carried
from pipeline.compose.description import Location
from pipeline.compose.figure import Figure, Grasp
from pipeline.compose.goals import Goal, Plan, Stroke, mirrored_location, neutral
from pipeline.compose.manner import OtherHand
from pipeline.compose.orientation import FACES, possible_turns, rest_frame
from pipeline.compose.places import ARM, HAND, Distance, HandPart, Place, Side
from pipeline.compose.space import BESIDE, GAP, neutral_point
from pipeline.compose.surface import Spot
from pipeline.fitting.freedoms import FINGERS
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix, log, matrix_to_quaternion

Array = NDArray[np.float64]

MIDDLE = 0.085
"""Metres from the wrist towards the knuckles of the middle of a hand, which moves along paths."""
_ALIGNED = 3.0
"""How much it matters that a part of the hand faces its place when the description leaves that open."""


_TILTED = (8.0, 16.0, 26.0, 36.0)
"""Degrees by which a hand may be turned from what is asked where the arm cannot do it."""
_TILT = 1.6
"""What ten degrees of it cost."""
_BETWEEN_FINGERS = 0.022
"""Metres from the middle of one spread finger to the next."""
_MIRROR = np.diag([-1.0, 1.0, 1.0])


@dataclass(frozen=True, slots=True, eq=False)
class Contact:
    """Two points of the skin that should be `apart` (3,) from each other, the second from the first."""

    hand: Spot  # of the hand of `side`
    place: Spot
    apart: Array
    side: str
    shared: bool  # both hands move until they meet


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """A hand at a goal."""

    wrist: Array  # (3,)
    turn: Array  # (3, 3), global
    grasp: Grasp
    contact: Contact | None = None
    point: Array | None = None  # (3,), the part of the hand in contact, in the wrist's frame

    def middle(self, side: str) -> Array:
        """The middle of the hand (3,)."""
        place: Array = self.wrist + self.turn @ middle_of(side)
        return place


def middle_of(side: str) -> Array:
    """The middle of a hand in the wrist's frame (3,)."""
    middle: Array = MIDDLE * rest_frame(side)[:, 0] + 0.012 * rest_frame(side)[:, 1]
    return middle


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The body at the moment of a goal, but for its arms."""

    figure: Figure
    transforms: Array  # (55, 3, 4), skinning transforms

    def shoulder(self, side: str, wrists: Array) -> Array:
        """Where the shoulder is for wrists (N, 3)."""
        arm = self.figure.arms[side]
        collar = arm.joints[0]
        parent = self.transforms[joints.INDEX["spine3"]]
        root = parent[:, :3] @ self.figure.rest_joints[collar] + parent[:, 3]
        count = len(wrists)
        chest, roots = np.tile(parent[:, :3], (count, 1, 1)), np.tile(root, (count, 1))
        return posture.collars(arm, chest, roots, wrists, np.zeros(count))[1]


def arrivals(plan: Plan, index: int, stage: Stage, before: dict[str, list[Arrival]]) -> dict[str, Arrival]:
    """Both hands, or the one, at goal `index` of a plan; `before` are the arrivals at all earlier goals."""
    goals = {side: goals[index] for side, goals in plan.goals.items()}
    lead = goals[plan.lead]
    if len(goals) == 1:
        return {plan.lead: _alone(plan.lead, lead, stage, before, None)}
    other = goals[plan.other]
    if plan.hands is not OtherHand.BASE and lead.meeting is not None:
        return _together(plan, lead, other, stage, before)
    base = _alone(plan.other, other, stage, before, None)
    if lead.meeting is not None:
        return {plan.lead: _meeting_base(plan, lead, base, stage, before), plan.other: base}
    return {plan.lead: _alone(plan.lead, lead, stage, before, base), plan.other: base}


def _alone(
    side: str, goal: Goal, stage: Stage, before: dict[str, list[Arrival]], base: Arrival | None
) -> Arrival:
    grasp = stage.figure.grasp(goal.shape, side)
    if goal.location is None:
        return _shifted(side, goal, grasp, stage, before[side])
    if neutral(goal.location):
        out = 1.0 if side == "left" else -1.0
        shoulder = stage.figure.rest_joints[joints.INDEX[f"{side}_shoulder"]]
        point = neutral_point(stage.figure.marks, goal.location, out, float(shoulder[2]))
        chest = stage.transforms[joints.INDEX["spine3"]]
        point = chest[:, :3] @ point + chest[:, 3] + np.array(goal.location.offset) / 100
        turn = _turn(side, goal, stage, lambda turns: point - turns @ middle_of(side), None)
        return Arrival(point - turn @ middle_of(side), turn, grasp)
    place, normal, spot = _place(goal.location, side, stage, base)
    return _at(side, goal, grasp, stage, (place, normal, spot))


def _shifted(side: str, goal: Goal, grasp: Grasp, stage: Stage, before: list[Arrival]) -> Arrival:
    """Moved from an earlier arrival, and perhaps turned about the wrist."""
    old = before[goal.since]
    wrist = old.wrist + goal.shift
    if not goal.shift.any():
        if not goal.turned:
            return Arrival(wrist, old.turn, grasp, old.contact, old.point)
        turn = _turn(side, goal, stage, lambda turns: np.broadcast_to(wrist, (len(turns), 3)), old.turn)
        return Arrival(wrist, turn, grasp)
    middle = old.middle(side) + goal.shift
    turn = _turn(side, goal, stage, lambda turns: middle - turns @ middle_of(side), old.turn)
    return Arrival(middle - turn @ middle_of(side), turn, grasp)


def _place(location: Location, side: str, stage: Stage, base: Arrival | None) -> tuple[Array, Array, Spot]:
    """Where a location is, where its skin faces, and its point of the skin."""
    spot = stage.figure.spot(location, side)
    transforms = stage.transforms[None]
    if base is not None and (location.place in HAND or location.place in ARM):
        transforms = carried(stage, base, "left" if side == "right" else "right")[None]
    place, normal = spot.places(transforms)[0], spot.normals(transforms)[0]
    if location.between is not None:
        second = stage.figure.spot(location, side, location.between)
        place = (place + second.places(transforms)[0]) / 2
        normal = normal + second.normals(transforms)[0]
        normal = normal / max(float(np.linalg.norm(normal)), 1e-9)
    if location.side in (Side.FAR_LEFT, Side.FAR_RIGHT):
        place = place + BESIDE * (1.0 if location.side is Side.FAR_LEFT else -1.0) * np.array([1.0, 0, 0])
    offset = np.array(location.offset) / 100
    return place + offset, normal, spot


def _at(side: str, goal: Goal, grasp: Grasp, stage: Stage, where: tuple[Array, Array, Spot]) -> Arrival:
    place, normal, spot = where
    assert goal.location is not None
    distance = goal.location.distance or Distance.NEAR
    target = place + normal * GAP[distance]
    members = stage.figure.members(goal.by, grasp, side)
    skin = grasp.skin[members]

    turn = _turn(side, goal, stage, partial(_wrists, skin, target, normal), None, normal)
    first = int(_first(skin, normal, turn[None])[0])
    touched = members[first]
    contact = None
    if distance is Distance.TOUCH:
        vertex = stage.figure.vertex(int(stage.figure.hands[side].members[touched]))
        apart = np.zeros(3) if not _moved(goal.location) else place - _plain(spot, stage)
        contact = Contact(vertex, spot, apart, side, shared=False)
    point = grasp.skin[touched] if contact else None
    return Arrival(_wrists(skin, target, normal, turn[None])[0], turn, grasp, contact, point)


def brushed(plan: Plan, stroke: Stroke, stage: Stage, turn: Array) -> Contact:
    """The contact of a leading hand turned by (3, 3) that brushes a place in the course of a stroke."""
    assert stroke.movement is not None and stroke.movement.brush is not None
    side, goal = plan.lead, plan.goals[plan.lead][stroke.end]
    location = mirrored_location(stroke.movement.brush, side == "left")
    place, normal, spot = _place(location, side, stage, None)
    grasp = stage.figure.grasp(goal.shape, side)
    members = stage.figure.members(goal.by, grasp, side)
    first = members[_first(grasp.skin[members], normal, turn[None])[0]]
    vertex = stage.figure.vertex(int(stage.figure.hands[side].members[first]))
    return Contact(vertex, spot, place - _plain(spot, stage), side, shared=False)


def _first(skin: Array, normal: Array, turns: Array) -> NDArray[np.int64]:
    """Which of a hand's skin (S, 3) comes first to a place that faces `normal`, (N,) for turns (N, 3, 3)."""
    return np.asarray((skin @ (turns.transpose(0, 2, 1) @ -normal)[..., None])[..., 0].argmax(axis=1))


def _wrists(skin: Array, target: Array, normal: Array, turns: Array) -> Array:
    """Where the wrist is (N, 3) when that skin is at the target."""
    points = np.einsum("nij,nj->ni", turns, skin[_first(skin, normal, turns)])
    return np.asarray(target - points)


@cache
def _tilts() -> Array:
    """Small turns (N, 3, 3) by which a hand may deviate where the arm cannot do what is asked."""
    ways = np.array([way for way in product((-1, 0, 1), repeat=3) if any(way)], float)
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    vectors = np.concatenate([np.zeros((1, 3)), *(ways * np.radians(angle) for angle in _TILTED)])
    return np.asarray(axis_angle_to_matrix(vectors))


@cache
def _tilt_costs() -> Array:
    count = (len(_tilts()) - 1) // len(_TILTED)
    angles = np.concatenate([[0.0], *(np.full(count, angle) for angle in _TILTED)])
    return np.asarray(_TILT * (angles / 10.0) ** 1.5)


def _moved(location: Location) -> bool:
    return (
        any(location.offset)
        or location.between is not None
        or location.side in (Side.FAR_LEFT, Side.FAR_RIGHT)
    )


def _plain(spot: Spot, stage: Stage) -> Array:
    place: Array = spot.places(stage.transforms[None])[0]
    return place


def _together(
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
    alike = not meeting.crossed and meeting.to in (None, meeting.by) and _mirror_images(lead, other)
    found: dict[str, Arrival] = {}
    touched: dict[str, Spot] = {}
    for side, (goal, part, outwards, grasp) in parts.items():
        usual = HandPart.WRIST if meeting.crossed else None
        members = stage.figure.members(part or usual, grasp, side)
        skin = grasp.skin[members]
        target = middle + outwards * gap / 2
        wrists = partial(_wrists, skin, target, outwards)
        if found and alike:
            turn = _MIRROR @ found[plan.lead].turn @ _MIRROR
        else:
            turn = _turn(side, _replaced(goal, part), stage, wrists, None, outwards)
        vertex = int(_first(skin, outwards, turn[None])[0])
        touched[side] = stage.figure.vertex(int(stage.figure.hands[side].members[members[vertex]]))
        found[side] = Arrival(wrists(turn[None])[0], turn, grasp, None, skin[vertex])
    if meeting.distance is Distance.TOUCH:
        contact = Contact(touched[plan.lead], touched[plan.other], np.zeros(3), plan.lead, shared=True)
        found[plan.lead] = replace(found[plan.lead], contact=contact)
    return found


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
        turn = _turn(side, goal, stage, partial(_held_at, middle, point), None)
        found[side] = Arrival(middle - turn @ point, turn, grasp)
    return found


def _held_at(place: Array, point: Array, turns: Array) -> Array:
    """Where the wrist is (N, 3) when a point of the hand (3,) is at a place."""
    return np.asarray(place - turns @ point)


def _mirror_images(goal: Goal, other: Goal) -> bool:
    """Whether both hands have the same shape and are asked to be turned like mirror images."""

    def same(one: Array | None, two: Array | None) -> bool:
        return one is two if one is None or two is None else np.allclose(one * [-1.0, 1.0, 1.0], two)

    return goal.shape == other.shape and same(goal.palm, other.palm) and same(goal.fingers, other.fingers)


def _replaced(goal: Goal, part: HandPart | None) -> Goal:
    return replace(goal, by=part or goal.by)


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
    place, normal, _ = _place(lead.location, plan.lead, stage, None)
    return place + normal * max(GAP[lead.location.distance or Distance.NEAR], 0.04)


def _meeting_base(
    plan: Plan, lead: Goal, base: Arrival, stage: Stage, before: dict[str, list[Arrival]]
) -> Arrival:
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
    return _at(side, goal, stage.figure.grasp(lead.shape, side), stage, (place, way, spot))


def _turn(
    side: str,
    goal: Goal,
    stage: Stage,
    wrists_of: Callable[[Array], Array],
    old: Array | None,
    normal: Array | None = None,
) -> Array:
    """The hand's turn (3, 3) that agrees with the goal, is comfortable and faces the place."""
    kept = old is not None and not goal.turned
    turns = old[None] if old is not None and kept else possible_turns(side, goal.fingers, goal.palm)
    exact = len(turns) == 1
    if exact:
        turns = _tilts() @ turns[0]
    wrists = wrists_of(turns)
    shoulders = stage.shoulder(side, wrists)
    cost = posture.costs(stage.figure.arms[side], shoulders, wrists, turns).min(axis=1)
    if exact:
        return np.asarray(turns[int((cost + _tilt_costs()).argmin())])
    if normal is not None:
        face = np.array(FACES[goal.by] if goal.by else (1.0, 0.6, 0.0))
        facing = turns @ (rest_frame(side) @ (face / np.linalg.norm(face)))
        cost = cost + _ALIGNED * (1 + facing @ normal)
    if old is not None:
        apart = np.linalg.norm(log(matrix_to_quaternion(old.T @ turns)), axis=1)
        cost = cost + 2.0 * apart**2
    return np.asarray(turns[int(cost.argmin())])
