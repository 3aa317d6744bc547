"""The sculpted A-pose of MakeHuman, as a pose of the SMPL-X skeleton.

The body is sculpted with the arms half lowered, where signing happens. Its joints are found, the
rotation of every joint from the rest pose is derived from bone directions and hinge axes, and each
bone is stretched so that the posed skeleton has exactly the lengths of the rest skeleton.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator.makehuman import Array, MakeHuman
from pipeline.body.generator.weights import FINGERS, SIDES
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_axis_angle

_CUBES = {
    "hip": "upper-leg", "knee": "knee", "ankle": "ankle", "foot": "foot-1", "shoulder": "shoulder",
    "elbow": "elbow", "wrist": "hand", "eye_smplhf": "eye",
}  # fmt: skip
_COLLAR_DROP = np.radians(12)
_FACE_DEPTH = 0.045  # eyes of the sculpt lie this much in front of those of the skeleton
_HEAD_BACK = np.array([0, 0, -0.015])
_HIP_OF_SCULPT = np.array([0.100, -0.407, -0.028])  # the left one; SMPL-X puts its hips lower
_STRETCHED = {"shoulder": "elbow", "elbow": "wrist", "wrist": "middle1", "hip": "knee", "knee": "ankle"}


@dataclass(frozen=True, slots=True, eq=False)
class Posture:
    """A sculpted body and the pose it stands in."""

    rest: Array  # (55, 3) joints of the rest pose
    world: Array  # (55, 3, 3) rotations from rest to the A-pose
    positions: Array  # (55, 3) joints in the A-pose
    stretch: Array  # (55, 3, 4) moves the sculpt's bones onto these joints
    shift: Array  # (3,) from MakeHuman's origin to ours
    tips: dict[str, Array]  # finger tips of the stretched A-pose, by "left_index"

    @property
    def local(self) -> Array:
        """Rotations (55, 3, 3) relative to the parent joint."""
        parents = np.array(joints.PARENTS[1:])
        return np.concatenate([self.world[:1], np.swapaxes(self.world[parents], 1, 2) @ self.world[1:]])

    @property
    def pose(self) -> Array:
        """The A-pose as axis-angle (55, 3)."""
        return matrix_to_axis_angle(self.local)

    def stretched(self, vertices: Array, weights: Array) -> Array:
        """The sculpt (N, 3) with the proportions of the skeleton, still in the A-pose."""
        blend = np.tensordot(weights, self.stretch, 1)
        moved: Array = np.einsum("vab,vb->va", blend[:, :, :3], vertices + self.shift) + blend[:, :, 3]
        return moved


def joint_cubes() -> dict[str, str]:
    """The joint cube of the base mesh for every limb joint, by joint name."""
    cubes: dict[str, str] = {}
    for side, _ in SIDES:
        letter = side[0]
        cubes |= {f"{side}_{joint}": f"{letter}-{cube}" for joint, cube in _CUBES.items()}
        cubes |= {
            f"{side}_{finger}{part}": f"{letter}-finger-{number}-{part}"
            for finger, number in FINGERS.items()
            for part in (1, 2, 3)
        }
    return cubes


def find(source: MakeHuman, vertices: Array, rest: Array) -> Posture:
    """The posture of a sculpt (N, 3) for a skeleton with rest joints (55, 3)."""
    eye = joints.LEFT_EYE
    shift = np.array([0, rest[eye, 1] - source.centre("l-eye", vertices)[1], -_FACE_DEPTH])
    sculpt = rest.copy()
    for name, cube in joint_cubes().items():
        sculpt[joints.INDEX[name]] = source.centre(cube, vertices) + shift
    tips = {
        f"{side}_{finger}": source.centre(f"{side[0]}-finger-{number}-4", vertices) + shift
        for side, _ in SIDES
        for finger, number in FINGERS.items()
    }
    world = _world_rotations(sculpt, rest, tips)
    positions = rest.copy()
    for joint, parent in enumerate(joints.PARENTS[1:], 1):
        positions[joint] = positions[parent] + world[parent] @ (rest[joint] - rest[parent])
    stretch = _stretch(sculpt, positions)
    posed_tips = {}
    for name, tip in tips.items():
        bone = stretch[joints.INDEX[f"{name}3"]]
        posed_tips[name] = bone[:, :3] @ tip + bone[:, 3]
    return Posture(rest, world, positions, stretch, shift, posed_tips)


def unit(vector: Array) -> Array:
    """A vector (3,) at length 1."""
    result: Array = vector / np.linalg.norm(vector)
    return result


def turn(start: Array, end: Array) -> Array:
    """The smallest rotation (3, 3) that takes one direction to another."""
    start, end = unit(start), unit(end)
    across = np.cross(start, end)
    sine = float(np.linalg.norm(across))
    if sine < 1e-9:
        return np.eye(3)
    return axis_angle_to_matrix(across / sine * np.arctan2(sine, start @ end))


def _frame(along: Array, beside: Array) -> Array:
    """Orthonormal columns: `along`, `beside` made perpendicular to it, and their cross product."""
    first = unit(along)
    second = unit(beside - first * (first @ beside))
    return np.stack([first, second, np.cross(first, second)], 1)


def _world_rotations(sculpt: Array, rest: Array, tips: dict[str, Array]) -> Array:
    world = np.tile(np.eye(3), (joints.COUNT, 1, 1))
    for side, sign in SIDES:
        index = {name.removeprefix(f"{side}_"): i for name, i in joints.INDEX.items() if side in name}

        def bone(start: str, end: str, of: Array, index: dict[str, int] = index) -> Array:
            direction: Array = of[index[end]] - of[index[start]]
            return direction

        world[index["collar"]] = axis_angle_to_matrix(np.array([0, 0, -sign * _COLLAR_DROP]))
        upper, fore = bone("shoulder", "elbow", sculpt), bone("elbow", "wrist", sculpt)
        hinge, rest_hinge = np.cross(upper, fore), np.array([0, -sign, 0.0])
        for name, end, along in (("shoulder", "elbow", upper), ("elbow", "wrist", fore)):
            world[index[name]] = _frame(along, hinge) @ _frame(bone(name, end, rest), rest_hinge).T
        palms = [_frame(bone("wrist", "middle1", of), bone("pinky1", "index1", of)) for of in (sculpt, rest)]
        world[index["wrist"]] = palms[0] @ palms[1].T
        for finger in FINGERS:
            numbers = [index[f"{finger}{part}"] for part in (1, 2, 3)]
            _turn_finger(world, world[index["wrist"]], numbers, (sculpt, rest, tips[f"{side}_{finger}"]))
        hip = _HIP_OF_SCULPT * [sign, 1, 1]
        world[index["hip"]] = turn(rest[index["knee"]] - hip, bone("hip", "knee", sculpt))
        world[index["knee"]] = turn(bone("knee", "ankle", rest), bone("knee", "ankle", sculpt))
        feet = [bone("ankle", "foot", of) for of in (sculpt, rest)]
        yaw = [np.arctan2(foot[0], foot[2]) for foot in feet]
        world[[index["ankle"], index["foot"]]] = axis_angle_to_matrix(np.array([0, yaw[0] - yaw[1], 0]))
    return world


def _turn_finger(world: Array, wrist: Array, numbers: list[int], places: tuple[Array, Array, Array]) -> None:
    """Fill in the rotations of one finger: each phalanx by the smallest turn from the one before it.

    The skeleton has no finger tips, so its last phalanx goes on bending as the one before did.
    """
    sculpt, rest, tip = places
    first, second, third = numbers
    before, last = unit(rest[second] - rest[first]), unit(rest[third] - rest[second])
    rest_bones = (before, last, turn(before, last) @ last)
    bones = (sculpt[second] - sculpt[first], sculpt[third] - sculpt[second], tip - sculpt[third])
    rotation = wrist
    for number, rest_bone, bone in zip(numbers, rest_bones, bones, strict=True):
        rotation = turn(rotation @ rest_bone, bone) @ rotation
        world[number] = rotation


def _stretch(sculpt: Array, positions: Array) -> Array:
    """Per joint a turn and a stretch along its bone, (55, 3, 4), from the sculpt to `positions`."""
    ends = {
        f"{side}_{name}": f"{side}_{end}"
        for side, _ in SIDES
        for name, end in (
            *_STRETCHED.items(),
            *((f"{finger}{part}", f"{finger}{part + 1}") for finger in FINGERS for part in (1, 2)),
        )
    }
    out = np.zeros((joints.COUNT, 3, 4))
    for joint, name in enumerate(joints.NAMES):
        start, linear = positions[joint], np.eye(3)
        if name.endswith("hip"):
            start = _HIP_OF_SCULPT * [np.sign(sculpt[joint, 0]), 1, 1]
        if name in ends:
            end = joints.INDEX[ends[name]]
            bone, wanted = sculpt[end] - sculpt[joint], positions[end] - start
            along = unit(bone)
            longer = np.linalg.norm(wanted) / np.linalg.norm(bone) - 1
            linear = turn(bone, wanted) @ (np.eye(3) + longer * np.outer(along, along))
        out[joint] = np.column_stack([linear, start - linear @ sculpt[joint]])
    for name, share in (
        ("head", 1),
        ("jaw", 1),
        ("left_eye_smplhf", 1),
        ("right_eye_smplhf", 1),
        ("neck", 0.4),
    ):
        out[joints.INDEX[name]][:, 3] = share * _HEAD_BACK
    return out
