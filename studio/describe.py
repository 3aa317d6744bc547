"""A project in the words of its panels: chips for the glosses, offers for the one selected."""

from bisect import bisect_right
from math import inf
from statistics import fmean

from pipeline.signs.sign import Provenance, Sign
from pipeline.text.confidence import in_words
from pipeline.text.gloss import Gloss, Origin
from pipeline.text.languages import LANGUAGE_NAMES
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Clip, Timeline
from studio.evidence import evidence_lines
from studio.library import Library
from studio.panels.candidates import Offer
from studio.panels.chips import Chip

NOTHING_SELECTED = "Select a gloss to see the signs it can be performed with."


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
        return Offer("", note=NOTHING_SELECTED)
    gloss = project.glosses.glosses[position]
    indices = clips_of(project, position)
    if not indices:
        signs = library.find(gloss.name, project.sign_language, rejected=True)
        return Offer(gloss.name, signs=signs, note=_problem(gloss) or "This gloss is not performed.")
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
        return f"no signs for these words: choose a dictionary of {name} under File"
    problems = sum(bool(_problem(gloss)) for gloss in glosses)
    composed = len({clip.position for clip in project.timeline.clips if clip.composed})
    parts = [f"{len(glosses)} gloss{'es' if len(glosses) != 1 else ''}"]
    parts += [f"{composed} {Provenance.COMPOSED.value}"] if composed else []
    parts += [f"{problems} not signed as written"] if problems else []
    sure = "" if problems or composed else in_words(project.glosses.confidence)
    return " · ".join([*parts, f"{sure} on the whole"] if sure else parts)


def _chip(gloss: Gloss, signs: list[Sign], project: Project, library: Library) -> Chip:
    problem = _problem(gloss)
    origin = _origin(gloss, signs, project, library)
    score = fmean(sign.score for sign in signs) if signs else 0.0
    lines = [gloss.name, problem or origin, *evidence_lines(gloss, project.glosses.text)]
    if signs:
        lines.append(f"Score {round(score * 100)}")
        lines += sorted({sign.provenance.value.capitalize() for sign in signs})
    return Chip(gloss.name, origin, score, problem, "\n".join(lines), gloss.evidence.confidence)


def _origin(gloss: Gloss, signs: list[Sign], project: Project, library: Library) -> str:
    if gloss.origin is Origin.SPELLED:
        return f"spelled · {len(gloss.signs)}"
    if gloss.origin in (Origin.SYNONYM, Origin.LEMMA) and gloss.signs:
        return f"{gloss.origin.value}: {' '.join(gloss.signs)}"
    variants = len(library.find(signs[0].gloss, project.sign_language)) if signs else 0
    return f"{variants} variants" if variants > 1 else gloss.origin.value


def _problem(gloss: Gloss) -> str:
    if gloss.origin is Origin.MISSING or not gloss.signs:
        return "no sign"
    return f"no sign for {' '.join(gloss.unspelled)}" if gloss.unspelled else ""
