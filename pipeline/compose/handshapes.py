"""The library of handshapes: what each name looks like, before a hand is made to look so."""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np

from pipeline.compose.hand import PLACE, Form
from pipeline.errors import BadInput
from pipeline.fitting.freedoms import FINGERS, HAND
from pipeline.resources import RESOURCES

LIBRARY = RESOURCES / "handshapes" / "handshapes.toml"
RELAXED = "relaxed"

_FINGER = ("abduction", "mcp", "pip", "dip")
_THUMB = ("abduction", "flexion", "twist", "mcp", "ip")


@cache
def library() -> dict[str, Form]:
    """The shipped handshapes by name."""
    return read_library(LIBRARY)


def read_library(path: Path) -> dict[str, Form]:
    """The handshapes in a file by name; raises BadInput for one that is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        entries: dict[str, dict[str, object]] = {}
        for name, own in table.items():
            entries[name] = {**(entries[str(own["like"])] if "like" in own else {}), **own}
        return {name: _form(entry) for name, entry in entries.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise BadInput(f"{path} is not a table of handshapes ({problem}): repair it.") from problem


def _form(entry: dict[str, object]) -> Form:
    angles = np.zeros(len(HAND))
    for digit, parts in (*((finger, _FINGER) for finger in FINGERS), ("thumb", _THUMB)):
        values = np.radians(np.array(entry[digit], float))
        for part, value in zip(parts, values, strict=True):
            angles[PLACE[f"{digit}_{part}"]] = value
    return Form(angles, _pairs(entry, "touches"), _pairs(entry, "meets"), tuple(entry.get("closed", ())))  # type: ignore[arg-type]


def _pairs(entry: dict[str, object], key: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(a), str(b)) for a, b in entry.get(key, ()))  # type: ignore[attr-defined]
