"""Why a gloss is signed and what else could be, in the words of tips and menus."""

from pipeline.text.confidence import in_words
from pipeline.text.gloss import Gloss, GlossSequence, Reading, Source
from studio.language import tr
from studio.panels.choices import Choice
from studio.terms import capital, term
from studio.told import listed

_MODELS = (Source.PHRASES, Source.NEURAL, Source.COMBINED)
_NAMED = 4
"""Alternatives that a tip names; the menu has all."""


def evidence_lines(gloss: Gloss, text: str) -> list[str]:
    """Lines of a tip: the words it comes from, who decided and why, how sure that is, what else."""
    lines = [tr("From “{text}”").format(text=text[slice(*gloss.span)])] if gloss.span else []
    known = gloss.evidence
    if known.reason:
        lines.append(f"{capital(term(known.source))}: {listed(known.reason)}")
    if known.confidence is not None:
        lines.append(tr("Confidence: {sure}").format(sure=sureness(gloss)))
    if known.alternatives:
        named = [other.name for other in known.alternatives[:_NAMED]]
        more = " …" if len(known.alternatives) > _NAMED else ""
        lines.append(tr("Or: {named}{more} (right-click)").format(named=", ".join(named), more=more))
    return lines


def sureness(gloss: Gloss) -> str:
    """How sure a gloss is: a word for rules, which count nothing, and the percentage that a model gives."""
    confidence = gloss.evidence.confidence
    if confidence is not None and gloss.evidence.source in _MODELS:
        return f"{term(in_words(confidence))}, {confidence:.0%}"
    return term(in_words(confidence))


def gloss_choices(gloss: Gloss) -> list[Choice]:
    """The gloss and its alternatives for a menu."""
    about = ", ".join(part for part in (listed(gloss.evidence.reason), sureness(gloss)) if part)
    choices = [Choice(gloss.name, about, True, gloss.name)]
    for other in gloss.evidence.alternatives:
        said = ", ".join(part for part in (listed(other.reason), term(in_words(other.confidence))) if part)
        choices.append(Choice(other.name, said, False, other.name))
    return choices


def sentence_choices(sequence: GlossSequence, readings: tuple[Reading, ...], position: int) -> list[Choice]:
    """All readings of the sentence that the gloss at `position` belongs to, the one in use marked."""
    span = _sentence(sequence, readings, position)
    inside = [
        gloss for gloss in sequence.glosses if span and gloss.span and span[0] <= gloss.span[0] < span[1]
    ]
    used = " ".join(gloss.name for gloss in inside)
    return [
        Choice(reading.names, _about(reading), reading.names == used, reading)
        for reading in readings
        if reading.span == span
    ]


def _sentence(
    sequence: GlossSequence, readings: tuple[Reading, ...], position: int
) -> tuple[int, int] | None:
    glosses = sequence.glosses
    gloss = glosses[position] if 0 <= position < len(glosses) else None
    place = gloss.span[0] if gloss and gloss.span else 0
    found = [reading.span for reading in readings if reading.span[0] <= place < reading.span[1]]
    spans = found or [reading.span for reading in readings]
    return spans[0] if spans else None


def _about(reading: Reading) -> str:
    share = "" if reading.probability is None else f"{reading.probability:.0%}"
    sure = term(in_words(reading.confidence))
    label = listed(reading.label) or tr("as translated")
    return ", ".join(part for part in (label, share or sure) if part)
