"""Glosses become a timeline: which sign performs each, how long it takes and how it is reached."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from pipeline.connector.duration import propose, reach
from pipeline.connector.skeleton import rest_joints
from pipeline.motion.motion import Motion
from pipeline.signs.matching import key
from pipeline.signs.sign import Sign
from pipeline.signs.store import SignStore, UnknownSign
from pipeline.text.gloss import GlossSequence, Mood, Origin
from pipeline.text.tokens import SENTENCE_PAUSE
from pipeline.timeline.keeping import kept_clips
from pipeline.timeline.letters import Core, core, seconds_shown
from pipeline.timeline.manner import Manner, evened
from pipeline.timeline.rest import rest_pose
from pipeline.timeline.retime import carried
from pipeline.timeline.timeline import (
    LONGEST,
    SHORTEST,
    Clip,
    Reference,
    Timeline,
    Timing,
    Transition,
)
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
    mood: Mood
    spelled: bool
    outer: bool  # first or last of its gloss
    again: bool  # the same letter as before it
    before: Clip | None  # what stood in its place


def assemble(sequence: GlossSequence, store: SignStore, keep: Timeline | None = None) -> Timeline:
    """The glosses performed one after the other with their best signs; what has no sign has no clip.

    They are signed in the manner of `keep`; the signs, times and markers that the user chose there stay
    where the same gloss is still performed. Raises BadInput when the dictionary is damaged.
    """
    keep = keep or Timeline()
    parts = _parts(sequence, store, keep)
    if not parts:
        return Timeline(manner=keep.manner)
    proposed = _in_manner(_proposed(parts), keep.manner)
    usual = _usual_length(parts)
    clips = [
        _clip(part, float(seconds), keep.manner, usual)
        for part, seconds in zip(parts, proposed[:-1], strict=True)
    ]
    outro = keep.outro if keep.clips else Timeline().outro
    made = Timeline(tuple(clips), _transition(float(proposed[-1]), outro), keep.manner)
    places = {id(clip): index for index, clip in enumerate(keep.clips)}
    same = {places[id(part.before)]: index for index, part in enumerate(parts) if part.before is not None}
    return replace(made, markers=carried(keep, made, same))


def way_back(clip: Clip, store: SignStore) -> float:
    """Seconds proposed from the end of a clip to its beginning, for a repeat."""
    motion = store.motion(clip.sign)
    tracks, which, one = joined([track(motion)]), np.arange(1), np.ones(1)
    leaving = tracks.edges(which, np.array([clip.end]), one, leaving=True)
    entering = tracks.edges(which, np.array([clip.start]), one, leaving=False)
    ends, begins = reach(leaving, rest_joints(), leaving=True), reach(entering, rest_joints(), leaving=False)
    return float(propose(ends, begins, np.array([False]))[0])


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
                mood=gloss.mood,
                spelled=spelled,
                outer=index in (0, end),
                again=spelled and index > 0 and key(result[-1].label) == key(label),
                before=before,
            )
            result.append(part)
    return result


def _sign(candidates: Sequence[Sign], before: Clip | None, store: SignStore) -> Sign:
    """The sign that the user chose or corrected, or the best one."""
    if before is not None and (before.chosen or before.corrections):
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


def _in_manner(seconds: Numbers, manner: Manner) -> Numbers:
    result: Numbers = np.clip(seconds * manner.ways, SHORTEST, LONGEST)
    return result


def _usual_length(parts: Sequence[_Part]) -> float:
    """The median length of the signs that are not spelled, in seconds; 0 without any."""
    lengths = [part.shown.end - part.shown.start for part in parts if not part.spelled]
    return float(np.median(lengths)) if lengths else 0.0


def _clip(part: _Part, into: float, manner: Manner, usual: float) -> Clip:
    into = max(into, _DOUBLED) if part.again else into
    timing = _timing(part, into, manner, usual)
    before = part.before
    was = before.proposed if before is not None else None
    clip = Clip(
        sign=part.sign.id,
        label=part.label,
        position=part.position,
        start=timing.start,
        end=timing.end,
        into=_transition(into, before.into if before else None),
        speed=timing.speed,
        hold=timing.hold,
        doubled=part.again,
        reference=reference_to(part.sign),
        chosen=before is not None and before.chosen and before.sign == part.sign.id,
        composed=part.sign.composed,
        mood=part.mood,
        closes=part.pause >= SENTENCE_PAUSE,
        corrections=before.corrections if before is not None and before.sign == part.sign.id else (),
    )
    if before is None or not before.retimed:
        return clip
    return _kept_times(clip, before, was or before.timing)


def _timing(part: _Part, into: float, manner: Manner, usual: float) -> Timing:
    """How a sign is performed when the user wants nothing else."""
    captured = part.shown.end - part.shown.start
    pause = part.pause * manner.pauses
    if part.spelled:
        seconds = seconds_shown(part.shown, into, manner.spelling, outer=part.outer)
    else:
        seconds = evened(captured, usual, manner.evenness) / manner.rate
    if captured <= 0:
        return Timing(part.shown.start, part.shown.end, 1.0, pause + seconds)
    return Timing(part.shown.start, part.shown.end, captured / seconds, pause)


def _kept_times(clip: Clip, before: Clip, was: Timing) -> Clip:
    """The clip with what the user changed: the part that is shown only as long as the sign is the same."""
    same = clip.sign == before.sign
    start = before.start if same and before.start != was.start else clip.start
    end = before.end if same and before.end != was.end else clip.end
    return replace(
        clip,
        start=min(start, end),
        end=end,
        speed=before.speed if before.speed != was.speed else clip.speed,
        hold=before.hold if before.hold != was.hold else clip.hold,
        repeat=before.repeat,
        back=before.back,
        proposed=clip.timing,
    )


def _transition(proposed: float, before: Transition | None) -> Transition:
    """As proposed, or as long and with the ease that the user wanted."""
    if before is None:
        return Transition(proposed, proposed)
    seconds = before.seconds if before.seconds != before.proposed else proposed
    return Transition(seconds, proposed, before.ease)
