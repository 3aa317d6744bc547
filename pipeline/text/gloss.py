"""A sentence as glosses: what is signed, and where each part of it comes from."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""First and one past the last character in the text."""


class Origin(StrEnum):
    """How a gloss found its signs."""

    DICTIONARY = "dictionary"
    SYNONYM = "synonym"
    LEMMA = "base form"
    SPELLED = "fingerspelled"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Gloss:
    """One gloss in signing order.

    `signs` are the dictionary glosses it is performed with: itself, its synonym or base form,
    one per letter when it is fingerspelled, none when it is missing. `letters` that no sign
    exists for are listed in `unspelled`, never dropped silently.
    """

    name: str
    origin: Origin
    signs: tuple[str, ...]
    span: Span | None = None  # None: inserted by hand
    pause: float = 0.0  # seconds of stillness after it, from punctuation
    unspelled: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A word that the sign language does not sign, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class GlossSequence:
    """A sentence in signing order."""

    text: str
    language: str  # IETF tag of the text, such as "en"
    sign_language: str  # ISO 639-3, such as "ase"
    glosses: tuple[Gloss, ...]
    dropped: tuple[Dropped, ...] = ()
