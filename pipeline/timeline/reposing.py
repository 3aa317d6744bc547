"""Taking hold of a joint at one moment: which correction a drag changes there, or makes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.correction.correction import (
    EASE,
    FARTHEST,
    Act,
    Correction,
    Quaternion,
    Reach,
    Shape,
    Turn,
    reaching,
    weight,
)
from pipeline.motion import joints, rotations
from pipeline.timeline.correcting import added, changed
from pipeline.timeline.timeline import Timeline, clip_at, with_clip

Numbers = NDArray[np.float64]

STILL: Quaternion = (1.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Held:
    """A correction that is whole at the moment at which it was taken hold of; index -1 is a new one."""

    timeline: Timeline
    clip: int
    index: int
    correction: Correction

    @property
    def place(self) -> int:
        """Index that the correction has once it is made."""
        return self.index if self.index >= 0 else len(self.timeline.clips[self.clip].corrections)

    def turned(self, by: Numbers) -> Timeline:
        """The timeline with a joint turned on by a quaternion (4,) of its own frame."""
        act = self.correction.act
        assert isinstance(act, Turn)
        w, x, y, z = _unit(rotations.multiply(np.array(act.by), by)).tolist()
        return self.made(replace(act, by=(w, x, y, z)))

    def moved(self, by: Numbers) -> Timeline:
        """The timeline with a wrist moved on by (3,) metres in the frame of the chest, as far as may be."""
        act = self.correction.act
        assert isinstance(act, Reach)
        shift = np.array(act.shift) + by
        shift *= min(1.0, FARTHEST / max(float(np.linalg.norm(shift)), 1e-9))
        x, y, z = shift.tolist()
        return self.made(replace(act, shift=(x, y, z)))

    def made(self, act: Act) -> Timeline:
        """The timeline with something else done over the same stretch."""
        correction = replace(self.correction, act=act)
        if self.index < 0:
            return added(self.timeline, self.clip, correction)
        return changed(self.timeline, self.clip, self.index, correction)


def hold(timeline: Timeline, clip: int, what: Act, second: float, preferred: int = -1) -> Held:
    """Take hold of what turns the same joint, moves the same wrist or shapes the same hand as `what`.

    Of several at that second of the sign the `preferred` one is taken, else the first. Where there is none
    a new one is made: over the whole sign, or between those before and after it. Raises BadInput for no
    such clip.
    """
    corrections = clip_at(timeline, clip).corrections
    there = [
        index
        for index, each in enumerate(corrections)
        if alike(each.act, what) and each.enabled and weight(each, np.array([second]))[0] > 0
    ]
    if there:
        index = preferred if preferred in there else there[0]
        return Held(timeline, clip, index, reaching(corrections[index], second))
    return Held(timeline, clip, -1, _between(timeline, clip, what, second))


def alike(first: Act, second: Act) -> bool:
    """Whether two are about the same: both turn a joint, move a wrist or shape a hand."""
    match first, second:
        case Turn(joint=one), Turn(joint=other):
            return one == other
        case (Reach(side=a), Reach(side=b)) | (Shape(side=a), Shape(side=b)):
            return a == b
    return False


def reset(timeline: Timeline, clip: int, joint: int) -> Timeline:
    """A clip without all that turns a joint, or moves it as a wrist."""
    used = clip_at(timeline, clip)
    kept = tuple(each for each in used.corrections if not concerns(each, joint))
    return with_clip(timeline, clip, replace(used, corrections=kept))


def concerns(correction: Correction, joint: int) -> bool:
    """Whether a correction is about a joint itself: turns it, or moves it as a wrist."""
    match correction.act:
        case Turn(joint=turned):
            return turned == joint
        case Reach(side=side):
            return joints.NAMES[joint] == f"{side}_wrist"
    return False


def _between(timeline: Timeline, clip: int, what: Act, second: float) -> Correction:
    used = timeline.clips[clip]
    others: Sequence[Correction] = [
        each for each in used.corrections if alike(each.act, what) and each.enabled
    ]
    start = max((each.end for each in others if each.end <= second), default=used.start - EASE)
    end = min((each.start for each in others if each.start >= second), default=used.end + EASE)
    start, end = min(start, second - EASE), max(end, second + EASE)
    return reaching(Correction(what, start, end), second)


def _unit(quaternion: Numbers) -> Numbers:
    """Of length 1, the turn the short way round."""
    quaternion = quaternion / np.linalg.norm(quaternion)
    return -quaternion if quaternion[0] < 0 else quaternion
