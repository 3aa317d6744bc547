"""COCO-WholeBody arrays: (T, 133, 3) of x, y and confidence, by clip name, in pickles or npz files."""

import gzip
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline import restricted_pickle
from pipeline.errors import BadInput
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.keypoints.names import COCO_WHOLEBODY
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.npz import ArrayFile

ADVICE = "It should map clip names to COCO-WholeBody arrays of shape (frames, 133, 3)."

LARGEST = 2**33
"""Bytes a compressed pickle may unpack to."""

_ASIDE = {"proj_matrix", "camera_pose"}

Read = tuple[dict[str, Keypoints], tuple[str, ...]]


def read_pickle(path: Path, data: bytes, assumed: Assumptions) -> Read:
    """The clips of a pickle, gzip-compressed or not, in either published container. Raises BadInput."""
    try:
        value = restricted_pickle.load(_unzipped(data))
    except restricted_pickle.RefusedPickle as error:
        raise BadInput(f"{path} cannot be read safely: {error}. {ADVICE}") from error
    except (OSError, EOFError, zlib.error) as error:
        raise BadInput(f"{path} is damaged: it cannot be unpacked. {ADVICE}") from error
    if isinstance(value, np.ndarray):
        value = {path.stem: value}
    if not isinstance(value, dict):
        raise BadInput(f"{path} holds a {type(value).__name__} instead of clips by name. {ADVICE}")
    return read_clips(path, value, assumed)


def _unzipped(data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    unpacker = zlib.decompressobj(wbits=31)
    content = unpacker.decompress(data, LARGEST)
    if unpacker.unconsumed_tail:
        raise gzip.BadGzipFile("too large")
    if not unpacker.eof:
        raise EOFError
    return content


def read_arrays(path: Path, file: ArrayFile, assumed: Assumptions) -> Read:
    """The clips of an npz file whose arrays are named by clip. Raises BadInput."""
    clips = {name: file.numbers(name) for name in sorted(file.names) if file.shape(name)[1:] == (133, 3)}
    if not clips:
        raise file.bad("holds no array of shape (frames, 133, 3)")
    if set(clips) == {"keypoints"}:
        clips = {path.stem: clips["keypoints"]}
    return read_clips(path, clips, assumed)


def read_clips(path: Path, value: Mapping[Any, Any], assumed: Assumptions) -> Read:
    """Clips out of `{name: array}` or `{name: {"keypoints": array}}`; broken ones are told in the notes.

    Raises BadInput when none is usable.
    """
    clips: dict[str, Keypoints] = {}
    notes: list[str] = []
    for name, entry in value.items():
        if name in _ASIDE:
            continue
        array, problem = _array_of(entry)
        if array is None:
            notes.append(f"{name}: left out, {problem}.")
            continue
        clips[str(name)], note = wholebody(array, str(name), assumed)
        notes += [note] if note else []
    if not clips:
        reason = notes[0] if notes else "it is empty."
        raise BadInput(f"{path} holds no usable clip: {reason} {ADVICE}")
    rate = f"The file does not say its frame rate, {assumed.fps:g} frames a second assumed."
    return clips, (rate, *notes)


def _array_of(entry: Any) -> tuple[NDArray[Any] | None, str]:
    if isinstance(entry, dict):
        if "keypoints" not in entry:
            kind = "3D points" if "keypoints_3d" in entry else "a dict without 'keypoints'"
            return None, f"it holds {kind} instead of picture positions"
        entry = entry["keypoints"]
    if not isinstance(entry, np.ndarray):
        return None, f"it holds a {type(entry).__name__} instead of an array"
    if entry.ndim != 3 or entry.shape[1:] != (133, 3) or entry.dtype.kind not in "fiu":
        return None, f"its array has shape {entry.shape} instead of (frames, 133, 3)"
    if not len(entry):
        return None, "it has no frames"
    return entry, ""


def wholebody(
    array: NDArray[Any], name: str, assumed: Assumptions, fps: float | None = None
) -> tuple[Keypoints, str]:
    """One clip out of (T, 133, 3), and a note where something had to be assumed; zeros are undetected."""
    with np.errstate(over="ignore", invalid="ignore"):
        values = array.astype(np.float32)
        seen = (values[..., 2] > 0) & (np.abs(values[..., :2]) < 1e6).all(axis=2)
    seen &= (values[..., :2] != 0).any(axis=2)
    size, note = assumed.extent(values[..., :2][seen])
    clip = keypoints(
        COCO_WHOLEBODY,
        values[..., :2],
        np.where(seen, values[..., 2], 0),
        fps=fps or assumed.fps,
        size=size,
        source=name,
    )
    return clip, f"{name}: {note}." if note else ""
