"""Points of the space in front of the signer, and how far hands stay from places."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import Location
from pipeline.compose.landmarks import Landmarks
from pipeline.compose.places import Distance, Height, Side

Array = NDArray[np.float64]

GAP = {Distance.TOUCH: 0.0, Distance.CLOSE: 0.03, Distance.NEAR: 0.10, Distance.FAR: 0.25}
"""Metres between the hand and its place."""
_FORWARD = {Distance.TOUCH: 0.14, Distance.CLOSE: 0.18, Distance.NEAR: 0.29, Distance.FAR: 0.42}
"""Metres in front of the shoulders."""
_ASIDE = {
    Side.CENTER: 0.0, Side.LEFT: 0.15, Side.RIGHT: -0.15, Side.FAR_LEFT: 0.33, Side.FAR_RIGHT: -0.33,
}  # fmt: skip
BESIDE = 0.07
"""Metres that a place's edge is aside of it."""
OWN_SIDE = 0.13
"""Metres of a hand from the middle when nothing is said."""


def neutral_point(marks: Landmarks, location: Location, out: float, shoulder_z: float) -> Array:
    """Where the middle of a hand is for a location in neutral space; `out` is +1 for a left hand, else -1."""
    aside = out * OWN_SIDE if location.side is None else _ASIDE[location.side]
    height = {
        Height.ABOVE_HEAD: marks.crown + 0.08,
        Height.FOREHEAD: marks.eyes[1] + 0.04,
        Height.EYES: marks.eyes[1],
        Height.MOUTH: marks.mouth,
        Height.NECK: marks.chin - 0.06,
        Height.SHOULDERS: marks.shoulders,
        Height.CHEST: marks.shoulders - 0.11,
        Height.BELLY: marks.pelvis + 0.14,
        Height.HIPS: marks.pelvis + 0.02,
    }[location.height or Height.CHEST]
    forward = _FORWARD[location.distance or Distance.NEAR]
    return np.array([aside, height, shoulder_z + forward])
