"""Our forward pass and the `smplx` package's agree to 0.01 mm on the same files."""

import shutil
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import load_body
from pipeline.body.skinning import WIDEST_JAW, perform, vertices
from pipeline.motion import joints
from pipeline.motion.motion import Motion

HUNDREDTH = 1e-5
"""A hundredth of a millimetre, in metres."""

FRAMES = 4
CHANCE = np.random.default_rng(11)
POSE = CHANCE.normal(0, 0.4, (FRAMES, joints.COUNT, 3)).astype(np.float32)
TRANSLATION = CHANCE.normal(0, 0.5, (FRAMES, 3)).astype(np.float32)
BETAS = CHANCE.normal(0, 1, 10).astype(np.float32)


@pytest.fixture(scope="module")
def smplx() -> ModuleType:
    return pytest.importorskip("smplx")


def reference(smplx: ModuleType, folder: Any, expression: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Vertices and the 55 joints of the package, for POSE, TRANSLATION, BETAS and this expression."""
    import torch

    model = smplx.create(
        str(folder), "smplx", gender="neutral", ext="npz", use_pca=False, flat_hand_mean=True,
        num_betas=10, num_expression_coeffs=expression.shape[1], batch_size=FRAMES,
    )  # fmt: skip

    def part(joint: slice) -> Any:
        return torch.from_numpy(POSE[:, joint].reshape(FRAMES, -1).copy())

    with torch.no_grad():
        result = model(
            betas=torch.from_numpy(BETAS).expand(FRAMES, -1), expression=torch.from_numpy(expression),
            transl=torch.from_numpy(TRANSLATION),
            global_orient=part(slice(0, 1)), body_pose=part(joints.BODY),
            jaw_pose=part(slice(22, 23)), leye_pose=part(slice(23, 24)), reye_pose=part(slice(24, 25)),
            left_hand_pose=part(joints.LEFT_HAND), right_hand_pose=part(joints.RIGHT_HAND),
        )  # fmt: skip
    return result.vertices.numpy(), result.joints.numpy()[:, : joints.COUNT]


@pytest.mark.parametrize(("columns", "expressions"), [(400, 100), (20, 10)])
def test_a_native_file_agrees_with_shape_and_expression(smplx, arrays, written, columns, expressions):
    path = written(arrays(10_000, columns), "smplx/SMPLX_NEUTRAL.npz")
    expression = CHANCE.normal(0, 1, (FRAMES, expressions)).astype(np.float32)
    expected, expected_joints = reference(smplx, path.parent.parent, expression)
    motion = Motion(fps=30, pose=POSE, translation=TRANSLATION, expression=expression, shape=BETAS)
    body = load_body(path.parent.parent)
    np.testing.assert_allclose(vertices(body, motion), expected, atol=HUNDREDTH)
    transforms = perform(body, motion).transforms
    rest = body.shaped(BETAS).rest_joints + np.einsum(
        "jac,tc->tja", body.face_joint_dirs[..., 52:], expression
    )
    carried = np.einsum("tjab,tjb->tja", transforms[..., :3], rest) + transforms[..., 3]
    np.testing.assert_allclose(carried, expected_joints, atol=HUNDREDTH)


def test_a_shipped_signer_agrees_with_shape_and_face_units(smplx, shipped_path, tmp_path):
    (tmp_path / "smplx").mkdir()
    shutil.copy(shipped_path, tmp_path / "smplx" / "SMPLX_NEUTRAL.npz")
    with np.load(shipped_path, allow_pickle=False) as file:
        names = [str(name) for name in file["expression_names"]]
    face = CHANCE.uniform(0, 1, (FRAMES, len(joints.FACE_UNITS))).astype(np.float32)
    face *= CHANCE.random(face.shape) < 0.1
    expression = np.zeros((FRAMES, len(names)), np.float32)
    for unit, values in zip(joints.FACE_UNITS, face.T, strict=True):
        expression[:, names.index(unit)] = values
    expected, expected_joints = reference(smplx, tmp_path, expression)
    motion = Motion(fps=30, pose=POSE, translation=TRANSLATION, face=face)
    body = load_body(shipped_path).shaped(BETAS)
    np.testing.assert_allclose(vertices(body, motion), expected, atol=HUNDREDTH)
    rest = body.rest_joints + np.einsum("jac,tc->tja", body.face_joint_dirs, face)
    np.testing.assert_allclose(joint_positions(rest, POSE, TRANSLATION), expected_joints, atol=HUNDREDTH)


def test_jaw_open_turns_the_jaw_of_a_native_body(arrays, written):
    body = load_body(written(arrays(80, 20)))
    face = np.zeros((1, len(joints.FACE_UNITS)))
    face[0, joints.FACE_UNITS.index("jawOpen")] = 0.5
    pose = np.zeros((1, joints.COUNT, 3))
    opened = vertices(body, Motion(fps=30, pose=pose, face=face))
    pose[0, joints.JAW, 0] = WIDEST_JAW / 2
    np.testing.assert_allclose(opened, vertices(body, Motion(fps=30, pose=pose)), atol=1e-7)
