"""Descriptions written as text: the shortest form that reads back as the same description."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

import yaml

from pipeline.compose.description import Description, Location, Meeting, Movement, Posture
from pipeline.compose.manner import OtherHand, Path, Repeat
from pipeline.compose.places import Distance
from pipeline.compose.text_form import LOCATION, MEETING, MOVEMENT, POSTURE, DescribedSign
from pipeline.compose.words import handshape_words, local_words, non_manual_words, plain


class _Dumper(yaml.SafeDumper):
    """Writes words without quotes wherever they read back as the same word."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (declared so by yaml)


def write_signs(signs: Iterable[DescribedSign]) -> str:
    """The text of a file of signs, which `read_signs` reads."""
    return "\n".join(_sign_text(sign) for sign in signs)


def write_description(description: Description) -> str:
    """The text of one description, which `read_description` reads."""
    lines = []
    for key, entry in _description(description).items():
        if key == "move" and len(entry) > 1:
            lines += ["move:", *(f"  - {_flow(item)}" for item in entry)]
        else:
            lines.append(f"{key}: {_flow(entry[0] if key == 'move' else entry)}")
    return "\n".join(lines) + "\n"


def _sign_text(sign: DescribedSign) -> str:
    head = {key: text for key in ("variant", "note") if (text := getattr(sign, key))}
    lines = [f"{key}: {_flow(text)}" for key, text in head.items()]
    lines += write_description(sign.description).splitlines()
    return "\n".join([f"{_flow(sign.gloss)}:", *(f"  {line}" for line in lines)]) + "\n"


def _flow(value: Any) -> str:
    """A value on one line."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, sort_keys=False, allow_unicode=True, width=1e9
    )
    return text.removesuffix("...\n").rstrip("\n")


def _description(description: Description) -> dict[str, Any]:
    start, other = description.start, description.other
    found: dict[str, Any] = {}
    if description.hands is not (OtherHand.BASE if other != Posture() else OtherHand.ABSENT):
        found["hands"] = str(description.hands)
    found["start"] = _posture(start, Location())
    if other != Posture():
        found["other"] = _posture(other, Location())
    if description.meeting:
        found["meet"] = _meeting(description.meeting)
    if description.movements:
        found["move"] = list(_movements(description))
    found |= {"hold": plain(description.hold)} if description.hold else {}
    found |= {"repeat": str(description.repeat)} if description.repeat != 1 else {}
    face: dict[str, list[str]] = {}
    for item in description.face:
        face.setdefault(str(item.channel), []).append(non_manual_words(item))
    if face:
        found["face"] = {channel: words[0] if len(words) == 1 else words for channel, words in face.items()}
    return found


def _movements(description: Description) -> Iterable[dict[str, Any]]:
    place = description.start.location or Location()
    others_place = description.other.location or Location()
    for movement in description.movements:
        yield _movement(movement, place, others_place)
        place = movement.to.location or place
        if movement.other:
            others_place = movement.other.to.location or others_place


def _movement(movement: Movement, place: Location, others_place: Location) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if movement.direction:
        found[str(movement.path)] = str(movement.direction)
    elif movement.path not in (Path.NONE, Path.STRAIGHT):
        found["path"] = str(movement.path)
    given = _changed(movement, Movement(), MOVEMENT)
    found |= {key: word for key, word in given.items() if key not in ("path", "direction")}
    if movement.centimetres is not None:
        found["size"] = plain(movement.centimetres)
    elif movement.size is not Movement().size:
        found["size"] = str(movement.size)
    if movement.repeat != 1 or movement.way is not Repeat.AGAIN:
        way = "" if movement.way is Repeat.AGAIN else f" {movement.way}"
        found["repeat"] = f"{movement.repeat}{way}"
    found |= _posture(movement.to, place)
    if movement.local:
        words = [local_words(local) for local in movement.local]
        found["local"] = words[0] if len(words) == 1 else words
    if movement.brush:
        brushed = _location(movement.brush, Location())
        found["brush"] = brushed["at"] if list(brushed) == ["at"] else brushed
    if movement.meeting:
        found["meet"] = _meeting(movement.meeting)
    if movement.other:
        found["other"] = _movement(movement.other, others_place, place)
    return found


def _posture(posture: Posture, place: Location) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if posture.shape:
        found["shape"] = handshape_words(posture.shape)
    found |= _changed(posture, Posture(), {key: read for key, read in POSTURE.items() if key != "shape"})
    if posture.location is None:
        return found
    location = _location(posture.location, place)
    if posture.by and posture.location.distance is Distance.TOUCH:
        location.pop("distance", None)
        location["touch"] = found.pop("by")
    return found | location


def _location(location: Location, place: Location) -> dict[str, Any]:
    """The keys of a location, only what differs from the place named before wherever that is enough."""
    blank = Location(location.place)
    names = [field.name for field in fields(Location)]
    differing = [name for name in names if getattr(location, name) != getattr(place, name)]
    found: dict[str, Any] = {}
    if not differing or any(getattr(location, name) == getattr(blank, name) for name in differing):
        found["at"] = str(location.place)
        place = blank
    found |= _changed(location, place, LOCATION)
    if location.offset != place.offset:
        found["offset"] = [plain(number) for number in location.offset]
    return found


def _meeting(meeting: Meeting) -> dict[str, Any]:
    found = _changed(meeting, Meeting(), MEETING)
    if meeting.distance is Distance.TOUCH and "by" in found:
        found = {"touch": found.pop("by")} | found
    return found


def _changed(given: Any, usual: Any, readers: dict[str, Any]) -> dict[str, str]:
    """The words of those fields that differ from the usual."""
    return {key: _word(getattr(given, key)) for key in readers if getattr(given, key) != getattr(usual, key)}


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value) if isinstance(value, float | int) else str(value)
