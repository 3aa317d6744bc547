"""Corrections on a timeline: when they happen, what a clip does with them, what is kept as a sign."""

from dataclasses import replace
from functools import lru_cache

import numpy as np

from pipeline.correction.apply import correct, corrected, touched
from pipeline.correction.correction import Correction, Corrections
from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.timeline.rest import hanging_arms, rest_pose
from pipeline.timeline.timeline import Clip, Timeline, clip_at, with_clip
from pipeline.timeline.tracks import Track


@lru_cache(maxsize=128)
def with_corrections(track: Track, corrections: Corrections) -> Track:
    """The track of a sign with its corrections."""
    if not corrections:
        return track
    return replace(track, turns=corrected(track.turns, np.arange(len(track.turns)) / track.fps, corrections))


def second_of(clip: Clip, begin: float, moment: float) -> float | None:
    """Which second of its sign a clip that begins at `begin` shows at a moment of the timeline.

    None on the ways: before the clip, after it, and between its repeats.
    """
    since = moment - begin
    if not -1e-9 <= since <= clip.seconds + 1e-9:
        return None
    period = clip.once + clip.back
    inside = since - min(max(int((since + 1e-9) // period), 0), clip.repeat - 1) * period
    if inside > clip.once + 1e-9:
        return clip.end if since > clip.seconds - clip.hold - 1e-9 else None
    return min(clip.start + max(inside, 0.0) * clip.speed, clip.end)


def moment_of(clip: Clip, begin: float, second: float) -> float:
    """The moment of the timeline at which a clip first shows a second of its sign, or would."""
    return begin + (second - clip.start) / clip.speed


def correction_at(timeline: Timeline, clip: int, index: int) -> Correction:
    """One correction of a clip. Raises BadInput where there is none."""
    corrections = clip_at(timeline, clip).corrections
    if not 0 <= index < len(corrections):
        raise BadInput("There is no such correction any more: choose another.")
    return corrections[index]


def added(timeline: Timeline, clip: int, correction: Correction) -> Timeline:
    """One more correction of a clip, the last of its list."""
    return _with(timeline, clip, (*clip_at(timeline, clip).corrections, correction))


def changed(timeline: Timeline, clip: int, index: int, correction: Correction) -> Timeline:
    """Another correction in the place of one. Raises BadInput where there is none."""
    correction_at(timeline, clip, index)
    corrections = clip_at(timeline, clip).corrections
    return _with(timeline, clip, (*corrections[:index], correction, *corrections[index + 1 :]))


def removed(timeline: Timeline, clip: int, index: int) -> Timeline:
    """A clip without one of its corrections. Raises BadInput where there is none."""
    correction_at(timeline, clip, index)
    corrections = clip_at(timeline, clip).corrections
    return _with(timeline, clip, (*corrections[:index], *corrections[index + 1 :]))


def variant(motion: Motion, corrections: Corrections) -> Motion:
    """The motion of a sign with its corrections, to be kept as a sign of its own.

    An arm that hangs and is corrected hangs as at rest before it is, as a performance shows it.
    """
    idle = hanging_arms(motion)
    if not touched(corrections).isdisjoint(idle):
        pose = motion.pose.copy()
        pose[:, idle] = rest_pose()[idle]
        motion = replace(motion, pose=pose)
    return correct(motion, corrections)


def _with(timeline: Timeline, clip: int, corrections: Corrections) -> Timeline:
    return with_clip(timeline, clip, replace(clip_at(timeline, clip), corrections=corrections))
