"""What a signer's face does, as face units, from the 51 inner points of brows, nose, eyes and mouth.

The points that hardly move (nose and corners of the eyes) tell how the head is turned. Every frame is laid
over the avatar's own landmarks, turned alike; what is left against the clip's usual face is a sum of what the
units do to the landmarks, seen from there.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d
from scipy.optimize import nnls

from pipeline.body.model import BodyModel
from pipeline.body.skinning import JAW_OPEN, WIDEST_JAW
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert
from pipeline.keypoints.names import FACE
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix

Array = NDArray[np.float64]

INNER = FACE[17:]
STEADY = tuple(INNER.index(f"face_{index:02}") for index in (*range(27, 36), 36, 39, 42, 45))
"""The points that hardly move: nose and corners of the eyes."""
HIDDEN = (
    "tongueOut", "cheekPuff", "jawForward", "eyeLook", "cheekSquint", "noseSneer", "mouthRoll", "mouthShrug",
)  # fmt: skip
"""Units that the points tell nothing of."""
STIFFNESS = 0.002
"""Metres of all landmarks' movement that a whole unit has to be worth."""
EXPRESSIONS, MOST = 10, 3.0
"""Coefficients of a native body that points can tell, and how large they get."""
STEADINESS = 0.04
"""Seconds: standard deviation of the smoothing over time."""
TURNING = 0.06
"""The same of the direction that the head is seen from."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """What a face does in T frames."""

    units: NDArray[np.float32]  # (T, 52), 0 to 1, of `joints.FACE_UNITS`; for a native body jawOpen alone
    expression: NDArray[np.float32]  # (T, E) coefficients of a native body, else no columns


@lru_cache(maxsize=2)
def landmarks(body: BodyModel) -> tuple[Array, Array]:
    """The body's inner landmarks (51, 3) at rest and what its C movements do to them (C, 51, 3), metres.

    Movements are the 52 units; for a native body the turn of the jaw by `WIDEST_JAW`, then its first
    `EXPRESSIONS` coefficients.
    """
    corners, shares = body.faces[body.landmark_faces], body.landmark_shares.astype(np.float64)
    shapes = body.expression_dirs if body.native else body.face_units
    count = min(shapes.columns, EXPRESSIONS) if body.native else shapes.columns
    moved = np.zeros((count, len(body.template), 3))
    own = shapes.column < count
    moved[shapes.column[own], shapes.vertex[own]] = shapes.delta[own]
    if body.native:
        moved = np.concatenate([_jaw(body)[None], moved])
    rest = np.einsum("lc,lcx->lx", shares, body.template[corners].astype(np.float64))
    return rest, np.einsum("lc,ulcx->ulx", shares, moved[:, corners])


def _jaw(body: BodyModel) -> Array:
    """How vertices (V, 3) move when the jaw opens as wide as it goes."""
    weight = (body.joint_weight * (body.joint_index == joints.JAW)).sum(axis=1)
    about = body.template - body.rest_joints[joints.JAW]
    turn = axis_angle_to_matrix(np.array([float(WIDEST_JAW), 0.0, 0.0]))
    return np.asarray(weight[:, None] * (about @ turn.T - about), np.float64)


def fit_face(clip: Keypoints, body: BodyModel) -> Face:
    """What the points of a clip show of the face; nothing for a clip or a body without its points.

    Frames in which the face is lost go straight from those before to those after.
    """
    units = np.zeros((clip.frames, len(joints.FACE_UNITS)), np.float32)
    columns = min(body.expression_dirs.columns, EXPRESSIONS) if body.native else 0
    expression = np.zeros((clip.frames, columns), np.float32)
    part = convert(clip, INNER)
    seen: NDArray[np.bool_] = np.asarray((part.confidence > 0).all(axis=1))
    if seen.sum() < 3 or not len(body.landmark_faces) or not (body.native or len(body.face_units.vertex)):
        return Face(units, expression)
    missed, turned = _missed(part, seen, landmarks(body)[0])
    moves = landmarks(body)[1]
    if body.native:
        found = _told(missed, turned, np.concatenate([moves, -moves[1:]]))
        units[:, JAW_OPEN] = np.minimum(found[:, 0], 1)
        expression[:] = np.clip(found[:, 1 : columns + 1] - found[:, columns + 1 :], -MOST, MOST)
        return Face(units, expression)
    told = [index for index, name in enumerate(joints.FACE_UNITS) if not name.startswith(HIDDEN)]
    units[:, told] = np.minimum(_told(missed, turned, moves[told]), 1)
    return Face(units, expression)


def _missed(part: Keypoints, seen: NDArray[np.bool_], rest: Array) -> tuple[Array, Array]:
    """How the landmarks differ from the clip's usual face (T, 102), and the camera's two rows (T, 2, 3)."""
    rest = rest - rest[list(STEADY)].mean(axis=0)
    pictures = part.points[seen].astype(np.float64) * [1, -1]
    directions = np.stack([_seen_from(points, rest) for points in pictures])
    turned = _turned(_steadied(directions, seen, TURNING * part.fps))
    flat = np.einsum("tij,lj->tli", turned, rest)
    missed = np.stack([_laid(*pair) - pair[1] for pair in zip(pictures, flat[seen], strict=True)])
    usual = (missed - np.median(missed, axis=0)).reshape(len(missed), -1)
    return _steadied(usual, seen, STEADINESS * part.fps), turned


def _told(missed: Array, turned: Array, moves: Array) -> NDArray[np.float32]:
    """How much of each of C movements (C, 51, 3), none below 0, makes what is missed: (T, C)."""
    stiff, none = STIFFNESS * np.eye(len(moves)), np.zeros(len(moves))
    found = []
    for camera, rows in zip(turned, missed, strict=True):
        system = (moves @ camera.T).reshape(len(moves), -1).T
        found.append(nnls(np.vstack([system, stiff]), np.append(rows, none))[0])
    return np.asarray(found, np.float32)


def _seen_from(points: Array, rest: Array) -> Array:
    """The direction (3,) in the head's frame that points (51, 2) are seen from, without perspective."""
    chosen = list(STEADY)
    image = np.linalg.lstsq(rest[chosen], points[chosen] - points[chosen].mean(axis=0), rcond=None)[0].T
    left, _, right = np.linalg.svd(image, full_matrices=False)
    across, up = left @ right
    return np.cross(across, up)


