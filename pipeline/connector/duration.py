"""How long the way from one sign to the next takes: from how far and how the hands travel.

Reaching movements are close to minimum jerk, whose peak velocity is 1.875 d / T and whose peak
acceleration is 5.77 d / T^2 for a distance d in the time T (Flash and Hogan 1985). The way takes as
long as the slowest of its parts needs to stay below a peak velocity and a peak acceleration. Short
ways thus take a time that grows with the square root of the distance, long ones with the distance.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_transforms
from pipeline.connector.bridge import Edge, run_on
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Array

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]

SHORTEST, SHORTEST_SPELLED = 0.16, 0.12
LONGEST, LONGEST_SPELLED = 0.9, 0.25
"""Seconds; spelled is the way between two letters of a word."""

_PEAK, _PEAK_OF_ACCELERATION = 1.875, 5.77


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a part of the body moves at most, per second and per second squared."""

    velocity: float
    acceleration: float

    def seconds(self, distance: Numbers) -> Numbers:
        """How long it takes over a distance, from rest to rest."""
        by_velocity = _PEAK * distance / self.velocity
        result: Numbers = np.maximum(
            by_velocity, np.sqrt(_PEAK_OF_ACCELERATION * distance / self.acceleration)
        )
        return result


WRIST = Pace(1.6, 15.0)  # metres
FINGERTIP = Pace(2.2, 25.0)  # metres
PALM = Pace(10.0, 150.0)  # radians, in the world
FINGER = Pace(14.0, 250.0)  # radians, at one joint
TRUNK = Pace(4.0, 40.0)  # radians, at one joint of spine, neck or head
"""Chosen so that a hand crosses 30 cm in 0.35 s and comes up from the side in about 0.7 s, and a flat hand
closes in 0.2 s; not measured on signers."""

_WRISTS = [joints.LEFT_WRIST, joints.RIGHT_WRIST]
_TIPS = [index for index, name in enumerate(joints.NAMES) if name.endswith("3") and index >= 25]
_FINGERS = list(range(25, 55))
_TRUNK = [0, 3, 6, 9, 12, 15]
_FADE = 0.06
"""Seconds in which a sign's velocity is taken to die away."""


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Where N signs take the hands when their velocity dies away, in the world."""

    wrists: Floats  # (N, 2, 3)
    tips: Floats  # (N, 10, 3)
    palms: Floats  # (N, 2, 4)
    turns: Floats  # (N, 55, 4), relative to the parent

    def __getitem__(self, which: object) -> "Reach":
        """Some of them."""
        parts = (self.wrists, self.tips, self.palms, self.turns)
        return Reach(*(part[which] for part in parts))  # type: ignore[call-overload]


def reach(edges: Edge, rest_joints: Array, *, leaving: bool) -> Reach:
    """Where N signs end (`leaving`) or begin, for the body with these rest joints (55, 3)."""
    late = np.full(len(edges.turns), 10.0 if leaving else -10.0)
    turns, values = run_on(edges, late, np.full(len(edges.turns), _FADE))
    places = joint_transforms(rest_joints, rotations.log(turns), values[:, :3])
    positions = places[..., 3]
    return Reach(
        wrists=positions[:, _WRISTS],
        tips=positions[:, _TIPS],
        palms=rotations.matrix_to_quaternion(places[:, _WRISTS, :, :3]),
        turns=turns,
    )


def propose(before: Reach, after: Reach, spelled: NDArray[np.bool_]) -> Numbers:
    """Seconds (N,) for the ways from `before` to `after`; `spelled` (N,) where both are letters of a word."""
    turned = rotations.angle_between(before.turns, after.turns)
    needed = [
        WRIST.seconds(_farthest(after.wrists - before.wrists)),
        FINGERTIP.seconds(_farthest(after.tips - before.tips)),
        PALM.seconds(rotations.angle_between(before.palms, after.palms).max(axis=1)),
        FINGER.seconds(turned[:, _FINGERS].max(axis=1)),
        TRUNK.seconds(turned[:, _TRUNK].max(axis=1)),
    ]
    shortest = np.where(spelled, SHORTEST_SPELLED, SHORTEST)
    longest = np.where(spelled, LONGEST_SPELLED, LONGEST)
    result: Numbers = np.clip(np.max(needed, axis=0), shortest, longest)
    return result


def _farthest(vectors: Floats) -> Numbers:
    """The largest length (N,) among vectors (N, P, 3)."""
    lengths: Numbers = np.linalg.norm(vectors, axis=-1).max(axis=1).astype(np.float64)
    return lengths
