"""The hand of a clip's fit, settled on the avatar's own bones: what touches touches, nothing overlaps."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.fitting.chain import arm_chain
from pipeline.fitting.clip.fit import ClipFit
from pipeline.fitting.clip.freedoms import INDEX
from pipeline.fitting.clip.hinges import hinges
from pipeline.fitting.clip.lengths import HAND_BONES
from pipeline.fitting.clip.skeleton import BONE_INDEX, POINTS, side_points
from pipeline.fitting.freedoms import ARM, FREEDOMS, HAND
from pipeline.fitting.handshapes import Handshape
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.transfer import SignersHand, transfer
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import matrix_to_axis_angle

Array = NDArray[np.float64]

_WRIST_JOINT = 2
"""Of a chain: shoulder, elbow, wrist."""


def with_settled_hand(
    fit: ClipFit, side: str, body: BodyModel, handshape: Handshape, when: Array | None = None
) -> Motion:
    """The motion of a fit with a hand as `transfer` makes it; `handshape` and `when` are its."""
    hand = signers_hand(fit, side, body)
    settled = pose_chain(hand.chain, transfer(hand, handshape, when)).local
    pose, own = fit.motion.pose.copy(), list(hand.chain.joints[_WRIST_JOINT + 1 :])
    pose[:, own] = matrix_to_axis_angle(settled[:, _WRIST_JOINT + 1 :])
    return replace(fit.motion, pose=pose)


def signers_hand(fit: ClipFit, side: str, body: BodyModel) -> SignersHand:
    """What a hand of a fit did; the arm of its chain is straight, and turned as a whole as the wrist is."""
    chain = arm_chain(np.asarray(body.rest_joints, np.float64), side)
    angles = np.zeros((len(fit.angles), len(FREEDOMS)))
    columns = [INDEX[f"{side}_{freedom.name}"] for freedom in HAND]
    angles[:, len(ARM) :] = hinges(fit.angles[:, columns].astype(np.float64))
    elbow, _, *points = (POINTS.index(name) for name in side_points(side)[1:])
    lengths = fit.bones[[BONE_INDEX[bone] for bone in HAND_BONES]]
    wrist = joints.INDEX[f"{side}_wrist"]
    turned = joint_transforms(body.rest_joints, fit.motion.pose, fit.motion.translation)[:, wrist, :, :3]
    straight = pose_chain(chain, angles).rotations[:, _WRIST_JOINT]
    return SignersHand(
        chain=chain,
        angles=angles,
        points=fit.points[:, [elbow, *points]].astype(np.float64),
        size=float(np.exp(-lengths.mean())),
        carried=turned.astype(np.float64) @ straight.transpose(0, 2, 1),
    )
