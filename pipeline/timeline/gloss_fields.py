"""A gloss as fields of a project file, and back."""

from enum import StrEnum
from typing import Any, TypeVar

from pipeline.text.gloss import Alternative, Evidence, Gloss, Mood, Origin, Source
from pipeline.timeline.fields import Fields, Unreadable

_HOUR = 3600.0
_Choice = TypeVar("_Choice", bound=StrEnum)


def from_gloss(gloss: Gloss) -> dict[str, Any]:
    """The fields of a gloss."""
    return {
        "name": gloss.name,
        "origin": gloss.origin.value,
        "signs": list(gloss.signs),
        "span": list(gloss.span) if gloss.span else None,
        "pause": gloss.pause,
        "unspelled": gloss.unspelled,
        "mood": gloss.mood.value,
        "evidence": {
            "source": gloss.evidence.source.value,
            "reason": gloss.evidence.reason,
            "confidence": gloss.evidence.confidence,
            "word": gloss.evidence.word,
            "alternatives": [
                {"name": other.name, "confidence": other.confidence, "reason": other.reason}
                for other in gloss.evidence.alternatives
            ],
        },
    }


def to_gloss(part: Fields, length: int) -> Gloss:
    """A gloss of a text with `length` characters; older files know nothing of its evidence and its mood."""
    return Gloss(
        name=part.text("name"),
        origin=_choice(part, "origin", Origin),
        signs=part.texts("signs"),
        span=part.optional("span", lambda name: part.span(name, length)),
        pause=part.number("pause", 0, _HOUR),
        unspelled=part.text("unspelled"),
        evidence=_evidence(part.part("evidence")) if part.has("evidence") else Evidence(),
        mood=_choice(part, "mood", Mood) if part.has("mood") else Mood.STATEMENT,
    )


def _evidence(part: Fields) -> Evidence:
    return Evidence(
        source=_choice(part, "source", Source),
        reason=part.text("reason"),
        confidence=_confidence(part),
        alternatives=tuple(
            Alternative(other.text("name"), _confidence(other), other.text("reason"))
            for other in part.parts("alternatives")
        ),
        word=part.text("word"),
    )


def _confidence(part: Fields) -> float | None:
    return part.optional("confidence", lambda name: part.number(name, 0, 1))


def _choice(part: Fields, name: str, kinds: type[_Choice]) -> _Choice:
    try:
        return kinds(part.text(name))
    except ValueError:
        raise Unreadable(f"a gloss has no {name} {part.text(name)!r}") from None
