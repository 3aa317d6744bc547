"""The upper body of an SMPL-X skeleton as hinged joints, with the points that detectors see of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import radians

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.fitting.chain import DIGITS, STRAIGHT, THUMB_PAD, THUMB_REST, TIPS, unit
from pipeline.fitting.clip.face import FACE, face_places
from pipeline.fitting.clip.freedoms import INDEX, SIDES
from pipeline.keypoints import names
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix

Array = NDArray[np.float64]

_HANG = radians(65)  # from the T-pose to the arm at which shoulder angles are zero

BONES: tuple[str, ...] = (
    "torso", "breadth", "head", "hips", "upper_arm", "forearm", "palm_width",
    *(f"{digit}{part}" for digit in DIGITS for part in (1, 2, 3, 4)),
)  # fmt: skip
"""Lengths that a clip's signer has, as factors of the model's; both sides are alike."""
BONE_INDEX = {name: index for index, name in enumerate(BONES)}

HIPS: tuple[str, ...] = ("left_hip", "right_hip")


def side_points(side: str) -> tuple[str, ...]:
    """The 24 keypoints of one arm and its hand."""
    return tuple(f"{side}_{part}" for part in ("shoulder", "elbow", "wrist")) + names.hand(side)


POINTS: tuple[str, ...] = FACE + HIPS + side_points("left") + side_points("right")


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight piece of the way from a joint to the next, or to a point."""

    offset: tuple[float, float, float]  # metres, in the frame of the joint it starts from
    bones: tuple[str, ...]  # the factors that lengthen it


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """A turn about hinges; `rest` comes before them."""

    name: str
    parent: int
    segments: tuple[Segment, ...]  # from the parent
    rest: Array  # (3, 3)
    hinges: tuple[tuple[Array, int, float], ...]  # axis, freedom, gain


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """A keypoint fixed to a joint."""

    name: str
    joint: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """Joints, parents first, and the points in the order of `POINTS`."""

    joints: tuple[Joint, ...]
    points: tuple[Point, ...]


def _turn(axis: Array, angle: float) -> Array:
    return np.asarray(axis_angle_to_matrix(unit(axis) * angle), np.float64)


class _Builder:
    """Collects joints by name."""

    def __init__(self, rest_joints: Array, face: Mapping[str, Array]) -> None:
        self.rest = np.asarray(rest_joints, np.float64)
        self.face = face
        self.joints: list[Joint] = []
        self.places: dict[str, int] = {}

    def offset(self, name: str) -> Array:
        """From the parent in SMPL-X."""
        joint = joints.INDEX[name]
        offset: Array = self.rest[joint] - self.rest[joints.PARENTS[joint]]
        return offset

    def add(
        self,
        name: str,
        parent: str | None,
        segments: tuple[Segment, ...],
        *hinges: tuple[Array, str, float],
        rest: Array | None = None,
    ) -> None:
        """Append a joint."""
        self.places[name] = len(self.joints)
        own = tuple((unit(axis), INDEX[freedom], gain) for axis, freedom, gain in hinges)
        above = self.places[parent] if parent else -1
        self.joints.append(Joint(name, above, segments, np.eye(3) if rest is None else rest, own))


def _segment(offset: Array, *bones: str) -> tuple[Segment, ...]:
    x, y, z = (float(value) for value in offset)
    return (Segment((x, y, z), bones),)


def build_skeleton(body: BodyModel) -> Skeleton:
    """The skeleton of a body."""
    build = _Builder(body.rest_joints, face_places(body))
    axes = dict(zip("xyz", np.eye(3), strict=True))

    def balls(name: str, gain: float) -> list[tuple[Array, str, float]]:
        return [(axes[axis], f"{name}_{axis}", gain) for axis in "xyz"]

    build.add("pelvis", None, (), *balls("root", 1.0))
    for name, parent in (("spine1", "pelvis"), ("spine2", "spine1"), ("spine3", "spine2")):
        build.add(name, parent, _segment(build.offset(name), "torso"), *balls("spine", 1 / 3))
    for name, parent in (("neck", "spine3"), ("head", "neck")):
        build.add(name, parent, _segment(build.offset(name), "torso"), *balls("head", 0.5))
    for side in SIDES:
        _add_arm(build, side)
        for digit in DIGITS:
            (_add_thumb if digit == "thumb" else _add_finger)(build, side, digit)
    return Skeleton(tuple(build.joints), _points(build))


