"""A timeline becomes one motion: signs as they were captured, geodesic ways between them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.connector.bridge import Edge, bridge
from pipeline.motion import rotations
from pipeline.motion.motion import Motion
from pipeline.signs.store import SignStore
from pipeline.timeline.correcting import with_corrections
from pipeline.timeline.doubling import slid
from pipeline.timeline.faces import shown
from pipeline.timeline.markers import Markers
from pipeline.timeline.marking import mark
from pipeline.timeline.rest import rest_pose
from pipeline.timeline.timeline import Clip, Timeline, spans, unrolled
from pipeline.timeline.tracks import FACE, Floats, Indices, Numbers, Tracks, joined


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """A timeline ready to be sampled at any moment; N clips, N + 1 ways."""

    seconds: float
    tracks: Tracks  # of the clips
    begins: Numbers  # (N,), when each clip begins to move
    ends: Numbers  # (N,), when it stops moving
    origins: Numbers  # (N,), where in its sign each clip begins, seconds
    speeds: Numbers  # (N,)
    leaving: Edge  # (N + 1, ...): rest, then the ends of the clips
    entering: Edge  # (N + 1, ...): the beginnings of the clips, then rest
    holds: Numbers  # (N + 1,), stillness before each way
    ways: Numbers  # (N + 1,), seconds each way takes
    eases: Numbers  # (N + 1,), when each way is quickest
    markers: Markers = ()  # over what the signs do

    def pose_at(self, times: Numbers) -> tuple[Floats, Floats]:
        """Quaternions (T, 55, 4) and values (T, C) at `times` (T,) from 0 to `seconds`."""
        times = np.asarray(times, np.float64)
        begun = np.searchsorted(self.begins, times + 1e-9, side="right")
        inside = np.zeros(len(times), bool)
        inside[begun > 0] = times[begun > 0] <= self.ends[begun[begun > 0] - 1]
        turns = np.empty((len(times), *self.leaving.turns.shape[1:]), np.float32)
        values = np.empty((len(times), self.leaving.values.shape[1]), np.float32)
        turns[inside], values[inside] = self._inside(times[inside], begun[inside] - 1)
        turns[~inside], values[~inside] = self._between(times[~inside], begun[~inside])
        return mark(turns, values, times, self.markers)

    def _inside(self, times: Numbers, clip: Indices) -> tuple[Floats, Floats]:
        elapsed = (times - self.begins[clip]) * self.speeds[clip]
        return self.tracks.sample(clip, self.origins[clip] + elapsed)

    def _between(self, times: Numbers, way: Indices) -> tuple[Floats, Floats]:
        since = times - np.concatenate([[0.0], self.ends])[way]
        turns, values = bridge(
            self.leaving[way], self.entering[way], since, self.holds[way], self.ways[way], self.eases[way]
        )
        # What runs on beyond its sign may leave the range of the face units.
        values[:, FACE] = np.clip(values[:, FACE], 0, 1)
        return turns, values


def performance(timeline: Timeline, store: SignStore) -> Performance:
    """Fetch a timeline's motions; raises UnknownSign or BadInput when the dictionary lacks one."""
    timeline = unrolled(timeline)
    clips = timeline.clips
    rest = Motion(1.0, rest_pose()[None])
    parts = [
        with_corrections(slid(store.motion(clip.sign), slides), clip.corrections)
        for clip, slides in zip(clips, slides_of(clips), strict=True)
    ]
    tracks = joined([*parts, slid(rest, 0)])
    which = np.arange(len(clips) + 1)
    starts, ends, speeds, holds = _numbers(clips)
    begins = np.array([begin for begin, _ in spans(timeline)])
    leaving = tracks.edges(np.roll(which, 1), np.roll(ends, 1), np.roll(speeds, 1), leaving=True)
    return Performance(
        seconds=timeline.seconds,
        tracks=tracks,
        begins=begins,
        ends=begins + (ends[:-1] - starts[:-1]) / speeds[:-1],
        origins=starts[:-1],
        speeds=speeds[:-1],
        leaving=leaving,
        entering=tracks.edges(which, starts, speeds, leaving=False),
        holds=np.roll(holds, 1),
        ways=np.array([*(clip.into.seconds for clip in clips), timeline.outro.seconds]),
        eases=np.array([*(clip.into.ease for clip in clips), timeline.outro.ease]),
        markers=shown(timeline),
    )


def bake(timeline: Timeline, store: SignStore, fps: float = 30.0) -> Motion:
    """The timeline from rest to rest at `fps`; an empty one is a single frame at rest.

    Frames inside a clip are those of its sign, sampled; the last frame is exactly at rest, up to one
    frame after the timeline ends. Raises what `performance` raises.
    """
    if not timeline.clips:
        return Motion(fps, rest_pose()[None])
    played = performance(timeline, store)
    count = int(np.ceil(played.seconds * fps - 1e-6)) + 1
    turns, values = played.pose_at(np.minimum(np.arange(count) / fps, played.seconds))
    pose = rotations.quaternion_to_axis_angle(turns)
    pose[0] = pose[-1] = rest_pose()
    return Motion(fps, pose, values[:, : FACE.start], values[:, FACE], values[:, FACE.stop :])


def slides_of(clips: tuple[Clip, ...]) -> list[int]:
    """How far out each clip's hand is: one step with each doubled letter, back after the word."""
    result: list[int] = []
    for index, clip in enumerate(clips):
        going_on = index > 0 and clips[index - 1].position == clip.position
        result.append((result[-1] if going_on else 0) + clip.doubled)
    return result


def _numbers(clips: tuple[Clip, ...]) -> tuple[NDArray[np.float64], ...]:
    """Starts, ends, speeds and holds (N + 1,) of the clips and of the rest pose after them."""
    rows = [(clip.start, clip.end, clip.speed, clip.hold) for clip in clips]
    return tuple(np.array([*rows, (0.0, 0.0, 1.0, 0.0)]).T)
