"""The flesh of the rig: where the motion of a body puts it."""

import numpy as np
import pytest
import torch

from pipeline.body.capsules import capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.signers import signer
from pipeline.fitting.clip.flesh import Flesh, build_flesh, gaps
from pipeline.fitting.clip.freedoms import INDEX
from pipeline.fitting.clip.kinematics import F, G, Rig, build_rig, pose
from pipeline.fitting.clip.skeleton import build_skeleton
from pipeline.fitting.clip.smplx import motion_of


@pytest.fixture(scope="module")
def rig() -> Rig:
    return build_rig(build_skeleton(signer("woman")), dtype=torch.float64)


@pytest.fixture(scope="module")
def flesh(rig: Rig) -> Flesh:
    body = signer("woman")
    return build_flesh(body, build_skeleton(body), rig)


def _crossed() -> torch.Tensor:
    """Angles (1, F): both forearms before the chest, one in the other."""
    angles = torch.zeros(1, F, dtype=torch.float64)
    for side in ("left", "right"):
        for name, degrees in (("shoulder_forward", 45), ("elbow", 105), ("shoulder_twist", 60)):
            angles[0, INDEX[f"{side}_{name}"]] = np.radians(degrees)
    return angles


def test_capsules_ride_where_the_motion_puts_them(rig: Rig, flesh: Flesh) -> None:
    body, angles = signer("woman"), _crossed()
    angles[0, :3] = torch.from_numpy(body.rest_joints[0])
    found = gaps(flesh, pose(rig, angles, torch.zeros(1, G).double()), torch.zeros(1, G).double())
    motion = motion_of(angles, rig, build_skeleton(body), body, 25.0)
    transforms = joint_transforms(body.rest_joints, motion.pose, motion.translation)
    starts, _ = capsules(body).placed(transforms)
    skipped = [i for i, name in enumerate(capsules(body).names) if name.endswith("forearm")]
    kept = [i for i in range(len(starts[0])) if i not in skipped]  # elbow and wrist share the twist
    np.testing.assert_allclose(found.starts[0, kept], starts[0, kept], atol=1e-4)
