"""A project in the words of its panels: chips for the glosses, offers for the one selected."""

from bisect import bisect_right
from math import inf
from statistics import fmean

from pipeline.signs.sign import Sign
from pipeline.text.confidence import in_words
from pipeline.text.gloss import Gloss, Origin
from pipeline.text.languages import LANGUAGE_NAMES
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Clip, Timeline
from studio.evidence import evidence_lines
from studio.language import mark, tr
from studio.library import Library
from studio.panels.candidates import Offer
from studio.panels.chips import Chip
from studio.terms import capital, term

NOTHING_SELECTED = mark("Select a gloss to see the signs it can be performed with.")


def chips(project: Project, library: Library) -> tuple[Chip, ...]:
    """What the gloss strip shows."""
    used: dict[int, list[Sign]] = {}
    for clip in project.timeline.clips:
        used.setdefault(clip.position, []).append(library.sign(clip.sign))
    return tuple(
        _chip(gloss, used.get(position, []), project, library)
        for position, gloss in enumerate(project.glosses.glosses)
    )


def clips_of(project: Project, position: int) -> list[int]:
    """Indices of the clips that perform a gloss."""
    return [index for index, clip in enumerate(project.timeline.clips) if clip.position == position]


def performed_at(timeline: Timeline, moments: list[tuple[float, float]], seconds: float) -> int:
    """Position of the gloss performed at a moment, -1 between glosses; `moments` are the clips' spans."""
    index = bisect_right(moments, (seconds, inf)) - 1
    if index < 0:
        return -1
    position = timeline.clips[index].position
    goes_on = index + 1 < len(moments) and timeline.clips[index + 1].position == position
    return position if goes_on or seconds <= moments[index][1] else -1


def offer(project: Project, position: int, part: int, library: Library) -> Offer:
    """What the candidates panel shows for one sign of a gloss."""
    if not 0 <= position < len(project.glosses.glosses):
        return Offer("", note=tr(NOTHING_SELECTED))
    gloss = project.glosses.glosses[position]
    indices = clips_of(project, position)
    if not indices:
        signs = library.find(gloss.name, project.sign_language, rejected=True)
        return Offer(gloss.name, signs=signs, note=_problem(gloss) or tr("This gloss is not performed."))
    part = min(max(part, 0), len(indices) - 1)
    clips: list[Clip] = [project.timeline.clips[index] for index in indices]
    signs = library.find(clips[part].label, project.sign_language, rejected=True)
    labels = tuple(clip.label for clip in clips)
    return Offer(gloss.name, labels, part, signs, clips[part].sign)


def summary(project: Project) -> str:
    """How many glosses there are, how many nobody was seen signing, and how many need a look."""
    glosses = project.glosses.glosses
    if not glosses:
        return ""
    if all(gloss.origin is Origin.MISSING for gloss in glosses):
        name = LANGUAGE_NAMES.get(project.sign_language, project.sign_language)
        return tr("no signs for these words: choose a dictionary of {name} under File").format(name=name)
    problems = sum(bool(_problem(gloss)) for gloss in glosses)
    composed = len({clip.position for clip in project.timeline.clips if clip.composed})
    parts = [tr("1 gloss") if len(glosses) == 1 else tr("{count} glosses").format(count=len(glosses))]
    parts += [tr("{count} composed from description").format(count=composed)] if composed else []
    parts += [tr("{count} not signed as written").format(count=problems)] if problems else []
    sure = "" if problems or composed else term(in_words(project.glosses.confidence))
    return " · ".join([*parts, tr("{sure} on the whole").format(sure=sure)] if sure else parts)


def _chip(gloss: Gloss, signs: list[Sign], project: Project, library: Library) -> Chip:
    problem = _problem(gloss)
    origin = _origin(gloss, signs, project, library)
    score = fmean(sign.score for sign in signs) if signs else 0.0
    lines = [gloss.name, problem or origin, *evidence_lines(gloss, project.glosses.text)]
    if signs:
        lines.append(tr("Score {score}").format(score=round(score * 100)))
        lines += sorted({capital(term(sign.provenance)) for sign in signs})
    return Chip(gloss.name, origin, score, problem, "\n".join(lines), gloss.evidence.confidence)


def _origin(gloss: Gloss, signs: list[Sign], project: Project, library: Library) -> str:
    if gloss.origin is Origin.SPELLED:
        return tr("spelled · {count}").format(count=len(gloss.signs))
    if gloss.origin in (Origin.SYNONYM, Origin.LEMMA) and gloss.signs:
        return f"{term(gloss.origin)}: {' '.join(gloss.signs)}"
    variants = len(library.find(signs[0].gloss, project.sign_language)) if signs else 0
    return tr("{count} variants").format(count=variants) if variants > 1 else term(gloss.origin)


def _problem(gloss: Gloss) -> str:
    if gloss.origin is Origin.MISSING or not gloss.signs:
        return tr("no sign")
    return tr("no sign for {letters}").format(letters=" ".join(gloss.unspelled)) if gloss.unspelled else ""
