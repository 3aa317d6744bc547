"""Glosses become a timeline: which sign performs each, how long it takes and how it is reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.connector.duration import propose, reach
from pipeline.connector.skeleton import rest_joints
from pipeline.motion.motion import Motion
from pipeline.signs.matching import key
from pipeline.signs.sign import Sign
from pipeline.signs.store import SignStore, UnknownSign
from pipeline.text.gloss import GlossSequence, Origin
from pipeline.timeline.keeping import kept_clips
from pipeline.timeline.letters import RATE, Core, core, seconds_shown
from pipeline.timeline.rest import rest_pose
from pipeline.timeline.timeline import Clip, Reference, Timeline, Transition
from pipeline.timeline.tracks import Numbers, joined, track

_DOUBLED = 0.16
"""Seconds that a hand needs at least to slide outward for a doubled letter."""
_BETWEEN_WORDS = 0.3
"""Seconds at least from one fingerspelled word to the next, so that they do not read as one."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A sign in its place, before it is timed."""

    sign: Sign
    motion: Motion
    shown: Core
    label: str
    position: int
    pause: float
    spelled: bool
    outer: bool  # first or last of its gloss
    again: bool  # the same letter as before it
    before: Clip | None  # what stood in its place


def assemble(
    sequence: GlossSequence, store: SignStore, keep: Timeline | None = None, spelling_rate: float = RATE
) -> Timeline:
    """The glosses performed one after the other with their best signs; what has no sign has no clip.

    Signs and transitions that the user chose in `keep` stay where the same gloss is still performed.
    Letters of fingerspelled words follow each other at about `spelling_rate` a second. Raises BadInput
    when the dictionary is damaged.
    """
    parts = _parts(sequence, store, keep or Timeline())
    if not parts:
        return Timeline()
    proposed = _proposed(parts)
    clips = [
        _clip(part, float(seconds), spelling_rate) for part, seconds in zip(parts, proposed[:-1], strict=True)
    ]
    outro = keep.outro if keep and keep.clips else Timeline().outro
    return Timeline(tuple(clips), _transition(float(proposed[-1]), outro))


def reference_to(sign: Sign) -> Reference:
    """What a sign is known by outside its dictionary."""
    return Reference(sign.gloss, sign.variant, sign.motion)


def _parts(sequence: GlossSequence, store: SignStore, keep: Timeline) -> list[_Part]:
    """Every sign of every gloss that the dictionary has, in signing order."""
    labels = dict.fromkeys(label for gloss in sequence.glosses for label in gloss.signs)
    found = {label: store.find(label, sequence.sign_language) for label in labels}
    performed = [tuple(label for label in gloss.signs if found[label]) for gloss in sequence.glosses]
    kept = kept_clips(performed, keep)
    result: list[_Part] = []
    for position, gloss in enumerate(sequence.glosses):
        spelled = gloss.origin is Origin.SPELLED
        end = len(performed[position]) - 1
        for index, label in enumerate(performed[position]):
            before = kept.get((position, index))
            sign = _sign(found[label], before, store)
            motion = store.motion(sign.id)
            part = _Part(
                sign=sign,
                motion=motion,
                shown=core(motion, sign.onset, sign.offset) if spelled else Core(sign.onset, sign.offset),
                label=label,
                position=position,
                pause=gloss.pause if index == end else 0.0,
                spelled=spelled,
                outer=index in (0, end),
                again=spelled and index > 0 and key(result[-1].label) == key(label),
                before=before,
            )
            result.append(part)
    return result


def _sign(candidates: Sequence[Sign], before: Clip | None, store: SignStore) -> Sign:
    """The sign that the user chose, or the best one."""
    if before is not None and before.chosen:
        try:
            return store.sign(before.sign)
        except UnknownSign:
            pass
    return candidates[0]


def _proposed(parts: Sequence[_Part]) -> Numbers:
    """Seconds (N + 1,) for the ways from rest over the signs and back to rest."""
    rest = (Motion(1.0, rest_pose()[None]), Core(0.0, 0.0))
    # Letters recur: every sign is looked at once.
    unique: dict[tuple[int, Core], int] = {}
    shown: list[tuple[Motion, Core]] = []
    for motion, stretch in [rest, *((part.motion, part.shown) for part in parts)]:
        if (id(motion), stretch) not in unique:
            unique[id(motion), stretch] = len(shown)
            shown.append((motion, stretch))
    order = np.array([0, *(unique[id(part.motion), part.shown] for part in parts), 0])
    tracks = joined([track(motion) for motion, _ in shown])
    which, speed = np.arange(len(shown)), np.ones(len(shown))
    starts, ends = (np.array([getattr(stretch, edge) for _, stretch in shown]) for edge in ("start", "end"))
    leaving = reach(tracks.edges(which, ends, speed, leaving=True), rest_joints(), leaving=True)
    entering = reach(tracks.edges(which, starts, speed, leaving=False), rest_joints(), leaving=False)
    apart = [
        now.spelled and before.spelled and now.position != before.position for before, now in pairwise(parts)
    ]
    inside = [now.spelled and now.position == before.position for before, now in pairwise(parts)]
    seconds = propose(leaving[order[:-1]], entering[order[1:]], np.array([False, *inside, False]))
    return np.maximum(seconds, np.where([False, *apart, False], _BETWEEN_WORDS, 0.0))


def _clip(part: _Part, into: float, rate: float) -> Clip:
    into = max(into, _DOUBLED) if part.again else into
    captured = part.shown.end - part.shown.start
    seconds = seconds_shown(part.shown, into, rate, outer=part.outer) if part.spelled else captured
    return Clip(
        sign=part.sign.id,
        label=part.label,
        position=part.position,
        start=part.shown.start,
        end=part.shown.end,
        into=_transition(into, part.before.into if part.before else None),
        speed=captured / seconds if captured > 0 else 1.0,
        hold=part.pause if captured > 0 else part.pause + seconds,
        doubled=part.again,
        reference=reference_to(part.sign),
        chosen=part.before is not None and part.before.chosen and part.before.sign == part.sign.id,
        composed=part.sign.composed,
    )


def _transition(proposed: float, before: Transition | None) -> Transition:
    """As proposed, or as long as the user wanted it."""
    if before is not None and before.seconds != before.proposed:
        return Transition(before.seconds, proposed)
    return Transition(proposed, proposed)
