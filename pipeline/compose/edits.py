"""Changes of a description at one moment: 0 is the start, 1 the end of the first movement and so on.

Choosing one parameter keeps all others, but for what a description cannot say at the same time: a path
without direction and goal, a direction without a path, a size both in words and in centimetres, half-way
to a place from neutral space, and another hand in a one-handed sign.
"""

from dataclasses import replace
from typing import Any

from pipeline.compose.description import Description, Handshape, Location, Meeting, Movement, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.face import NonManual
from pipeline.compose.manner import OtherHand, Path, Size
from pipeline.compose.places import Place
from pipeline.compose.shapes import Shape
from pipeline.compose.shown import Hand, movement_of, reflected_place, shown_at

# What a hand shows


def with_posture(
    description: Description, moment: int, hand: Hand = Hand.LEADING, **changes: Any
) -> Description:
    """A description in which a hand shows something else at a moment; raises ValueError."""
    if moment:
        goal = replace(movement_of(description, moment, hand).to, **changes)
        return with_movement(description, moment, hand, to=goal)
    if hand is Hand.LEADING:
        return replace(description, start=replace(description.start, **changes))
    if "location" in changes and description.hands is not OtherHand.BASE:
        changes["location"] = reflected_place(changes["location"])
    return replace(description, other=replace(description.other, **changes))


def with_shape(
    description: Description, moment: int, hand: Hand = Hand.LEADING, **changes: Any
) -> Description:
    """A description with another handshape, or the same one modified otherwise; raises ValueError."""
    shape = shown_at(description, moment, hand).shape or Handshape(Shape.FIVE)
    return with_posture(description, moment, hand, shape=replace(shape, **changes))


def with_place(
    description: Description, moment: int, hand: Hand = Hand.LEADING, **changes: Any
) -> Description:
    """A description in which a hand is elsewhere at a moment; raises ValueError."""
    place = shown_at(description, moment, hand).location or Location()
    return with_posture(description, moment, hand, location=moved_place(place, **changes))


def moved_place(before: Location, /, **changes: Any) -> Location:
    """A location changed in some parameters; raises ValueError."""
    if changes.get("place") is Place.NEUTRAL:
        changes.setdefault("between", None)
    return replace(before, **changes)


# How it moves


def with_movement(
    description: Description, moment: int, hand: Hand = Hand.LEADING, **changes: Any
) -> Description:
    """A description in which a hand moves otherwise before a moment; raises ValueError."""
    before = movement_of(description, moment, hand)
    after = replace(before, **_sound(before, changes, -1 if hand is Hand.LEADING else 1))
    moves = list(description.movements)
    whole = moves[moment - 1]
    moves[moment - 1] = after if hand is Hand.LEADING else replace(whole, other=after)
    return replace(description, movements=tuple(moves))


def with_own_movement(description: Description, moment: int, own: bool) -> Description:
    """A description whose other hand moves on its own before a moment, or as it follows from `hands`."""
    other = movement_of(description, moment, Hand.OTHER) if own else None
    return with_movement(description, moment, other=other)


def with_meeting(description: Description, moment: int, meeting: Meeting | None) -> Description:
    """A description whose hands are otherwise to each other at a moment; raises ValueError."""
    if moment == 0:
        return replace(description, meeting=meeting)
    return with_movement(description, moment, meeting=meeting)


def added_movement(description: Description, moment: int) -> Description:
    """A description with a new movement after a moment; raises ValueError when there are too many."""
    moves = description.movements
    new = Movement(Path.STRAIGHT, Direction(left=-1))
    return replace(description, movements=(*moves[:moment], new, *moves[moment:]))


def removed_movement(description: Description, moment: int) -> Description:
    """A description without the movement before a moment."""
    moves = description.movements
    return replace(description, movements=moves[: moment - 1] + moves[moment:])


# The other hand and the face


def with_hands(description: Description, hands: OtherHand) -> Description:
    """A description with another relation of the hands; a new base hand shows the leading one's shape."""
    other = description.other
    if hands is OtherHand.ABSENT:
        moves = tuple(replace(movement, other=None, meeting=None) for movement in description.movements)
        return replace(description, hands=hands, other=Posture(), meeting=None, movements=moves)
    if hands is OtherHand.BASE and other.shape is None:
        other = replace(other, shape=description.start.shape)
    return replace(description, hands=hands, other=other)


def with_face(description: Description, before: NonManual | None, after: NonManual | None) -> Description:
    """A description in which the face does `after` instead of `before`; None adds or takes away."""
    kept = tuple(item for item in description.face if item != before)
    return replace(description, face=(*kept, after) if after else kept)


def _sound(movement: Movement, changes: dict[str, Any], sideways: int) -> dict[str, Any]:
    """The changes with what has to follow from them, see above; a new path goes to one side."""
    if "size" in changes:
        changes.setdefault("centimetres", None)
    elif changes.get("centimetres") is not None:
        changes["size"] = Size.MEDIUM
    ways = {name: changes.get(name, getattr(movement, name)) for name in ("direction", "via", "along")}
    goal: Posture = changes.get("to", movement.to)
    path: Path = changes.get("path", movement.path)
    aimless = ways["direction"] is None and goal.location is None
    if path is Path.NONE and "path" not in changes and (any(ways.values()) or goal.location):
        path = Path.STRAIGHT
    elif path is not Path.NONE and aimless and not {"path", "via", "along"} & set(changes):
        path = Path.NONE
    if path is Path.NONE:
        ways, goal = dict.fromkeys(ways), replace(goal, location=None)
    elif aimless:
        ways["direction"] = Direction(left=sideways)
    return changes | ways | {"path": path, "to": goal}
