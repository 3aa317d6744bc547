"""Changes of a description at one moment: 0 is the start, 1 the end of the first movement and so on."""

from dataclasses import replace
from typing import Any

from pipeline.compose.description import Description, Location, Movement, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.face import Channel, NonManual
from pipeline.compose.manner import OtherHand, Path


def shown_at(description: Description, moment: int) -> Posture:
    """What the leading hand shows at a moment: the start with everything that changed until then."""
    posture = description.start
    for movement in description.movements[:moment]:
        changed = {
            name: value
            for name in ("shape", "palm", "fingers", "location", "by")
            if (value := getattr(movement.to, name)) is not None
        }
        posture = replace(posture, **changed)
    return posture


def with_posture(description: Description, moment: int, **changes: Any) -> Description:
    """A description whose leading hand shows something else at a moment; raises ValueError."""
    if moment == 0:
        return replace(description, start=replace(description.start, **changes))
    movement = description.movements[moment - 1]
    goal = replace(movement.to, **changes)
    path = movement.path
    if goal.location is not None and path is Path.NONE:
        path = Path.STRAIGHT
    elif goal.location is None and movement.direction is None:
        path = Path.NONE
    return with_movement(description, moment, to=goal, path=path)


def with_movement(description: Description, moment: int, **changes: Any) -> Description:
    """A description with another movement before a moment; raises ValueError."""
    moves = list(description.movements)
    moves[moment - 1] = replace(moves[moment - 1], **changes)
    return replace(description, movements=tuple(moves))


def with_path(description: Description, moment: int, path: Path, way: Direction | None) -> Description:
    """A description whose movement before a moment takes another path; raises ValueError."""
    movement = description.movements[moment - 1]
    if path is Path.NONE:
        goal = replace(movement.to, location=None)
        return with_movement(description, moment, path=path, direction=None, via=None, along=None, to=goal)
    way = way or movement.direction or (None if movement.to.location else Direction(left=-1))
    return with_movement(description, moment, path=path, direction=way)


def with_place(description: Description, moment: int, **changes: Any) -> Description:
    """A description whose leading hand is elsewhere at a moment; raises ValueError."""
    place = shown_at(description, moment).location or Location()
    return with_posture(description, moment, location=replace(place, **changes))


def with_hands(description: Description, hands: OtherHand) -> Description:
    """A description with another relation of the hands; a new base hand shows the leading one's shape."""
    other = description.other
    if hands is OtherHand.ABSENT:
        moves = tuple(replace(movement, other=None, meeting=None) for movement in description.movements)
        return replace(description, hands=hands, other=Posture(), meeting=None, movements=moves)
    if hands is OtherHand.BASE and other.shape is None:
        other = replace(other, shape=description.start.shape)
    return replace(description, hands=hands, other=other)


def with_face(description: Description, channel: Channel, action: str) -> Description:
    """A description in which a part of the face does one thing for the whole sign, nothing for no action."""
    kept = tuple(item for item in description.face if item.channel is not channel)
    return replace(description, face=(*kept, NonManual(channel, action)) if action else kept)


def added_movement(description: Description, moment: int) -> Description:
    """A description with a new movement after a moment; raises ValueError when there are too many."""
    moves = description.movements
    new = Movement(Path.STRAIGHT, Direction(left=-1))
    return replace(description, movements=(*moves[:moment], new, *moves[moment:]))


def removed_movement(description: Description, moment: int) -> Description:
    """A description without the movement before a moment."""
    moves = description.movements
    return replace(description, movements=moves[: moment - 1] + moves[moment:])
