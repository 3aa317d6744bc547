"""The JSON schema of the text form, for editors that check YAML while it is written.

It is made from the same tables that the text is read by, so that it cannot say anything else.
"""

from functools import partial
from typing import Any

from pipeline.compose.direction import WORDS, direction
from pipeline.compose.face import ACTIONS, Channel
from pipeline.compose.manner import OtherHand, Size
from pipeline.compose.places import ON_BODY, HandPart, Place
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import (
    LOCATION,
    MEETING,
    MOVEMENT,
    PATH_KEYS,
    POSTURE,
    Readers,
)
from pipeline.compose.words import handshape, number, truth

Schema = dict[str, Any]

_WAY = "|".join(WORDS)
DIRECTION: Schema = {"type": "string", "pattern": f"^({_WAY})(-({_WAY}))*$"}
SHAPE: Schema = {"type": ["string", "integer"], "pattern": f"^({'|'.join(Shape)})( [a-zA-Z0-9_-]+)*$"}
NUMBER: Schema = {"type": "number"}
TRUTH: Schema = {"enum": ["yes", "no", True, False]}
WORD: Schema = {"type": ["string", "integer"]}


def schema() -> Schema:
    """The schema of a file of signs: a mapping from glosses to descriptions."""
    place = _of(LOCATION) | {"at": _enum(Place), "offset": _list(NUMBER)}
    posture = _of(POSTURE) | place | {"touch": _enum(HandPart)}
    meeting = _object(_of(MEETING) | {"touch": _enum(HandPart)})
    movement = _of(MOVEMENT) | dict.fromkeys(PATH_KEYS, DIRECTION) | posture
    movement |= {
        "size": {"anyOf": [_enum(Size), NUMBER]},
        "repeat": WORD,
        "local": _one_or_more(WORD),
        "brush": {"anyOf": [_enum(ON_BODY), _object(place | {"at": _enum(ON_BODY)}) | {"required": ["at"]}]},
        "meet": meeting,
        "other": {"$ref": "#/$defs/movement"},
    }
    sign = {
        "hands": _enum(OtherHand),
        "start": _object(posture),
        "other": _object(posture),
        "meet": meeting,
        "move": _one_or_more({"$ref": "#/$defs/movement"}),
        "hold": NUMBER,
        "repeat": {"type": "integer"},
        "face": _object({str(channel): _one_or_more(_actions(channel)) for channel in Channel}),
        "variant": WORD,
        "note": {"type": "string"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Signs described for Signwright",
        "type": "object",
        "additionalProperties": _object(sign, ["start"]),
        "$defs": {"movement": _object(movement)},
    }


def _of(readers: Readers) -> dict[str, Schema]:
    """What each key may hold, told by the function that reads it."""
    known = {direction: DIRECTION, handshape: SHAPE, number: NUMBER, truth: TRUTH}
    return {
        key: _enum(read.args[0]) if isinstance(read, partial) else known[read]
        for key, read in readers.items()
    }


def _actions(channel: Channel) -> Schema:
    if not ACTIONS[channel]:
        return {"type": "string"}
    return {"type": "string", "pattern": f"^({'|'.join(ACTIONS[channel])})( [0-9.]+-[0-9.]+)?$"}


def _enum(kind: Any) -> Schema:
    return {"enum": [str(member) for member in kind]}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _one_or_more(item: Schema) -> Schema:
    return {"anyOf": [item, _list(item)]}


def _object(properties: dict[str, Schema], required: list[str] | None = None) -> Schema:
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"required": required} if required else {})
