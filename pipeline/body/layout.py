"""The SMPL-X file layout: checked array by array before anything is believed."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.body import shapes
from pipeline.body.shapes import Floats, Shapes
from pipeline.motion import joints
from pipeline.npz import ArrayFile

Array = NDArray[Any]

ADVICE = (
    "Signwright needs an SMPL-X model of 55 joints: download SMPLX_NEUTRAL.npz"
    " from smpl-x.is.tue.mpg.de (its licence applies)."
)
OTHER_MODELS = {24: "SMPL", 52: "SMPL-H", 16: "MANO", 5: "FLAME"}
"""Models of the same family by their number of joints."""

LANDMARKS = 51
"""The inner points of iBUG 300-W, 17 to 67."""

POSE_COLUMNS = (joints.COUNT - 1) * 9


def check_kind(file: ArrayFile) -> int:
    """Number of vertices. Raises BadInput unless the file is laid out as an SMPL-X body."""
    if "v_template" not in file.names:
        raise file.bad("holds a motion, not a body" if "poses" in file.names else "holds no body model")
    for name in ("f", "weights", "J_regressor", "kintree_table"):
        if name not in file.names:
            raise file.bad(f"is not SMPL-X: it has no array '{name}'")
    template, weights = file.shape("v_template"), file.shape("weights")
    if len(template) != 2 or template[0] == 0 or template[1] != 3 or len(weights) != 2:
        raise file.bad(f"has vertices of shape {template} and weights of shape {weights}")
    if file.shape("f")[:1] == (0,):
        raise file.bad("has no faces")
    if weights[1] != joints.COUNT:
        known = OTHER_MODELS.get(weights[1])
        what = f"a {known} model with" if known else "a model with"
        raise file.bad(f"is {what} {weights[1]} joints")
    return template[0]


def fitting(file: ArrayFile, name: str, *shape: int | None) -> Array:
    """An array of numbers of this shape; None stands for any length."""
    found = file.shape(name)
    if len(found) != len(shape) or any(
        want not in (None, size) for want, size in zip(shape, found, strict=True)
    ):
        wanted = " x ".join("any" if size is None else str(size) for size in shape)
        raise file.bad(f"has '{name}' of shape {found} instead of {wanted}")
    return file.numbers(name)


def indices(file: ArrayFile, name: str, limit: int, *shape: int | None) -> NDArray[np.int32]:
    """An array of whole numbers from 0 to below `limit`."""
    values = fitting(file, name, *shape)
    if values.dtype.kind not in "iu" or (values.size and not 0 <= values.min() <= values.max() < limit):
        raise file.bad(f"has numbers in '{name}' that point nowhere")
    return values.astype(np.int32)


def text(file: ArrayFile, name: str) -> tuple[str, ...]:
    """An array of words."""
    values = file.read(name)
    if values.dtype.kind != "U" or values.ndim != 1:
        raise file.bad(f"has something else than words in '{name}'")
    return tuple(str(word) for word in values)


def check_skeleton(file: ArrayFile) -> None:
    """Raise BadInput unless the joints hang together as SMPL-X's do."""
    parents = fitting(file, "kintree_table", 2, joints.COUNT)[0].astype(np.int64)
    if tuple(parents[1:]) != joints.PARENTS[1:]:
        raise file.bad("has a skeleton that is not SMPL-X's")


def influences(file: ArrayFile, vertices: int) -> tuple[NDArray[np.uint8], Floats]:
    """Joints (V, K) and weights (V, K) of every vertex, the strongest first, K the most any vertex has."""
    dense = fitting(file, "weights", vertices, joints.COUNT).astype(np.float32)
    if (dense < 0).any() or (np.abs(dense.sum(axis=1) - 1) > 1e-2).any():
        raise file.bad("has weights that are not shares of 1")
    most = int((dense > 0).sum(axis=1).max())
    strongest = np.argpartition(-dense, most - 1, axis=1)[:, :most]
    weights = np.take_along_axis(dense, strongest, axis=1)
    order = np.argsort(-weights, axis=1, kind="stable")
    return (
        np.take_along_axis(strongest, order, axis=1).astype(np.uint8),
        np.take_along_axis(weights, order, axis=1),
    )


def columns(count: int) -> tuple[slice, slice]:
    """Where shape and expression lie among `count` columns of 'shapedirs'.

    The full files have 300 and 100, the small ones 10 and 10, as the `smplx` package counts
    them; files with fewer columns have shape only.
    """
    shape, expression = (300, 100) if count >= 300 else (10, 10) if count >= 20 else (count, 0)
    return slice(0, shape), slice(shape, shape + expression)


def sparse(file: ArrayFile, kind: str, count: int, vertices: int) -> Shapes:
    """Blend shapes stored as the rows `kind`_index or `kind`_column, `kind`_vertex and `kind`_delta."""
    column = indices(file, f"{kind}_{'column' if kind == 'pose' else 'index'}", count, None)
    vertex = indices(file, f"{kind}_vertex", vertices, len(column))
    delta = fitting(file, f"{kind}_delta", len(column), 3).astype(np.float32)
    return Shapes(count, column, vertex, delta)


def pose_shapes(file: ArrayFile, vertices: int) -> Shapes:
    """The 486 pose correctives, driven by the rotation matrices of joints 1 to 54 less the identity."""
    if "pose_vertex" in file.names:
        return sparse(file, "pose", POSE_COLUMNS, vertices)
    return shapes.from_dense(fitting(file, "posedirs", vertices, 3, POSE_COLUMNS))


def face_shapes(file: ArrayFile, vertices: int, expression: Array) -> Shapes:
    """The 52 face units in the order of `joints.FACE_UNITS`; those the file has not move nothing.

    `expression` (V, 3, E) may hold them under their names; it is empty for sparse files.
    """
    found = shapes.none(len(joints.FACE_UNITS))
    if "unit_vertex" in file.names:
        names = text(file, "unit_names")
        found = sparse(file, "unit", len(names), vertices)
    elif "expression_names" in file.names:
        names = text(file, "expression_names")[: expression.shape[2]]
        found = shapes.from_dense(expression[..., : len(names)])
    else:
        return found
    place = np.array([joints.FACE_UNITS.index(n) if n in joints.FACE_UNITS else -1 for n in names], np.int32)
    column = place[found.column]
    known = column >= 0
    return Shapes(len(joints.FACE_UNITS), column[known], found.vertex[known], found.delta[known])


def landmarks(file: ArrayFile, faces: int) -> tuple[NDArray[np.int32], Floats]:
    """Triangles (51,) and shares of their corners (51, 3) of the face's inner points; empty without them."""
    if {"lmk_faces_idx", "lmk_bary_coords"} <= file.names and file.shape("lmk_faces_idx") == (LANDMARKS,):
        shares = fitting(file, "lmk_bary_coords", LANDMARKS, 3).astype(np.float32)
        return indices(file, "lmk_faces_idx", faces, LANDMARKS), shares
    return np.zeros(0, np.int32), np.zeros((0, 3), np.float32)


def hands_mean(file: ArrayFile) -> Floats | None:
    """The mean hand (30, 3) in radians, left then right; None when the file has none or a flat one."""
    if not {"hands_meanl", "hands_meanr"} <= file.names:
        return None
    both = [fitting(file, name, 45).reshape(15, 3) for name in ("hands_meanl", "hands_meanr")]
    mean = np.concatenate(both).astype(np.float32)
    return mean if mean.any() else None
