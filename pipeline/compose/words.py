"""Single values of a description as short words, and back."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from pipeline.compose.description import Handshape, LocalMovement
from pipeline.compose.face import Channel, NonManual
from pipeline.compose.manner import Local, OtherHand, Repeat
from pipeline.compose.places import HandPart, Part
from pipeline.compose.shapes import Bend, Finger, Shape, Spread, Thumb

Word = TypeVar("Word", bound=StrEnum)

_SPAN = re.compile(r"(?P<action>.*?)(?: (?P<start>[0-9.]+)-(?P<end>[0-9.]+))?")
_MOST_DIGITS = 24
_NAMES: dict[type[StrEnum], str] = {
    Bend: "way to bend a finger",
    Channel: "part of the face or the body",
    HandPart: "part of the hand",
    Local: "local movement",
    OtherHand: "relation of two hands",
    Part: "part of a finger",
    Repeat: "way to repeat",
    Shape: "handshape",
    Thumb: "position of the thumb",
}


def member(kind: type[Word], word: str) -> Word:
    """The value that a word names; raises ValueError with the words there are."""
    try:
        return kind(word)
    except ValueError:
        what = _NAMES.get(kind, kind.__name__.lower())
        raise ValueError(f"{word!r} is no {what}; there are {', '.join(kind)}") from None


def truth(word: str) -> bool:
    """Yes or no; raises ValueError."""
    if word not in ("yes", "no"):
        raise ValueError(f"{word!r} is neither yes nor no")
    return word == "yes"


def number(word: str) -> float:
    """A decimal number; raises ValueError."""
    if len(word) > _MOST_DIGITS or not re.fullmatch(r"-?[0-9]*\.?[0-9]+", word):
        raise ValueError(f"{word!r} is no number")
    return float(word)


def count(word: str) -> int:
    """A whole number; raises ValueError."""
    if len(word) > _MOST_DIGITS or not re.fullmatch(r"[0-9]+", word):
        raise ValueError(f"{word!r} is no whole number")
    return int(word)


def plain(value: float) -> str:
    """A number as it is written: exact, without exponent or needless digits."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def handshape(words: str) -> Handshape:
    """A handshape such as `V`, `5 hooked`, `B thumb-out bent` or `1 between:V`; raises ValueError."""
    name, *modifiers = words.split() or [""]
    values: dict[str, object] = {}
    contact: list[Finger] = []
    for modifier in modifiers:
        field, value = _modifier(modifier)
        if field == "contact":
            contact.append(Finger(value))
        elif field in values:
            raise ValueError(f"{words!r} says twice what the {field} does")
        else:
            values[field] = value
    return Handshape(member(Shape, name), contact=tuple(contact), **values)  # type: ignore[arg-type]


def handshape_words(shape: Handshape) -> str:
    """The words of a handshape."""
    words = [str(shape.name)]
    words += [f"thumb-{shape.thumb}"] if shape.thumb else []
    words += [str(value) for value in (shape.bend, shape.spread) if value]
    words += [f"{finger}-{bend}" for finger in Finger if (bend := getattr(shape, finger))]
    words += [f"touch-{finger}" for finger in shape.contact]
    words += [f"between-{shape.between}"] if shape.between else []
    return " ".join(words)


def _modifier(word: str) -> tuple[str, StrEnum]:
    """The field of `Handshape` that a word sets, and its value; raises ValueError."""
    if word in frozenset(Bend):
        return "bend", Bend(word)
    if word in frozenset(Spread):
        return "spread", Spread(word)
    what, _, how = word.partition("-")
    if what == "thumb":
        return "thumb", member(Thumb, how)
    if what == "touch":
        return "contact", member(Finger, how)
    if what == "between":
        return "between", member(Shape, how)
    if what in frozenset(Finger):
        return what, member(Bend, how)
    raise ValueError(
        f"{word!r} does not change a handshape; use thumb-…, touch-…, between-…, a finger such as "
        f"index-hooked, or one of {', '.join([*Bend, *Spread])}"
    )


def local_movement(words: str) -> LocalMovement:
    """A local movement such as `wiggle`, `twist x3` or `change S x2`; raises ValueError."""
    kind, *rest = words.split() or [""]
    times = 0
    if rest and re.fullmatch(r"x[0-9]{1,4}", rest[-1]):
        times = int(rest.pop()[1:])
    shape = handshape(" ".join(rest)) if rest else None
    return LocalMovement(member(Local, kind), times, shape)


def local_words(local: LocalMovement) -> str:
    """The words of a local movement."""
    shape = [handshape_words(local.shape)] if local.shape else []
    return " ".join([str(local.kind), *shape, *([f"x{local.times}"] if local.times else [])])


def repetition(words: str) -> tuple[int, Repeat]:
    """How often and how a movement is repeated, such as `3` or `2 to-and-fro`; raises ValueError."""
    times, _, way = words.partition(" ")
    return count(times), member(Repeat, way) if way else Repeat.AGAIN


def non_manual(channel: Channel, words: str) -> NonManual:
    """What a channel does, such as `up` or `shake 0.2-0.8`; raises ValueError."""
    match = _SPAN.fullmatch(words)
    if match is None or match["start"] is None:
        return NonManual(channel, words.strip())
    return NonManual(channel, match["action"].strip(), number(match["start"]), number(match["end"]))


def non_manual_words(item: NonManual) -> str:
    """The words of what a channel does."""
    if (item.start, item.end) == (0.0, 1.0) and _SPAN.fullmatch(item.action)["start"] is None:  # type: ignore[index]
        return item.action
    return f"{item.action} {plain(item.start)}-{plain(item.end)}"
