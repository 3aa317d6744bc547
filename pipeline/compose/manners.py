"""Whether hands that go round flesh still sign what they should: rest where they rest, hurry nowhere."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.strokes import FPS

Array = NDArray[np.float64]

STILL = 0.005
"""Metres that a resting hand moves at most."""
CARRIED = 0.02
"""Metres that a resting hand may yield before it is seen as moving."""
HURRY, LEEWAY = 1.25, 0.2
"""The factor, and metres a second on top of it, by which a hand may be quicker on its detour."""


def mannered(plain: Array, led: Array) -> bool:
    """Whether a wrist's way (T, 3) in metres is signed as well when it is led along another (T, 3)."""
    if np.ptp(plain, axis=0).max() < STILL:
        return bool(np.ptp(led, axis=0).max() < CARRIED)
    return quickest(led) <= HURRY * quickest(plain) + LEEWAY


def quickest(way: Array) -> float:
    """The highest speed on a way, metres a second."""
    return float(np.linalg.norm(np.diff(way, axis=0), axis=1).max(initial=0.0) * FPS)
