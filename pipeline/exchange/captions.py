"""What is said and signed at which time of a timeline: the common ground of subtitles and ELAN tiers."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.text.gloss import GlossSequence, Span
from pipeline.text.grammar import grammar
from pipeline.text.tokens import SENTENCE_PAUSE, Kind, pause_seconds, tokenize
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import spans


@dataclass(frozen=True, slots=True)
class Cue:
    """Words and when they are signed, in seconds."""

    begin: float
    end: float
    text: str


def sentence_cues(project: Project) -> tuple[Cue, ...]:
    """The sentences of the text in the order they are signed; one of which nothing is signed has no cue."""
    glosses = project.glosses
    places = _sentences(glosses)
    times = gloss_times(project)
    found: dict[Span, tuple[float, float]] = {}
    inside = places[0] if places else (0, 0)
    for position, gloss in enumerate(glosses.glosses):
        if gloss.span is not None:
            start = gloss.span[0]
            inside = next((place for place in places if place[0] <= start < place[1]), inside)
        if position in times:
            begin, end = times[position]
            before = found.get(inside, (begin, end))
            found[inside] = min(before[0], begin), max(before[1], end)
    cues = (
        Cue(begin, end, " ".join(glosses.text[slice(*place)].split()))
        for place, (begin, end) in found.items()
    )
    return tuple(sorted((cue for cue in cues if cue.text), key=lambda cue: cue.begin))


def gloss_cues(project: Project) -> tuple[Cue, ...]:
    """Every gloss that is performed."""
    times, glosses = gloss_times(project), project.glosses.glosses
    return tuple(
        Cue(*times[position], gloss.name) for position, gloss in enumerate(glosses) if position in times
    )


def sign_cues(project: Project) -> tuple[Cue, ...]:
    """Every sign of the dictionary that is performed: the letters of a fingerspelled word one by one."""
    timeline = project.timeline
    return tuple(
        Cue(begin, end, clip.label)
        for clip, (begin, end) in zip(timeline.clips, spans(timeline), strict=True)
    )


def gloss_times(project: Project) -> dict[int, tuple[float, float]]:
    """First and last moment of every gloss that is performed, by its position in the sentence."""
    times: dict[int, tuple[float, float]] = {}
    for clip, (begin, end) in zip(project.timeline.clips, spans(project.timeline), strict=True):
        first, _ = times.get(clip.position, (begin, end))
        times[clip.position] = first, end
    return times


def lines_of(cues: Iterable[Cue], width: int = 42, lines: int = 2) -> tuple[Cue, ...]:
    """Cues of at most `lines` lines of `width` characters; a longer one becomes several, by its letters.

    The sign language's order is another than the text's, so that times within a sentence are a share
    of it and no alignment.
    """
    result: list[Cue] = []
    for cue in cues:
        rows = _wrapped(cue.text, width)
        pages = ["\n".join(rows[start : start + lines]) for start in range(0, len(rows), lines)]
        total, begin = sum(map(len, pages)), cue.begin
        for page in pages:
            end = begin + (cue.end - cue.begin) * len(page) / total
            result.append(Cue(begin, end, page))
            begin = end
    return tuple(result)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` characters, a longer word for itself, a text without spaces cut."""
    lines: list[str] = []
    for word in text.split():
        pieces = [word[start : start + width] for start in range(0, len(word), width)]
        for piece in pieces:
            if lines and len(lines[-1]) + 1 + len(piece) <= width:
                lines[-1] += " " + piece
            else:
                lines.append(piece)
    return lines


def _sentences(glosses: GlossSequence) -> list[Span]:
    """Where the sentences of the text are, each with its punctuation."""
    ends = [
        token.span[1]
        for token in tokenize(glosses.text, grammar(glosses.language, glosses.sign_language))
        if token.kind is Kind.PAUSE and pause_seconds(token.text) >= SENTENCE_PAUSE
    ]
    bounds = sorted({0, *ends, len(glosses.text)})
    return list(pairwise(bounds))
