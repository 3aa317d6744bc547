"""Where both hands are at a goal: wrist and turn that bring the part of the hand to its place."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import posture
from pipeline.compose.arrival import Arrival, Stage, middle_of
from pipeline.compose.clearance import around
from pipeline.compose.figure import Grasp
from pipeline.compose.goals import Goal, Plan, neutral
from pipeline.compose.manner import OtherHand
from pipeline.compose.meeting import at_base, mirror_images, mirrored, together
from pipeline.compose.orientation import possible_turns
from pipeline.compose.reaching import arrived, place_of
from pipeline.compose.space import neutral_point
from pipeline.compose.turning import Regard, turned_hand
from pipeline.motion import joints

Array = NDArray[np.float64]

_ROOM = np.arange(0.0, 0.10, 0.03)
"""Metres that are tried."""
_FARTHER = 1.5
"""What ten centimetres of them cost."""


def arrivals(plan: Plan, index: int, stage: Stage, before: dict[str, list[Arrival]]) -> dict[str, Arrival]:
    """Both hands, or the one, at goal `index` of a plan; `before` are the arrivals at all earlier goals."""
    goals = {side: goals[index] for side, goals in plan.goals.items()}
    lead = goals[plan.lead]
    if len(goals) == 1:
        return {plan.lead: _alone(plan.lead, lead, stage, before, None)}
    other = goals[plan.other]
    if plan.hands is not OtherHand.BASE and lead.meeting is not None:
        return together(plan, lead, other, stage, before)
    if plan.hands is OtherHand.MIRRORED:
        first = _alone(plan.lead, lead, stage, before, None)
        alike = mirror_images(lead, other) and not lead.touches
        image = mirrored(first.turn) if alike else None
        return {plan.lead: first, plan.other: _alone(plan.other, other, stage, before, None, image)}
    base = _alone(plan.other, other, stage, before, None)
    if lead.meeting is not None:
        grasp = stage.figure.grasp(lead.shape, plan.lead)
        regard = Regard(_since(lead, before[plan.lead]), around=around(plan.lead, grasp, stage, base))
        return {plan.lead: at_base(plan, lead, base, stage, regard), plan.other: base}
    return {plan.lead: _alone(plan.lead, lead, stage, before, base), plan.other: base}


def _since(goal: Goal, before: list[Arrival]) -> Array | None:
    """The turn that a hand comes from (3, 3)."""
    return before[goal.since].turn if before else None


def _alone(
    side: str,
    goal: Goal,
    stage: Stage,
    before: dict[str, list[Arrival]],
    base: Arrival | None,
    image: Array | None = None,
) -> Arrival:
    """A hand by itself or at a base hand; `image` (3, 3) is its turn as the other hand's mirror image."""
    grasp = stage.figure.grasp(goal.shape, side)
    obstacles = around(side, grasp, stage, base)
    regard = Regard(_since(goal, before[side]), mirrored=image, around=obstacles)
    if goal.location is None:
        return _shifted(side, goal, grasp, stage, before[side][goal.since], replace(regard, moving=True))
    if neutral(goal.location):
        point = _in_space(side, goal, stage)
        turn = turned_hand(side, goal, stage, lambda turns: point - turns @ middle_of(side), regard)
        return Arrival(point - turn @ middle_of(side), turn, grasp)
    return arrived(side, goal, grasp, stage, place_of(goal.location, side, stage, base), regard)


def _in_space(side: str, goal: Goal, stage: Stage) -> Array:
    """Where the middle of a hand is (3,) whose goal is in the space in front."""
    assert goal.location is not None
    out = 1.0 if side == "left" else -1.0
    shoulder = stage.figure.rest_joints[joints.INDEX[f"{side}_shoulder"]]
    point = neutral_point(stage.figure.marks, goal.location, out, float(shoulder[2]))
    point = stage.space[:, :3] @ point + stage.space[:, 3] + np.array(goal.location.offset) / 100
    return np.asarray(point + _room(side, goal, stage, point) * stage.space[:, 2])


def _room(side: str, goal: Goal, stage: Stage, point: Array) -> float:
    """Metres by which a hand in the space in front is farther out than usual, so that its arm has room."""
    turns = possible_turns(side, goal.fingers, goal.palm)
    wrists = (point - turns @ middle_of(side))[None] + _ROOM[:, None, None] * [0.0, 0.0, 1.0]
    flat, every = wrists.reshape(-1, 3), np.tile(turns, (len(_ROOM), 1, 1))
    cost = posture.costs(stage.figure.arms[side], stage.shoulder(side, flat), flat, every).min(axis=1)
    best = cost.reshape(len(_ROOM), -1).min(axis=1) + _FARTHER * (_ROOM / 0.1) ** 2
    return float(_ROOM[best.argmin()])


def _shifted(side: str, goal: Goal, grasp: Grasp, stage: Stage, old: Arrival, regard: Regard) -> Arrival:
    """Moved from an earlier arrival, and perhaps turned about the wrist."""
    wrist = old.wrist + goal.shift
    if not goal.shift.any():
        if not goal.turned:
            return Arrival(wrist, old.turn, grasp, old.contact, old.point)
        turn = turned_hand(side, goal, stage, lambda turns: np.broadcast_to(wrist, (len(turns), 3)), regard)
        return Arrival(wrist, turn, grasp)
    middle = old.middle(side) + goal.shift
    turn = turned_hand(side, goal, stage, lambda turns: middle - turns @ middle_of(side), regard)
    return Arrival(middle - turn @ middle_of(side), turn, grasp)
