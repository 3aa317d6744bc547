"""A body that SMPL-X motions move: the shipped signers, or the user's own licensed file."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pipeline.body import layout, shapes
from pipeline.body.shapes import Floats, Indices, Shapes
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.npz import ArrayFile, opened

Bytes = NDArray[np.uint8]

NAMES_IN_FOLDERS = ("smplx/SMPLX_NEUTRAL.npz", "SMPLX_NEUTRAL.npz")


@dataclass(frozen=True, slots=True, eq=False)
class BodyModel:
    """V vertices hung on the 55 joints of `joints.NAMES`, in metres, in the T-pose, y up.

    The columns of `shape_dirs` and `expression_dirs` mean what SMPL-X's do only in a `native`
    body; the shipped signers have a shape space of their own, are driven by `face_units`, and
    ignore the shape and the expression coefficients of a motion. A native body has no face units.
    """

    name: str
    native: bool
    template: Floats  # (V, 3)
    faces: Indices  # (F, 3)
    rest_joints: NDArray[np.float64]  # (55, 3)
    joint_index: Bytes  # (V, K), the joints that move a vertex, the strongest first
    joint_weight: Floats  # (V, K), sum 1, 0 where a vertex has fewer
    shape_dirs: Floats  # (V, 3, B), metres at coefficient 1
    joint_dirs: NDArray[np.float64]  # (55, 3, B), what they do to the joints
    expression_dirs: Shapes  # E columns, 0 unless native
    face_units: Shapes  # 52 columns in the order of `joints.FACE_UNITS`
    face_joint_dirs: NDArray[np.float64]  # (55, 3, 52 + E), what units and expression do to the joints
    pose_dirs: Shapes  # 486 columns
    uv: Floats  # (W, 2)
    uv_faces: Indices  # (F, 3) into `uv`
    parts: Bytes  # (V,) into `part_names`
    face_parts: Bytes  # (F,) into `part_names`
    part_names: tuple[str, ...]
    beta_names: tuple[str, ...]  # of the shape columns, empty unless they have names
    occlusion: Floats | None  # (V,) share of the sky a vertex sees, None when unknown
    texture: Path | None
    landmark_faces: Indices  # (51,) the triangles of `faces` that carry the inner points of iBUG, or none
    landmark_shares: Floats  # (51, 3), of their corners
    hands_mean: Floats | None  # (30, 3), the mean hand that motions of other tools may be relative to

    def influences(self, count: int) -> tuple[Bytes, Floats]:
        """The `count` strongest joints (V, count) of every vertex and their weights, which sum to 1."""
        index = np.zeros((len(self.template), count), np.uint8)
        weight = np.zeros((len(self.template), count), np.float32)
        kept = min(count, self.joint_index.shape[1])
        index[:, :kept], weight[:, :kept] = self.joint_index[:, :kept], self.joint_weight[:, :kept]
        return index, weight / weight.sum(axis=1, keepdims=True)

    def shaped(self, betas: ArrayLike) -> "BodyModel":
        """The body with another rest shape: coefficients (n,) of its first shape columns.

        Coefficients beyond the body's columns are ignored.
        """
        columns = self.shape_dirs.shape[2]
        used = np.asarray(betas, np.float32)[:columns]
        return replace(
            self,
            template=self.template + self.shape_dirs[..., : len(used)] @ used,
            rest_joints=self.rest_joints + self.joint_dirs[..., : len(used)] @ used,
        )

    def in_shape_of(self, motion: Motion) -> "BodyModel":
        """The body with the rest shape that a motion names: only a native one takes it."""
        return self.shaped(motion.shape) if self.native else self


def load_body(path: str | Path) -> BodyModel:
    """The body in an SMPL-X npz file, or in a folder that holds SMPLX_NEUTRAL.npz or smplx/SMPLX_NEUTRAL.npz.

    Files with 400, 20 or fewer shape columns, single or double precision, and with or without
    texture coordinates are understood; pickled objects in them are never read. Raises BadInput
    that says what else the file is.
    """
    path = _file(Path(path).expanduser())
    with opened(path, layout.ADVICE) as file:
        vertices = layout.check_kind(file)
        layout.check_skeleton(file)
        return _read(file, path, vertices)


def _file(path: Path) -> Path:
    if path.is_dir():
        for name in NAMES_IN_FOLDERS:
            if (path / name).is_file():
                return path / name
        raise BadInput(f"The folder {path} holds no SMPLX_NEUTRAL.npz. {layout.ADVICE}")
    if path.suffix.lower() == ".pkl":
        raise BadInput(f"{path} is a pickle, which may run anything when it is opened. {layout.ADVICE}")
    return path


def _read(file: ArrayFile, path: Path, vertices: int) -> BodyModel:
    template = layout.fitting(file, "v_template", vertices, 3).astype(np.float32)
    faces = layout.indices(file, "f", vertices, None, 3)
    shape_dirs, expression = _shape_and_expression(file, vertices)
    units = layout.face_shapes(file, vertices, expression)
    native = not len(units.vertex) and "beta_names" not in file.names
    expression_dirs = shapes.from_dense(expression) if native else shapes.none(0)
    regressor = layout.fitting(file, "J_regressor", joints.COUNT, vertices).astype(np.float64)
    joint_index, joint_weight = layout.influences(file, vertices)
    landmark_faces, landmark_shares = layout.landmarks(file, len(faces))
    return BodyModel(
        name=path.stem,
        native=native,
        template=template,
        faces=faces,
        rest_joints=regressor @ template,
        joint_index=joint_index,
        joint_weight=joint_weight,
        shape_dirs=shape_dirs,
        joint_dirs=np.tensordot(regressor, shape_dirs, 1),
        expression_dirs=expression_dirs,
        face_units=units,
        face_joint_dirs=shapes.join([units, expression_dirs]).regress(regressor),
        pose_dirs=layout.pose_shapes(file, vertices),
        beta_names=layout.text(file, "beta_names") if "beta_names" in file.names else (),
        landmark_faces=landmark_faces,
        landmark_shares=landmark_shares,
        hands_mean=layout.hands_mean(file),
        **_looks(file, path, vertices, faces),
    )


def _shape_and_expression(file: ArrayFile, vertices: int) -> tuple[Floats, NDArray[np.floating]]:
    if {"shape_dirs", "unit_vertex"} <= file.names:
        shape_dirs = layout.fitting(file, "shape_dirs", vertices, 3, None)
        return shape_dirs.astype(np.float32), np.zeros((vertices, 3, 0), np.float32)
    dense = layout.fitting(file, "shapedirs", vertices, 3, None)
    shape, expression = layout.columns(dense.shape[2])
    if "beta_names" in file.names:
        shape = slice(0, len(layout.text(file, "beta_names")))
    return dense[..., shape].astype(np.float32), dense[..., expression]


def _looks(file: ArrayFile, path: Path, vertices: int, faces: Indices) -> dict[str, Any]:
    """Texture coordinates, parts, occlusion and texture; a file without them has one part, skin."""
    looks: dict[str, Any] = {
        "uv": np.zeros((1, 2), np.float32),
        "uv_faces": np.zeros_like(faces),
        "parts": np.zeros(vertices, np.uint8),
        "part_names": ("skin",),
        "occlusion": None,
    }
    if {"vt", "ft"} <= file.names:
        looks["uv"] = layout.fitting(file, "vt", None, 2).astype(np.float32)
        looks["uv_faces"] = layout.indices(file, "ft", len(looks["uv"]), len(faces), 3)
    if {"part", "part_names"} <= file.names:
        looks["part_names"] = layout.text(file, "part_names")
        looks["parts"] = layout.indices(file, "part", len(looks["part_names"]), vertices).astype(np.uint8)
    looks["face_parts"] = looks["parts"][faces[:, 0]]
    if {"face_part", "part_names"} <= file.names:
        face_parts = layout.indices(file, "face_part", len(looks["part_names"]), len(faces))
        looks["face_parts"] = face_parts.astype(np.uint8)
    if "ao" in file.names:
        looks["occlusion"] = layout.fitting(file, "ao", vertices).astype(np.float32) / np.float32(255)
    picture = path.with_suffix(".png")
    looks["texture"] = picture if len(looks["uv"]) > 1 and picture.is_file() else None
    return looks
