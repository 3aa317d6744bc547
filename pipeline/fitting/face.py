"""What a signer's face does, as face units, from the 51 inner points of brows, nose, eyes and mouth.

Every frame is laid over the avatar's own landmarks by the points that hardly move (nose and corners of the
eyes); what is left against the clip's usual face is a sum of what the units do to the landmarks.
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
    flat = rest[:, :2] - rest[list(STEADY), :2].mean(axis=0)
    placed = np.stack([_laid(points * [1, -1], flat) for points in part.points[seen].astype(np.float64)])
    missed = _steadied((placed - np.median(placed, axis=0)).reshape(len(placed), -1), seen, clip.fps)
    told = [index for index, name in enumerate(joints.FACE_UNITS) if not name.startswith(HIDDEN)]
    system = moves[told, :, :2].reshape(len(told), -1).T
    system = np.vstack([system, STIFFNESS * np.eye(len(told))])
    units = np.zeros((clip.frames, len(joints.FACE_UNITS)), np.float32)
    for frame, rows in enumerate(missed):
        units[frame, told] = np.minimum(nnls(system, np.append(rows, np.zeros(len(told))))[0], 1)
    return units


def _steadied(values: Array, seen: NDArray[np.bool_], fps: float) -> Array:
    """Values of the seen frames (S, N) for all frames (T, N), smoothed; before the units, which only grow."""
    moments = np.arange(len(seen))
    filled = np.column_stack([np.interp(moments, moments[seen], column) for column in values.T])
    return np.asarray(gaussian_filter1d(filled, STEADINESS * fps, axis=0, mode="nearest"))


def _laid(points: Array, onto: Array) -> Array:
    """Points (51, 2) turned, scaled and moved so that the steady ones lie on those of `onto`."""
    chosen = list(STEADY)
    middle = points[chosen].mean(axis=0)
    own = (points - middle) @ [1, 1j]
    theirs = onto @ [1, 1j]
    factor = (np.conj(own[chosen]) @ theirs[chosen]) / max(float((np.abs(own[chosen]) ** 2).sum()), 1e-12)
    laid = own * factor
    return np.stack([laid.real, laid.imag], axis=1)
