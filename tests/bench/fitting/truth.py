"""Synthetic truth: sign-like motions of shipped signers in many shapes, and where their points are.

Composed, not captured: holds at random places of the signing space with random handshapes, quick
minimum-jerk ways between them, small repeated movements, a swaying torso and a turning head.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from pipeline.body.kinematics import joint_transforms
from pipeline.keypoints import names
from pipeline.motion import joints, rotations
from tests.bench.fitting.arms import Key, arm_pose, hand_pose, lowered_arm, raised_arm
from tests.bench.fitting.bodies import DIGITS, Body, sample_body
from tests.bench.fitting.handshapes import HANDSHAPES

SIDES = ("left", "right")
_ARM = {
    side: [joints.INDEX[f"{side}_{part}"] for part in ("collar", "shoulder", "elbow", "wrist")]
    for side in SIDES
}
_HAND = {
    side: list(range(*s.indices(55)))
    for side, s in zip(SIDES, (joints.LEFT_HAND, joints.RIGHT_HAND), strict=True)
}


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """A pinhole camera; the image is 1280 by 720 pixels."""

    focal: float  # pixels
    rotation: np.ndarray  # (3, 3), world to camera: x right, y down, z away
    centre: np.ndarray  # (3,), where it stands
    width: int = 1280
    height: int = 720

    def place(self, points: np.ndarray) -> np.ndarray:
        """Points (..., 3) of the world in the camera's frame."""
        return (points - self.centre) @ self.rotation.T

    def project(self, placed: np.ndarray) -> np.ndarray:
        """Pixels (..., 2) of points in the camera's frame."""
        return self.focal * placed[..., :2] / placed[..., 2:] + [self.width / 2, self.height / 2]


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What really happened in a clip."""

    fps: float
    body: Body
    camera: Camera
    pose: np.ndarray  # (T, 55, 3)
    names: tuple[str, ...]  # N keypoints
    points: np.ndarray  # (T, N, 3) metres in the camera's frame

    def columns(self, wanted: tuple[str, ...]) -> list[int]:
        """Where keypoints are."""
        return [self.names.index(name) for name in wanted]


def sample_truth(seed: int, frames: int = 72, fps: float = 25.0) -> Truth:
    """A clip, the same for the same seed."""
    rng = np.random.default_rng([seed, 20])
    body = sample_body(rng)
    pose = _pose(body.rest_joints, frames, fps, rng)
    transforms = joint_transforms(body.rest_joints, pose, np.zeros((frames, 3), np.float32))
    found = _keypoints(body, transforms.astype(np.float64))
    sway = np.stack([_drift(frames, fps, 0.5, size, rng) for size in (0.01, 0.003, 0.01)], axis=1)
    world = np.stack(list(found.values()), axis=1) + sway[:, None]
    camera = _camera(body, rng)
    return Truth(fps, body, camera, pose, tuple(found), camera.place(world))


def _camera(body: Body, rng: np.random.Generator) -> Camera:
    focal = rng.uniform(900, 1700)
    shoulders = body.rest_joints[[joints.INDEX["left_shoulder"], joints.INDEX["right_shoulder"]]]
    distance = focal * np.linalg.norm(shoulders[0] - shoulders[1]) / rng.uniform(190, 260)
    yaw, pitch, roll = np.radians(rng.normal(0, [8, 4, 1.5]))
    facing = np.diag([1.0, -1.0, -1.0])
    turned = rotations.axis_angle_to_matrix(np.array([[0, yaw, 0], [pitch, 0, 0], [0, 0, roll]]))
    rotation = facing @ turned[2] @ turned[1] @ turned[0]
    target = shoulders.mean(axis=0) + np.array([rng.normal(0, 0.03), rng.normal(-0.1, 0.03), 0.1])
    return Camera(focal, rotation, target - rotation.T @ [0, 0, distance])


def _drift(frames: int, fps: float, hertz: float, size: float, rng: np.random.Generator) -> np.ndarray:
    """A slow random movement (T,) of standard deviation `size`."""
    times = np.arange(frames) / fps
    waves = rng.normal(0, 1, 3), hertz * rng.uniform(0.5, 1.5, 3), rng.uniform(0, 2 * np.pi, 3)
    return size * sum(a * np.sin(2 * np.pi * f * times + p) for a, f, p in zip(*waves, strict=True)) / 1.22


def _keypoints(body: Body, transforms: np.ndarray) -> dict[str, np.ndarray]:
    """Every keypoint (T, 3) of the world by its name in `pipeline.keypoints.names`."""

    def joint(name: str) -> np.ndarray:
        return transforms[:, joints.INDEX[name], :, 3]

    def landmark(name: str) -> np.ndarray:
        carrier, offset = body.landmarks[name]
        return transforms[:, carrier, :, :3] @ offset + transforms[:, carrier, :, 3]

    found = {name: landmark(name) for name in ("nose", "left_eye", "right_eye", "left_ear", "right_ear")}
    for part in ("shoulder", "elbow", "wrist", "hip"):
        found |= {f"{side}_{part}": joint(f"{side}_{part}") for side in SIDES}
    found |= {name: landmark(name) for name in ("face_48", "face_54")}
    for side in SIDES:
        points = [joint(f"{side}_wrist")]
        for digit in DIGITS:
            points += [joint(f"{side}_{digit}{part}") for part in (1, 2, 3)] + [
                landmark(f"{side}_{digit}_tip")
            ]
        found |= dict(zip(names.hand(side), points, strict=True))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Stop:
    """A key pose, when it is reached and how long it is held, in seconds."""

    time: float
    hold: float
    sides: dict[str, Key]


def _stops(rest: np.ndarray, end: float, rng: np.random.Generator) -> list[_Stop]:
    """What the hands do one after the other; lowered hands come first and last."""
    hands = rng.choice(["one", "same", "two"], p=[0.35, 0.35, 0.3])
    leading, other = SIDES if rng.random() < 0.15 else SIDES[::-1]
    shapes = list(HANDSHAPES.values())

    def resting() -> dict[str, Key]:
        return {side: Key(lowered_arm(rng), hand_pose(rest, side, shapes[-1], rng)) for side in SIDES}

    stops = [_Stop(0.0, rng.uniform(0.05, 0.2), resting())]
    while True:
        last = stops[-1]
        shape = shapes[rng.integers(len(shapes))]
        now = last.sides | {leading: Key(raised_arm(rng), hand_pose(rest, leading, shape, rng))}
        if hands == "same":
            near = now[leading].arm + rng.normal(0, [0.01] * 3 + [2.5] * 6 + [0])
            now[other] = Key(near, hand_pose(rest, other, shape, rng))
        elif hands == "two":
            now[other] = Key(raised_arm(rng), hand_pose(rest, other, shapes[rng.integers(len(shapes))], rng))
        way = max(_way(last.sides[side].arm, now[side].arm) for side in SIDES) + rng.normal(0, 0.04)
        arrival = last.time + last.hold + way
        if arrival + 0.5 > end:
            break
        stops.append(_Stop(arrival, rng.uniform(0.05, 0.35), now))
    return [*stops, _Stop(max(end, last.time + last.hold + 0.45), 0.0, resting())]


def _way(start: np.ndarray, end: np.ndarray) -> float:
    """Seconds from one arm to another: longer for long ways and for turned palms."""
    return 0.24 + 0.5 * np.linalg.norm(end[:3] - start[:3]) + 0.12 * abs(end[6] - start[6]) / 90


def _pose(rest: np.ndarray, frames: int, fps: float, rng: np.random.Generator) -> np.ndarray:
    """Rotation vectors (T, 55, 3) of a signer."""
    moments = np.arange(frames) / fps
    stops = _stops(rest, moments[-1], rng)
    pose = np.zeros((frames, joints.COUNT, 3))
    for side in SIDES:
        late = moments + rng.normal(0, 0.02)
        arm = _along(late, stops, [stop.sides[side].arm for stop in stops], rng)
        pose[:, _ARM[side]] = arm_pose(rest, side, arm)
        pose[:, _HAND[side]] = _between(late, stops, [stop.sides[side].hand for stop in stops], 0.75)
    turned = ("spine1", "spine2", "spine3", "neck", "head", "pelvis")
    for name, size in zip(turned, (2.5, 2.5, 2.5, 4.0, 5.0, 1.5), strict=True):
        turns = [rng.normal(0, np.radians(size), (1, 3)) for _ in stops]
        pose[:, [joints.INDEX[name]]] = _between(moments, stops, turns, 1.0)
    pose += _small_movements(stops, moments, rng)
    for joint in (*range(22), *range(25, 55)):
        pose[:, joint] += np.stack([_drift(frames, fps, 1.0, np.radians(1.0), rng) for _ in range(3)], axis=1)
    return pose.astype(np.float32)


def _phases(moments: np.ndarray, stops: list[_Stop], share: float) -> list[tuple[np.ndarray, np.ndarray]]:
    """For every way, whether it has begun (T,) and its minimum-jerk progress (T,) in `share` of its time."""
    found = []
    for before, after in pairwise(stops):
        leave = before.time + before.hold
        phase = np.clip((moments - leave) / (share * (after.time - leave)), 0, 1)
        found.append((moments >= leave, phase**3 * (10 - 15 * phase + 6 * phase**2)))
    return found


def _along(
    moments: np.ndarray, stops: list[_Stop], arms: list[np.ndarray], rng: np.random.Generator
) -> np.ndarray:
    """Arms (T, 10) on slightly curved ways of the wrist."""
    result = np.repeat(arms[0][None], len(moments), axis=0)
    for (begun, eased), start, end in zip(_phases(moments, stops, 1.0), arms, arms[1:], strict=False):
        way = start + eased[:, None] * (end - start)
        length = np.linalg.norm(end[:3] - start[:3])
        bulge = length * np.array([rng.normal(0, 0.1), rng.normal(0, 0.1), abs(rng.normal(0.1, 0.1))])
        way[:, :3] += (4 * eased * (1 - eased))[:, None] * bulge
        result = np.where(begun[:, None], way, result)
    return result


def _between(moments: np.ndarray, stops: list[_Stop], turns: list[np.ndarray], share: float) -> np.ndarray:
    """Rotation vectors (T, J, 3) on the shortest ways between `turns`, (J, 3) each."""
    result = np.repeat(turns[0][None], len(moments), axis=0)
    for (begun, eased), *ends in zip(_phases(moments, stops, share), turns, turns[1:], strict=False):
        start, end = (rotations.axis_angle_to_quaternion(vectors)[None] for vectors in ends)
        way = rotations.quaternion_to_axis_angle(rotations.slerp(start, end, eased[:, None]))
        result = np.where(begun[:, None, None], way, result)
    return result


def _small_movements(stops: list[_Stop], moments: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Nods of the wrist, twists of the forearm or bending fingers about some of the key poses."""
    pose = np.zeros((len(moments), joints.COUNT, 3))
    for stop in stops[1:-1]:
        if rng.random() < 0.6:
            continue
        side = SIDES[int(rng.random() < 0.85)]
        joint = [joints.INDEX[f"{side}_{part}"] for part in ("wrist", "elbow", "index1")][rng.integers(3)]
        axis = rng.normal(0, 1, 3)
        size = np.radians(rng.uniform(6, 15))
        centre, spread = stop.time + stop.hold / 2, 0.14 + stop.hold / 3
        envelope = np.exp(-0.5 * ((moments - centre) / spread) ** 2)
        wave = np.sin(2 * np.pi * rng.uniform(1.5, 3.5) * (moments - centre))
        pose[:, joint] += size * (envelope * wave)[:, None] * axis / np.linalg.norm(axis)
    return pose
