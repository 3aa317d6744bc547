"""How flesh ought to follow a single joint: better than linear blending, too slow to play.

Linear blending averages transforms, so limbs thin out where they bend and wring where they twist.
Here a vertex turns by the interpolated rotation about the centre of its own cross-section (after
Le and Hodgins, Real-time skeletal skinning with optimized centers of rotation, 2016), and twist
about a bone is spread along it.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.twist import about
from pipeline.motion import joints
from pipeline.motion.rotations import (
    axis_angle_to_matrix,
    matrix_to_quaternion,
    multiply,
    quaternion_to_axis_angle,
    quaternion_to_matrix,
)

_BINS = 24


@dataclass(frozen=True, slots=True, eq=False)
class Hinge:
    """Vertices (N,) around one joint and what they need to follow it."""

    joint: int
    vertices: Array  # (N,) numbers
    rest: Array  # (N, 3)
    share: Array  # (N,) weight of everything that hangs on the joint
    centre: Array  # (N, 3) of the cross-section each vertex belongs to
    place: Array  # (3,) the joint
    axis: Array  # (3,) unit axis of twist
    twist: Array  # (N,) share of the twist each vertex takes


def subtree(joint: int) -> list[int]:
    """A joint and all that hang on it."""
    found = [joint]
    for child in range(joint + 1, joints.COUNT):
        if joints.PARENTS[child] in found:
            found.append(child)
    return found


def cross_section_centres(share: Array, points: Array, of: Array) -> Array:
    """Centre (N, 3) of the points (M, 3) with the same `share` (M,), for shares `of` (N,).

    Shares between the middles of bins are interpolated; at 0 and 1 there is nothing to blend.
    """
    edges = np.linspace(0.02, 0.98, _BINS + 1)
    middle = (edges[:-1] + edges[1:]) / 2
    nearness = np.exp(-0.5 * ((share[None] - middle[:, None]) / 0.04) ** 2)
    nearness *= (share > 0.01) & (share < 0.99)
    centres = nearness @ points / np.maximum(nearness.sum(1, keepdims=True), 1e-9)
    return np.column_stack([np.interp(of, middle, centres[:, axis]) for axis in range(3)])


def follow(hinge: Hinge, rotation: Array) -> Array:
    """Where the vertices (N, 3) go when the joint turns by `rotation` (3, 3)."""
    quaternion = matrix_to_quaternion(rotation)
    along = float(quaternion[1:] @ hinge.axis)
    angle = 2 * np.arctan2(along, quaternion[0])
    untwist = np.concatenate([[np.cos(angle / 2)], -np.sin(angle / 2) * hinge.axis])
    swing = multiply(quaternion, untwist)
    away = hinge.rest - hinge.place
    twisted = np.einsum("nab,nb->na", about(hinge.axis, angle * hinge.twist), away) + hinge.place
    turned = axis_angle_to_matrix(hinge.share[:, None] * quaternion_to_axis_angle(swing))
    from_joint = hinge.centre - hinge.place
    whole = from_joint @ quaternion_to_matrix(swing).T
    centre = hinge.centre + hinge.share[:, None] * (whole - from_joint)
    followed: Array = centre + np.einsum("nab,nb->na", turned, twisted - hinge.centre)
    return followed


def linear(hinge: Hinge, rotation: Array) -> tuple[Array, Array]:
    """The linear blend of the same: matrices (N, 3, 3) and offsets (N, 3)."""
    turn = rotation - np.eye(3)
    matrices = np.eye(3) + hinge.share[:, None, None] * turn
    offsets = -hinge.share[:, None] * (turn @ hinge.place)
    return matrices, offsets
