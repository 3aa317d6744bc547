"""Descriptions read from text: YAML in which every scalar is a word and defaults are left out.

The keys and values stand in docs/notation.md. A file maps glosses to signs; a gloss may stand there more
than once with different variants.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import yaml

from pipeline.compose.description import Description, Location, Meeting, Movement, Posture
from pipeline.compose.direction import direction
from pipeline.compose.face import Channel, NonManual
from pipeline.compose.manner import Growth, OtherHand, Path, Size, Speed, Tension
from pipeline.compose.nodes import Problem, composed, fail, items, made, mapping, only, pairs, scalar, value
from pipeline.compose.places import Distance, HandPart, Height, Part, Place, Side, Surface
from pipeline.compose.words import (
    count,
    handshape,
    local_movement,
    member,
    non_manual,
    number,
    repetition,
    truth,
)
from pipeline.errors import BadInput

Readers = dict[str, Callable[[str], Any]]

POSTURE: Readers = {
    "shape": handshape,
    "palm": direction,
    "fingers": direction,
    "by": partial(member, HandPart),
}
LOCATION: Readers = {
    "side": partial(member, Side),
    "height": partial(member, Height),
    "part": partial(member, Part),
    "surface": partial(member, Surface),
    "between": partial(member, Place),
    "distance": partial(member, Distance),
}
MOVEMENT: Readers = {
    "path": partial(member, Path),
    "direction": direction,
    "via": direction,
    "depth": partial(member, Size),
    "turns": number,
    "along": direction,
    "growth": partial(member, Growth),
    "speed": partial(member, Speed),
    "tension": partial(member, Tension),
    "stop": truth,
    "fused": truth,
    "slide": truth,
    "seconds": number,
    "hold": number,
}
MEETING: Readers = {
    "distance": partial(member, Distance),
    "by": partial(member, HandPart),
    "to": partial(member, HandPart),
    "where": direction,
    "crossed": truth,
    "interlocked": truth,
}
PLACE_KEYS = ("at", *LOCATION, "offset")
POSTURE_KEYS = (*POSTURE, "touch", *PLACE_KEYS)
PATH_KEYS = tuple(str(path) for path in Path if path is not Path.NONE)
MOVEMENT_KEYS = (*PATH_KEYS, *MOVEMENT, "size", "repeat", "local", "brush", "meet", "other", *POSTURE_KEYS)
DESCRIPTION_KEYS = ("hands", "start", "other", "meet", "move", "hold", "repeat", "face")


@dataclass(frozen=True, slots=True)
class DescribedSign:
    """A description under its gloss, as a file of signs holds it."""

    gloss: str
    description: Description
    variant: str = ""
    note: str = ""


def read_signs(text: str, name: str) -> list[DescribedSign]:
    """The signs of a file called `name`; raises BadInput that names the line and the sign."""
    signs, problems = read_what_can_be(text, name)
    if problems:
        raise BadInput(problems[0])
    return signs


def read_what_can_be(text: str, name: str) -> tuple[list[DescribedSign], list[str]]:
    """The signs of a file called `name` that can be read, and a sentence for each that cannot.

    Raises BadInput where the file is not YAML.
    """
    root = composed(text, name)
    signs: list[DescribedSign] = []
    problems: list[str] = []
    if root is not None and not isinstance(root, yaml.MappingNode):
        return [], [f"{name}, line {root.start_mark.line + 1}: keys with values are needed here."]
    for key, node in root.value if root is not None else ():
        gloss = ""
        try:
            gloss = scalar(key).strip()
            sign = _sign(gloss, key, node)
            if any((sign.gloss, sign.variant) == (known.gloss, known.variant) for known in signs):
                fail(key, "the sign is there already; give it another variant")
            signs.append(sign)
        except Problem as problem:
            where = f"{name}, line {problem.line}" + (f", {gloss}" if gloss else "")
            problems.append(f"{where}: {problem}.")
    return signs, problems


def read_description(text: str, name: str = "the description") -> Description:
    """One description without its gloss; raises BadInput that names the line."""
    root = composed(text, name)
    if root is None:
        raise BadInput(f"{name} is empty: write at least start: {{shape: 5}}.")
    try:
        return _description(root, mapping(root))
    except Problem as problem:
        raise BadInput(f"{name}, line {problem.line}: {problem}.") from None


def _sign(gloss: str, key: yaml.Node, node: yaml.Node) -> DescribedSign:
    if not gloss:
        fail(key, "a sign has no gloss")
    entries = mapping(node)
    variant, note = (scalar(entries.pop(name)) if name in entries else "" for name in ("variant", "note"))
    return DescribedSign(gloss, _description(node, entries), variant, note)


def _description(node: yaml.Node, entries: dict[str, yaml.Node]) -> Description:
    only(entries, DESCRIPTION_KEYS)
    if "start" not in entries:
        fail(node, "there is no start: say what the leading hand shows, as in start: {shape: 5}")
    values: dict[str, Any] = {"start": _posture(mapping(entries["start"]), Location())}
    if "other" in entries:
        values["hands"] = OtherHand.BASE
        values["other"] = _posture(mapping(entries["other"]), Location())
    if "hands" in entries:
        values["hands"] = value(entries["hands"], partial(member, OtherHand))
    if "meet" in entries:
        values["meeting"] = _meeting(entries["meet"])
    if "move" in entries:
        values["movements"] = _movements(entries["move"], values["start"], values.get("other", Posture()))
    if "face" in entries:
        values["face"] = _face(entries["face"])
    values |= _values(entries, {"hold": number, "repeat": count})
    return made(node, lambda: Description(**values))


def _movements(node: yaml.Node, start: Posture, other: Posture) -> tuple[Movement, ...]:
    """Movements in order; places that a movement leaves out are those last named."""
    place = start.location or Location()
    others_place = other.location or Location()
    movements = []
    for item in items(node):
        movement = _movement(item, place, others_place)
        place = movement.to.location or place
        if movement.other:
            others_place = movement.other.to.location or others_place
        movements.append(movement)
    return tuple(movements)


def _movement(node: yaml.Node, place: Location, others_place: Location) -> Movement:
    entries = mapping(node)
    only(entries, MOVEMENT_KEYS)
    values = _values(entries, MOVEMENT) | _path(node, entries)
    values["to"] = _posture({key: entries[key] for key in POSTURE_KEYS if key in entries}, place)
    if values["to"].location and "path" not in values:
        values["path"] = Path.STRAIGHT
    if "size" in entries:
        values |= value(entries["size"], _size)
    if "repeat" in entries:
        values["repeat"], values["way"] = value(entries["repeat"], repetition)
    if "local" in entries:
        values["local"] = tuple(value(item, local_movement) for item in items(entries["local"]))
    if "brush" in entries:
        values["brush"] = _brushed(entries["brush"])
    if "meet" in entries:
        values["meeting"] = _meeting(entries["meet"])
    if "other" in entries:
        values["other"] = _movement(entries["other"], others_place, place)
    return made(node, lambda: Movement(**values))


def _path(node: yaml.Node, entries: dict[str, yaml.Node]) -> dict[str, Any]:
    """Path and direction of a movement that writes them as one pair, as in `arc: right`."""
    named = [key for key in PATH_KEYS if key in entries]
    if not named:
        return {}
    if len(named) > 1 or "path" in entries or "direction" in entries:
        fail(node, "a movement has one path and one direction")
    return {"path": Path(named[0]), "direction": value(entries[named[0]], direction)}


def _posture(entries: dict[str, yaml.Node], place: Location) -> Posture:
    """What one hand shows; a location without `at` is the given place with what is said of it."""
    only(entries, POSTURE_KEYS)
    values = _values(entries, POSTURE)
    if "touch" in entries:
        if "by" in entries or "distance" in entries:
            fail(entries["touch"], "touch says already by which part and how far")
        values["by"] = value(entries["touch"], partial(member, HandPart))
    location = _location({key: entries[key] for key in PLACE_KEYS if key in entries}, place)
    if "touch" in entries:
        location = replace(location or place, distance=Distance.TOUCH)
    return Posture(location=location, **values)


def _location(entries: dict[str, yaml.Node], place: Location) -> Location | None:
    if not entries:
        return None
    if "at" in entries:
        place = Location(value(entries["at"], partial(member, Place)))
    values = _values(entries, LOCATION)
    if "offset" in entries:
        values["offset"] = _offset(entries["offset"])
    return made(next(iter(entries.values())), lambda: replace(place, **values))


def _brushed(node: yaml.Node) -> Location:
    if isinstance(node, yaml.ScalarNode):
        return Location(value(node, partial(member, Place)))
    entries = mapping(node)
    only(entries, PLACE_KEYS)
    return _location(entries, Location()) or Location()


def _offset(node: yaml.Node) -> tuple[float, ...]:
    numbers = tuple(value(item, number) for item in items(node))
    if len(numbers) != 3:
        fail(node, "an offset has three numbers: centimetres to the left, up and out")
    return numbers


def _size(word: str) -> dict[str, Any]:
    if word in frozenset(Size):
        return {"size": Size(word)}
    try:
        return {"centimetres": number(word)}
    except ValueError:
        raise ValueError(
            f"{word!r} is no size; there are {', '.join(Size)} and numbers of centimetres"
        ) from None


def _meeting(node: yaml.Node) -> Meeting:
    entries = mapping(node)
    only(entries, (*MEETING, "touch"))
    if "touch" in entries and "by" in entries:
        fail(entries["touch"], "touch says already by which part")
    values = _values(entries, MEETING)
    if "touch" in entries:
        values["by"] = value(entries["touch"], partial(member, HandPart))
    return made(node, lambda: Meeting(**values))


def _face(node: yaml.Node) -> tuple[NonManual, ...]:
    found = []
    for key, entry in pairs(node):
        channel = value(key, partial(member, Channel))
        found += [value(item, partial(non_manual, channel)) for item in items(entry)]
    return tuple(found)


def _values(entries: dict[str, yaml.Node], readers: Readers) -> dict[str, Any]:
    return {key: value(entries[key], read) for key, read in readers.items() if key in entries}
