"""What a detector saw of one signer: image positions of body and hands over time."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BODY: tuple[str, ...] = (
    "NOSE", "LEFT_EYE_INNER", "LEFT_EYE", "LEFT_EYE_OUTER",
    "RIGHT_EYE_INNER", "RIGHT_EYE", "RIGHT_EYE_OUTER", "LEFT_EAR", "RIGHT_EAR",
    "MOUTH_LEFT", "MOUTH_RIGHT", "LEFT_SHOULDER", "RIGHT_SHOULDER", "LEFT_ELBOW", "RIGHT_ELBOW",
    "LEFT_WRIST", "RIGHT_WRIST", "LEFT_PINKY", "RIGHT_PINKY", "LEFT_INDEX", "RIGHT_INDEX",
    "LEFT_THUMB", "RIGHT_THUMB", "LEFT_HIP", "RIGHT_HIP", "LEFT_KNEE", "RIGHT_KNEE",
    "LEFT_ANKLE", "RIGHT_ANKLE", "LEFT_HEEL", "RIGHT_HEEL", "LEFT_FOOT_INDEX", "RIGHT_FOOT_INDEX",
)  # fmt: skip
"""The 33 points of MediaPipe Pose in their order."""

HAND: tuple[str, ...] = (
    "WRIST", "THUMB_CMC", "THUMB_MCP", "THUMB_IP", "THUMB_TIP",
    "INDEX_FINGER_MCP", "INDEX_FINGER_PIP", "INDEX_FINGER_DIP", "INDEX_FINGER_TIP",
    "MIDDLE_FINGER_MCP", "MIDDLE_FINGER_PIP", "MIDDLE_FINGER_DIP", "MIDDLE_FINGER_TIP",
    "RING_FINGER_MCP", "RING_FINGER_PIP", "RING_FINGER_DIP", "RING_FINGER_TIP",
    "PINKY_MCP", "PINKY_PIP", "PINKY_DIP", "PINKY_TIP",
)  # fmt: skip
"""The 21 points of MediaPipe Hands in their order."""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """Points followed through the frames of a video.

    `points` are pixels, x to the right of the image, y down, and the detector's relative z,
    smaller towards the camera, NaN where the detector gave none; zero where nothing was seen.
    """

    points: Array  # (T, N, 3)
    confidence: Array  # (T, N), 0 to 1, 0 where nothing was seen

    def __post_init__(self) -> None:
        if self.points.ndim != 3 or self.points.shape[2] != 3:
            raise ValueError(f"points have shape {self.points.shape}, expected (T, N, 3)")
        if self.confidence.shape != self.points.shape[:2]:
            raise ValueError(f"confidence has shape {self.confidence.shape}, points {self.points.shape}")

    @property
    def seen(self) -> NDArray[np.bool_]:
        """The frames (T,) in which at least half of the points were seen."""
        seen: NDArray[np.bool_] = (self.confidence > 0).mean(axis=1) >= 0.5
        return seen


def nothing(frames: int, points: int) -> Track:
    """A track in which nothing was seen."""
    return Track(np.zeros((frames, points, 3)), np.zeros((frames, points)))


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """MediaPipe Holistic's points of one signer; left and right are the signer's own."""

    fps: float
    width: int  # pixels
    height: int
    body: Track  # 33 points, in the order of `BODY`
    left_hand: Track  # 21 points, in the order of `HAND`
    right_hand: Track
    source: str = field(default="")

    @property
    def frames(self) -> int:
        """Number of frames."""
        return len(self.body.points)

    def hand(self, side: str) -> Track:
        """The track of the `"left"` or `"right"` hand."""
        return self.left_hand if side == "left" else self.right_hand
