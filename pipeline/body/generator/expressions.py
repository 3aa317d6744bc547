"""Faces: the 52 face units, and ten everyday mixtures of them for expression coefficients."""

import numpy as np

from pipeline.body.generator.figure import Figure, rest_direction
from pipeline.body.generator.makehuman import Array
from pipeline.motion.joints import FACE_UNITS


def _both(name: str, share: float = 1.0) -> dict[str, float]:
    return {f"{name}Left": share, f"{name}Right": share}


MIXTURES: dict[str, dict[str, float]] = {
    "jaw_open": {"jawOpen": 1.0},
    "smile": {**_both("mouthSmile"), **_both("cheekSquint", 0.4)},
    "brow_raise": {"browInnerUp": 1.0, **_both("browOuterUp"), **_both("eyeWide", 0.3)},
    "brow_furrow": {**_both("browDown"), **_both("noseSneer", 0.25)},
    "eye_blink": _both("eyeBlink"),
    "cheek_puff": {"cheekPuff": 1.0},
    "pucker": {"mouthPucker": 0.8, "mouthFunnel": 0.4},
    "stretch": _both("mouthStretch"),
    "frown": {**_both("mouthFrown"), "mouthShrugLower": 0.4},
    "tongue_out": {"tongueOut": 1.0, "jawOpen": 0.25},
}
_TONGUE_DOWN = 0.5
NAMES = (*MIXTURES, *FACE_UNITS)
"""Names of the expression columns of the file."""


def units(figure: Figure) -> Array:
    """Displacements (52, V, 3) of the rest surface by every face unit at full strength.

    The sculpted tongue fills the mouth; as the jaw opens it lies down, or it would hide the teeth.
    """
    out = np.stack([rest_direction(figure, figure.source.face_unit(name)) for name in FACE_UNITS])
    tongue = figure.surface.of_part("tongue")
    height = figure.rest[tongue, 1] - figure.rest[tongue, 1].min()
    out[FACE_UNITS.index("jawOpen"), tongue, 1] -= _TONGUE_DOWN * height
    return out


def columns(unit_directions: Array) -> Array:
    """All expression columns (62, V, 3): the mixtures, then the units themselves."""
    share = np.zeros((len(MIXTURES), len(FACE_UNITS)))
    for row, mixture in enumerate(MIXTURES.values()):
        for name, value in mixture.items():
            share[row, FACE_UNITS.index(name)] = value
    return np.concatenate([np.tensordot(share, unit_directions, 1), unit_directions])
