"""A sentence as glosses: what is signed, where each part comes from, why, and what else it could be."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
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


class Source(StrEnum):
    """Who decided that a gloss is signed."""

    RULES = "rules"
    GLOSSARY = "your glossary"
    PHRASES = "statistical model"
    NEURAL = "neural model"
    COMBINED = "combined models"
    HAND = "by hand"


class Mood(StrEnum):
    """What a sentence does, which signers show on the face."""

    STATEMENT = "statement"
    YES_NO = "yes-no question"
    CONTENT = "question with a question word"
    CONDITION = "condition and consequence"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another gloss for the same words; `name` is what `regloss` makes it from."""

    name: str
    confidence: float | None = None  # 0 to 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a gloss stands where it stands, how sure that is, and what else could stand there.

    `confidence` estimates how often such a gloss is right: of rules it is one of the grades in
    `confidence.py`, of models the probability they give. None where nobody judged.
    """

    source: Source = Source.HAND
    reason: str = ""  # a few words, such as "pronoun"
    confidence: float | None = None  # 0 to 1
    alternatives: tuple[Alternative, ...] = ()  # best first
    word: str = ""  # base form of its words: what a correction is remembered for


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
    span: Span | None = None  # None: inserted by hand, or from no word in particular
    pause: float = 0.0  # seconds of stillness after it, from punctuation
    unspelled: str = ""
    evidence: Evidence = Evidence()
    mood: Mood = Mood.STATEMENT  # of its sentence; of a condition only its first clause has it


@dataclass(frozen=True, slots=True)
class Dropped:
    """A word that the sign language does not sign, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to sign one sentence of a text.

    `probability` is its share among the readings that a model was asked for, None for rules.
    """

    span: Span  # of the sentence
    glosses: tuple[Gloss, ...]
    label: str = ""  # what makes it different, such as "topic first"
    mood: Mood = Mood.STATEMENT
    probability: float | None = None

    @property
    def names(self) -> str:
        """Its glosses in a line."""
        return " ".join(gloss.name for gloss in self.glosses)

    @property
    def confidence(self) -> float | None:
        """Mean confidence of its glosses: the share of them that is expected to be right."""
        return mean_confidence(self.glosses)


@dataclass(frozen=True, slots=True)
class GlossSequence:
    """A text in signing order.

    `readings` are all ways that were found to sign each of its sentences, in the order of the text,
    best first: the glosses start as the first readings put together. Project files leave them out,
    since they can be found again.
    """

    text: str
    language: str  # IETF tag of the text, such as "en"
    sign_language: str  # ISO 639-3, such as "ase"
    glosses: tuple[Gloss, ...]
    dropped: tuple[Dropped, ...] = ()
    readings: tuple[Reading, ...] = field(default=(), compare=False)

    @property
    def confidence(self) -> float | None:
        """Mean confidence of its glosses: the share of them that is expected to be right."""
        return mean_confidence(self.glosses)


def in_mood(glosses: tuple[Gloss, ...], mood: Mood) -> tuple[Gloss, ...]:
    """The glosses of a sentence in its mood; a condition lasts up to its first pause, if it has one."""
    if mood is not Mood.CONDITION:
        return tuple(replace(gloss, mood=mood) for gloss in glosses)
    end = next((index + 1 for index, gloss in enumerate(glosses[:-1]) if gloss.pause), 0)
    return tuple(replace(gloss, mood=mood) for gloss in glosses[:end]) + glosses[end:]


def mean_confidence(glosses: Iterable[Gloss]) -> float | None:
    """The mean of the confidences that are known, None without any."""
    known = [gloss.evidence.confidence for gloss in glosses if gloss.evidence.confidence is not None]
    return sum(known) / len(known) if known else None
