"""One arm of an SMPL-X body as a chain of hinges, from the shoulder to the fingertips."""

from dataclasses import dataclass
from math import radians

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.freedoms import FINGERS, INDEX
from pipeline.motion import joints

Array = NDArray[np.float64]

_HANG = radians(75)  # from the T-pose to the arm hanging down, a little outward
STRAIGHT = {"index": -3.0, "middle": -7.4, "ring": -9.0, "pinky": -12.0}
"""Degrees towards the thumb of a finger that is neither spread nor pressed, in the rest pose's palm."""
THUMB_PAD = np.array([0.37, -0.62, -0.69])
"""Where the pad of the left thumb faces in the rest pose: the thin axis of its tip's cross-section."""
THUMB_REST = (radians(-18), radians(-10))
"""The rest pose's thumb is bent; so far its joints turn back until it is straight."""
TIPS = {
    "thumb": (0.0269, -0.0110, 0.0099),
    "index": (0.0273, -0.0054, -0.0016),
    "middle": (0.0264, -0.0031, -0.0041),
    "ring": (0.0265, -0.0020, -0.0109),
    "pinky": (0.0171, -0.0017, -0.0126),
}
"""From the last joint of a left finger to its tip on the shipped signers, metres."""

DIGITS: tuple[str, ...] = ("thumb", *FINGERS)
POINTS: tuple[str, ...] = ("elbow", "wrist", *(f"{digit}{part}" for digit in DIGITS for part in (1, 2, 3, 4)))
"""The points of the chain: the elbow, then MediaPipe's 21 hand landmarks in order; part 4 is the tip."""
WRIST = 1
HAND_BONES = len(POINTS) - 2


@dataclass(frozen=True, slots=True, eq=False)
class Hinge:
    """A turn about a fixed axis of a joint's rest frame, by `gain` times a freedom plus `offset`."""

    joint: int  # index into Chain.joints
    axis: Array  # (3,), unit
    freedom: int  # -1: a constant turn by `offset`
    gain: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """Joints from the shoulder on, parents first, and the points that they carry.

    Joint 0 is the shoulder at `root`; the others hang on `parents` at `offsets` in its rest frame.
    Point `p` lies at `point_offsets[p]` in the frame of joint `point_joints[p]`. Bone `b` of the hand
    reaches from its joint to hand point `b`, and its length can be scaled.
    """

    side: str
    joints: tuple[int, ...]  # SMPL-X joints
    parents: tuple[int, ...]
    offsets: Array  # (J, 3)
    joint_bones: tuple[int, ...]  # the hand bone that leads to each joint, -1 for the arm's
    point_joints: tuple[int, ...]  # (P,)
    point_offsets: Array  # (P, 3)
    point_bones: tuple[int, ...]
    hinges: tuple[Hinge, ...]
    root: Array  # (3,)

    @property
    def carried(self) -> NDArray[np.bool_]:
        """Whether a joint moves a point: (J, P)."""
        return self.ancestry()[:, list(self.point_joints)]

    def ancestry(self) -> NDArray[np.bool_]:
        """Whether joint `i` moves joint `j`, itself included: (J, J)."""
        moves = np.eye(len(self.joints), dtype=bool)
        for joint, parent in enumerate(self.parents):
            if parent >= 0:
                moves[:, joint] |= moves[:, parent]
        return moves

    def bone_lengths(self) -> Array:
        """Lengths (20,) of the hand's bones as built, metres, in the order of the hand points 1 to 20."""
        lengths = np.zeros(HAND_BONES)
        for bone, offset in zip(
            self.joint_bones + self.point_bones, (*self.offsets, *self.point_offsets), strict=True
        ):
            if bone >= 0 and np.any(offset):
                lengths[bone] = np.linalg.norm(offset)
        return lengths


