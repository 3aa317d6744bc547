"""What a signer's face does, as face units, from the 51 inner points of brows, nose, eyes and mouth.

The points that hardly move (nose and corners of the eyes) tell how the head is turned. Every frame is laid
over the avatar's own landmarks, turned alike; what is left against the clip's usual face is a sum of what the
units do to the landmarks, seen from there.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d
from scipy.optimize import nnls

from pipeline.body import layout
from pipeline.body.model import BodyModel
from pipeline.body.signers import FOLDER
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert
from pipeline.keypoints.names import FACE
from pipeline.motion import joints
from pipeline.npz import opened

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
STEADINESS = 0.04
"""Seconds: standard deviation of the smoothing over time."""
TURNING = 0.06
"""The same of the direction that the head is seen from."""


@lru_cache(maxsize=2)
def landmarks(body: BodyModel) -> tuple[Array, Array]:
    """The avatar's inner landmarks (51, 3) at rest and what units do to them (52, 51, 3), metres."""
    with opened(FOLDER / f"{body.name}.npz", layout.ADVICE) as file:
        faces, shares = file.numbers("lmk_faces_idx"), file.numbers("lmk_bary_coords").astype(np.float64)
    corners = body.faces[faces]
    moved = np.zeros((len(joints.FACE_UNITS), len(body.template), 3))
    moved[body.face_units.column, body.face_units.vertex] = body.face_units.delta
    rest = np.einsum("lc,lcx->lx", shares, body.template[corners].astype(np.float64))
    return rest, np.einsum("lc,ulcx->ulx", shares, moved[:, corners])


def fit_face(clip: Keypoints, body: BodyModel) -> NDArray[np.float32]:
    """Face units (T, 52), 0 to 1; zero for a body without units and a clip without a face.

    Frames in which the face is lost go straight from those before to those after.
    """
    nothing = np.zeros((clip.frames, len(joints.FACE_UNITS)), np.float32)
    if body.native or not len(body.face_units.vertex) or not (FOLDER / f"{body.name}.npz").is_file():
        return nothing
    part = convert(clip, INNER)
    seen: NDArray[np.bool_] = np.asarray((part.confidence > 0).all(axis=1))
    if seen.sum() < 3:
        return nothing
    rest, moves = landmarks(body)
    rest = rest - rest[list(STEADY)].mean(axis=0)
    pictures = part.points[seen].astype(np.float64) * [1, -1]
    turned = _turned(
        _steadied(np.stack([_seen_from(points, rest) for points in pictures]), seen, TURNING * clip.fps)
    )
    flat = np.einsum("tij,lj->tli", turned, rest)
    missed = np.stack([_laid(*pair) - pair[1] for pair in zip(pictures, flat[seen], strict=True)])
    missed = _steadied(
        (missed - np.median(missed, axis=0)).reshape(len(missed), -1), seen, STEADINESS * clip.fps
    )
    told = [index for index, name in enumerate(joints.FACE_UNITS) if not name.startswith(HIDDEN)]
    stiff = STIFFNESS * np.eye(len(told))
    units = nothing
    for frame, rows in enumerate(missed):
        system = (moves[told] @ turned[frame].T).reshape(len(told), -1).T
        found = nnls(np.vstack([system, stiff]), np.append(rows, np.zeros(len(told))))[0]
        units[frame, told] = np.minimum(found, 1)
    return units


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
