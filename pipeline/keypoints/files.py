"""Keypoints in npz files of our own: arrays and text, no pickles."""

import os
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.errors import BadInput
from pipeline.keypoints.keypoints import Array, Keypoints, keypoints
from pipeline.motion.joints import FACE_UNITS
from pipeline.npz import ArrayFile, opened

FORMAT = "signwright-keypoints-1"
"""Value of the array `format`, by which files of ours are known."""

ADVICE = "Choose keypoints saved by Signwright, or detect them again."


def save(given: Keypoints, path: Path, made_by: str = "") -> None:
    """Write `given` to `path`, whole or not at all. `made_by` says what it was detected with, on what."""
    part = path.with_name(path.name + ".part")
    known = np.isfinite(given.depth)
    scored: dict[str, Any] = {}
    if given.scores is not None:
        faces = np.asarray(np.isfinite(given.scores).all(axis=1))
        scored = {"scores": np.where(faces[:, None], given.scores, 0), "scores_known": faces}
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            format=FORMAT,
            names=np.array(given.names, dtype=str),
            points=given.points,
            confidence=given.confidence,
            depth=np.where(known, given.depth, 0),
            depth_known=np.packbits(known),
            times=given.times,
            fps=np.float64(given.fps),
            size=np.array([given.width, given.height], np.int64),
            source=given.source,
            made_by=made_by,
            **scored,
        )
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def load(path: Path) -> Keypoints:
    """Read what `save` wrote. Raises BadInput."""
    with opened(path, ADVICE) as file:
        return read_open(file)


def made_by(path: Path) -> str:
    """What `save` was told about the origin of the file; empty when it says nothing. Raises BadInput."""
    with opened(path, ADVICE) as file:
        return str(file.read("made_by")) if "made_by" in file.names else ""


def is_ours(file: ArrayFile) -> bool:
    """Whether an open npz file was written by `save`."""
    return "format" in file.names and str(file.read("format")) == FORMAT


def read_open(file: ArrayFile) -> Keypoints:
    """The keypoints of an open npz file written by `save`. Raises BadInput."""
    if not is_ours(file):
        raise file.bad("holds no keypoints saved by Signwright")
    points, size = file.numbers("points"), file.numbers("size")
    depth, bits = file.numbers("depth"), file.numbers("depth_known")
    if bits.dtype != np.uint8 or bits.ndim != 1 or bits.size * 8 < depth.size or size.shape != (2,):
        raise file.bad("is damaged: its depths or its size do not fit")
    known = np.unpackbits(bits, count=depth.size).reshape(depth.shape).astype(bool)
    try:
        return keypoints(
            [str(name) for name in file.read("names").tolist()],
            points,
            file.numbers("confidence"),
            depth=np.where(known, depth, np.nan),
            times=file.numbers("times"),
            fps=float(file.numbers("fps")),
            size=(int(size[0]), int(size[1])),
            source=str(file.read("source")),
            scores=_scores(file, len(points)),
        )
    except (ValueError, TypeError, IndexError) as error:
        if isinstance(error, BadInput):
            raise
        raise file.bad(f"is damaged: its arrays do not fit together ({error})") from error


def _scores(file: ArrayFile, frames: int) -> Array | None:
    """The scores of the face (T, 52), if the file has any."""
    if "scores" not in file.names:
        return None
    scores, known = file.numbers("scores"), file.numbers("scores_known")
    if scores.shape != (frames, len(FACE_UNITS)) or known.shape != (frames,):
        raise file.bad("is damaged: its scores of the face do not fit")
    return np.where(known.astype(bool)[:, None], scores, np.nan).astype(np.float32)