def arm_chain(rest_joints: Array, side: str) -> Chain:
    """The chain of the `"left"` or `"right"` arm for rest joints (55, 3)."""
    names = [f"{side}_{part}" for part in ("shoulder", "elbow", "wrist")]
    names += [f"{side}_{digit}{part}" for digit in DIGITS for part in (1, 2, 3)]
    members = tuple(joints.INDEX[name] for name in names)
    place = {member: index for index, member in enumerate(members)}
    parents = tuple(place.get(joints.PARENTS[member], -1) for member in members)
    rest = np.asarray(rest_joints, float)[list(members)]
    offsets = np.array(
        [rest[i] - rest[parent] if parent >= 0 else np.zeros(3) for i, parent in enumerate(parents)]
    )
    mirror = np.array([1.0 if side == "left" else -1.0, 1.0, 1.0])
    point_joints, point_offsets, point_bones, joint_bones = [1, 2], [np.zeros(3)] * 2, [-1, -1], [-1] * 3
    for digit_index, digit in enumerate(DIGITS):
        first = 3 + 3 * digit_index
        point_joints += [first, first + 1, first + 2, first + 2]
        point_offsets += [np.zeros(3)] * 3 + [np.array(TIPS[digit]) * mirror]
        point_bones += [-1, -1, -1, 4 * digit_index + 3]
        joint_bones += [4 * digit_index, 4 * digit_index + 1, 4 * digit_index + 2]
    return Chain(
        side=side,
        joints=members,
        parents=parents,
        offsets=offsets,
        joint_bones=tuple(joint_bones),
        point_joints=tuple(point_joints),
        point_offsets=np.array(point_offsets),
        point_bones=tuple(point_bones),
        hinges=_arm_hinges(offsets, mirror)
        + _finger_hinges(offsets, mirror)
        + _thumb_hinges(offsets, mirror),
        root=rest[0],
    )


def unit(vector: Array) -> Array:
    """The direction of a vector (3,)."""
    direction: Array = vector / np.linalg.norm(vector)
    return direction


def _curl(bone: Array) -> Array:
    """The axis about which a bone of the flat hand, palm down, bends towards the palm."""
    return unit(np.cross(bone, [0.0, -1.0, 0.0]))


def _arm_hinges(offsets: Array, mirror: Array) -> tuple[Hinge, ...]:
    sign = mirror[0]
    upper, fore = unit(offsets[1]), unit(offsets[2])
    hand = offsets[3 + 3 * DIGITS.index("middle")]
    down = np.array([0.0, -sign, 0.0])
    bend = unit(down - fore * (down @ fore))
    twist, lift = INDEX["forearm_twist"], np.array([0.0, 0.0, sign])
    return (
        Hinge(0, np.array([-1.0, 0.0, 0.0]), INDEX["shoulder_forward"]),
        Hinge(0, lift, INDEX["shoulder_outward"]),
        Hinge(0, lift, -1, offset=-_HANG),
        Hinge(0, upper * sign, INDEX["shoulder_twist"]),
        Hinge(1, bend, INDEX["elbow_flexion"]),
        Hinge(1, fore * sign, twist, gain=0.5),
        Hinge(2, fore * sign, twist, gain=0.5),
        Hinge(2, _curl(hand), INDEX["wrist_flexion"]),
        Hinge(2, -down, INDEX["wrist_ulnar"]),
    )


def _finger_hinges(offsets: Array, mirror: Array) -> tuple[Hinge, ...]:
    hinges: list[Hinge] = []
    for finger in FINGERS:
        first = 3 + 3 * DIGITS.index(finger)
        near, far = offsets[first + 1], offsets[first + 2]
        resting = np.arctan2(near[2], abs(near[0]))
        sideways = np.array([0.0, -mirror[0], 0.0])
        offset = radians(STRAIGHT[finger]) - resting
        hinges += [
            Hinge(first, sideways, INDEX[f"{finger}_abduction"], offset=float(offset)),
            Hinge(first, _curl(near), INDEX[f"{finger}_mcp"]),
            Hinge(first + 1, _curl(far), INDEX[f"{finger}_pip"]),
            Hinge(first + 2, _curl(far), INDEX[f"{finger}_dip"]),
        ]
    return tuple(hinges)


def _thumb_hinges(offsets: Array, mirror: Array) -> tuple[Hinge, ...]:
    first = 3 + 3 * DIGITS.index("thumb")
    near, far = unit(offsets[first + 1]), unit(offsets[first + 2])
    pad = THUMB_PAD * mirror
    flexion, far_flexion = unit(np.cross(near, pad)), unit(np.cross(far, pad))
    sign = mirror[0]
    return (
        Hinge(first, sign * unit(np.cross(flexion, near)), INDEX["thumb_abduction"]),
        Hinge(first, flexion, INDEX["thumb_flexion"]),
        Hinge(first, near * sign, INDEX["thumb_twist"]),
        Hinge(first + 1, far_flexion, INDEX["thumb_mcp"], offset=THUMB_REST[0]),
        Hinge(first + 2, far_flexion, INDEX["thumb_ip"], offset=THUMB_REST[1]),
    )
