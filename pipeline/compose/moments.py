"""When a composed sign has reached what its description names."""

from itertools import accumulate

from pipeline.compose.description import Description, Movement
from pipeline.compose.manner import Path, Repeat
from pipeline.compose.schedule import Schedule
from pipeline.compose.strokes import FPS


def moments(description: Description, schedule: Schedule) -> tuple[float, ...]:
    """Seconds of the motion at which the hands start, and at which each movement has led to its end.

    Of a movement that is repeated it is the last time, of a sign that is repeated the first round.
    """
    made = [
        frame for stroke, frame in zip(schedule.strokes, schedule.starts[1:], strict=True) if stroke.movement
    ]
    counts = [_strokes(movement) for movement in description.movements]
    last = [
        total - _back(movement) - 1
        for movement, total in zip(description.movements, accumulate(counts), strict=True)
    ]
    return tuple(frame / FPS for frame in (schedule.first, *(made[index] for index in last)))


def _strokes(movement: Movement) -> int:
    """How many strokes a movement with its repetitions is, ways back not counted."""
    return 1 if movement.path is Path.CIRCLE else movement.repeat


def _back(movement: Movement) -> int:
    """1 when its last stroke goes back to where it began."""
    return int(movement.way is Repeat.TO_AND_FRO and _strokes(movement) % 2 == 0)
