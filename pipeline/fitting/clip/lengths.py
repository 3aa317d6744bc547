"""Where detectors mark the joints of hands, which is not where a skinned body turns them.

SMPL-X and bodies like it bend a finger nearer to its tip than the knuckle is that people and detectors see:
with its lengths the first phalanx of a fist is too short to reach the palm, and fists come out half open.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.chain import DIGITS
from pipeline.fitting.clip.skeleton import BONE_INDEX, BONES, Skeleton

Array = NDArray[np.float64]

SEEN_LENGTHS = (
    *(0.036, 0.042, 0.034, 0.028),
    *(0.092, 0.042, 0.025, 0.022),
    *(0.091, 0.046, 0.029, 0.024),
    *(0.085, 0.042, 0.028, 0.023),
    *(0.080, 0.034, 0.021, 0.020),
)
"""Metres to each point of the hand from the one before it, as MediaPipe sees people; thumb first."""
HAND_BONES = tuple(f"{digit}{part}" for digit in DIGITS for part in (1, 2, 3, 4))


def as_seen(skeleton: Skeleton) -> Array:
    """Logarithms (G,) of the factors that make the hand's bones those that MediaPipe sees on people."""
    ways = [joint.segments for joint in skeleton.joints if joint.segments]
    ways += [point.segments for point in skeleton.points if point.segments]
    built = {
        way[0].bones[0]: float(np.linalg.norm(np.sum([part.offset for part in way], axis=0))) for way in ways
    }
    found = np.zeros(len(BONES))
    for bone, length in zip(HAND_BONES, SEEN_LENGTHS, strict=True):
        found[BONE_INDEX[bone]] = np.log(length / built[bone])
    return found
