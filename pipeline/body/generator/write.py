"""A figure as a file: SMPL-X's layout for everybody, and sparse copies for the studio.

Programs that know the layout read the dense `shapedirs` (V, 3, 400) and `posedirs` (V, 3, 486). They
are nearly all zero, compress to little and are slow to unpack, so the studio reads these instead:

- `shape_dirs` (V, 3, 10), `beta_names`
- `unit_names` (52,), and rows `unit_index`, `unit_vertex`, `unit_delta` (N, 3)
- rows `pose_column` (of the 486), `pose_vertex`, `pose_delta` (N, 3)
- `vt`, `ft`, `part`, `face_part`, `part_names`, `ao`, `J`, `pose_A`, `gender`, `generator`
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.body.generator import expressions, hands, shapes
from pipeline.body.generator.figure import Figure
from pipeline.body.generator.interface import BETAS
from pipeline.body.generator.landmarks import Points
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.patch import PARTS
from pipeline.body.generator.shapes import Shapes
from pipeline.motion import joints

_COLUMNS = 400  # with fewer, the smplx package takes a file for the older one with 10 + 10 columns
_GRAIN = 2.0**-19  # metres; coarser numbers compress better, and 0.002 mm are not seen
_LEAST_UNIT = 2e-5
GENERATOR = (
    "Signwright's avatar generator, from MakeHuman and MPFB2 assets and the Face Units pack, all CC0 1.0; "
    "rest joints as published in Apache-2.0 source (HuggingFace LeRobot)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """All that goes into a file beside the figure itself."""

    gender: str
    regressor: Array  # (55, V)
    shapes: Shapes
    units: Array  # (52, V, 3)
    correctives: Array  # (V, 3, 486)
    landmarks: Points
    contour: Points
    occlusion: Array  # (V,)


def save(path: Path, figure: Figure, parts: Parts) -> None:
    """Write the file whole or not at all."""
    # Faint units go from the dense arrays too, so that both copies pose alike.
    faint = np.abs(parts.units).max(2, keepdims=True) <= _LEAST_UNIT
    parts = replace(parts, units=np.where(faint, 0, parts.units))
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        arrays: dict[str, Any] = {**_standard(figure, parts), **_studio(figure, parts)}
        np.savez_compressed(file, **arrays)
    os.replace(part, path)


def _grained(values: Array) -> Array:
    coarse: Array = np.round(values.astype(np.float32) / np.float32(_GRAIN)) * np.float32(_GRAIN)
    return coarse


def _standard(figure: Figure, parts: Parts) -> dict[str, Array]:
    """The keys that the SMPL-X layout names."""
    count = figure.surface.vertices
    directions = np.zeros((count, 3, _COLUMNS), np.float32)
    directions[:, :, : len(shapes.NAMES)] = parts.shapes.vertices
    columns = expressions.columns(parts.units)
    directions[:, :, BETAS : BETAS + len(columns)] = columns.transpose(1, 2, 0)
    left, right = hands.components()
    tree = np.stack([np.array(joints.PARENTS), np.arange(joints.COUNT)]).astype(np.int32)
    out = {
        "v_template": _grained(figure.rest),
        "f": figure.surface.faces.astype(np.int32),
        "weights": figure.weights.astype(np.float32),
        "J_regressor": parts.regressor.astype(np.float32),
        "kintree_table": tree,
        "shapedirs": _grained(directions),
        "posedirs": _grained(parts.correctives),
        "hands_componentsl": left.astype(np.float32),
        "hands_componentsr": right.astype(np.float32),
        "lmk_faces_idx": parts.landmarks.faces.astype(np.int32),
        "lmk_bary_coords": parts.landmarks.weights.astype(np.float32),
        "dynamic_lmk_faces_idx": parts.contour.faces.astype(np.int32),
        "dynamic_lmk_bary_coords": parts.contour.weights.astype(np.float32),
    }
    for side in "lr":
        out[f"hands_mean{side}"] = np.zeros(45, np.float32)
        out[f"hands_coeffs{side}"] = np.zeros((1, 45), np.float32)
    return out


def _studio(figure: Figure, parts: Parts) -> dict[str, Array]:
    surface = figure.surface
    unit, unit_vertex = np.nonzero(np.abs(parts.units).max(2) > 0)
    correctives = parts.correctives.transpose(2, 0, 1)
    column, vertex = np.nonzero(np.abs(correctives).max(2) > 0)
    return {
        "vt": surface.uv.astype(np.float32),
        "ft": surface.uv_faces.astype(np.int32),
        "part": surface.part,
        "face_part": surface.face_part,
        "part_names": np.array(PARTS),
        "beta_names": np.array(shapes.NAMES),
        "expression_names": np.array(expressions.NAMES),
        "unit_names": np.array(joints.FACE_UNITS),
        "J": figure.posture.rest.astype(np.float32),
        "pose_A": figure.posture.pose.astype(np.float32),
        "shape_dirs": _grained(parts.shapes.vertices),
        "unit_index": unit.astype(np.int16),
        "unit_vertex": unit_vertex.astype(np.int32),
        "unit_delta": _grained(parts.units[unit, unit_vertex]),
        "pose_column": column.astype(np.int16),
        "pose_vertex": vertex.astype(np.int32),
        "pose_delta": _grained(correctives[column, vertex]),
        "ao": np.round(parts.occlusion * 255).astype(np.uint8),
        "gender": np.array(parts.gender),
        "generator": np.array(GENERATOR),
    }
