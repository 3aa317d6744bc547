"""The signs of a saved project, found again in a dictionary."""

from dataclasses import replace

from pipeline.signs.sign import Sign, Status
from pipeline.signs.store import SignStore
from pipeline.timeline.assemble import assemble, reference_to
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Clip, Reference


def resolve(project: Project, store: SignStore) -> tuple[Project, tuple[str, ...]]:
    """The project with the signs of this dictionary, and a sentence about every sign that is not the same.

    A sign is the same one if its gloss and motion are; else the one of its gloss and variant, else
    the best one of its gloss takes its place, without the corrections of the other. What has none is not
    performed. Transitions that the user changed stay.
    """
    known: dict[Reference, Sign | None] = {}
    clips = []
    for clip in project.timeline.clips:
        reference = clip.reference or Reference(clip.label, "", "")
        if reference not in known:
            known[reference] = _find(reference, project.sign_language, store)
        clips.append(_with(clip, known[reference]))
    timeline = replace(project.timeline, clips=tuple(clips))
    strange: dict[str, bool] = {}  # labels, and whether corrections go with the sign
    for clip, found in zip(project.timeline.clips, clips, strict=True):
        if clip.reference != found.reference:
            lost = clip.corrections != found.corrections
            strange[clip.label] = strange.get(clip.label, False) or lost
    if not strange:
        return replace(project, timeline=timeline), ()
    notes = tuple(_note(label, lost, project.sign_language, store) for label, lost in strange.items())
    return replace(project, timeline=assemble(project.glosses, store, keep=timeline)), notes


def _find(reference: Reference, language: str, store: SignStore) -> Sign | None:
    """The sign itself, else a sign of the same gloss and variant."""
    signs = store.find(reference.gloss, language, rejected=True)
    same = [sign for sign in signs if reference_to(sign) == reference]
    alike = [
        sign for sign in signs if sign.variant == reference.variant and sign.status is not Status.REJECTED
    ]
    return next(iter(same + alike), None)


def _with(clip: Clip, sign: Sign | None) -> Clip:
    if sign is None:
        return replace(clip, reference=None, chosen=False, composed=False, corrections=())
    return replace(clip, sign=sign.id, reference=reference_to(sign), composed=sign.composed)


def _note(label: str, lost: bool, language: str, store: SignStore) -> str:
    if store.find(label, language):
        how = ", without its corrections" if lost else ""
        return f"The sign saved for {label} is not in the dictionary: another one takes its place{how}."
    return f"The dictionary has no sign for {label}: it is not performed."
