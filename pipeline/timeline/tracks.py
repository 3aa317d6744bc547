"""The motions of several clips as one stretch of quaternions, to be sampled all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.connector.bridge import Edge
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion
from pipeline.timeline.rest import hanging_arms, rest_pose

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

FACE = slice(3, 3 + len(joints.FACE_UNITS))
"""Where the face is among a track's values; translation is before it, expression after it."""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A motion as unit quaternions and everything else side by side; neighbours lie in one half space."""

    fps: float
    turns: Floats  # (T, 55, 4)
    values: Floats  # (T, C): translation, face, expression


@lru_cache(maxsize=512)
def track(motion: Motion) -> Track:
    """The track of a motion; arms that take no part in it hang as at rest."""
    pose = motion.pose.copy()
    idle = hanging_arms(motion)
    pose[:, idle] = rest_pose()[idle]
    turns = rotations.axis_angle_to_quaternion(pose)
    values = np.concatenate([motion.translation, motion.face, motion.expression], axis=1)
    return Track(motion.fps, turns, values)


@dataclass(frozen=True, slots=True, eq=False)
class Tracks:
    """N tracks; track i has the frames `first[i]` to `last[i]` and `fps[i]` frames a second."""

    turns: Floats  # (F, 55, 4)
    values: Floats  # (F, C)
    first: Indices
    last: Indices
    fps: Numbers

    def sample(self, which: Indices, seconds: Numbers) -> tuple[Floats, Floats]:
        """Quaternions (M, 55, 4) and values (M, C) of tracks `which` (M,) at `seconds` (M,) of their own.

        Rotations go the shortest way between neighbouring frames; a moment that a frame was captured
        at gives that frame exactly.
        """
        position = self._position(which, seconds)
        nearest = np.rint(position)
        position = np.where(np.abs(position - nearest) < 1e-5, nearest, position)
        before = np.floor(position).astype(np.int64)
        after = np.minimum(before + 1, self.last[which])
        part = (position - before).astype(np.float32)
        turns = rotations.slerp(self.turns[before], self.turns[after], part[:, None])
        values = self.values[before] + part[:, None] * (self.values[after] - self.values[before])
        return turns, values

    def edges(self, which: Indices, seconds: Numbers, speed: Numbers, *, leaving: bool) -> Edge:
        """The poses and velocities there, of what comes before if `leaving` and of what follows if not."""
        turns, values = self.sample(which, seconds)
        position = self._position(which, seconds)
        before = np.ceil(position - 1e-5) - 1 if leaving else np.floor(position + 1e-5)
        before = np.clip(before.astype(np.int64), self.first[which], self.last[which])
        after = np.minimum(before + 1, self.last[which])
        rate = (self.fps[which] * speed).astype(np.float32)
        step = rotations.multiply(rotations.conjugate(self.turns[before]), self.turns[after])
        spin = rotations.log(step) * rate[:, None, None]
        rates = (self.values[after] - self.values[before]) * rate[:, None]
        return Edge(turns, spin, values, rates)

    def _position(self, which: Indices, seconds: Numbers) -> Numbers:
        """Frames as real numbers."""
        position = self.first[which] + seconds * self.fps[which]
        result: Numbers = np.clip(position, self.first[which], self.last[which])
        return result


def joined(parts: Sequence[Track]) -> Tracks:
    """Several tracks as one; the same one twice is kept once, and missing expressions are zero."""
    unique = list({id(part): part for part in parts}.values())
    place = {id(part): index for index, part in enumerate(unique)}
    counts = np.array([len(part.turns) for part in unique], np.int64)
    ends = np.cumsum(counts)
    which = [place[id(part)] for part in parts]
    width = max(part.values.shape[1] for part in unique)
    values = np.zeros((int(ends[-1]), width), np.float32)
    for part, end in zip(unique, ends, strict=True):
        values[end - len(part.values) : end, : part.values.shape[1]] = part.values
    return Tracks(
        turns=np.concatenate([part.turns for part in unique]),
        values=values,
        first=(ends - counts)[which],
        last=ends[which] - 1,
        fps=np.array([part.fps for part in parts], np.float64),
    )
