"""What is known about handshapes before a capture is looked at."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.fitting.chain import DIGITS, POINTS
from pipeline.fitting.freedoms import FINGERS, FREEDOMS

Array = NDArray[np.float64]

_SPREAD = 9.0  # degrees

FOLDS = MappingProxyType(
    {
        "closed": {"mcp": 88.0, "pip": 98.0, "dip": 45.0},
        "over": {"mcp": 68.0, "pip": 74.0, "dip": 25.0},
        "curled": {"pip": 105.0, "dip": 60.0},
        "hooked": {"pip": 90.0, "dip": 45.0},
        "straight": {"pip": 2.0, "dip": 2.0},
    }
)
"""How a finger can be folded, in degrees: into the palm, over the thumb, its tip down to the thumb,
bent but for its first joint, not at all; see resources/starter/handshapes.toml."""
_FOLD_SPREAD = 5.0  # degrees
_DOUBT = 0.04
"""Weight of the landmarks beyond the knuckle of a folded finger: a detector that cannot see how far a
finger is folded draws it half open."""


@dataclass(frozen=True, slots=True)
class Handshape:
    """A linguist's prior of one handshape: some angles in degrees, which digits touch, how fingers fold.

    `touches` are pairs of capsule names, see `contact.Capsules`; `folds` are names of `FOLDS` by
    finger, and `angles` override them. The landmarks of the digits in `unsure` hardly count. Empty, it
    says nothing.
    """

    angles: dict[str, float] = field(default_factory=dict)
    touches: tuple[tuple[str, str], ...] = ()
    folds: dict[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    spread: float = _SPREAD  # degrees: standard deviation of the angles
    note: str = ""

    @property
    def informative(self) -> bool:
        """Whether it says anything."""
        return bool(self.angles or self.touches or self.folds)

    def folded(self, *folds: str) -> tuple[str, ...]:
        """The fingers that fold in one of these ways."""
        return tuple(finger for finger in FINGERS if self.folds.get(finger) in folds)

    def beliefs(self) -> dict[str, tuple[float, float]]:
        """Mean and standard deviation in degrees of the angles that it says something of."""
        folds = {
            f"{finger}_{joint}": (degrees, _FOLD_SPREAD)
            for finger, fold in self.folds.items()
            for joint, degrees in FOLDS[fold].items()
        }
        return folds | {name: (degrees, self.spread) for name, degrees in self.angles.items()}

    def trust(self) -> Array:
        """How much the landmarks of an arm count when fitting this handshape: (P,), 0 to 1."""
        trust = np.ones(len(POINTS))
        for digit in self.unsure:
            trust[[POINTS.index(f"{digit}{part}") for part in (2, 3, 4)]] = _DOUBT
        for finger in self.folded("closed", "over", "curled", "hooked"):
            first = 2 if "mcp" in FOLDS[self.folds[finger]] else 3
            trust[[POINTS.index(f"{finger}{part}") for part in range(first, 5)]] = _DOUBT
        return trust


def read_handshapes(path: Path) -> dict[str, dict[str, Handshape]]:
    """The handshapes of letters by sign language and letter; raises BadInput for a file that is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            language: {letter: _handshape(_likened(entry, table)) for letter, entry in letters.items()}
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


def _likened(entry: dict[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """The entry, or the one of another alphabet that it says it is like."""
    if "like" not in entry:
        return entry
    language, _, letter = str(entry["like"]).partition(".")
    if letter not in table.get(language, {}) or len(entry) > 1:
        raise ValueError(f"like {entry['like']}, which is not there, or with something else beside it")
    return dict(table[language][letter])


def _handshape(entry: dict[str, object]) -> Handshape:
    known = {freedom.name for freedom in FREEDOMS}
    angles = {name: float(str(value)) for name, value in dict(entry.get("angles", {})).items()}  # type: ignore[call-overload]
    unknown = set(angles) - known
    if unknown:
        raise ValueError(f"no such angle: {', '.join(sorted(unknown))}")
    touches = tuple((str(a), str(b)) for a, b in entry.get("touches", []))  # type: ignore[attr-defined]
    folds = {str(finger): fold for fold in FOLDS for finger in entry.get(fold, ())}  # type: ignore[attr-defined]
    if set(folds) - set(FINGERS):
        raise ValueError(f"no such finger: {', '.join(sorted(set(folds) - set(FINGERS)))}")
    spread = float(str(entry.get("spread", _SPREAD)))
    unsure = tuple(str(digit) for digit in entry.get("unsure", ()))  # type: ignore[attr-defined]
    if set(unsure) - set(DIGITS):
        raise ValueError(f"no such digit: {', '.join(sorted(set(unsure) - set(DIGITS)))}")
    return Handshape(angles, touches, folds, unsure, spread, str(entry.get("note", "")))
