"""Flesh through flesh, by known amounts."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import minimize

from pipeline.body.capsules import Capsules
from pipeline.body.model import BodyModel
from pipeline.body.penetration import GIVES, Penetration, depths, penetration, segment_gaps
from pipeline.body.signers import SIGNERS, signer
from pipeline.motion import joints
from pipeline.motion.motion import Motion


def _moved(**turns: tuple[float, float, float]) -> Motion:
    pose = np.zeros((1, joints.COUNT, 3), np.float32)
    for name, degrees in turns.items():
        pose[0, joints.INDEX[name]] = np.radians(degrees)
    return Motion(30.0, pose)


@pytest.fixture(params=[shipped.key for shipped in SIGNERS])
def anyone(request: pytest.FixtureRequest) -> BodyModel:
    return signer(request.param)


def test_gaps_of_segments_are_the_smallest_distances():
    chance = np.random.default_rng(3)
    ends = chance.normal(size=(4, 20, 3))
    distances, normals, s, t = segment_gaps((ends[0], ends[1]), (ends[2], ends[3]))
    for index in range(20):
        a, b, c, d = ends[:, index]

        def distance(at, a=a, b=b, c=c, d=d):
            return np.linalg.norm(a + at[0] * (b - a) - c - at[1] * (d - c))

        best = min(
            minimize(distance, x, bounds=[(0, 1)] * 2).fun for x in ((0.1, 0.9), (0.9, 0.1), (0.5, 0.5))
        )
        assert distances[index] == pytest.approx(best, abs=1e-5)
        assert distance((s[index], t[index])) == pytest.approx(distances[index], abs=1e-9)
    assert np.allclose(np.linalg.norm(normals, axis=1), 1)


def test_arms_out_go_through_nothing(anyone: BodyModel):
    assert penetration(anyone, _moved()).worst == 0


def test_a_penetration_is_as_deep_as_the_capsules_overlap():
    fingers = np.array([joints.INDEX["left_index2"], joints.INDEX["right_index2"]])
    along = np.array([[0.01, 0, 0], [0, 0, 0.01]])
    pair = Capsules(("left_index2", "right_index2"), fingers, -along, along, np.array([0.010, 0.008]))
    transforms = np.tile(np.eye(3, 4), (3, joints.COUNT, 1, 1))
    transforms[:, fingers[1], 1, 3] = [0.010, 0.016, 0.030]
    assert depths(pair, transforms, "hands") == pytest.approx([0.008 - GIVES["hands"], 0, 0], abs=1e-12)


def test_a_hand_through_the_chest_the_face_and_the_other_hand_is_told(anyone: BodyModel):
    arm = {"right_shoulder": (0, 95, 30), "right_elbow": (0, 120, 0)}
    found = penetration(anyone, _moved(**arm))
    assert found.torso > 20 and found.head == 0 and found.hands == 0
    found = penetration(anyone, _moved(right_shoulder=(0, 60, 60), right_elbow=(0, 140, 0)))
    assert found.head > 5
    both = arm | {"left_shoulder": (0, -95, -30), "left_elbow": (0, -120, 0)}
    assert penetration(anyone, _moved(**both)).hands > 10


def test_a_finger_through_the_next_is_told(anyone: BodyModel):
    across = {"left_index1": (0, -25, 0), "left_middle1": (0, 20, 0)}
    assert penetration(anyone, _moved(**across)).fingers > 1


def test_every_kind_can_be_the_worst(body: BodyModel):
    nothing = np.zeros(1)
    found = Penetration(nothing, nothing, nothing, nothing)
    for kind in GIVES:
        assert replace(found, **{kind: np.array([7.0])}).worst == 7
