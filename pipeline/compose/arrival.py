"""A hand that has arrived somewhere, what it touches there, and the body around it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import posture
from pipeline.compose.figure import Figure, Grasp
from pipeline.compose.orientation import rest_frame
from pipeline.compose.surface import Spot
from pipeline.motion import joints

Array = NDArray[np.float64]
MIDDLE = 0.085
"""Metres from the wrist towards the knuckles of the middle of a hand, which moves along paths."""


@dataclass(frozen=True, slots=True, eq=False)
class Contact:
    """Two points of the skin that should be `apart` (3,) from each other, the second from the first."""

    hand: Spot  # of the hand of `side`
    place: Spot
    apart: Array
    side: str
    shared: bool  # both hands move until they meet


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """A hand at a goal."""

    wrist: Array  # (3,)
    turn: Array  # (3, 3), global
    grasp: Grasp
    contact: Contact | None = None
    point: Array | None = None  # (3,), the part of the hand in contact, in the wrist's frame

    def middle(self, side: str) -> Array:
        """The middle of the hand (3,)."""
        place: Array = self.wrist + self.turn @ middle_of(side)
        return place


def middle_of(side: str) -> Array:
    """The middle of a hand in the wrist's frame (3,)."""
    middle: Array = MIDDLE * rest_frame(side)[:, 0] + 0.012 * rest_frame(side)[:, 1]
    return middle


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The body at the moment of a goal, but for its arms."""

    figure: Figure
    transforms: Array  # (55, 3, 4), skinning transforms
    space: Array  # (3, 4), what carries the space in front: the chest, but not where it gives way

    def shoulder(self, side: str, wrists: Array) -> Array:
        """Where the shoulder is for wrists (N, 3)."""
        arm = self.figure.arms[side]
        collar = arm.joints[0]
        parent = self.transforms[joints.INDEX["spine3"]]
        root = parent[:, :3] @ self.figure.rest_joints[collar] + parent[:, 3]
        count = len(wrists)
        chest, roots = np.tile(parent[:, :3], (count, 1, 1)), np.tile(root, (count, 1))
        return posture.collars(arm, chest, roots, wrists, np.zeros(count))[1]