def _turned(directions: Array) -> Array:
    """The first two rows (T, 2, 3) of the smallest rotations that turn directions (T, 3) to the camera."""
    x, y, z = (directions / np.linalg.norm(directions, axis=1, keepdims=True)).T
    share = 1 / np.maximum(1 + z, 1e-6)
    rows = [[1 - x * x * share, -x * y * share, -x], [-x * y * share, 1 - y * y * share, -y]]
    return np.moveaxis(np.array(rows), -1, 0)


def _steadied(values: Array, seen: NDArray[np.bool_], frames: float) -> Array:
    """Values of the seen frames (S, N) for all frames (T, N), smoothed; before the units, which only grow."""
    moments = np.arange(len(seen))
    filled = np.column_stack([np.interp(moments, moments[seen], column) for column in values.T])
    return np.asarray(gaussian_filter1d(filled, frames, axis=0, mode="nearest"))


def _laid(points: Array, onto: Array) -> Array:
    """Points (51, 2) turned, scaled and moved so that the steady ones lie on those of `onto`."""
    chosen = list(STEADY)
    middle = points[chosen].mean(axis=0)
    own = (points - middle) @ [1, 1j]
    theirs = onto @ [1, 1j]
    factor = (np.conj(own[chosen]) @ theirs[chosen]) / max(float((np.abs(own[chosen]) ** 2).sum()), 1e-12)
    laid = own * factor
    return np.stack([laid.real, laid.imag], axis=1)
