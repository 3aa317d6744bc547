"""From keypoints in pixels to what the solver has seen."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.evaluation.metrics import noise
from pipeline.fitting.clip.face import FACE
from pipeline.fitting.clip.problem import DEEP_ORIGINS, DEEP_POINTS, Seen
from pipeline.fitting.clip.skeleton import HIPS, POINTS, side_points
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert

_SHOULDERS = [POINTS.index("left_shoulder"), POINTS.index("right_shoulder")]
_SIDES = [[POINTS.index(name) for name in side_points(side)] for side in ("left", "right")]
_WIDTH = 0.32  # metres between shoulder joints
_FOCAL = 0.95  # of the longer side of the picture


_MISFIT = {"body": 1.5, "face": 5.0, "hips": 12.0, "hand": 1.0}
"""Pixels by which the model itself misses the points of a part, where the shoulders are 230 pixels apart."""


def _part(name: str) -> str:
    if name in FACE:
        return "face"
    if name in HIPS:
        return "hips"
    return "hand" if "_hand_" in name else "body"


def _spreads(points: NDArray[np.float64], seen: NDArray[np.bool_], width: float) -> NDArray[np.float64]:
    """Standard deviations (P,) in pixels of sightings where the shoulders are `width` pixels apart."""
    size, parts = width / 230, np.array([_part(name) for name in POINTS])
    spreads = np.empty(len(POINTS))
    for part, misfit in _MISFIT.items():
        own = parts == part
        wobble = np.nan_to_num(noise(points[:, own], seen[:, own]), nan=3.0 * size)
        spreads[own] = np.hypot(np.clip(wobble, 0.5 * size, 8 * size), misfit * size)
    return spreads


def observe(
    clips: Sequence[Keypoints], device: torch.device | str, dtype: torch.dtype, depth: bool = True
) -> Seen:
    """The clips as one batch; raises BadInput for a clip that never shows both shoulders."""
    frames = max(clip.frames for clip in clips)
    shape = (len(clips), frames, len(POINTS))
    pixels, weights = np.zeros((*shape, 2)), np.zeros(shape)
    depths, depth_weights = (
        np.zeros((len(clips), frames, 2, len(DEEP_POINTS))),
        np.zeros((len(clips), frames, 2, len(DEEP_POINTS))),
    )
    spreads, real = np.zeros((len(clips), len(POINTS))), np.zeros(shape[:2])
    for index, clip in enumerate(clips):
        part = convert(clip, POINTS)
        seen = part.confidence > 0
        middle = np.array([clip.width / 2, clip.height / 2])
        pixels[index, : clip.frames] = np.where(seen[..., None], (part.points - middle) * [1, -1], 0)
        weights[index, : clip.frames] = part.confidence
        real[index, : clip.frames] = 1
        both = seen[:, _SHOULDERS].all(axis=1)
        if not both.any():
            raise BadInput(
                f"{clip.source or 'The clip'} never shows both shoulders: choose one from the front."
            )
        pair = part.points[both][:, _SHOULDERS]
        width = float(np.quantile(np.linalg.norm(pair[:, 0] - pair[:, 1], axis=-1), 0.7))
        spreads[index] = _spreads(part.points.astype(np.float64), seen, width)
        for side, columns in enumerate(_SIDES):
            own, origins = ([columns[point] for point in points] for points in (DEEP_POINTS, DEEP_ORIGINS))
            nearer = part.depth[:, origins] - part.depth[:, own]
            known = np.isfinite(nearer) & seen[:, own] & seen[:, origins]
            depths[index, : clip.frames, side] = np.where(known, nearer, 0) * _WIDTH / width
            depth_weights[index, : clip.frames, side] = known * part.confidence[:, own] * depth
    focal = np.array([_FOCAL * max(clip.width, clip.height) for clip in clips])
    fps = np.array([clip.fps for clip in clips])

    def place(values: NDArray[np.float64]) -> torch.Tensor:
        return torch.tensor(values, device=device, dtype=dtype)

    return Seen(
        pixels=place(pixels),
        weights=place(weights),
        spreads=place(spreads),
        depths=place(depths),
        depth_weights=place(depth_weights),
        focal=place(focal),
        real=place(real),
        fps=place(fps),
        deep=bool(depth_weights.any()),
    )
