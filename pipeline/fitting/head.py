"""Where a signer's head turns, from the points of the face: gently, and only what the image shows."""

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.landmarks import BODY, Landmarks

Array = NDArray[np.float64]

_NOSE_BEFORE_EARS = 0.73
"""How far the nose stands out before the line between the ears, in distances of the ears."""
_GAIN = 0.7
_MOST = np.radians(20)
_STEADY = 0.12  # seconds: standard deviation of the smoothing
_SURE = 0.5


def head_turns(landmarks: Landmarks) -> Array:
    """Rotation vectors (T, 3) of the head against the body; zero where no face is seen.

    Turning and tilting are absolute, nodding is relative to the clip's median, because the height of
    the nose between the ears differs from face to face.
    """
    columns = [BODY.index(name) for name in ("NOSE", "LEFT_EAR", "RIGHT_EAR")]
    sure = np.asarray((landmarks.body.confidence[:, columns] > _SURE).all(axis=1))
    if not sure.any():
        return np.zeros((landmarks.frames, 3))
    nose, left, right = np.moveaxis(landmarks.body.points[:, columns, :2], 1, 0)
    across = left - right
    apart = np.maximum(np.linalg.norm(across, axis=1), 1e-6)[:, None]
    along = across / apart
    offset = (nose - (left + right) / 2) / apart
    sideways = (offset * along).sum(axis=1)
    down = offset[:, 1] * along[:, 0] - offset[:, 0] * along[:, 1]
    turn = np.arctan2(sideways, _NOSE_BEFORE_EARS)
    tilt = -np.arctan2(across[:, 1], across[:, 0])
    nod = np.arctan2(down - np.median(down[sure]), _NOSE_BEFORE_EARS)
    angles = _steadied(np.column_stack([nod, turn, tilt]), sure, landmarks.fps)
    return np.clip(_GAIN * angles, -_MOST, _MOST)


def _steadied(values: Array, sure: NDArray[np.bool_], fps: float) -> Array:
    """Values (T, N) of the sure frames, interpolated over the others and smoothed."""
    moments = np.arange(len(values))
    filled = np.column_stack([np.interp(moments, moments[sure], column[sure]) for column in values.T])
    reach = int(np.ceil(3 * _STEADY * fps))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (_STEADY * fps)) ** 2)
    padded = np.pad(filled, ((reach, reach), (0, 0)), mode="edge")
    return np.column_stack([np.convolve(column, kernel / kernel.sum(), "valid") for column in padded.T])
