"""A motion as BVH, the skeleton animation that most 3D programs read."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from pipeline.body.model import BodyModel
from pipeline.motion import joints
from pipeline.motion.files import write_whole
from pipeline.motion.motion import Motion

CENTIMETRES = 100.0
"""A BVH file has no unit; programs take its numbers as centimetres."""

TIP = 0.025
"""Metres of the end of a chain, which BVH must name: about the last bone of a finger."""

_CHILDREN: list[list[int]] = [
    [child for child, parent in enumerate(joints.PARENTS) if parent == joint] for joint in range(joints.COUNT)
]


def write_bvh(path: Path, motion: Motion, body: BodyModel) -> None:
    """Write the 55 joints of `body` doing `motion`; faces are not part of BVH. Raises BadInput.

    y is up; rotations are Z, X, Y in degrees, relative to the parent, in the T-pose at zero.
    """
    shaped = body.in_shape_of(motion)
    lines = ["HIERARCHY", *_joint(0, shaped.rest_joints, 0), "MOTION"]
    lines += [f"Frames: {motion.frames}", f"Frame Time: {1 / motion.fps:.8f}"]
    lines += [" ".join(f"{value:.5f}" for value in row) for row in _rows(motion, shaped.rest_joints)]
    write_whole(path, ("\n".join(lines) + "\n").encode())


def order() -> list[int]:
    """The joints in the order in which BVH's columns go: down every branch before the next."""
    found: list[int] = []

    def visit(joint: int) -> None:
        found.append(joint)
        for child in _CHILDREN[joint]:
            visit(child)

    visit(0)
    return found


def _joint(joint: int, rest: NDArray[np.float64], depth: int) -> list[str]:
    pad, parent = "  " * depth, joints.PARENTS[joint]
    away = rest[joint] - (rest[parent] if parent >= 0 else 0.0)
    channels = "Zrotation Xrotation Yrotation"
    lines = [f"{pad}{'JOINT' if depth else 'ROOT'} {joints.NAMES[joint]}", pad + "{", _offset(pad, away)]
    if depth:
        lines.append(f"{pad}  CHANNELS 3 {channels}")
    else:
        lines.append(f"{pad}  CHANNELS 6 Xposition Yposition Zposition {channels}")
    for child in _CHILDREN[joint]:
        lines += _joint(child, rest, depth + 1)
    if not _CHILDREN[joint]:
        end = away / max(float(np.linalg.norm(away)), 1e-6) * TIP
        lines += [f"{pad}  End Site", pad + "  {", _offset(pad + "  ", end), pad + "  }"]
    return [*lines, pad + "}"]


def _offset(pad: str, away: NDArray[np.float64]) -> str:
    return f"{pad}  OFFSET " + " ".join(f"{value * CENTIMETRES:.5f}" for value in away)


def _rows(motion: Motion, rest: NDArray[np.float64]) -> NDArray[np.float64]:
    """Columns (T, 3 + 55 * 3): where the pelvis is, then the angles of all joints in `order`."""
    turned = Rotation.from_rotvec(motion.pose[:, order()].reshape(-1, 3).astype(np.float64))
    angles = turned.as_euler("ZXY", degrees=True).reshape(motion.frames, -1)
    place = (rest[0] + motion.translation) * CENTIMETRES
    return np.concatenate([place, angles], axis=1)
