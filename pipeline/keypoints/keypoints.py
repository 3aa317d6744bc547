"""Named points of one signer in the frames of a clip, whichever detector saw them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.names import COCO_BODY, INDEX, hand
from pipeline.motion.joints import FACE_UNITS

Array = NDArray[np.float32]
Times = NDArray[np.float64]

STEADY = 0.35
"""Fraction of a frame by which time stamps may miss an even beat and still count as even: the stamps
of GIF and WebM are rounded, which is worth up to a fifth of a frame."""


FARTHEST = 1e6
"""Pixels from the corner of the picture, or of depth, from which on a point can only be a damaged file's."""


@dataclass(frozen=True, slots=True, eq=False)
class Keypoints:
    """What a detector saw of one signer. Left and right are the signer's own.

    A point that was not seen has confidence 0 and position 0. Depth is the detector's relative z in
    pixels, smaller towards the camera, each part from an origin of its own, NaN where unknown.
    Raises ValueError when the parts do not fit together.
    """

    names: tuple[str, ...]  # N of `names.POINTS`
    points: Array  # (T, N, 2) pixels, x to the right of the picture, y down
    confidence: Array  # (T, N), 0 to 1
    depth: Array  # (T, N)
    times: Times  # (T,) seconds, never decreasing
    fps: float
    width: int  # pixels of the picture
    height: int
    source: str = ""
    scores: Array | None = None  # (T, 52), 0 to 1, of `motion.joints.FACE_UNITS`; NaN where no face was seen

    def __post_init__(self) -> None:
        count, frames = len(self.names), len(self.points)
        if len(set(self.names)) != count or not INDEX.keys() >= set(self.names):
            raise ValueError("the names of the points are unknown or not unique")
        wanted = {
            "points": (self.points.shape, (frames, count, 2)),
            "confidence": (self.confidence.shape, (frames, count)),
            "depth": (self.depth.shape, (frames, count)),
            "times": (self.times.shape, (frames,)),
        }
        if self.scores is not None:
            wanted["scores"] = (self.scores.shape, (frames, len(FACE_UNITS)))
        for name, (shape, expected) in wanted.items():
            if shape != expected:
                raise ValueError(f"{name} has shape {shape}, expected {expected}")
        if not (np.isfinite(self.fps) and self.fps > 0):
            raise ValueError(f"{self.fps} frames per second")
        if not np.isfinite(self.times).all() or (np.diff(self.times) < 0).any():
            raise ValueError("the times are not finite or go backwards")

    @property
    def frames(self) -> int:
        """Number of frames."""
        return len(self.points)

    @property
    def found(self) -> NDArray[np.bool_]:
        """The frames (T,) in which anything of the signer was seen."""
        return np.asarray((self.confidence > 0).any(axis=1))

    @property
    def even(self) -> bool:
        """Whether the frames keep an even beat of `fps`."""
        beat = self.times[:1] + np.arange(self.frames) / self.fps
        return bool(np.abs(self.times - beat).max(initial=0) <= STEADY / self.fps)

    def columns(self, names: Iterable[str]) -> list[int]:
        """Where the points with these names are; names that are absent are left out."""
        places = {name: index for index, name in enumerate(self.names)}
        return [places[name] for name in names if name in places]

    def seen(self, names: Iterable[str]) -> NDArray[np.bool_]:
        """The frames (T,) in which at least half of the points with these names were seen."""
        names = tuple(names)
        count = (self.confidence[:, self.columns(names)] > 0).sum(axis=1)
        return np.asarray(count * 2 >= len(names))

    def shares(self) -> dict[str, float]:
        """The share of frames in which the body (half of nose, shoulders, elbows and wrists), the
        face, and each hand were seen."""
        upper = [name for name in COCO_BODY if name.endswith(("nose", "_shoulder", "_elbow", "_wrist"))]
        face = [name for name in self.names if name.startswith(("face_", "mesh_"))] or ["face_00"]
        parts = {"body": upper, "face": face, "left hand": hand("left"), "right hand": hand("right")}
        return {part: float(self.seen(names).mean()) if self.frames else 0.0 for part, names in parts.items()}


def keypoints(
    names: Iterable[str],
    points: NDArray[Any],
    confidence: NDArray[Any],
    *,
    fps: float,
    size: tuple[int, int],
    depth: NDArray[Any] | None = None,
    times: NDArray[Any] | None = None,
    source: str = "",
    scores: NDArray[Any] | None = None,
) -> Keypoints:
    """Keypoints from what a file or a detector gives, in which undetected points may hold anything.

    points (T, N, 2), confidence (T, N), depth (T, N), times (T,); `size` is width and height.
    Whatever is not finite, farther away than `FARTHEST` or has no confidence is unseen; without times the
    beat is even.
    """
    points, confidence = np.asarray(points, np.float32), np.asarray(confidence, np.float32)
    with np.errstate(invalid="ignore"):
        seen = (np.abs(points) < FARTHEST).all(axis=2) & np.isfinite(confidence) & (confidence > 0)
    known = np.full(confidence.shape, np.nan, np.float32) if depth is None else np.asarray(depth, np.float32)
    with np.errstate(invalid="ignore"):
        within = np.abs(known) < FARTHEST
    return Keypoints(
        names=tuple(names),
        points=np.where(seen[..., None], points, 0).astype(np.float32),
        confidence=np.where(seen, np.clip(confidence, 0, 1), 0).astype(np.float32),
        depth=np.where(seen & within, known, np.nan).astype(np.float32),
        times=np.arange(len(points)) / fps if times is None else np.asarray(times, np.float64),
        fps=float(fps),
        width=int(size[0]),
        height=int(size[1]),
        source=source,
        scores=None if scores is None else np.clip(np.asarray(scores, np.float32), 0, 1),
    )


def evenly(given: Keypoints, fps: float | None = None) -> Keypoints:
    """The same clip on an even beat of `fps`, by default its own, from its first time to its last.

    Positions go straight from one frame to the next where both saw the point, with the lower of the two
    confidences; where one did, they are that one's while it is the nearer one. Scores are the nearer frame's.
    """
    fps = given.fps if fps is None else fps
    if given.frames < 2:
        return replace(given, fps=fps)
    count = round(float(given.times[-1] - given.times[0]) * fps) + 1
    times = np.minimum(given.times[0] + np.arange(count) / fps, given.times[-1])
    after = np.clip(np.searchsorted(given.times, times, side="right"), 1, given.frames - 1)
    before = after - 1
    span = np.maximum(given.times[after] - given.times[before], 1e-9)
    share = np.clip((times - given.times[before]) / span, 0, 1).astype(np.float32)[:, None]  # (T', 1)

    first, second = given.confidence[before], given.confidence[after]
    between_them = (share > 1e-6) & (share < 1 - 1e-6)
    both, nearer = (first > 0) & (second > 0) & between_them, share < 0.5
    share = np.where(both, share, np.where(nearer, 0, 1)).astype(np.float32)  # (T', N)
    confidence = np.where(both, np.minimum(first, second), np.where(nearer, first, second))

    def between(values: Array, weight: Array) -> Array:
        start, end = values[before], values[after]
        mixed: Array = np.where(
            weight == 0, start, np.where(weight == 1, end, start + weight * (end - start))
        )
        return mixed

    return keypoints(
        given.names,
        between(given.points, share[..., None]),
        confidence,
        depth=between(given.depth, share),
        times=times,
        fps=fps,
        size=(given.width, given.height),
        source=given.source,
        scores=None if given.scores is None else given.scores[np.where(nearer[:, 0], before, after)],
    )
