"""A sign described as linguists write it: handshape, location, orientation, movement, other hand, face.

The categories are those of Stokoe and HamNoSys 4 (Hanke 2004). Features that a sign keeps stand apart from
those that change while it is made, as in the Prosodic Model (Brentari 1998): `start` holds the former,
`movements` the latter. Holds and movements alternate as in the Movement-Hold Model (Liddell & Johnson 1989).
Everything is written for a right-handed signer; composing for a left-handed one mirrors it.

All values here check themselves: what cannot be signed raises ValueError with a sentence.
"""

import math
from dataclasses import dataclass

from pipeline.compose.direction import Direction
from pipeline.compose.face import Channel, NonManual
from pipeline.compose.manner import Growth, Local, OtherHand, Path, Repeat, Size, Speed, Tension
from pipeline.compose.places import Distance, HandPart, Height, Part, Place, Side, Surface
from pipeline.compose.shapes import Bend, Finger, Shape, Spread, Thumb

MOST_REPEATS = 12
LONGEST_HOLD = 5.0
"""Seconds."""
FARTHEST_OFFSET = 50.0
"""Centimetres."""
MOST_MOVEMENTS = 24


@dataclass(frozen=True, slots=True)
class Handshape:
    """A named handshape and how it differs from its citation form.

    `bend` holds for all fingers that the shape stretches, the four names for one finger each. `contact`
    lists the fingers whose tips the thumb touches. `between` asks for the shape half-way to another one.
    """

    name: Shape
    thumb: Thumb | None = None
    bend: Bend | None = None
    spread: Spread | None = None
    contact: tuple[Finger, ...] = ()
    index: Bend | None = None
    middle: Bend | None = None
    ring: Bend | None = None
    pinky: Bend | None = None
    between: Shape | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A place, and where the hand is in relation to it.

    Without `side`, a place that exists twice is the one on the acting hand's side, any other its middle.
    `height` is for neutral space, `part` for fingers, `surface` for fingers, hands and arms. `between`
    asks for the point half-way to another place. `offset` moves the hand by centimetres to the left, up
    and out.
    """

    place: Place = Place.NEUTRAL
    side: Side | None = None
    height: Height | None = None
    part: Part | None = None
    surface: Surface | None = None
    between: Place | None = None
    distance: Distance | None = None  # near, unless given
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        _check_all_within("an offset", self.offset, -FARTHEST_OFFSET, FARTHEST_OFFSET)
        if self.between is not None and Place.NEUTRAL in (self.place, self.between):
            raise ValueError("half-way between two places needs both on the body, not in neutral space")


@dataclass(frozen=True, slots=True)
class Posture:
    """What one hand shows. None means: as before, or at the start of a sign whatever is natural.

    `fingers` is the direction from the wrist to the knuckles, in which the fingers point when they are
    stretched; `palm` the direction that the palm faces. Where the two are not at right angles, `fingers`
    holds and `palm` is brought as close as possible. `by` is the part of the hand that is at the location.
    """

    shape: Handshape | None = None
    palm: Direction | None = None
    fingers: Direction | None = None
    location: Location | None = None
    by: HandPart | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where two hands are in relation to each other: `by` of the leading hand and `to` of the other one.

    `where` is the direction in which the leading hand lies, seen from the other; `crossed` means that the
    wrists are crossed, `interlocked` that the fingers are.
    """

    distance: Distance = Distance.TOUCH
    by: HandPart | None = None
    to: HandPart | None = None
    where: Direction | None = None
    crossed: bool = False
    interlocked: bool = False


