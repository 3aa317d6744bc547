"""Edits of a project: each takes the project and returns the changed one, timeline included.

All raise BadInput when there is no such gloss, clip or transition, or the dictionary is damaged.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.errors import BadInput
from pipeline.signs.sign import Sign
from pipeline.signs.store import SignStore
from pipeline.text.carry import carry
from pipeline.text.confidence import SURE
from pipeline.text.gloss import Alternative, Evidence, Gloss, GlossSequence, Mood, Reading, Source
from pipeline.text.tokens import SENTENCE_PAUSE
from pipeline.text.translate import regloss, translate
from pipeline.timeline.assemble import assemble, reference_to
from pipeline.timeline.manner import Manner
from pipeline.timeline.project import Project
from pipeline.timeline.resolve import resolve
from pipeline.timeline.retime import followed
from pipeline.timeline.timeline import LONGEST, SHORTEST, Clip, Transition
from pipeline.timeline.timing import pace

Translate = Callable[[str, str, str, frozenset[str]], GlossSequence]
"""What finds the glosses of a text, given its languages and the glosses that the dictionary has."""


def retranslate(project: Project, store: SignStore, by: Translate = translate) -> Project:
    """Find the glosses of the project's text anew; edits of its glosses by hand are lost."""
    known = store.glosses(project.sign_language)
    return adopt(project, by(project.text, project.language, project.sign_language, known), store)


def adopt(project: Project, glosses: GlossSequence, store: SignStore) -> Project:
    """Sign what a translator found for the project's text."""
    timeline = assemble(glosses, store, keep=project.timeline)
    return replace(project, glosses=glosses, timeline=timeline, edited=False)


def set_text(project: Project, text: str, store: SignStore, by: Translate = translate) -> Project:
    """Sign another text; edits of glosses by hand stay where their surroundings do.

    The glosses of `project` may be those of an older text, or of other languages, whose edits are lost.
    """
    project, was = replace(project, text=text), project.glosses
    pair = project.language, project.sign_language
    if not project.edited or (was.language, was.sign_language) != pair:
        return retranslate(project, store, by)
    known = store.glosses(project.sign_language)
    fresh = by(text, *pair, known)
    glosses = carry(was, by(was.text, *pair, known), fresh)
    timeline = assemble(glosses, store, keep=project.timeline)
    return replace(project, glosses=glosses, timeline=timeline, edited=glosses != fresh)


def change_dictionary(
    project: Project, path: str | None, known: frozenset[str], store: SignStore, by: Translate = translate
) -> Project:
    """Take signs from `store`, the dictionary at `path`, where there were the glosses `known` before.

    Signs and glosses that the user chose stay where the new dictionary has them; glosses that were put by
    hand are looked up in it again.
    """
    taken, _ = resolve(replace(project, dictionary=path), store)
    if not project.edited:
        return retranslate(taken, store, by)
    pair = project.language, project.sign_language
    fresh = by(project.text, *pair, store.glosses(project.sign_language))
    carried = carry(project.glosses, by(project.text, *pair, known), fresh)
    again = [
        _looked_up(gloss, taken, store) if gloss.evidence.source is Source.HAND else gloss
        for gloss in carried.glosses
    ]
    glosses = replace(carried, glosses=tuple(again))
    timeline = assemble(glosses, store, keep=taken.timeline)
    return replace(taken, glosses=glosses, timeline=timeline, edited=glosses != fresh)


def rename(project: Project, position: int, name: str, store: SignStore) -> Project:
    """Sign something else in the place of a gloss; it keeps its words in the text and its pause."""
    glosses = list(project.glosses.glosses)
    old = glosses[_checked(position, glosses)]
    named = _gloss(name, project, store)
    glosses[position] = replace(
        named, span=old.span, pause=old.pause, evidence=_by_hand(old, named), mood=old.mood
    )
    readings = tuple(_reread(reading, old, glosses[position]) for reading in project.glosses.readings)
    renamed = replace(project, glosses=replace(project.glosses, readings=readings))
    return _with_glosses(renamed, glosses, store)


def use_reading(project: Project, reading: Reading, store: SignStore) -> Project:
    """Sign a sentence in another way; what is signed for other sentences stays."""
    glosses = project.glosses.glosses
    start, end = reading.span
    inside = [index for index, gloss in enumerate(glosses) if gloss.span and start <= gloss.span[0] < end]
    if not inside:
        raise BadInput("The sentence is not in the text any more: translate it anew.")
    made = [*glosses[: inside[0]], *reading.glosses, *glosses[inside[-1] + 1 :]]
    return _with_glosses(project, made, store)


def insert(project: Project, position: int, name: str, store: SignStore) -> Project:
    """Sign something more before the gloss at `position`, or at the end."""
    glosses = list(project.glosses.glosses)
    position = min(max(position, 0), len(glosses))
    glosses.insert(position, replace(_gloss(name, project, store), mood=_mood_at(position, glosses)))
    return _with_glosses(project, glosses, store)


