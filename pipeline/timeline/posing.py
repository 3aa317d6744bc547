"""What one clip of a timeline does at one moment, without making all the others."""

from dataclasses import replace

import numpy as np

from pipeline.correction.apply import corrected, possible
from pipeline.motion import rotations
from pipeline.motion.motion import Motion
from pipeline.signs.store import SignStore
from pipeline.timeline.bake import slides_of
from pipeline.timeline.correcting import changed, second_of
from pipeline.timeline.doubling import slid
from pipeline.timeline.faces import shown
from pipeline.timeline.marking import mark
from pipeline.timeline.timeline import Timeline, clip_at, spans
from pipeline.timeline.tracks import FACE, Track, joined

_DEGREE = float(np.radians(1.0))


def posed(timeline: Timeline, index: int, moment: float, store: SignStore) -> Motion | None:
    """The one frame that clip `index` shows at a moment of the timeline; None while it is not performed.

    It is that of `bake`, with corrections and markers. Raises UnknownSign, and BadInput for no such clip.
    """
    clip = clip_at(timeline, index)
    second = second_of(clip, spans(timeline)[index][0], moment)
    if second is None:
        return None
    track = slid(store.motion(clip.sign), slides_of(timeline.clips)[index])
    first = max(int(second * track.fps) - 1, 0)
    part = slice(first, first + 4)  # the frames around it are all that it depends on
    times = (first + np.arange(len(track.turns[part]))) / track.fps
    around = Track(track.fps, corrected(track.turns[part], times, clip.corrections), track.values[part])
    turns, values = joined([around]).sample(np.zeros(1, np.int64), np.array([second - first / track.fps]))
    turns, values = mark(turns, values, np.array([moment]), shown(timeline))
    pose = rotations.quaternion_to_axis_angle(turns)
    return Motion(track.fps, pose, values[:, : FACE.start], values[:, FACE], values[:, FACE.stop :])


def held_back(
    timeline: Timeline, index: int, place: int, second: float, store: SignStore
) -> tuple[Timeline, bool]:
    """The timeline whose correction `place` of clip `index` turns no further than its joint can.

    Whether it was kept back by a degree or more at that second of the sign comes with it. Raises
    UnknownSign, and BadInput for no such clip.
    """
    clip = clip_at(timeline, index)
    track = slid(store.motion(clip.sign), slides_of(timeline.clips)[index])
    frame = min(max(round(second * track.fps), 0), len(track.turns) - 1)
    act, back = possible(track.turns[frame].astype(np.float64), frame / track.fps, clip.corrections, place)
    if act != clip.corrections[place].act:
        timeline = changed(timeline, index, place, replace(clip.corrections[place], act=act))
    return timeline, back > _DEGREE
