"""Where both hands are at a goal: wrist and turn that bring the part of the hand to its place."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.arrival import Arrival, Stage, middle_of
from pipeline.compose.figure import Grasp
from pipeline.compose.goals import Goal, Plan, neutral
from pipeline.compose.manner import OtherHand
from pipeline.compose.meeting import at_base, together
from pipeline.compose.reaching import arrived, place_of
from pipeline.compose.space import neutral_point
from pipeline.compose.turning import turned_hand
from pipeline.motion import joints

Array = NDArray[np.float64]


def arrivals(plan: Plan, index: int, stage: Stage, before: dict[str, list[Arrival]]) -> dict[str, Arrival]:
    """Both hands, or the one, at goal `index` of a plan; `before` are the arrivals at all earlier goals."""
    goals = {side: goals[index] for side, goals in plan.goals.items()}
    lead = goals[plan.lead]
    if len(goals) == 1:
        return {plan.lead: _alone(plan.lead, lead, stage, before, None)}
    other = goals[plan.other]
    if plan.hands is not OtherHand.BASE and lead.meeting is not None:
        return together(plan, lead, other, stage, before)
    base = _alone(plan.other, other, stage, before, None)
    if lead.meeting is not None:
        return {plan.lead: at_base(plan, lead, base, stage, before), plan.other: base}
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
        turn = turned_hand(side, goal, stage, lambda turns: point - turns @ middle_of(side), None)
        return Arrival(point - turn @ middle_of(side), turn, grasp)
    place, normal, spot = place_of(goal.location, side, stage, base)
    return arrived(side, goal, grasp, stage, (place, normal, spot))


def _shifted(side: str, goal: Goal, grasp: Grasp, stage: Stage, before: list[Arrival]) -> Arrival:
    """Moved from an earlier arrival, and perhaps turned about the wrist."""
    old = before[goal.since]
    wrist = old.wrist + goal.shift
    if not goal.shift.any():
        if not goal.turned:
            return Arrival(wrist, old.turn, grasp, old.contact, old.point)
        turn = turned_hand(side, goal, stage, lambda turns: np.broadcast_to(wrist, (len(turns), 3)), old.turn)
        return Arrival(wrist, turn, grasp)
    middle = old.middle(side) + goal.shift
    turn = turned_hand(side, goal, stage, lambda turns: middle - turns @ middle_of(side), old.turn)
    return Arrival(middle - turn @ middle_of(side), turn, grasp)
