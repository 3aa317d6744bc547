"""The names of what hands do: paths, local movements, sizes and manner."""

from enum import StrEnum


class OtherHand(StrEnum):
    """What the hand that does not lead has to do with the leading one."""

    ABSENT = "one"
    BASE = "base"  # holds still; the leading hand acts on it or beside it
    MIRRORED = "mirrored"  # the mirror image of the leading hand
    ALTERNATING = "alternating"  # the mirror image, half a cycle later
    PARALLEL = "parallel"  # the same directions as the leading hand, shifted to its own side


class Path(StrEnum):
    """The course of the whole hand."""

    NONE = "none"
    STRAIGHT = "straight"
    ARC = "arc"  # `via` is the side to which it bulges
    CIRCLE = "circle"  # `direction` is how it sets out, `via` what comes a quarter later
    SEVEN = "seven"  # first `via`, then `direction`, with a corner between them
    ZIGZAG = "zigzag"  # along `direction`, first swing towards `via`
    WIGGLE = "wiggle"  # wavy along `direction`, first swing towards `via`


class Local(StrEnum):
    """A movement of fingers or wrist, alone or during a path."""

    OPEN = "open"  # to the goal's handshape, or else to the spread hand
    CLOSE = "close"  # to the goal's handshape, or else to the closed form of the present one
    CHANGE = "change"  # to and fro between the present handshape and `shape`
    WIGGLE = "wiggle"  # the fingers play
    RUB = "rub"  # the thumb rubs along the fingertips
    FLUTTER = "flutter"  # all fingers bend at the knuckles, to and fro
    TWIST = "twist"  # the forearm turns to and fro
    NOD = "nod"  # the wrist bends to and fro
    SWING = "swing"  # the wrist tips to and fro between thumb's and little finger's side
    ROTATE = "rotate"  # the wrist makes a circle


class Size(StrEnum):
    """How large a movement is."""

    TINY = "tiny"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    HUGE = "huge"


class Growth(StrEnum):
    """Whether the swings or rounds of a movement grow or shrink."""

    STEADY = "steady"
    GROWING = "growing"
    SHRINKING = "shrinking"


class Repeat(StrEnum):
    """How a movement is done again."""

    AGAIN = "again"  # from its start, to which the hand goes back
    ONWARD = "onward"  # from where it ended
    TO_AND_FRO = "to-and-fro"  # back the same way, each way counting once


class Speed(StrEnum):
    """The pace of a movement."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


class Tension(StrEnum):
    """The effort of a movement."""

    RELAXED = "relaxed"
    NORMAL = "normal"
    TENSE = "tense"
