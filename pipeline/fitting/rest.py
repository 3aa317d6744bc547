"""How an arm hangs that takes no part in a sign."""

from math import radians

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.freedoms import FREEDOMS

_REST = {
    "shoulder_forward": 4, "shoulder_outward": -6, "shoulder_twist": 8,
    "elbow_flexion": 16, "forearm_twist": 12,
    "index_mcp": 18, "index_pip": 24, "index_dip": 14, "middle_mcp": 22, "middle_pip": 27, "middle_dip": 16,
    "ring_mcp": 26, "ring_pip": 29, "ring_dip": 18, "pinky_mcp": 28, "pinky_pip": 30, "pinky_dip": 18,
    "thumb_abduction": 10, "thumb_flexion": 8, "thumb_mcp": 24, "thumb_ip": 20,
}  # fmt: skip
"""Degrees."""


def rest_angles() -> NDArray[np.float64]:
    """The freedoms (F,) of an arm hanging relaxed at the side, in radians."""
    return np.array([radians(_REST.get(freedom.name, 0)) for freedom in FREEDOMS])
