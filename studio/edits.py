"""Edits of a project: each takes the project and returns the changed one, timeline included."""

from dataclasses import replace

from pipeline.text.translate import regloss, translate
from pipeline.timeline.assemble import assemble
from pipeline.timeline.project import Project

from pipeline.signs.sign import Sign
from pipeline.signs.store import SignStore
from pipeline.text.gloss import Gloss
from pipeline.timeline.timeline import pace


def retranslate(project: Project, store: SignStore) -> Project:
    """Find glosses and signs for the project's text anew."""
    known = store.glosses(project.sign_language)
    sequence = translate(project.text, project.language, project.sign_language, known)
    timeline = assemble(sequence, store, keep=project.timeline)
    return replace(project, glosses=sequence, timeline=timeline)


def rename(project: Project, position: int, name: str, store: SignStore) -> Project:
    """Sign something else in the place of a gloss; it keeps its words in the text and its pause."""
    glosses = list(project.glosses.glosses)
    old = glosses[position]
    glosses[position] = replace(_gloss(name, project, store), span=old.span, pause=old.pause)
    return _with_glosses(project, glosses, store)


def insert(project: Project, position: int, name: str, store: SignStore) -> Project:
    """Sign something before the gloss at `position`, or at the end."""
    glosses = list(project.glosses.glosses)
    glosses.insert(position, _gloss(name, project, store))
    return _with_glosses(project, glosses, store)


def remove(project: Project, position: int, store: SignStore) -> Project:
    """Do not sign a gloss."""
    glosses = list(project.glosses.glosses)
    del glosses[position]
    return _with_glosses(project, glosses, store)


def move(project: Project, start: int, end: int, store: SignStore) -> Project:
    """Sign a gloss at another place in the sentence."""
    glosses = list(project.glosses.glosses)
    glosses.insert(end, glosses.pop(start))
    return _with_glosses(project, glosses, store)


def use(project: Project, clip: int, sign: Sign, store: SignStore) -> Project:
    """Perform a clip with another sign of its gloss."""
    clips = list(project.timeline.clips)
    clips[clip] = replace(clips[clip], sign=sign.id, start=sign.onset, end=sign.offset)
    return replace(project, timeline=replace(project.timeline, clips=tuple(clips)))


def set_transition(project: Project, index: int, seconds: float) -> Project:
    """Spend `seconds` on the way into clip `index`."""
    return replace(project, timeline=pace(project.timeline, index, seconds))


def _gloss(name: str, project: Project, store: SignStore) -> Gloss:
    return regloss(name, store.glosses(project.sign_language), project.language)


def _with_glosses(project: Project, glosses: list[Gloss], store: SignStore) -> Project:
    sequence = replace(project.glosses, glosses=tuple(glosses))
    return replace(project, glosses=sequence, timeline=assemble(sequence, store, keep=project.timeline))
