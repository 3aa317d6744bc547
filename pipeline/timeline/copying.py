"""Several glosses at once, with their clips and markers: copied, inserted elsewhere, removed."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.errors import BadInput
from pipeline.signs.store import SignStore
from pipeline.text.gloss import GlossSequence
from pipeline.timeline.assemble import assemble
from pipeline.timeline.markers import put
from pipeline.timeline.project import Project
from pipeline.timeline.resolve import resolve
from pipeline.timeline.retime import carried
from pipeline.timeline.timeline import Timeline, spans


def copied(project: Project, positions: Iterable[int]) -> Project:
    """Some glosses as a project of their own, with their clips and the markers over these.

    They lose their words in the text, which stay with the original. Raises BadInput
    when there is no such gloss.
    """
    wanted = _checked(project, positions)
    glosses = tuple(replace(project.glosses.glosses[position], span=None) for position in wanted)
    place = {position: index for index, position in enumerate(wanted)}
    before = project.timeline
    taken = [index for index, clip in enumerate(before.clips) if clip.position in place]
    clips = tuple(
        replace(before.clips[index], position=place[before.clips[index].position]) for index in taken
    )
    timeline = Timeline(clips, before.outro, before.manner)
    stretches = spans(before)
    over = tuple(
        marker
        for marker in before.markers
        if any(stretches[i][0] <= (marker.start + marker.end) / 2 <= stretches[i][1] for i in taken)
    )
    same = {was: now for now, was in enumerate(taken)}
    markers = carried(replace(before, markers=over), timeline, same)
    sequence = GlossSequence("", project.language, project.sign_language, glosses)
    return replace(
        project, text="", glosses=sequence, timeline=replace(timeline, markers=markers), edited=False
    )


def inserted(project: Project, position: int, part: Project, store: SignStore) -> Project:
    """The project with the glosses of another one before its gloss at `position`, or at the end.

    Signs that this dictionary has not are replaced as when a project is opened. Raises BadInput when
    the glosses are those of another sign language.
    """
    if part.sign_language != project.sign_language:
        raise BadInput(
            "What was copied is in another sign language: paste it into a project of that language."
        )
    part, _ = resolve(part, store)
    old = project.glosses.glosses
    position = min(max(position, 0), len(old))
    glosses = (*old[:position], *part.glosses.glosses, *old[position:])
    count = len(part.glosses.glosses)
    clips = project.timeline.clips
    first = sum(clip.position < position for clip in clips)
    new = tuple(replace(clip, position=clip.position + position) for clip in part.timeline.clips)
    later = tuple(replace(clip, position=clip.position + count) for clip in clips[first:])
    sequence = replace(project.glosses, glosses=glosses)
    keep = replace(project.timeline, clips=(*clips[:first], *new, *later), markers=())
    made = assemble(sequence, store, keep=keep)
    moved = {index: index if index < first else index + len(new) for index in range(len(clips))}
    markers = carried(project.timeline, made, moved)
    for marker in carried(part.timeline, made, {index: first + index for index in range(len(new))}):
        markers = put(markers, marker)
    return replace(project, glosses=sequence, timeline=replace(made, markers=markers), edited=True)


def without(project: Project, positions: Iterable[int], store: SignStore) -> Project:
    """Do not sign some glosses; the pause after each is made after the one before it."""
    gone = set(_checked(project, positions))
    kept = []
    for position, gloss in enumerate(project.glosses.glosses):
        if position not in gone:
            kept.append(gloss)
        elif kept:
            kept[-1] = replace(kept[-1], pause=max(kept[-1].pause, gloss.pause))
    sequence = replace(project.glosses, glosses=tuple(kept))
    timeline = assemble(sequence, store, keep=project.timeline)
    return replace(project, glosses=sequence, timeline=timeline, edited=True)


def _checked(project: Project, positions: Iterable[int]) -> list[int]:
    wanted = sorted(set(positions))
    count = len(project.glosses.glosses)
    if not wanted or wanted[0] < 0 or wanted[-1] >= count:
        raise BadInput("Those glosses are not there any more: select others.")
    return wanted
