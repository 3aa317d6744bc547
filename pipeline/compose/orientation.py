"""How a hand is turned: from the directions of palm and fingers, or as the arm likes it best."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.hand_places import hand_axes
from pipeline.compose.places import HandPart

Array = NDArray[np.float64]

_TOWARDS_LITTLE = np.radians(4.0)
"""How far the middle of the four fingers points to the little finger's side of the rest pose's x-axis."""

FACES: dict[HandPart, tuple[float, float, float]] = {
    HandPart.FINGERTIPS: (1, 0, 0), HandPart.THUMB_TIP: (0.3, 0, 1), HandPart.INDEX_TIP: (1, 0, 0),
    HandPart.MIDDLE_TIP: (1, 0, 0), HandPart.RING_TIP: (1, 0, 0), HandPart.PINKY_TIP: (1, 0, 0),
    HandPart.THUMB_PAD: (0.4, 0.5, 0.4), HandPart.INDEX_PAD: (0.5, 1, 0), HandPart.FINGER_PADS: (0.2, 1, 0),
    HandPart.FINGER_BACKS: (0, -1, 0), HandPart.THUMB_SIDE: (0, 0, 1), HandPart.INDEX_SIDE: (0, 0, 1),
    HandPart.MIDDLE_JOINTS: (0.6, -1, 0), HandPart.KNUCKLES: (0.6, -1, 0), HandPart.PALM: (0, 1, 0),
    HandPart.BACK: (0, -1, 0), HandPart.RADIAL: (0, 0, 1), HandPart.ULNAR: (0, 0, -1),
    HandPart.HEEL: (-0.2, 1, 0), HandPart.WRIST: (0, 1, 0), HandPart.WRIST_BACK: (0, -1, 0),
    HandPart.FOREARM: (0, 1, 0), HandPart.ELBOW: (-1, 0, 0),
}  # fmt: skip
"""Where the parts of a hand face: along the fingers, out of the palm, towards the thumb."""


def rest_frame(side: str) -> Array:
    """Columns (3, 3): directions of fingers, palm and thumb in the rest pose."""
    fingers, palm, thumb = hand_axes(side)
    turned = fingers * np.cos(_TOWARDS_LITTLE) - thumb * np.sin(_TOWARDS_LITTLE)
    return np.stack(
        [turned, palm, thumb * np.cos(_TOWARDS_LITTLE) + fingers * np.sin(_TOWARDS_LITTLE)], axis=1
    )


def turns_of(side: str, fingers: Array, palm: Array) -> Array:
    """Global rotations (N, 3, 3) of hands whose fingers point and palms face in directions (N, 3)."""
    thumb = np.cross(fingers, palm) * (-1.0 if side == "left" else 1.0)
    result: Array = np.stack([fingers, palm, thumb], axis=-1) @ rest_frame(side).T
    return result


def possible_turns(side: str, fingers: Array | None, palm: Array | None) -> Array:
    """All turns (N, 3, 3) of a hand that agree with what is known; one where both are."""
    if fingers is not None and palm is not None:
        across = palm - fingers * (palm @ fingers)
        if np.linalg.norm(across) > 0.2:
            across = across / np.linalg.norm(across)
            return turns_of(side, fingers[None], across[None])
        palm = None
    if fingers is not None:
        return turns_of(side, np.tile(fingers, (36, 1)), _around(fingers, 36))
    if palm is not None:
        return turns_of(side, _around(palm, 36), np.tile(palm, (36, 1)))
    every = _everywhere()
    return np.concatenate([turns_of(side, np.tile(point, (16, 1)), _around(point, 16)) for point in every])


def _around(axis: Array, count: int) -> Array:
    """Directions (count, 3) across an axis."""
    helper = np.eye(3)[int(np.argmin(np.abs(axis)))]
    first = np.cross(axis, helper)
    first /= np.linalg.norm(first)
    second = np.cross(axis, first)
    angles = np.arange(count) * 2 * np.pi / count
    return np.outer(np.cos(angles), first) + np.outer(np.sin(angles), second)


def _everywhere() -> Array:
    """26 directions (26, 3)."""
    grid = np.array(
        [(x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1) if (x, y, z) != (0, 0, 0)]
    )
    directions: Array = grid / np.linalg.norm(grid, axis=1, keepdims=True)
    return directions
