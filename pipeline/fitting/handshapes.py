"""What is known about handshapes before a capture is looked at."""

import tomllib
from dataclasses import dataclass, field
from math import radians
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.fitting.freedoms import FREEDOMS, INDEX
from pipeline.fitting.terms import Belief

Array = NDArray[np.float64]

_SPREAD = 9.0  # degrees


@dataclass(frozen=True, slots=True)
class Handshape:
    """A linguist's prior of one handshape: some angles in degrees, and which digits touch.

    `touches` are pairs of capsule names, see `contact.Capsules`. Empty, it says nothing.
    """

    angles: dict[str, float] = field(default_factory=dict)
    touches: tuple[tuple[str, str], ...] = ()
    spread: float = _SPREAD  # degrees: standard deviation of the angles
    note: str = ""

    @property
    def informative(self) -> bool:
        """Whether it says anything."""
        return bool(self.angles or self.touches)


def belief_of(handshape: Handshape, usual: Belief) -> Belief:
    """The usual belief (F,), sharpened where the handshape says something."""
    mean, precision = usual.mean.copy(), usual.precision.copy()
    for name, degrees in handshape.angles.items():
        mean[INDEX[name]] = radians(degrees)
        precision[INDEX[name]] = 1 / radians(handshape.spread) ** 2
    return Belief(mean, precision)


def read_handshapes(path: Path) -> dict[str, dict[str, Handshape]]:
    """The handshapes of letters by sign language and letter; raises BadInput for a file that is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            language: {letter: _handshape(entry) for letter, entry in letters.items()}
            for language, letters in table.items()
        }
    except (
        OSError,
        UnicodeDecodeError,
        tomllib.TOMLDecodeError,
        TypeError,
        ValueError,
        AttributeError,
    ) as problem:
        raise BadInput(f"{path} is not a table of handshapes ({problem}): repair it.") from problem


def _handshape(entry: dict[str, object]) -> Handshape:
    known = {freedom.name for freedom in FREEDOMS}
    angles = {name: float(str(value)) for name, value in dict(entry.get("angles", {})).items()}  # type: ignore[call-overload]
    unknown = set(angles) - known
    if unknown:
        raise ValueError(f"no such angle: {', '.join(sorted(unknown))}")
    touches = tuple((str(a), str(b)) for a, b in entry.get("touches", []))  # type: ignore[attr-defined]
    return Handshape(angles, touches, float(str(entry.get("spread", _SPREAD))), str(entry.get("note", "")))
