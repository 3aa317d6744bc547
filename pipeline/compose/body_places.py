"""Where the places on head and trunk are: rays through a body's landmarks, against its own surface."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.landmarks import Landmarks
from pipeline.compose.places import PAIRED, Place, Side
from pipeline.motion import joints

Array = NDArray[np.float64]
Ray = tuple[Array, Array, tuple[int, ...]]
"""Towards which point, in which direction (3,), and the joints that may carry the skin it meets."""

_FRONT, _BACK, _UP, _DOWN = (
    np.array(direction, float) for direction in ((0, 0, -1), (0, 0, 1), (0, 1, 0), (0, -1, 0))
)
_SIDEWAYS = {
    Place.FOREHEAD: 0.032, Place.MOUTH: 0.022, Place.UPPER_LIP: 0.02, Place.CHIN: 0.022, Place.NECK: 0.035,
    Place.CHEST: 0.085, Place.BELLY: 0.085, Place.FACE: 0.05, Place.NOSE: 0.014, Place.UNDER_CHIN: 0.025,
    Place.HEAD_TOP: 0.05, Place.HEAD_BACK: 0.05, Place.NAPE: 0.03, Place.HEART: 0.02, Place.TEETH: 0.015,
    Place.TONGUE: 0.01,
}  # fmt: skip
"""How far left and right of the middle such a place is, metres."""


@cache
def _carriers() -> dict[str, tuple[int, ...]]:
    head = ("head", "jaw", "neck", "left_eye_smplhf", "right_eye_smplhf")
    trunk = (
        "pelvis", "spine1", "spine2", "spine3", "neck", "left_collar", "right_collar", "left_shoulder",
        "right_shoulder", "left_hip", "right_hip",
    )  # fmt: skip
    legs = ("pelvis", "left_hip", "right_hip", "spine1")
    return {
        name: tuple(joints.INDEX[joint] for joint in members)
        for name, members in (("head", head), ("trunk", trunk), ("legs", legs))
    }


def body_ray(marks: Landmarks, place: Place, side: Side | None, acting: float) -> Ray:
    """The ray that finds a place of head or trunk; `acting` is +1 for a left hand, -1 for a right one."""
    towards, direction, where = _rays(marks)[place]
    sign = {None: acting, Side.LEFT: 1.0, Side.FAR_LEFT: 1.0, Side.RIGHT: -1.0, Side.FAR_RIGHT: -1.0}.get(
        side, 0.0
    )
    towards, direction = towards.copy(), direction.copy()
    if place in PAIRED:
        towards[0] *= sign or acting
        direction[0] *= sign or acting
    elif side not in (None, Side.CENTER):
        towards[0] += sign * _SIDEWAYS.get(place, 0.03)
    return towards, direction, _carriers()[where]


def _rays(m: Landmarks) -> dict[Place, tuple[Array, Array, str]]:
    """Rays of all places, those that exist twice on the left."""
    x, y, z = m.eyes
    inwards = np.array([-1.0, 0.0, 0.0])
    aslant = np.array([-0.55, 0.0, -0.83])
    far = m.shoulders

    def at(*place: float) -> Array:
        return np.array(place)

    rays: dict[Place, tuple[Array, Array, str]] = {
        Place.HEAD_TOP: (at(x, m.crown, z - 0.07), _DOWN, "head"),
        Place.HEAD: (at(0, y + 1.0 * m.eye, z - 0.08), inwards, "head"),
        Place.HEAD_BACK: (at(x, y + 0.02, z), _BACK, "head"),
        Place.FACE: (at(x, m.nose, z), _FRONT, "head"),
        Place.FOREHEAD: (at(x, y + 1.25 * m.eye, z), _FRONT, "head"),
        Place.TEMPLE: (at(1.5 * m.eye, y + 0.6 * m.eye, z - 0.02), aslant * (1.6, 1, 0.6), "head"),
        Place.BROW: (at(m.eye, y + 0.65 * m.eye, z), _FRONT, "head"),
        Place.EYE: (at(m.eye, y, z), _FRONT, "head"),
        Place.NOSE: (at(x, m.nose, z), _FRONT, "head"),
        Place.NOSTRIL: (at(0.012, m.nose - 0.012, z), _FRONT, "head"),
        Place.CHEEK: (at(1.35 * m.eye, m.nose - 0.008, z - 0.02), aslant, "head"),
        Place.EAR: (m.ear, inwards, "head"),
        Place.EARLOBE: (m.lobe, inwards, "head"),
        Place.UPPER_LIP: (at(x, m.mouth + 0.010, z), _FRONT, "head"),
        Place.MOUTH: (at(x, m.mouth, z), _FRONT, "head"),
        Place.TEETH: (at(x, m.mouth, z), _FRONT, "head"),
        Place.TONGUE: (at(x, m.mouth, z), _FRONT, "head"),
        Place.CHIN: (at(x, m.chin + 0.010, z), _FRONT, "head"),
        Place.UNDER_CHIN: (at(x, m.chin, m.chin_front - 0.022), _UP, "head"),
        Place.JAW: (at(0, m.chin + 0.035, z - 0.055), inwards, "head"),
        Place.NECK: (at(x, m.chin - 0.055, 0), _FRONT, "head"),
        Place.NAPE: (at(x, m.chin - 0.01, 0), _BACK, "head"),
    }
    trunk: dict[Place, tuple[Array, Array, str]] = {
        Place.SHOULDER_TOP: (at(m.shoulder * 0.85, far, -0.02), _DOWN, "trunk"),
        Place.SHOULDER: (at(m.shoulder * 0.95, far - 0.01, 0), _FRONT, "trunk"),
        Place.COLLARBONE: (at(m.shoulder * 0.5, far + 0.005, 0), _FRONT, "trunk"),
        Place.CHEST: (at(0, far - 0.115, 0), _FRONT, "trunk"),
        Place.HEART: (at(0.075, far - 0.105, 0), _FRONT, "trunk"),
        Place.ARMPIT: (at(m.shoulder, far - 0.13, -0.02), inwards, "trunk"),
        Place.RIBS: (at(0, far - 0.22, 0), inwards, "trunk"),
        Place.BELLY: (at(0, m.pelvis + 0.14, 0), _FRONT, "trunk"),
        Place.WAIST: (at(0, m.pelvis + 0.10, 0), _FRONT, "trunk"),
        Place.HIP: (at(0, m.pelvis + 0.01, 0), inwards, "legs"),
        Place.THIGH: (at(0.09, m.pelvis - 0.22, 0), _FRONT, "legs"),
    }
    return rays | trunk
