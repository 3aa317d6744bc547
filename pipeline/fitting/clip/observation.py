"""From keypoints in pixels to what the solver has seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.evaluation.metrics import noise
from pipeline.fitting.clip.face import FACE
from pipeline.fitting.clip.known import trust
from pipeline.fitting.clip.problem import DEEP_ORIGINS, DEEP_POINTS, Seen, Weights
from pipeline.fitting.clip.skeleton import HIPS, POINTS, side_points
from pipeline.fitting.clip.windows import Window
from pipeline.fitting.handshapes import Handshape
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert

Array = NDArray[np.float64]

_SHOULDERS = [POINTS.index("left_shoulder"), POINTS.index("right_shoulder")]
_SIDES = [[POINTS.index(name) for name in side_points(side)] for side in ("left", "right")]
_WIDTH = 0.32  # metres between shoulder joints
_PELVIS = 0.44  # metres from them down to the pelvis

_ANY = Handshape()
_MISFIT = {"body": 1.5, "face": 5.0, "hips": 12.0, "hand": 1.0}
"""Pixels by which the model itself misses the points of a part, where the shoulders are 230 pixels apart."""
_LEAST = {"body": 4.0, "hand": 3.0}
"""The same however steadily a part is seen: detectors that draw smoothly are wrong for many frames on end,
and a fist whose points were believed to a millimetre would be tilted and opened to meet all of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Observed:
    """What was seen of a clip; see `Seen`."""

    pixels: Array  # (T, P, 2)
    weights: Array  # (T, P)
    depths: Array  # (T, 2, 22)
    depth_weights: Array  # (T, 2, 22)
    turned: Array  # (T,)
    turned_weights: Array  # (T,)
    spreads: Array  # (P,)
    place: Array  # (3,)
    focal: float
    fps: float
    handshape: Handshape = _ANY

    def knowing(self, handshape: Handshape) -> "Observed":
        """The same of a clip whose handshape is known: what detectors are wrong about then hardly counts."""
        sure = trust(handshape, POINTS)
        deep = np.array([sure[columns] for columns in _SIDES])[:, DEEP_POINTS]
        return replace(
            self,
            weights=self.weights * sure,
            depth_weights=self.depth_weights * deep,
            handshape=handshape,
        )

    @property
    def telling(self) -> NDArray[np.bool_]:
        """Where something was seen (T, P) that a fit should follow."""
        telling: NDArray[np.bool_] = (self.weights > 0) & (trust(self.handshape, POINTS) == 1)
        return telling


def _part(name: str) -> str:
    if name in FACE:
        return "face"
    if name in HIPS:
        return "hips"
    return "hand" if "_hand_" in name else "body"


def _spreads(points: Array, seen: NDArray[np.bool_], width: float) -> Array:
    """Standard deviations (P,) in pixels of sightings where the shoulders are `width` pixels apart."""
    size, parts = width / 230, np.array([_part(name) for name in POINTS])
    spreads = np.empty(len(POINTS))
    for part, misfit in _MISFIT.items():
        own = parts == part
        wobble = np.nan_to_num(noise(points[:, own], seen[:, own]), nan=3.0 * size)
        spreads[own] = np.hypot(np.clip(wobble, 0.5 * size, 8 * size), misfit * size)
    for part, least in _LEAST.items():
        own = parts == part
        spreads[own] = np.maximum(spreads[own], least * size)
    return spreads


def observe(clip: Keypoints, depth: bool = True, weights: Weights | None = None) -> Observed:
    """What is seen of a clip; raises BadInput for one that never shows both shoulders.

    Of the weights, `doubt` and `distance` count. Pictures are cropped so often that their size says
    nothing of the lens, so that the signer is taken to stand at a distance.
    """
    weights = weights or Weights()
    part = convert(clip, POINTS)
    seen = part.confidence > 0
    middle = np.array([clip.width / 2, clip.height / 2])
    pixels = np.where(seen[..., None], (part.points - middle) * [1, -1], 0)
    both = seen[:, _SHOULDERS].all(axis=1)
    if not both.any():
        raise BadInput(f"{clip.source or 'The clip'} never shows both shoulders: choose one from the front.")
    pair = pixels[both][:, _SHOULDERS]
    width = float(np.quantile(np.linalg.norm(pair[:, 0] - pair[:, 1], axis=-1), 0.7))
    depths = np.zeros((clip.frames, 2, len(DEEP_POINTS)))
    depth_weights = np.zeros_like(depths)
    for side, columns in enumerate(_SIDES):
        own, origins = (np.array(columns)[np.array(points)] for points in (DEEP_POINTS, DEEP_ORIGINS))
        nearer = part.depth[:, origins].mean(axis=-1) - part.depth[:, own]
        known = np.isfinite(nearer) & seen[:, own] & seen[:, origins].all(axis=-1)
        depths[:, side] = np.where(known, nearer, 0) * _WIDTH / width
        depth_weights[:, side] = known * part.confidence[:, own] * depth
    turned = part.depth[:, _SHOULDERS[1]] - part.depth[:, _SHOULDERS[0]]
    told = np.isfinite(turned) & both & depth
    powers = np.array([weights.doubt if _part(name) == "body" else 1.0 for name in POINTS])
    shoulders = np.median(pair.mean(axis=1), axis=0) * _WIDTH / width
    return Observed(
        pixels=pixels,
        weights=part.confidence.astype(np.float64) ** powers,
        depths=depths,
        depth_weights=depth_weights,
        turned=np.where(told, turned, 0) * _WIDTH / width,
        turned_weights=told * part.confidence[:, _SHOULDERS].min(axis=1),
        spreads=_spreads(part.points.astype(np.float64), seen, width),
        place=np.array([shoulders[0], shoulders[1] - _PELVIS, -weights.distance]),
        focal=weights.distance * width / _WIDTH,
        fps=clip.fps,
    )


def gather(
    observed: Sequence[Observed], windows: Sequence[Window], device: torch.device | str, dtype: torch.dtype
) -> Seen:
    """Windows of clips as one batch; shorter ones are padded with frames in which nothing is seen."""
    longest = max(window.frames for window in windows)
    clips = [observed[window.clip] for window in windows]

    def place(values: Sequence[float | Array]) -> torch.Tensor:
        return torch.tensor(np.array(values), device=device, dtype=dtype)

    def padded(name: str) -> torch.Tensor:
        found = []
        for window, clip in zip(windows, clips, strict=True):
            own = getattr(clip, name)[window.start : window.end]
            found.append(np.concatenate([own, np.zeros((longest - len(own), *own.shape[1:]))]))
        return place(found)

    return Seen(
        pixels=padded("pixels"),
        weights=padded("weights"),
        spreads=place([clip.spreads for clip in clips]),
        depths=padded("depths"),
        depth_weights=padded("depth_weights"),
        turned=padded("turned"),
        turned_weights=padded("turned_weights"),
        focal=place([clip.focal for clip in clips]),
        place=place([clip.place for clip in clips]),
        real=place([(np.arange(longest) < window.frames).astype(np.float64) for window in windows]),
        fps=place([clip.fps for clip in clips]),
        deep=any(bool(clip.depth_weights.any()) for clip in clips),
    )
