"""What a curator has decided about a sign, and how the sign looks after it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Status(StrEnum):
    """Whether a sign may be used."""

    UNDECIDED = "undecided"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Subject:
    """The sign that a decision is about, by what a rebuild of the dictionary keeps.

    `motion` is the SHA-256 of the motion that the curator saw; empty when it is not known.
    """

    language: str
    gloss: str
    variant: str
    source: str
    motion: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A curator's word on one sign; the dictionary itself stays as it is.

    `start` and `end` are the sign's in and out points in seconds of its motion, None as captured. A
    `mirrored` sign is performed with left and right exchanged. None as `status` keeps the dictionary's.
    """

    status: Status | None = None
    representative: bool = False  # the sign to use for its gloss when nobody chooses another
    flagged: bool = False  # to be looked at again
    mirrored: bool = False
    start: float | None = None
    end: float | None = None
    tags: tuple[str, ...] = ()
    note: str = ""


NONE = Decision()
"""Nothing decided."""


def approve(decision: Decision) -> Decision:
    """May be used; no longer flagged."""
    return replace(decision, status=Status.APPROVED, flagged=False)


def reject(decision: Decision) -> Decision:
    """Is never used unasked, and represents its gloss no more."""
    return replace(decision, status=Status.REJECTED, representative=False, flagged=False)


def tagged(decision: Decision, words: str) -> Decision:
    """With the tags that a line of words separated by commas names, each once."""
    tags = tuple(dict.fromkeys(" ".join(tag.split()) for tag in words.split(",") if tag.strip()))
    return replace(decision, tags=tags)
