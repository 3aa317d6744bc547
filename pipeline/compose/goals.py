"""A description unrolled: what each hand shows at every moment where it arrives, and the strokes between.

Everything that is left out is filled in, repetitions are written out, and directions, sides and places are
those of the hand itself, whichever leads.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import Description, Handshape, Location, Meeting, Movement, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.forms import OPENED, closed_form
from pipeline.compose.manner import Local, OtherHand, Path, Repeat, Size
from pipeline.compose.places import Distance, HandPart, Place, mirrored

Array = NDArray[np.float64]

LENGTHS = {Size.TINY: 0.025, Size.SMALL: 0.06, Size.MEDIUM: 0.13, Size.LARGE: 0.22, Size.HUGE: 0.32}
"""Metres that a movement without a goal is long."""
RADII = {Size.TINY: 0.015, Size.SMALL: 0.03, Size.MEDIUM: 0.06, Size.LARGE: 0.10, Size.HUGE: 0.16}
"""Metres of a circle's radius."""


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """What a hand shows when it arrives. Directions are unit vectors (3,) in the world.

    Without a location the hand is `shift` (3,) metres from where it was in goal `since`.
    """

    shape: Handshape
    palm: Array | None
    fingers: Array | None
    location: Location | None
    by: HandPart | None
    shift: Array
    since: int
    meeting: Meeting | None = None
    turned: bool = True  # whether palm or fingers are asked for anew

    @property
    def touches(self) -> bool:
        """Whether it is in contact with the place it is at."""
        return self.location is not None and self.location.distance is Distance.TOUCH


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """The way of both hands from one goal to another."""

    start: int
    end: int
    movement: Movement | None  # None: a hold, or the way back before a repetition
    seconds: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Goals of the leading and of the other hand, equally many, and the strokes through them in order."""

    lead: str  # "right" or "left"
    hands: OtherHand
    goals: dict[str, tuple[Goal, ...]]  # by side; a one-handed sign has one side
    strokes: tuple[Stroke, ...]

    @property
    def count(self) -> int:
        """How many goals each hand has."""
        return len(self.goals[self.lead])

    @property
    def other(self) -> str:
        """The side that does not lead."""
        return "left" if self.lead == "right" else "right"


def vector(direction: Direction | None, flip: bool) -> Array | None:
    """The direction as a vector (3,), in the mirror if `flip`."""
    if direction is None:
        return None
    return np.array(direction.vector) * (-1.0 if flip else 1.0, 1.0, 1.0)


def plan_of(description: Description, lead: str) -> Plan:
    """The plan of a description for a signer whose `lead` hand leads."""
    builder = _Builder(description, lead)
    order = list(description.movements) * description.repeat
    if description.hold:
        builder.strokes.append(Stroke(0, 0, None, description.hold))
    for index, movement in enumerate(order):
        again = index > 0 and index % len(description.movements) == 0
        if again:
            builder.go_back()
        builder.add(movement)
    goals = {lead: tuple(builder.goals[0])}
    if len(builder.goals) > 1:
        goals["left" if lead == "right" else "right"] = tuple(builder.goals[1])
    return Plan(lead, description.hands, goals, tuple(builder.strokes))


class _Builder:
    """Collects goals and strokes."""

    def __init__(self, description: Description, lead: str) -> None:
        self.hands = description.hands
        self.flip = lead == "left"
        meeting = description.meeting
        first = _first(description.start, self.flip, mirror_place=False)
        self.goals: list[list[Goal]] = [[replace(first, meeting=meeting)]]
        if self.hands is OtherHand.BASE:
            self.goals.append([_first(description.other, self.flip, mirror_place=False)])
        elif self.hands is not OtherHand.ABSENT:
            posture = _merged(description.start, description.other)
            mirror = self.hands is not OtherHand.PARALLEL
            own = description.other
            goal = _first(posture, self.flip, mirror_place=True)
            goal = replace(
                goal,
                palm=vector(own.palm or description.start.palm, self.flip != (mirror and own.palm is None)),
                fingers=vector(
                    own.fingers or description.start.fingers, self.flip != (mirror and own.fingers is None)
                ),
                meeting=meeting,
            )
            self.goals.append([goal])
        self.strokes: list[Stroke] = []
        self.current = 0

    def add(self, movement: Movement) -> None:
        """A movement with all its repetitions, and the hold after it."""
        start = self.current
        if movement.path is Path.CIRCLE:
            self._stroke(movement, start, self._arrive(movement, start))
        elif movement.way is Repeat.TO_AND_FRO:
            end = self._arrive(movement, start)
            for time in range(movement.repeat):
                self._stroke(movement, *((start, end) if time % 2 == 0 else (end, start)))
        else:
            end = self._arrive(movement, start)
            for time in range(movement.repeat):
                if time and movement.way is Repeat.AGAIN:
                    self.strokes.append(Stroke(end, start, None))
                elif time:
                    start, end = end, self._arrive(movement, end)
                self._stroke(movement, start, end)
        if movement.hold:
            self.strokes.append(Stroke(self.current, self.current, None, movement.hold))

    def go_back(self) -> None:
        """To where the sign began."""
        if self.current != 0:
            self.strokes.append(Stroke(self.current, 0, None))
            self.current = 0

    def _stroke(self, movement: Movement, start: int, end: int) -> None:
        self.strokes.append(Stroke(start, end, movement, movement.seconds))
        self.current = end

    def _arrive(self, movement: Movement, start: int) -> int:
        """The index of the goals at the end of a movement."""
        for which, goals in enumerate(self.goals):
            own = movement
            if which == 1 and movement.other is not None:
                own = movement.other
            elif which == 1 and self.hands is OtherHand.BASE:
                own = Movement()
            mirror = which == 1 and movement.other is None
            flip = self.flip != (mirror and self.hands is not OtherHand.PARALLEL)
            backwards = mirror and self.hands is OtherHand.ALTERNATING and movement.path is not Path.CIRCLE
            goal = _after(goals[start], start, own, flip, mirror, self.flip)
            if backwards and own.to.location is None:
                goal = replace(goal, shift=-goal.shift)
            goals.append(goal)
        return len(self.goals[0]) - 1


def _first(posture: Posture, flip: bool, mirror_place: bool) -> Goal:
    assert posture.shape is not None
    location = mirrored_location(posture.location or Location(), flip != mirror_place)
    return Goal(
        shape=posture.shape,
        palm=vector(posture.palm, flip),
        fingers=vector(posture.fingers, flip),
        location=location,
        by=posture.by,
        shift=np.zeros(3),
        since=0,
    )


def _merged(first: Posture, second: Posture) -> Posture:
    given = {
        name: getattr(second, name)
        for name in ("shape", "palm", "fingers", "location", "by")
        if getattr(second, name) is not None
    }
    return replace(first, **given)


def mirrored_location(location: Location, flip: bool) -> Location:
    """The location, in the mirror if `flip`."""
    if not flip:
        return location
    x, y, z = location.offset
    return replace(location, side=mirrored(location.side), offset=(-x, y, z))


def _after(before: Goal, since: int, movement: Movement, flip: bool, mirror: bool, base_flip: bool) -> Goal:
    """The goal that a movement leads to."""
    to = movement.to
    shape = to.shape or before.shape
    for local in movement.local:
        if to.shape is None and local.kind is Local.OPEN:
            shape = Handshape(OPENED)
        elif to.shape is None and local.kind is Local.CLOSE:
            shape = Handshape(closed_form(before.shape.name))
    location = None if to.location is None else mirrored_location(to.location, flip if mirror else base_flip)
    shift = np.zeros(3)
    if location is None and movement.path not in (Path.NONE, Path.CIRCLE):
        way = vector(movement.direction, flip)
        assert way is not None
        length = LENGTHS[movement.size] if movement.centimetres is None else movement.centimetres / 100
        shift = way * length
        if movement.path is Path.SEVEN and movement.via is not None:
            first = vector(movement.via, flip)
            assert first is not None
            shift = shift + first * length * 0.6
    turned = (to.palm is not None or to.fingers is not None or to.shape is not None) and not shift.any()
    if location is None and turned and before.touches and movement.path is Path.NONE:
        location = before.location
    return Goal(
        shape=shape,
        palm=vector(to.palm, flip) if to.palm is not None else before.palm,
        fingers=vector(to.fingers, flip) if to.fingers is not None else before.fingers,
        location=location,
        by=to.by or before.by,
        shift=shift,
        since=since,
        meeting=movement.meeting,
        turned=to.palm is not None or to.fingers is not None,
    )


def neutral(location: Location) -> bool:
    """Whether a location is in the space in front of the signer."""
    return location.place is Place.NEUTRAL
