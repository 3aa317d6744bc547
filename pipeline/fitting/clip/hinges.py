"""Two ways to give the turn of a digit's first joint: hinges one after another, or one rotation vector.

Handshapes and the avatar's chains (`fitting.chain`) turn about hinges one after another; here all hinges of
a joint are one rotation vector, of which abduction, flexion and twist are the components.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from pipeline.fitting.freedoms import FINGERS, HAND

Array = NDArray[np.float64]

_NAMES = [freedom.name for freedom in HAND]
_FIRST = [[_NAMES.index(f"{finger}_{part}") for part in ("abduction", "mcp")] for finger in FINGERS]
_FIRST.append([_NAMES.index(f"thumb_{part}") for part in ("abduction", "flexion", "twist")])


def vectors(hands: Array) -> Array:
    """Angles (..., 21) of hands with the first joints as rotation vectors; in the order of `HAND`."""
    found = hands.copy()
    for columns in _FIRST:
        turns = Rotation.from_euler("XYZ", _filled(hands[..., columns]))
        found[..., columns] = turns.as_rotvec().reshape(*hands.shape[:-1], 3)[..., : len(columns)]
    return found


def hinges(hands: Array) -> Array:
    """The inverse of `vectors`; a twist of a finger, which has no hinge, is left out."""
    found = hands.copy()
    for columns in _FIRST:
        turns = Rotation.from_rotvec(_filled(hands[..., columns]))
        found[..., columns] = turns.as_euler("XYZ").reshape(*hands.shape[:-1], 3)[..., : len(columns)]
    return found


def _filled(angles: Array) -> Array:
    flat = angles.reshape(-1, angles.shape[-1])
    return np.pad(flat, ((0, 0), (0, 3 - flat.shape[1])))
