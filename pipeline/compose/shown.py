"""What each hand shows and does at the moments of a description, with all that was left out filled in.

Moment 0 is the start, 1 the end of the first movement and so on.
"""

from dataclasses import replace
from enum import StrEnum

from pipeline.compose.description import Description, Location, Meeting, Movement, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.manner import OtherHand, Path
from pipeline.compose.places import mirrored

_REFLECTING = (OtherHand.MIRRORED, OtherHand.ALTERNATING)


class Hand(StrEnum):
    """Which hand of a sign is meant."""

    LEADING = "leading"
    OTHER = "other"


def shown_at(description: Description, moment: int, hand: Hand = Hand.LEADING) -> Posture:
    """What a hand shows at a moment: the start with everything that changed until then."""
    posture = description.start if hand is Hand.LEADING else _other_start(description)
    for index in range(1, moment + 1):
        posture = _merged(posture, movement_of(description, index, hand).to)
    return posture


def movement_of(description: Description, moment: int, hand: Hand = Hand.LEADING) -> Movement:
    """The movement of a hand before a moment; of the other hand also one that follows from `hands`."""
    movement = description.movements[moment - 1]
    if hand is Hand.LEADING:
        return movement
    if movement.other is not None:
        return movement.other
    if description.hands in (OtherHand.ABSENT, OtherHand.BASE):
        return Movement()
    alone = replace(movement, other=None, meeting=None)
    if description.hands is OtherHand.PARALLEL:
        return alone
    way = _reflected(movement.direction)
    if description.hands is OtherHand.ALTERNATING and way and movement.path is not Path.CIRCLE:
        way = Direction(-way.left, -way.up, -way.out)
    return replace(
        alone,
        direction=way,
        via=_reflected(movement.via),
        along=_reflected(movement.along),
        brush=reflected_place(movement.brush),
        to=replace(
            movement.to,
            palm=_reflected(movement.to.palm),
            fingers=_reflected(movement.to.fingers),
            location=reflected_place(movement.to.location),
        ),
    )


def meeting_at(description: Description, moment: int) -> Meeting | None:
    """Where the hands are to each other at a moment."""
    return description.meeting if moment == 0 else description.movements[moment - 1].meeting


def _other_start(description: Description) -> Posture:
    if description.hands is OtherHand.BASE:
        return description.other
    start, own = description.start, description.other
    if description.hands in _REFLECTING:
        start = replace(start, palm=_reflected(start.palm), fingers=_reflected(start.fingers))
    both = _merged(start, own)
    return replace(both, location=reflected_place(both.location))


def _merged(first: Posture, second: Posture) -> Posture:
    names = ("shape", "palm", "fingers", "location", "by")
    given = {name: value for name in names if (value := getattr(second, name)) is not None}
    return replace(first, **given)


def _reflected(way: Direction | None) -> Direction | None:
    return replace(way, left=-way.left) if way else None


def reflected_place(place: Location | None) -> Location | None:
    """The same place in a mirror down the middle of the body."""
    if place is None:
        return None
    left, up, out = place.offset
    return replace(place, side=mirrored(place.side), offset=(-left if left else 0.0, up, out))
