"""The flesh as capsules: close to the skin of every body."""

import numpy as np
import pytest

from pipeline.body import capsules
from pipeline.body.capsules import Capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel, load_body
from pipeline.body.signers import SIGNERS, signer
from pipeline.body.skinning import vertices
from pipeline.motion import joints
from pipeline.motion.motion import Motion

_FORWARDS = 0.3
"""Least z of the normal of skin that looks forwards."""


def _moved(**turns: tuple[float, float, float]) -> Motion:
    pose = np.zeros((1, joints.COUNT, 3), np.float32)
    for name, degrees in turns.items():
        pose[0, joints.INDEX[name]] = np.radians(degrees)
    return Motion(30.0, pose)


def _only(flesh: Capsules, *prefixes: str) -> Capsules:
    own = flesh.named(*prefixes)
    names = tuple(flesh.names[index] for index in own)
    return Capsules(names, flesh.joints[own], flesh.starts[own], flesh.ends[own], flesh.radii[own])


def _skin(body: BodyModel, *carriers: str) -> np.ndarray:
    hidden = [i for i, name in enumerate(body.part_names) if name in capsules.HIDDEN | {"hair"}]
    own = np.isin(body.joint_index[:, 0], [joints.INDEX[name] for name in carriers])
    return own & ~np.isin(body.parts, hidden)


def _misses(body: BodyModel, chosen: np.ndarray, *prefixes: str) -> np.ndarray:
    """Millimetres (N,) by which skin is off the capsules' surface."""
    flesh = _only(capsules.capsules(body), *prefixes)
    points = body.template[chosen].astype(np.float64)
    return 1e3 * np.abs(capsules.outside(flesh, body.rest_joints, points))


@pytest.fixture(params=[shipped.key for shipped in SIGNERS])
def anyone(request: pytest.FixtureRequest) -> BodyModel:
    return signer(request.param)


def test_fingers_are_within_a_millimetre_of_their_skin(anyone: BodyModel):
    for side in capsules.SIDES:
        for digit in capsules.DIGITS:
            for part in (1, 2, 3):
                name = f"{side}_{digit}{part}"
                misses = _misses(anyone, _skin(anyone, name), name)
                assert np.median(misses) < 1.2, name
                assert np.quantile(misses, 0.9) < 3, name


def test_the_face_is_within_a_few_millimetres_of_its_skin(anyone: BodyModel):
    corners = anyone.template[anyone.faces]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(anyone.template)
    for corner in range(3):
        np.add.at(normals, anyone.faces[:, corner], flat)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
    front = _skin(anyone, "head", "jaw") & (normals[:, 2] > _FORWARDS)
    misses = _misses(anyone, front, "head", "nose", "neck")
    assert np.median(misses) < 4
    assert np.quantile(misses, 0.75) < 8


def test_the_torso_is_within_a_centimetre_of_its_clothes(anyone: BodyModel):
    misses = _misses(anyone, _skin(anyone, *capsules.TORSO), "torso")
    assert np.median(misses) < 5
    assert np.quantile(misses, 0.9) < 12


def test_capsules_follow_the_shape_of_the_body(body: BodyModel):
    heavy = body.shaped([0, 2.5])
    assert body.beta_names[1] == "weight"
    chest = {}
    for name, own in (("usual", body), ("heavy", heavy)):
        assert np.median(_misses(own, _skin(own, *capsules.TORSO), "torso")) < 6
        chest[name] = _only(capsules.capsules(own), "torso").radii.mean()
    assert chest["heavy"] > chest["usual"] + 0.01


def test_a_body_without_parts_has_capsules(tmp_path, arrays, written):
    flesh = capsules.capsules(load_body(written(arrays(3000, 20))))
    assert len(flesh.names) == 58 and np.isfinite(flesh.starts).all() and (flesh.radii > 0).all()


def test_capsules_move_with_their_joints(body: BodyModel):
    motion = _moved(right_shoulder=(0, 30, 40), right_elbow=(0, 70, 0), right_index1=(0, 0, 60))
    flesh = _only(capsules.capsules(body), "right_index2")
    starts, ends = flesh.placed(joint_transforms(body.rest_joints, motion.pose, motion.translation))
    skin = vertices(body, motion)[0][_skin(body, "right_index2")]
    middle = (starts[0, 0] + ends[0, 0]) / 2
    assert np.linalg.norm(skin.mean(axis=0) - middle) < 0.005
