"""From the description of a sign to a motion of a body."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.compose.arrival import Arrival, Stage
from pipeline.compose.description import Description
from pipeline.compose.figure import Figure, figure_of
from pipeline.compose.giving_way import given_way
from pipeline.compose.goals import Plan, plan_of
from pipeline.compose.moments import moments
from pipeline.compose.perform import performed
from pipeline.compose.schedule import scheduled
from pipeline.compose.solve import arrivals
from pipeline.compose.touches import Touch
from pipeline.compose.trunk import BENDING, trunk_motion
from pipeline.motion import joints
from pipeline.motion.motion import Motion

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """A sign from rest to rest; the sign itself lies between `onset` and `offset`, seconds of its motion.

    `moments` are seconds too, see `moments.py`: of the start and of the end of each movement.
    """

    motion: Motion
    onset: float
    offset: float
    moments: tuple[float, ...]
    touches: tuple[Touch, ...]


def compose(description: Description, body: BodyModel, left_handed: bool = False) -> Composed:
    """The sign that a description describes, made by a body; the same bytes for the same arguments."""
    figure = figure_of(body)
    plan = plan_of(description, "left" if left_handed else "right")
    upright = np.zeros((1, joints.COUNT, 3))
    reached = _reached(plan, _stages(figure, upright, upright) * plan.count)
    schedule = scheduled(plan, reached)
    trunk = trunk_motion(description, schedule, left_handed)
    arriving = [schedule.arrival(index) for index in range(plan.count)]
    stages = _stages(figure, trunk.pose[arriving], trunk.pose[arriving])
    if trunk.pose[arriving][:, BENDING].any():
        reached = _reached(plan, stages)
    given = given_way(plan, stages, reached, schedule)
    if given.any():
        yielding = replace(trunk, pose=trunk.pose + given)
        reached = _reached(plan, _stages(figure, yielding.pose[arriving], trunk.pose[arriving]))
        trunk = yielding
    motion, touches = performed(figure, plan, reached, schedule, trunk)
    return Composed(motion, schedule.onset, schedule.offset, moments(description, schedule), touches)


def _stages(figure: Figure, poses: Array, asked: Array) -> list[Stage]:
    """The body in poses (N, 55, 3), of which `asked` (N, 55, 3) is what the description asks for."""
    chests = figure.transforms(asked)[:, joints.INDEX["spine3"]]
    return [Stage(figure, *both) for both in zip(figure.transforms(poses), chests, strict=True)]


def _reached(plan: Plan, stages: list[Stage]) -> dict[str, list[Arrival]]:
    """The arrivals of every hand at every goal."""
    reached: dict[str, list[Arrival]] = {side: [] for side in plan.goals}
    for index, stage in enumerate(stages):
        for side, arrival in arrivals(plan, index, stage, reached).items():
            reached[side].append(arrival)
    return reached
