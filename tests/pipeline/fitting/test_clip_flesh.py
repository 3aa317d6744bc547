"""Contact in whole-clip fits: its residuals against numbers, and what it does to a clip."""

import numpy as np
import pytest
import torch

from pipeline.body.kinematics import joint_transforms
from pipeline.body.penetration import penetration
from pipeline.body.signers import signer
from pipeline.fitting.clip.fit import fit_clips
from pipeline.fitting.clip.flesh import Flesh, build_flesh, contact_cost, contact_rows
from pipeline.fitting.clip.freedoms import INDEX, TRUNK
from pipeline.fitting.clip.kinematics import F, G, Rig, build_rig, pose, screws
from pipeline.fitting.clip.problem import Weights
from pipeline.fitting.clip.skeleton import build_skeleton
from pipeline.fitting.clip.smplx import motion_of
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth


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


def test_rows_are_the_derivatives_of_the_residuals_for_arms_and_hands(rig: Rig, flesh: Flesh) -> None:
    angles, bones, real = _crossed(), torch.zeros(1, G, dtype=torch.float64), torch.ones(1, 1).double()
    touches = flesh.touching[None, None]

    def cost(at: torch.Tensor) -> float:
        return float(contact_cost(flesh, pose(rig, at, bones), bones, touches, real))

    stance = pose(rig, angles, bones)
    rows, residuals = contact_rows(flesh, stance, bones, touches, real, *screws(rig, stance))
    assert (residuals > 1).any() and cost(angles) == pytest.approx(float((residuals**2).sum()))
    gradient = 2 * (residuals[:, None] @ rows)[0, 0]
    assert not gradient[: len(TRUNK)].any()
    for freedom in range(len(TRUNK), F):
        step = torch.zeros_like(angles)
        step[0, freedom] = 1e-6
        slope = (cost(angles + step) - cost(angles - step)) / 2e-6
        assert float(gradient[freedom]) == pytest.approx(slope, rel=2e-3, abs=0.5)


def test_capsules_ride_where_the_motion_puts_them(rig: Rig, flesh: Flesh) -> None:
    from pipeline.body.capsules import capsules
    from pipeline.fitting.clip.flesh import gaps

    body, angles = signer("woman"), _crossed()
    angles[0, :3] = torch.from_numpy(body.rest_joints[0])
    found = gaps(flesh, pose(rig, angles, torch.zeros(1, G).double()), torch.zeros(1, G).double())
    motion = motion_of(angles, rig, build_skeleton(body), body, 25.0)
    transforms = joint_transforms(body.rest_joints, motion.pose, motion.translation)
    starts, _ = capsules(body).placed(transforms)
    skipped = [i for i, name in enumerate(capsules(body).names) if name.endswith("forearm")]
    kept = [i for i in range(len(starts[0])) if i not in skipped]  # elbow and wrist share the twist
    np.testing.assert_allclose(found.starts[0, kept], starts[0, kept], atol=1e-4)


def test_a_fit_with_contact_goes_through_less() -> None:
    truth = sample_truth(1000, 40)
    clip, body = detect(truth, 1000, Faults()), signer("woman")
    worst = [
        penetration(body, fit_clips([clip], body, weights=Weights(contact=contact))[0].motion).worst.mean()
        for contact in (False, True)
    ]
    assert worst[0] > 3
    assert worst[1] < 0.6 * worst[0]
