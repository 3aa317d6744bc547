"""What fingers and wrist do during a stroke, beside the way of the hand."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import LocalMovement
from pipeline.compose.figure import Figure
from pipeline.compose.hand import HIGH, LOW, PLACE
from pipeline.compose.manner import Local
from pipeline.compose.orientation import rest_frame
from pipeline.compose.strokes import envelope, swing
from pipeline.fitting.freedoms import FINGERS
from pipeline.motion.rotations import axis_angle_to_matrix

Array = NDArray[np.float64]

_TWIST, _NOD, _SWING = np.radians([28.0, 24.0, 14.0])
_WIGGLE, _FLUTTER, _RUB = np.radians([26.0, 24.0, 14.0])


def fingers(
    local: LocalMovement, figure: Figure, side: str, seconds: float, time: Array, angles: Array
) -> Array:
    """Angles (T, 21) of the hand with a local movement on top."""
    phase, much = swing(local, seconds, time), envelope(seconds, time)
    result = angles.copy()
    if local.kind is Local.WIGGLE:
        for index, finger in enumerate(FINGERS):
            wave = _WIGGLE * much * np.sin(phase - index * np.pi / 2)
            result[:, PLACE[f"{finger}_mcp"]] += wave + 0.3 * _WIGGLE * much
            result[:, PLACE[f"{finger}_pip"]] += 0.5 * wave + 0.3 * _WIGGLE * much
    elif local.kind is Local.FLUTTER:
        for finger in FINGERS:
            result[:, PLACE[f"{finger}_mcp"]] += _FLUTTER * much * (1 - np.cos(phase))
    elif local.kind is Local.RUB:
        result[:, PLACE["thumb_flexion"]] += _RUB * much * np.sin(phase)
        result[:, PLACE["thumb_ip"]] += _RUB * much * np.sin(phase)
        for finger in ("index", "middle"):
            result[:, PLACE[f"{finger}_pip"]] -= 0.6 * _RUB * much * np.sin(phase)
    elif local.kind is Local.CHANGE:
        assert local.shape is not None
        goal = figure.grasp(local.shape, side).angles
        share = ((1 - np.cos(phase)) / 2)[:, None]
        result = result * (1 - share) + goal * share
    return np.clip(result, LOW, HIGH)


def wrist(local: LocalMovement, side: str, seconds: float, time: Array) -> Array | None:
    """Turns (T, 3, 3) of the hand in its own frame, None where the wrist takes no part."""
    phase, much = swing(local, seconds, time), envelope(seconds, time)
    along, palm, _ = rest_frame(side).T
    out = 1.0 if side == "left" else -1.0
    flexion = np.cross(along, palm)
    waves = {
        Local.TWIST: np.outer(_TWIST * much * np.sin(phase), along * out),
        Local.NOD: np.outer(_NOD * much * (1 - np.cos(phase)) / 2 * 1.4, flexion),
        Local.SWING: np.outer(_SWING * much * np.sin(phase), palm * out),
        Local.ROTATE: np.outer(0.8 * _NOD * much * np.sin(phase), flexion)
        + np.outer(0.9 * _SWING * much * np.cos(phase), np.cross(flexion, along)),
    }
    return axis_angle_to_matrix(waves[local.kind]) if local.kind in waves else None
