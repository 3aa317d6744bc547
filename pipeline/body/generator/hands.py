"""Principal components of the hand, for programs that ask for SMPL-X's compressed hands."""

import numpy as np

from pipeline.body.generator.makehuman import Array

_SAMPLES = 600
_MIRROR = np.tile([1.0, -1.0, -1.0], 15)


def components() -> tuple[Array, Array]:
    """Orthonormal rows (45, 45) for the left and the right hand, strongest first.

    They come from synthetic hands whose fingers bend together with some freedom; coefficients of
    other models mean nothing here.
    """
    random = np.random.default_rng(0)
    poses = np.stack([_hand(random) for _ in range(_SAMPLES)])
    rows = np.linalg.svd(poses - poses.mean(0), full_matrices=True)[2]
    return rows, rows * _MIRROR


def _hand(random: np.random.Generator) -> Array:
    """A left hand (45,): fingers lie along x, bend about -z and spread about y."""
    pose = np.zeros((15, 3))
    together = random.uniform()
    for finger in range(4):
        curl = np.clip(together + random.normal(0, 0.45), 0, 1)
        knuckle = np.clip(curl + random.normal(0, 0.2), 0, 1)
        pose[3 * finger] = 0, random.normal(0, 0.10) * (1 - curl), -1.45 * knuckle
        pose[3 * finger + 1 : 3 * finger + 3, 2] = -1.6 * curl, -1.0 * curl
    thumb = random.uniform()
    pose[12] = (
        0.7 * thumb + random.normal(0, 0.15),
        0.5 * thumb + random.normal(0, 0.2),
        random.normal(0, 0.2),
    )
    pose[13] = 0, 0.5 * random.uniform(), -0.1
    pose[14] = 0.1, 0.9 * random.uniform(-0.15, 1), -0.1
    return pose.ravel()
