"""A hand brought to a place: the part of its skin that comes first is where the place is."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.arrival import Arrival, Contact, Stage
from pipeline.compose.carry import carried
from pipeline.compose.description import Location
from pipeline.compose.figure import Grasp
from pipeline.compose.goals import Goal, Plan, Stroke, mirrored_location
from pipeline.compose.places import ARM, HAND, Distance, Side
from pipeline.compose.space import BESIDE, GAP
from pipeline.compose.surface import Spot
from pipeline.compose.turning import FREE, Regard, turned_hand

Array = NDArray[np.float64]


def place_of(location: Location, side: str, stage: Stage, base: Arrival | None) -> tuple[Array, Array, Spot]:
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


def arrived(
    side: str,
    goal: Goal,
    grasp: Grasp,
    stage: Stage,
    where: tuple[Array, Array, Spot],
    regard: Regard = FREE,
) -> Arrival:
    """A hand at a place (3,) whose skin faces a normal (3,), at the distance that the goal asks for."""
    place, normal, spot = where
    assert goal.location is not None
    distance = goal.location.distance or Distance.NEAR
    target = place + normal * GAP[distance]
    members = stage.figure.members(goal.by, grasp, side)
    skin = grasp.skin[members]

    turn = turned_hand(side, goal, stage, partial(wrists_of, skin, target, normal), regard, normal)
    first = int(first_of(skin, normal, turn[None])[0])
    touched = members[first]
    contact = None
    if distance is Distance.TOUCH:
        vertex = stage.figure.vertex(int(stage.figure.hands[side].members[touched]))
        apart = np.zeros(3) if not _moved(goal.location) else place - _plain(spot, stage)
        contact = Contact(vertex, spot, apart, side, shared=False)
    point = grasp.skin[touched] if contact else None
    return Arrival(wrists_of(skin, target, normal, turn[None])[0], turn, grasp, contact, point)


def brushed(plan: Plan, stroke: Stroke, stage: Stage, turn: Array) -> Contact:
    """The contact of a leading hand turned by (3, 3) that brushes a place in the course of a stroke."""
    assert stroke.movement is not None and stroke.movement.brush is not None
    side, goal = plan.lead, plan.goals[plan.lead][stroke.end]
    location = mirrored_location(stroke.movement.brush, side == "left")
    place, normal, spot = place_of(location, side, stage, None)
    grasp = stage.figure.grasp(goal.shape, side)
    members = stage.figure.members(goal.by, grasp, side)
    first = members[first_of(grasp.skin[members], normal, turn[None])[0]]
    vertex = stage.figure.vertex(int(stage.figure.hands[side].members[first]))
    return Contact(vertex, spot, place - _plain(spot, stage), side, shared=False)


def first_of(skin: Array, normal: Array, turns: Array) -> NDArray[np.int64]:
    """Which of a hand's skin (S, 3) comes first to a place that faces `normal`, (N,) for turns (N, 3, 3)."""
    return np.asarray((skin @ (turns.transpose(0, 2, 1) @ -normal)[..., None])[..., 0].argmax(axis=1))


def wrists_of(skin: Array, target: Array, normal: Array, turns: Array) -> Array:
    """Where the wrist is (N, 3) when that skin is at the target."""
    points = np.einsum("nij,nj->ni", turns, skin[first_of(skin, normal, turns)])
    return np.asarray(target - points)


def _moved(location: Location) -> bool:
    return (
        any(location.offset)
        or location.between is not None
        or location.side in (Side.FAR_LEFT, Side.FAR_RIGHT)
    )


def _plain(spot: Spot, stage: Stage) -> Array:
    place: Array = spot.places(stage.transforms[None])[0]
    return place
