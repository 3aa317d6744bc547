"""Pose correctives of the face: a sculpted jaw, and lids that follow the eyes."""

import numpy as np

from pipeline.body.generator.figure import Figure
from pipeline.body.generator.makehuman import Array
from pipeline.motion import joints
from pipeline.motion.joints import FACE_UNITS
from pipeline.motion.rotations import axis_angle_to_matrix

_JAW_MOST = 0.012
_LOOK = np.radians(20)  # of the eyes, at which the units for looking are at full strength
_SINE, _VERSINE = ((7, 5), (0.5, -0.5)), ((4, 8), (-0.5, -0.5))
"""Columns and signs of R - I that make sin and 1 - cos of a rotation about x."""
_SINE_Y, _VERSINE_Y = ((2, 6), (0.5, -0.5)), ((0, 8), (-0.5, -0.5))


def add(columns: Array, figure: Figure, unit_directions: Array) -> None:
    """Write the correctives of jaw and eyes into `columns` (V, 3, 486)."""
    _add_jaw(columns, figure, unit_directions[FACE_UNITS.index("jawOpen")])
    _add_lids(columns, figure, unit_directions)


def _write(
    columns: Array, joint: int, basis: tuple[tuple[int, int], tuple[float, float]], value: Array
) -> None:
    for column, sign in zip(*basis, strict=True):
        columns[:, :, (joint - 1) * 9 + column] += sign * value


def _add_jaw(columns: Array, figure: Figure, opened: Array) -> None:
    """Make a turned jaw look like the sculpted unit `opened` (V, 3).

    The jaw angle of the unit is the one at which the lower teeth agree. Its share grows with the angle
    up to there and stays, which sin and 1 - cos together can follow.
    """
    jaw, rest, place = joints.JAW, figure.rest, figure.posture.rest[joints.JAW]
    held = figure.weights[:, jaw]
    teeth = figure.surface.of_patch("helper-lower-teeth")
    angles = np.radians(np.arange(4, 40, 0.5))
    turns = axis_angle_to_matrix(angles[:, None] * np.array([1.0, 0, 0]))
    swung = (rest[teeth] - place) @ turns.transpose(0, 2, 1) + place
    best = int(np.argmin(((swung - rest[teeth] - opened[teeth]) ** 2).sum((1, 2))))
    matrices = np.eye(3) + held[:, None, None] * (turns[best] - np.eye(3))
    moved = np.einsum("vab,vb->va", matrices, rest - place) + place
    missing = np.linalg.solve(matrices, (rest + opened - moved)[..., None])[..., 0]
    missing[figure.surface.of_part("teeth", "eye")] = 0
    length = np.linalg.norm(missing, axis=1, keepdims=True)
    missing *= np.minimum(1, _JAW_MOST / np.maximum(length, 1e-9))
    missing[length[:, 0] < 1e-5] = 0
    sampled = np.radians(np.linspace(-6, 34, 41))
    basis = np.column_stack([np.sin(sampled), 1 - np.cos(sampled)])
    share = np.linalg.lstsq(basis, np.clip(sampled / angles[best], 0, 1.05), rcond=None)[0]
    _write(columns, jaw, _SINE, share[0] * missing)
    _write(columns, jaw, _VERSINE, share[1] * missing)


def _add_lids(columns: Array, figure: Figure, unit_directions: Array) -> None:
    """Lids and lashes go along when an eye joint turns, as the units for looking sculpt it."""
    ball = figure.surface.of_part("eye")
    for eye, side, out in ((joints.LEFT_EYE, "Left", "Out"), (joints.RIGHT_EYE, "Right", "In")):
        away = {"Out": "In", "In": "Out"}[out]
        for forth, back, sine, versine in (
            (f"eyeLookDown{side}", f"eyeLookUp{side}", _SINE, _VERSINE),
            (f"eyeLook{out}{side}", f"eyeLook{away}{side}", _SINE_Y, _VERSINE_Y),
        ):
            first, second = (unit_directions[FACE_UNITS.index(name)].copy() for name in (forth, back))
            for lids in (first, second):
                lids[ball] = 0
                lids[np.abs(lids).max(1) < 4e-5] = 0
            _write(columns, eye, sine, (first - second) / (2 * np.sin(_LOOK)))
            _write(columns, eye, versine, (first + second) / (2 * (1 - np.cos(_LOOK))))
