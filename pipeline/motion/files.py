"""Motions as files: our own, in safetensors, and how every file is written whole or not at all."""

import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from pipeline.errors import BadInput
from pipeline.motion.motion import Motion

LEFT_OUT_WHEN_ZERO = ("translation", "face")
LEFT_OUT_WHEN_EMPTY = ("expression", "shape")
STEP = 1e-4
"""What the numbers of a compact motion are whole multiples of: radians, metres, shares of a face unit."""


def to_bytes(motion: Motion, compact: bool = False) -> bytes:
    """The motion in safetensors format; equal motions give equal bytes.

    `compact` rounds to `STEP` and keeps joints that never move once; an array with a number beyond 3.2767
    is kept exact.
    """
    tensors: dict[str, NDArray[Any]] = {"fps": np.array([motion.fps], np.float64), "pose": motion.pose}
    tensors |= {name: getattr(motion, name) for name in LEFT_OUT_WHEN_ZERO if getattr(motion, name).any()}
    tensors |= {name: getattr(motion, name) for name in LEFT_OUT_WHEN_EMPTY if getattr(motion, name).size}
    if compact:
        tensors |= {name: _whole(values) for name, values in tensors.items() if name != "fps"}
        moving = np.flatnonzero((tensors["pose"] != tensors["pose"][0]).any(axis=(0, 2)))
        tensors |= {"still": tensors["pose"][0], "moving": moving.astype(np.uint8)}
        tensors["pose"] = tensors["pose"][:, moving]
    # safetensors scrambles arrays that are not contiguous.
    return save_tensors({name: np.ascontiguousarray(values) for name, values in tensors.items()})


def _whole(values: NDArray[np.float32]) -> NDArray[Any]:
    """Numbers as multiples of `STEP`, where they fit in 16 bits."""
    steps = np.rint(values / STEP)
    fit = np.abs(steps).max(initial=0) <= np.iinfo(np.int16).max
    return steps.astype(np.int16) if fit else values


def _pose(tensors: dict[str, NDArray[Any]]) -> NDArray[Any]:
    """Joints that move among those that do not."""
    pose = _measured(tensors["pose"])
    if "moving" not in tensors:
        return pose
    whole = np.repeat(_measured(tensors["still"])[None], len(pose), axis=0)
    whole[:, tensors["moving"]] = pose
    return whole


def _measured(values: NDArray[Any]) -> NDArray[Any]:
    """The numbers that `_whole` counted; others as they are."""
    return values * np.float32(STEP) if values.dtype == np.int16 else values


def from_bytes(data: bytes) -> Motion:
    """The motion that `to_bytes` wrote. Raises BadInput for anything else."""
    try:
        tensors = load_tensors(data)
        given = {
            name: _measured(tensors[name])
            for name in (*LEFT_OUT_WHEN_ZERO, *LEFT_OUT_WHEN_EMPTY)
            if name in tensors
        }
        return Motion(fps=float(tensors["fps"].item()), pose=_pose(tensors), **given)
    except (SafetensorError, KeyError, ValueError, TypeError, IndexError, OverflowError) as error:
        raise BadInput(f"This is not a motion of Signwright, or it is damaged ({error}).") from error


def save(path: Path, motion: Motion) -> None:
    """Write a motion file. Raises BadInput when the place cannot be written to."""
    write_whole(path, to_bytes(motion))


def load(path: Path) -> Motion:
    """Read a motion file. Raises BadInput when it is missing or not a motion."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise BadInput(f"The motion {path} cannot be read: {error.strerror}.") from error
    try:
        return from_bytes(data)
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from error


def read_whole(path: Path) -> bytes:
    """What a file that a user named holds. Raises BadInput when there is none or it cannot be opened."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}: check its name.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be opened ({error.strerror}): check its permissions.") from None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that its name never holds half of it. Raises BadInput when that fails."""
    path = Path(path)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise BadInput(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
