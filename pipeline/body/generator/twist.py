"""Arms whose axial twist runs along the limb, as the bones of the forearm do, not all at one joint."""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.posture import Posture, unit
from pipeline.body.generator.weights import SIDES
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_quaternion


@dataclass(frozen=True, slots=True, eq=False)
class ArmTwist:
    """Where each vertex (N,) sits along one arm, 0 to 1, and the axes of the two bones at rest."""

    side: str
    forearm: Array
    upper_arm: Array  # share of the upper arm's twist, not the plain distance
    forearm_axis: Array  # (3,)
    upper_arm_axis: Array  # (3,)

    def joint(self, name: str) -> int:
        """Number of a joint of this side."""
        return joints.INDEX[f"{self.side}_{name}"]

    def of(self, stencil: Array) -> "ArmTwist":
        """The same for vertices that are weighted means (M, N) of these."""
        return ArmTwist(
            self.side,
            np.asarray(stencil @ self.forearm),
            np.asarray(stencil @ self.upper_arm),
            self.forearm_axis,
            self.upper_arm_axis,
        )


def arm_twists(posture: Posture, vertices: Array) -> tuple[ArmTwist, ...]:
    """Both arms of a body (N, 3) that stands in its stretched A-pose."""
    arms = []
    for side, _ in SIDES:
        shoulder, elbow, wrist = (joints.INDEX[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist"))
        upper = _along(vertices, posture.positions[shoulder], posture.positions[elbow])
        arms.append(
            ArmTwist(
                side,
                _along(vertices, posture.positions[elbow], posture.positions[wrist]),
                np.clip(0.15 + 1.4 * upper, 0, 1),
                unit(posture.rest[wrist] - posture.rest[elbow]),
                unit(posture.rest[elbow] - posture.rest[shoulder]),
            )
        )
    return tuple(arms)


def twist_angle(rotation: Array, axis: Array) -> float:
    """Angle of the part of a rotation (3, 3) about a unit axis (3,), after swing-twist decomposition."""
    quaternion = matrix_to_quaternion(rotation)
    return float(2 * np.arctan2(quaternion[1:] @ axis, quaternion[0]))


def about(axis: Array, angles: Array) -> Array:
    """Rotations (N, 3, 3) by angles (N,) about one axis (3,)."""
    return axis_angle_to_matrix(angles[:, None] * axis)


def skinning(world: Array, positions: Array, rest: Array) -> Array:
    """Transforms (55, 3, 4) from rest to posed space."""
    offset = positions - np.einsum("jab,jb->ja", world, rest)
    return np.concatenate([world, offset[:, :, None]], 2)


def blended(
    weights: Array, arms: tuple[ArmTwist, ...], posture: Posture, positions: Array, rest: Array
) -> Array:
    """Transform (N, 3, 4) of every vertex from rest to the A-pose, with the twist spread along the arms.

    `positions` and `rest` are those of the posture, or of another body that stands in it.
    """
    transforms = skinning(posture.world, positions, rest)
    blend: Array = np.tensordot(weights, transforms, 1)
    local = posture.local
    for arm in arms:
        shoulder, elbow, wrist = (arm.joint(name) for name in ("shoulder", "elbow", "wrist"))
        at_elbow = twist_angle(local[elbow], arm.forearm_axis)
        at_wrist = twist_angle(local[wrist], arm.forearm_axis)
        at_shoulder = twist_angle(local[shoulder], arm.upper_arm_axis)
        extra = {
            elbow: (arm.forearm_axis, at_elbow * (arm.forearm - 1) + at_wrist * arm.forearm),
            shoulder: (arm.upper_arm_axis, at_shoulder * (arm.upper_arm - 1)),
        }
        for joint, (axis, angles) in extra.items():
            held = np.nonzero(weights[:, joint] > 1e-6)[0]
            turned = posture.world[joint] @ about(axis, angles[held])
            offset = positions[joint] - turned @ rest[joint]
            moved = np.concatenate([turned, offset[:, :, None]], 2) - transforms[joint]
            blend[held] += weights[held, joint, None, None] * moved
    return blend


def _along(points: Array, start: Array, end: Array) -> Array:
    bone = end - start
    place: Array = np.clip((points - start) @ bone / (bone @ bone), 0, 1)
    return place
