"""Arms that take no part in a clip hang at the side instead of floating where nobody saw them."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.fitting.chain import arm_chain
from pipeline.fitting.clearing import cleared
from pipeline.fitting.perform import to_motion
from pipeline.fitting.rest import rest_angles
from pipeline.motion import joints
from pipeline.motion.motion import Motion


def with_resting_arms(motion: Motion, sides: Iterable[str], body: BodyModel) -> Motion:
    """The motion with the `"left"` or `"right"` arm, or both, hanging relaxed beside the hips."""
    rest_joints = np.asarray(body.rest_joints, np.float64)
    still = {side: rest_angles()[None] for side in ("left", "right")}
    hanging = cleared(body, to_motion(still, motion.fps, rest_joints)).pose[0]
    pose = motion.pose.copy()
    for side in sides:
        own = [joints.INDEX[f"{side}_collar"], *arm_chain(rest_joints, side).joints]
        pose[:, own] = hanging[own]
    return replace(motion, pose=pose)