@dataclass(frozen=True, slots=True)
class LocalMovement:
    """A movement of fingers or wrist; `times` 0 means as often as the time allows."""

    kind: Local
    times: int = 0
    shape: Handshape | None = None  # for `change`

    def __post_init__(self) -> None:
        _check_within("a local movement's count", self.times, 0, MOST_REPEATS)
        if (self.kind is Local.CHANGE) != (self.shape is not None):
            raise ValueError("a local change, and nothing else, needs the handshape that it changes to")


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement, what has changed when it ends, and the hold after it.

    `to` holds only what changes. `size` belongs to paths without a goal; `centimetres` overrides it.
    `depth` is how far an arc bulges or a swing goes. `turns` counts the rounds of a circle, `along` is the
    long axis of an ellipse. `repeat` counts how often the movement is made in all. `brush` is a place
    touched in passing; `slide` keeps the contact all the way. `fused` goes over into the next movement
    without a stop. `other` is what the other hand does meanwhile when that does not follow from the
    description's `hands`.
    """

    path: Path = Path.NONE
    direction: Direction | None = None
    via: Direction | None = None
    size: Size = Size.MEDIUM
    depth: Size = Size.MEDIUM
    centimetres: float | None = None
    turns: float = 1.0
    along: Direction | None = None
    growth: Growth = Growth.STEADY
    to: Posture = Posture()
    meeting: Meeting | None = None
    local: tuple[LocalMovement, ...] = ()
    repeat: int = 1
    way: Repeat = Repeat.AGAIN
    speed: Speed = Speed.NORMAL
    tension: Tension = Tension.NORMAL
    stop: bool = False  # ends abruptly
    fused: bool = False
    brush: Location | None = None
    slide: bool = False
    seconds: float | None = None  # of one repetition
    hold: float = 0.0  # seconds after it
    other: "Movement | None" = None

    def __post_init__(self) -> None:
        _check_within("a repetition", self.repeat, 1, MOST_REPEATS)
        _check_within("a number of turns", self.turns, 0.1, MOST_REPEATS)
        _check_within("a hold", self.hold, 0.0, LONGEST_HOLD)
        if self.centimetres is not None:
            _check_within("a size in centimetres", self.centimetres, 0.5, 80.0)
        if self.seconds is not None:
            _check_within("a duration", self.seconds, 0.05, LONGEST_HOLD)
        if self.other is not None and self.other.other is not None:
            raise ValueError("the other hand's movement has no other hand of its own")
        if self.brush is not None and self.brush.place is Place.NEUTRAL:
            raise ValueError("what is brushed is a place on the body, not in neutral space")
        if self.path is Path.NONE and self.to.location is not None:
            raise ValueError("a movement to a place needs a path")
        if self.path is Path.NONE and (self.direction or self.via or self.along):
            raise ValueError("a direction needs a path")
        if self.centimetres is not None and self.size is not Size.MEDIUM:
            raise ValueError("a size is given twice, in words and in centimetres")
        if self.path is not Path.NONE and self.direction is None and self.to.location is None:
            raise ValueError(f"the path {self.path} needs a direction or a place to go to")


@dataclass(frozen=True, slots=True)
class Description:
    """One sign. The leading hand starts with `start`; `other` is the other hand where it differs.

    With a base hand, `other` is its whole posture; of hands that move alike it holds only what is not
    mirrored or shifted. `hold` is the time in seconds before the first movement, `repeat` how often
    all movements are made. `face` is kept in the order of channels and starts.
    """

    start: Posture
    hands: OtherHand = OtherHand.ABSENT
    other: Posture = Posture()
    meeting: Meeting | None = None
    movements: tuple[Movement, ...] = ()
    hold: float = 0.0
    repeat: int = 1
    face: tuple[NonManual, ...] = ()

    def __post_init__(self) -> None:
        _check_within("a hold", self.hold, 0.0, LONGEST_HOLD)
        _check_within("a repetition", self.repeat, 1, MOST_REPEATS)
        if self.start.shape is None:
            raise ValueError("the leading hand has no handshape")
        if self.hands is OtherHand.BASE and self.other.shape is None:
            raise ValueError("the base hand has no handshape")
        if self.hands is OtherHand.ABSENT and (self.other != Posture() or self.meeting):
            raise ValueError("a one-handed sign says something of the other hand")
        if len(self.movements) > MOST_MOVEMENTS:
            raise ValueError(f"more than {MOST_MOVEMENTS} movements make more than one sign")
        if len({(item.channel, item.start) for item in self.face}) < len(self.face):
            raise ValueError("the face does two things at once with the same part")
        order = sorted(self.face, key=lambda item: (list(Channel).index(item.channel), item.start))
        object.__setattr__(self, "face", tuple(order))


def _check_within(what: str, value: float, least: float, most: float) -> None:
    if not (math.isfinite(value) and least <= value <= most):
        raise ValueError(f"{what} of {value:g} is not between {least:g} and {most:g}")


def _check_all_within(what: str, values: tuple[float, ...], least: float, most: float) -> None:
    for value in values:
        _check_within(what, value, least, most)