def remove(project: Project, position: int, store: SignStore) -> Project:
    """Do not sign a gloss; the pause after it is made after the one before it."""
    glosses = list(project.glosses.glosses)
    removed = glosses.pop(_checked(position, glosses))
    if position > 0:
        before = glosses[position - 1]
        glosses[position - 1] = replace(before, pause=max(before.pause, removed.pause))
    return _with_glosses(project, glosses, store)


def move(project: Project, start: int, end: int, store: SignStore) -> Project:
    """Sign the gloss at `start` at the place `end` instead; pauses and moods stay where they were made."""
    glosses = list(project.glosses.glosses)
    places = [(gloss.pause, gloss.mood) for gloss in glosses]
    gloss = glosses.pop(_checked(start, glosses))
    glosses.insert(min(max(end, 0), len(glosses)), gloss)
    moved = [
        replace(gloss, pause=pause, mood=mood) for gloss, (pause, mood) in zip(glosses, places, strict=True)
    ]
    return _with_glosses(project, moved, store)


def _mood_at(position: int, glosses: Sequence[Gloss]) -> Mood:
    """The mood of what is signed more at a position: that of the sentence it continues, or else begins."""
    before = glosses[position - 1] if position > 0 else None
    if before is not None and before.pause < SENTENCE_PAUSE:
        return before.mood
    return glosses[position].mood if position < len(glosses) else Mood.STATEMENT


def use(project: Project, clip: int, sign: Sign, store: SignStore) -> Project:
    """Perform a clip with another sign, which stays until the gloss goes; corrections go with the old one."""
    clips = list(project.timeline.clips)
    if not 0 <= clip < len(clips):
        raise BadInput(f"There is no clip {clip}: choose one from 0 to {len(clips) - 1}.")
    corrections = clips[clip].corrections if clips[clip].sign == sign.id else ()
    clips[clip] = replace(
        clips[clip], sign=sign.id, reference=reference_to(sign), chosen=True, corrections=corrections
    )
    chosen = replace(project.timeline, clips=tuple(clips))
    return replace(project, timeline=assemble(project.glosses, store, keep=chosen))


def set_transition(project: Project, index: int, seconds: float) -> Project:
    """Spend `seconds` on the way into clip `index`; the number of clips stands for the way back to rest."""
    return replace(project, timeline=pace(project.timeline, index, seconds))


def set_manner(project: Project, manner: Manner, store: SignStore) -> Project:
    """Sign the whole sentence in another manner; what the user timed by hand changes in proportion."""
    was = project.timeline.manner
    slower, longer = was.rate / manner.rate, manner.ways / was.ways
    clips = tuple(
        replace(_in_proportion(clip, slower), into=_scaled(clip.into, longer))
        for clip in project.timeline.clips
    )
    outro = _scaled(project.timeline.outro, longer)
    keep = replace(project.timeline, clips=clips, outro=outro, manner=manner)
    timeline = assemble(project.glosses, store, keep=keep)
    moved = followed(project.timeline, replace(timeline, markers=()))
    return replace(project, timeline=moved)


def _in_proportion(clip: Clip, slower: float) -> Clip:
    usual = clip.proposed or clip.timing
    return replace(clip, speed=clip.speed / slower) if clip.speed != usual.speed else clip


def _scaled(into: Transition, longer: float) -> Transition:
    if into.seconds == into.proposed:
        return into
    return replace(into, seconds=min(max(into.seconds * longer, SHORTEST), LONGEST))


def _checked(position: int, glosses: list[Gloss]) -> int:
    if not 0 <= position < len(glosses):
        raise BadInput(f"There is no gloss {position}: choose one from 0 to {len(glosses) - 1}.")
    return position


def _reread(reading: Reading, old: Gloss, now: Gloss) -> Reading:
    """The reading with a gloss put in the place of another for the same words."""
    glosses = tuple(
        replace(now, pause=gloss.pause) if (gloss.name, gloss.span) == (old.name, old.span) else gloss
        for gloss in reading.glosses
    )
    return replace(reading, glosses=glosses)


def _by_hand(old: Gloss, now: Gloss) -> Evidence:
    """The evidence of a gloss that was put in the place of another, which can be taken back."""
    was = Alternative(old.name, old.evidence.confidence, old.evidence.reason)
    others = [other for other in (was, *old.evidence.alternatives) if other.name != now.name]
    return Evidence(Source.HAND, "your choice", SURE, tuple(others), old.evidence.word)


def _gloss(name: str, project: Project, store: SignStore) -> Gloss:
    return regloss(name, store.glosses(project.sign_language), project.language, project.sign_language)


def _looked_up(gloss: Gloss, project: Project, store: SignStore) -> Gloss:
    found = _gloss(gloss.name, project, store)
    return replace(found, span=gloss.span, pause=gloss.pause, evidence=gloss.evidence, mood=gloss.mood)


def _with_glosses(project: Project, glosses: list[Gloss], store: SignStore) -> Project:
    sequence = replace(project.glosses, glosses=tuple(glosses))
    timeline = assemble(sequence, store, keep=project.timeline)
    return replace(project, glosses=sequence, timeline=timeline, edited=True)
