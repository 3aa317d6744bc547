"""When a composed sign does what: from rest over its strokes back to rest, in frames."""

from dataclasses import dataclass

import numpy as np

from pipeline.compose.arrival import Arrival
from pipeline.compose.goals import Plan, Stroke
from pipeline.compose.strokes import FPS, seconds_of
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion.rotations import angle_between, matrix_to_quaternion

_WAY = 0.6
"""Seconds from rest to the first goal."""
_BACK = 0.6
_SAVED = 0.85
"""The time of fused strokes as a share of what they take one by one."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Frames of the strokes: stroke `i` begins at `starts[i]` and ends at `starts[i + 1]`."""

    strokes: tuple[Stroke, ...]
    starts: tuple[int, ...]
    frames: int  # in all

    @property
    def first(self) -> int:
        """The frame at which the hands have come from rest."""
        return self.starts[0]

    @property
    def last(self) -> int:
        """The frame at which they go back to rest."""
        return self.starts[-1]

    @property
    def onset(self) -> float:
        """Seconds from the start of the motion to the sign."""
        return self.first / FPS

    @property
    def offset(self) -> float:
        """Seconds from the start of the motion to the end of the sign."""
        return self.last / FPS

    def visits(self) -> list[tuple[int, int]]:
        """Frames and the goals at which the hands then are."""
        found = [(self.first, 0)]
        found += [(self.starts[index + 1], stroke.end) for index, stroke in enumerate(self.strokes)]
        return found

    def flow(self, stroke: int) -> tuple[int, int]:
        """Frames between which the hands go without a stop while they make a stroke."""
        first, last = stroke, stroke
        while first > 0 and _goes_over(self.strokes[first - 1]):
            first -= 1
        while last < len(self.strokes) - 1 and _goes_over(self.strokes[last]):
            last += 1
        return self.starts[first], self.starts[last + 1]

    def arrival(self, goal: int) -> int:
        """The frame at which a goal is first reached."""
        return next((frame for frame, index in self.visits() if index == goal), self.last)


def scheduled(plan: Plan, reached: dict[str, list[Arrival]]) -> Schedule:
    """How long each stroke takes, whole frames."""
    start = round(_WAY * FPS)
    starts = [start]
    strokes = plan.strokes or (Stroke(0, 0, None, 0.3),)
    for stroke in strokes:
        apart, turned, bent = 0.0, 0.0, 0.0
        for side, arrivals in reached.items():
            one, two = arrivals[stroke.start], arrivals[stroke.end]
            apart = max(apart, float(np.linalg.norm(two.middle(side) - one.middle(side))))
            turns = matrix_to_quaternion(np.stack([one.turn, two.turn]))
            turned = max(turned, float(angle_between(turns[0], turns[1])))
            bent = max(bent, float(np.abs(two.grasp.angles - one.grasp.angles).max()))
        seconds = seconds_of(stroke, apart, turned, bent)
        starts.append(starts[-1] + max(2, round(seconds * FPS)))
    starts = _flowing(strokes, starts)
    return Schedule(strokes, tuple(starts), starts[-1] + round(_BACK * FPS) + 1)


def _goes_over(stroke: Stroke) -> bool:
    return stroke.movement is not None and stroke.movement.fused


def _flowing(strokes: tuple[Stroke, ...], starts: list[int]) -> list[int]:
    """The starts with fused strokes as one movement, which is quickest in its middle and saves the stops."""
    result, index = starts[:1], 0
    while index < len(strokes):
        last = index
        while last < len(strokes) - 1 and _goes_over(strokes[last]):
            last += 1
        whole = starts[last + 1] - starts[index]
        shares = (np.array(starts[index + 1 : last + 2]) - starts[index]) / whole
        if last > index:
            fine = np.linspace(0, 1, 401)
            shares, whole = np.interp(shares, minimum_jerk(fine), fine), round(whole * _SAVED)
        begin = result[-1]
        for share in shares:
            result.append(max(result[-1] + 2, begin + round(float(share) * whole)))
        index = last + 1
    return result
