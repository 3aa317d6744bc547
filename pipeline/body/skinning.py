"""From a motion to the vertices of a body: the reference for what the graphics card draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.body import kinematics, shapes
from pipeline.body.model import BodyModel
from pipeline.body.shapes import Floats, Shapes
from pipeline.motion import joints
from pipeline.motion.motion import Motion

JAW_OPEN = joints.FACE_UNITS.index("jawOpen")
WIDEST_JAW = np.float32(np.radians(16.5))
"""Turn of the jaw that opens the mouth as wide as the face unit jawOpen at 1 does on the shipped signers."""


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """A motion made ready for one body: nothing but matrix products and sums are left to do.

    `body` has its shape; `transforms` (T, 55, 3, 4) move its vertices, after `coefficients`
    (T, C) of `blend_shapes(body)` have shifted them.
    """

    body: BodyModel
    transforms: Floats
    coefficients: Floats


def blend_shapes(body: BodyModel) -> Shapes:
    """The C blend shapes that move during a motion: face units, pose correctives, expression."""
    return shapes.join([body.face_units, body.pose_dirs, body.expression_dirs])


def perform(body: BodyModel, motion: Motion) -> Performance:
    """What the body does in every frame of a motion.

    Only a native body takes shape and expression from the motion; of an expression of another
    number of columns the shared ones are used. It has no face units, so jawOpen turns its jaw
    and the other units do nothing.
    """
    pose = motion.pose
    expression = np.zeros((motion.frames, body.expression_dirs.columns), np.float32)
    if body.native:
        body = body.shaped(motion.shape)
        shared = min(expression.shape[1], motion.expression.shape[1])
        expression[:, :shared] = motion.expression[:, :shared]
        pose = pose.copy()
        pose[:, joints.JAW, 0] += WIDEST_JAW * motion.face[:, JAW_OPEN]
    # As in SMPL-X, the joints are regressed from the face as it moves.
    face = np.concatenate([motion.face, expression], axis=1)
    rest_joints = body.rest_joints + np.einsum("jac,tc->tja", body.face_joint_dirs, face, optimize=True)
    transforms = kinematics.skinning_transforms(rest_joints, pose, motion.translation)
    coefficients = np.concatenate([motion.face, kinematics.pose_features(pose), expression], axis=1)
    return Performance(body, transforms, coefficients)


def vertices(body: BodyModel, motion: Motion, frames: Sequence[int] | None = None) -> NDArray[np.float32]:
    """Positions (T, V, 3) of all vertices in all frames, or in those asked for, in metres."""
    if frames is not None:
        motion = _only(motion, list(frames))
    performance = perform(body, motion)
    moved = blend_shapes(performance.body)
    weights = _dense_weights(body)
    result = np.empty((motion.frames, len(body.template), 3), np.float32)
    for frame, (transforms, coefficients) in enumerate(
        zip(performance.transforms, performance.coefficients, strict=True)
    ):
        at = performance.body.template + moved.displace(coefficients, len(body.template))
        turn = (weights @ transforms.reshape(joints.COUNT, 12)).reshape(-1, 3, 4)
        result[frame] = np.einsum("vij,vj->vi", turn[..., :3], at) + turn[..., 3]
    return result


def _dense_weights(body: BodyModel) -> Floats:
    dense = np.zeros((len(body.template), joints.COUNT), np.float32)
    np.add.at(dense, (np.arange(len(dense))[:, None], body.joint_index), body.joint_weight)
    return dense


def _only(motion: Motion, frames: list[int]) -> Motion:
    return replace(
        motion,
        pose=motion.pose[frames],
        translation=motion.translation[frames],
        face=motion.face[frames],
        expression=motion.expression[frames],
    )
