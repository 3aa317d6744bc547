"""Pose correctives of arms, hands and face: the columns of `posedirs`.

A corrective is linear in the entries of R - I of one joint, as the file format wants it. Those of arms
and fingers are fitted, joint by joint, so that linear blending plus the corrective comes as close as
it can, in posed space, to the deformer of `deformer.py`.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator import deformer, face_correctives
from pipeline.body.generator.deformer import Hinge
from pipeline.body.generator.figure import Figure
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.posture import unit
from pipeline.body.generator.weights import FINGERS, SIDES
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix
from pipeline.progress import Progress, silent

COLUMNS = (joints.COUNT - 1) * 9
_LONGEST = 0.045
_LEAST = 4e-5
_RIDGE = 2e-4


@dataclass(frozen=True, slots=True)
class _Range:
    """Sampled angles of a left joint in degrees: twist, about y, about z; and how many samples."""

    twist: tuple[float, float]
    y: tuple[float, float]
    z: tuple[float, float]
    samples: int


_ARM = {
    "wrist": _Range((-110, 110), (-35, 35), (-80, 80), 140),
    "elbow": _Range((-90, 90), (-145, 10), (-25, 25), 180),
    "shoulder": _Range((-80, 80), (-115, 35), (-85, 70), 200),
}
_FINGER = _Range((-10, 10), (-25, 25), (-110, 25), 60)
_THUMB = _Range((-50, 50), (-40, 60), (-50, 40), 60)


def build(figure: Figure, unit_directions: Array, progress: Progress = silent) -> Array:
    """Correctives (V, 3, 486); `unit_directions` are those of the face units (52, V, 3)."""
    out = np.zeros((figure.surface.vertices, 3, COLUMNS), np.float32)
    hinges = [(f"{side}_{name}", sign, reach) for side, sign in SIDES for name, reach in _reaches()]
    for done, (name, sign, reach) in enumerate(hinges):
        progress(done, len(hinges), f"correctives of {name}")
        hinge = _hinge(figure, name)
        fitted = _fit(hinge, _rotations(hinge, sign, reach))
        fitted[np.abs(fitted) < _LEAST] = 0
        first = (hinge.joint - 1) * 9
        out[hinge.vertices, :, first : first + 9] = fitted.transpose(0, 2, 1)
    face_correctives.add(out, figure, unit_directions)
    return out


def _reaches() -> list[tuple[str, _Range]]:
    fingers = [(finger, part) for finger in FINGERS for part in (1, 2, 3)]
    return [*_ARM.items(), *((f"{f}{part}", _THUMB if f == "thumb" else _FINGER) for f, part in fingers)]


def _hinge(figure: Figure, name: str) -> Hinge:
    joint, weights, rest = joints.INDEX[name], figure.weights, figure.posture.rest
    share = weights[:, deformer.subtree(joint)].sum(1)
    arm = figure.arms[0 if name.startswith("left") else 1]
    elbow, wrist = weights[:, arm.joint("elbow")], weights[:, deformer.subtree(arm.joint("wrist"))].sum(1)
    twist, axis = share, arm.forearm_axis
    if name.endswith(("wrist", "elbow")):
        twist = elbow * arm.forearm + wrist
    elif name.endswith("shoulder"):
        axis = arm.upper_arm_axis
        twist = weights[:, joint] * arm.upper_arm + elbow + wrist
    else:
        child = joint + 1 if joint + 1 < joints.COUNT and joints.PARENTS[joint + 1] == joint else joint
        before = joint if child != joint else joint - 1
        axis = unit(rest[before + 1] - rest[before])
    near = (share > 1e-3) & (share < 1 - 1e-3) | (np.abs(twist - share) > 1e-3)
    vertices = np.nonzero(near)[0]
    centre = deformer.cross_section_centres(share, figure.rest, share[vertices])
    return Hinge(
        joint, vertices, figure.rest[vertices], share[vertices], centre, rest[joint], axis, twist[vertices]
    )


def _rotations(hinge: Hinge, sign: float, reach: _Range) -> Array:
    """Sampled rotations (N, 3, 3): a third of them small, a quarter pure twist, a quarter pure swing."""
    random = np.random.default_rng(hinge.joint)
    low, high = np.radians(np.array([reach.twist, reach.y, reach.z]).T)
    angles = random.uniform(low, high, (reach.samples, 3))
    angles[::3] *= 0.35
    angles[::4, 1:] = 0
    angles[1::4, 0] = 0
    swing = np.column_stack([np.zeros(reach.samples), sign * angles[:, 1:]])
    return axis_angle_to_matrix(swing) @ axis_angle_to_matrix(angles[:, :1] * hinge.axis)


def _fit(hinge: Hinge, rotations: Array) -> Array:
    """Ridge regression for 9 columns per vertex, (N, 9, 3), with errors measured in posed space.

    With M = I + share (R - I) the blended matrix of a sample, the normal matrix of a vertex is a
    quadratic polynomial in its share, so that only three matrices have to be summed over samples.
    """
    features = (rotations - np.eye(3)).reshape(-1, 9)
    turn = rotations - np.eye(3)
    powers = (
        np.broadcast_to(np.eye(3), turn.shape),
        turn + turn.transpose(0, 2, 1),
        turn.transpose(0, 2, 1) @ turn,
    )
    normal = [np.einsum("nf,ng,nab->fagb", features, features, power).reshape(27, 27) for power in powers]
    wanted = np.zeros((len(hinge.vertices), 9, 3))
    for rotation, feature in zip(rotations, features, strict=True):
        matrices, offset = deformer.linear(hinge, rotation)
        missing = deformer.follow(hinge, rotation) - (np.einsum("nab,nb->na", matrices, hinge.rest) + offset)
        length = np.linalg.norm(missing, axis=1, keepdims=True)
        missing *= np.minimum(1, _LONGEST / np.maximum(length, 1e-9))
        wanted += feature[:, None] * np.einsum("nab,na->nb", matrices, missing)[:, None]
    share = hinge.share[:, None, None]
    system = normal[0] + share * normal[1] + share**2 * normal[2]
    system += _RIDGE * len(rotations) * np.eye(27)
    solution: Array = np.linalg.solve(system, wanted.reshape(-1, 27, 1)).reshape(-1, 9, 3)
    return solution