def _add_arm(build: _Builder, side: str) -> None:
    sign = 1.0 if side == "left" else -1.0
    up, inward = np.array([0.0, 0.0, sign]), np.array([0.0, -sign, 0.0])
    upper, fore = build.offset(f"{side}_elbow"), build.offset(f"{side}_wrist")
    build.add(
        f"{side}_collar",
        "spine3",
        _segment(build.offset(f"{side}_collar"), "breadth"),
        (up, f"{side}_collar_lift", 1.0),
        (inward, f"{side}_collar_forward", 1.0),
    )
    build.add(
        f"{side}_shoulder",
        f"{side}_collar",
        _segment(build.offset(f"{side}_shoulder"), "breadth"),
        (upper * sign, f"{side}_shoulder_twist", 1.0),
        (inward - upper * (inward @ upper) / (upper @ upper), f"{side}_shoulder_forward", 1.0),
        (up, f"{side}_shoulder_outward", 1.0),
        rest=_turn(up, -_HANG),
    )
    bend = inward - fore * (inward @ fore) / (fore @ fore)
    build.add(f"{side}_elbow", f"{side}_shoulder", _segment(upper, "upper_arm"), (bend, f"{side}_elbow", 1.0))
    build.add(f"{side}_forearm", f"{side}_elbow", (), (fore * sign, f"{side}_forearm_twist", 1.0))
    build.add(
        f"{side}_wrist",
        f"{side}_forearm",
        _segment(fore, "forearm"),
        (-up, f"{side}_wrist_flexion", 1.0),
        (-inward, f"{side}_wrist_ulnar", 1.0),
    )


def _curl(bone: Array) -> Array:
    """The axis about which a bone of the flat hand, palm down, bends towards the palm."""
    return unit(np.cross(bone, [0.0, -1.0, 0.0]))


def _knuckle(build: _Builder, side: str, digit: str) -> tuple[Segment, ...]:
    """From the wrist to the first joint of a digit; the palm can be wider than it is long."""
    x, y, z = (float(value) for value in build.offset(f"{side}_{digit}1"))
    bone = f"{digit}1"
    return Segment((x, y, 0.0), (bone,)), Segment((0.0, 0.0, z), (bone, "palm_width"))


def _add_finger(build: _Builder, side: str, finger: str) -> None:
    sign = 1.0 if side == "left" else -1.0
    near, far = build.offset(f"{side}_{finger}2"), build.offset(f"{side}_{finger}3")
    sideways = np.array([0.0, -sign, 0.0])
    resting = radians(STRAIGHT[finger]) - float(np.arctan2(near[2], abs(near[0])))
    build.add(
        f"{side}_{finger}1",
        f"{side}_wrist",
        _knuckle(build, side, finger),
        (sideways, f"{side}_{finger}_abduction", 1.0),
        (_curl(near), f"{side}_{finger}_mcp", 1.0),
        rest=_turn(sideways, resting),
    )
    for part, bone, name in ((2, near, "pip"), (3, far, "dip")):
        build.add(
            f"{side}_{finger}{part}",
            f"{side}_{finger}{part - 1}",
            _segment(bone, f"{finger}{part}"),
            (_curl(far), f"{side}_{finger}_{name}", 1.0),
        )


def _add_thumb(build: _Builder, side: str, digit: str) -> None:
    sign = 1.0 if side == "left" else -1.0
    near, far = build.offset(f"{side}_thumb2"), build.offset(f"{side}_thumb3")
    pad = THUMB_PAD * [sign, 1.0, 1.0]
    flexion, far_flexion = unit(np.cross(near, pad)), unit(np.cross(far, pad))
    build.add(
        f"{side}_thumb1",
        f"{side}_wrist",
        _knuckle(build, side, digit),
        (sign * np.cross(flexion, near), f"{side}_thumb_abduction", 1.0),
        (flexion, f"{side}_thumb_flexion", 1.0),
        (near * sign, f"{side}_thumb_twist", 1.0),
    )
    for part, bone, name, bent in ((2, near, "mcp", THUMB_REST[0]), (3, far, "ip", THUMB_REST[1])):
        build.add(
            f"{side}_thumb{part}",
            f"{side}_thumb{part - 1}",
            _segment(bone, f"thumb{part}"),
            (far_flexion, f"{side}_thumb_{name}", 1.0),
            rest=_turn(far_flexion, bent),
        )


def _points(build: _Builder) -> tuple[Point, ...]:
    found: dict[str, Point] = {}
    for side, sign in (("left", 1), ("right", -1)):
        hip = _segment(build.offset(f"{side}_hip"), "hips")
        found[f"{side}_hip"] = Point(f"{side}_hip", build.places["pelvis"], hip)
        at = [build.places[f"{side}_{part}"] for part in ("shoulder", "elbow", "wrist", "wrist")]
        segments: list[tuple[Segment, ...]] = [()] * 4
        mirror = np.array([float(sign), 1.0, 1.0])
        for digit in DIGITS:
            at += [build.places[f"{side}_{digit}{part}"] for part in (1, 2, 3, 3)]
            segments += [(), (), (), _segment(np.array(TIPS[digit]) * mirror, f"{digit}4")]
        for name, joint, way in zip(side_points(side), at, segments, strict=True):
            found[name] = Point(name, joint, way)
    head = build.rest[joints.INDEX["head"]]
    for name in FACE:
        place = build.face[name] - head
        found[name] = Point(name, build.places["head"], _segment(place, "head"))
    return tuple(found[name] for name in POINTS)
