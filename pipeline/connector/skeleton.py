"""The joints that distances are measured on, whoever is to perform."""

from functools import lru_cache

import numpy as np

from pipeline.body.signers import SIGNERS
from pipeline.motion.motion import Array


@lru_cache(maxsize=1)
def rest_joints() -> Array:
    """The rest joints (55, 3) of the first shipped signer, in metres, without loading the body."""
    with np.load(SIGNERS[0].path, allow_pickle=False) as archive:
        joints = np.array(archive["J"], np.float32)
    joints.setflags(write=False)
    return joints
