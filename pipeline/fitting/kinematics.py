"""Where the points of an arm are for given angles, and how they move with them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.chain import HAND_BONES, Chain
from pipeline.fitting.freedoms import FREEDOMS
from pipeline.motion.rotations import axis_angle_to_matrix

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A chain in `T` poses."""

    points: Array  # (T, P, 3), metres
    joints: Array  # (T, J, 3), metres
    rotations: Array  # (T, J, 3, 3), global
    local: Array  # (T, J, 3, 3), relative to the parent joint
    axes: Array  # (T, H, 3), the hinges' axes in the world


def pose_chain(
    chain: Chain, angles: Array, stretch: Array | None = None, carried: Array | None = None
) -> Posed:
    """Forward kinematics of angles (T, F) with the hand's bones times exp(`stretch`) (20,).

    carried (T, 3, 3): how what the chain hangs on is turned, by default not at all.
    """
    frames, members = len(angles), len(chain.joints)
    if angles.shape != (frames, len(FREEDOMS)):
        raise ValueError(f"angles have shape {angles.shape}, expected (T, {len(FREEDOMS)})")
    scale = np.append(np.exp(np.zeros(HAND_BONES) if stretch is None else stretch), 1.0)
    local = np.empty((frames, members, 3, 3))
    rotations, positions = np.empty_like(local), np.empty((frames, members, 3))
    axes = np.empty((frames, len(chain.hinges), 3))
    hinges = list(enumerate(chain.hinges))
    for joint, parent in enumerate(chain.parents):
        unmoved = np.broadcast_to(np.eye(3), (frames, 3, 3)) if carried is None else carried
        above = rotations[:, parent] if parent >= 0 else unmoved
        turned = np.broadcast_to(np.eye(3), (frames, 3, 3))
        for index, hinge in hinges:
            if hinge.joint != joint:
                continue
            axes[:, index] = np.einsum("tij,tjk,k->ti", above, turned, hinge.axis)
            angle = hinge.gain * angles[:, hinge.freedom] if hinge.freedom >= 0 else np.zeros(frames)
            turned = turned @ axis_angle_to_matrix((angle + hinge.offset)[:, None] * hinge.axis)
        local[:, joint] = turned
        rotations[:, joint] = above @ turned
        offset = chain.offsets[joint] * scale[chain.joint_bones[joint]]
        positions[:, joint] = positions[:, parent] + above @ offset if parent >= 0 else chain.root
    offsets = chain.point_offsets * scale[list(chain.point_bones), None]
    at = list(chain.point_joints)
    points = positions[:, at] + np.einsum("tpij,pj->tpi", rotations[:, at], offsets)
    return Posed(points, positions, rotations, local, axes)


def angle_jacobian(chain: Chain, posed: Posed) -> Array:
    """How the chain's points move with the angles: (T, P, 3, F), metres per radian."""
    return jacobian_of(chain, posed, posed.points, chain.carried)


def jacobian_of(chain: Chain, posed: Posed, points: Array, carried: NDArray[np.bool_]) -> Array:
    """How points (T, N, 3) move with the angles (T, N, 3, F); `carried` (J, N): which joints move which."""
    jacobian = np.zeros((*points.shape, len(FREEDOMS)))
    for index, hinge in enumerate(chain.hinges):
        if hinge.freedom < 0:
            continue
        reach = points - posed.joints[:, hinge.joint, None]
        moved = np.cross(posed.axes[:, index, None], reach) * carried[hinge.joint][:, None]
        jacobian[..., hinge.freedom] += hinge.gain * moved
    return jacobian
