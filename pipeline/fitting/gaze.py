"""Where the eyes look: from the scores of the face, or from the pupils between the corners of the eyes."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert
from pipeline.motion import joints

Array = NDArray[np.float64]

FULL_LOOK = np.radians(35.0)
"""Turn of the eyes at which the units of looking are 1."""
_EYES = (("left_pupil", "face_42", "face_45"), ("right_pupil", "face_36", "face_39"))
"""Pupil and corners of the left and of the right eye, the signer's; the right-most of the picture last."""
_WIDTH = 1.25
"""Half an eye's width in radii of the eyeball, about 15 and 12 mm."""
_STEADINESS = 0.05
"""Seconds: standard deviation of the smoothing over time."""


def look_units(turns: Array) -> NDArray[np.float32]:
    """The units of looking (T, 52) that go with turns (T, 2, 2) of both eyes, down and to the left."""
    units = np.zeros((len(turns), len(joints.FACE_UNITS)), np.float32)
    for eye, (side, outer, inner) in enumerate((("Left", 1, -1), ("Right", -1, 1))):
        down, left = (turns[:, eye] / FULL_LOOK).T
        for name, much in (("Down", down), ("Up", -down), ("Out", outer * left), ("In", inner * left)):
            units[:, joints.FACE_UNITS.index(f"eyeLook{name}{side}")] = np.clip(much, 0, 1)
    return units


def scored_turns(scores: NDArray[np.float32]) -> Array:
    """The turns (T, 2, 2) of both eyes that scores (T, 52) tell, down and to the signer's left, radians."""

    def unit(name: str, side: str) -> Array:
        return scores[:, joints.FACE_UNITS.index(f"eyeLook{name}{side}")].astype(np.float64)

    found = []
    for side, sign in (("Left", 1), ("Right", -1)):
        left = sign * (unit("Out", side) - unit("In", side))
        found.append(np.stack([unit("Down", side) - unit("Up", side), left], axis=1))
    turns: Array = FULL_LOOK * np.stack(found, axis=1)
    return turns


def pointed_turns(clip: Keypoints) -> Array:
    """The turns (T, 2, 2) of both eyes that points tell, alike for both; zero where no pupil is known.

    Up and down are told against the clip's median, as lids and corners of eyes differ.
    """
    turns, seen = np.zeros((clip.frames, 2)), np.ones(clip.frames, bool)
    for names in _EYES:
        part = convert(clip, names)
        seen &= (part.confidence > 0).all(axis=1)
        pupil, first, second = np.moveaxis(part.points.astype(np.float64), 1, 0)
        along = (second - first) / 2
        half = np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
        off, across = (pupil - (first + second) / 2) / half, along / half
        right = (off * across).sum(axis=1)
        down = off[:, 1] * across[:, 0] - off[:, 0] * across[:, 1]
        turns += np.stack([down, right], axis=1) / 2
    if seen.sum() < 3:
        return np.zeros((clip.frames, 2, 2))
    turns[:, 0] -= np.median(turns[seen, 0])
    moments = np.arange(clip.frames)
    filled = np.stack([np.interp(moments, moments[seen], column[seen]) for column in turns.T], axis=1)
    steady = gaussian_filter1d(filled, _STEADINESS * clip.fps, axis=0, mode="nearest")
    angles = np.clip(np.arcsin(np.clip(_WIDTH * steady, -1, 1)), -FULL_LOOK, FULL_LOOK)
    return np.repeat(angles[:, None], 2, axis=1)
