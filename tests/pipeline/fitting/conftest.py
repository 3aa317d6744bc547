"""A body to fit, and angles by their names."""

from collections.abc import Callable
from math import radians
from pathlib import Path

import numpy as np
import pytest

from pipeline.fitting.freedoms import FREEDOMS, INDEX

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def rest_joints() -> np.ndarray:
    """The rest joints (55, 3) of the shipped signer."""
    with np.load(ROOT / "resources" / "avatar" / "woman.npz", allow_pickle=False) as archive:
        return np.asarray(archive["J"], float)


@pytest.fixture(scope="session")
def captures() -> Path:
    """Real captures from the wheel spoken-to-signed 0.4.0 (MIT), without their faces."""
    return Path(__file__).parent / "captures"


@pytest.fixture(scope="session")
def angles_of() -> Callable[..., np.ndarray]:
    """Makes angles (F,) from named degrees."""
    return _angles_of


def _angles_of(**degrees: float) -> np.ndarray:
    """Angles (F,) in radians: the named ones, the others as usual."""
    angles = np.array([freedom.usual for freedom in FREEDOMS])
    for name, value in degrees.items():
        angles[INDEX[name]] = radians(value)
    return angles
