"""What face, head and trunk do while the hands sign."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import Description
from pipeline.compose.schedule import Schedule
from pipeline.motion import joints

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TrunkMotion:
    """Of all frames of a sign."""

    pose: Array  # (T, 55, 3), zero but for spine, neck, head, jaw and eyes
    face: Array  # (T, 52)
    lift: Array  # (T, 2), radians by which left and right shoulder are drawn up


def trunk_motion(description: Description, schedule: Schedule, left_handed: bool) -> TrunkMotion:
    """The non-manual part of a sign."""
    frames = schedule.frames
    return TrunkMotion(
        np.zeros((frames, joints.COUNT, 3)), np.zeros((frames, len(joints.FACE_UNITS))), np.zeros((frames, 2))
    )
