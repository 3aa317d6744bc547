"""The files of published 3D dictionaries: pickles of `{video: [frame, ...]}`, read without running them.

A frame is a list of four: the parameters, the same as rotations, the frame's number as text, and the
camera's place as a PyTorch tensor. Described in section 4.5 of the specification this project follows.
"""

import gzip
import pickle  # noqa: TID251  (writes; reading goes through restricted_pickle)
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.restricted_pickle import RefusedPickle, load
from pipeline.signs.records.record import RESULT, ROTATIONS, Record

ADVICE = "Choose a published 3D dictionary such as Phoenix-2014T_all.pkl."


def read_pickle(path: Path, advice: str) -> Any:
    """The value in a pickle, packed by gzip or not. Raises BadInput that ends with `advice`."""
    try:
        data = Path(path).expanduser().read_bytes()
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"{path} cannot be read: {reason}. {advice}") from error
    try:
        return load(data)
    except RefusedPickle as error:
        reason = " ".join(str(error).split())
        raise BadInput(f"{path} cannot be used: {reason[:300]}. {advice}") from error


def read_records(path: Path) -> dict[str, Record]:
    """The fits in a file by the names of their videos. Raises BadInput."""
    content = read_pickle(path, ADVICE)
    if not isinstance(content, dict) or not content:
        raise BadInput(f"{path} holds no videos by name. {ADVICE}")
    found = {}
    for name, frames in content.items():
        if not isinstance(name, str) or not isinstance(frames, list | tuple) or not frames:
            raise BadInput(f"{path} holds something else than frames under {str(name)[:60]!r}. {ADVICE}")
        found[name] = _record(path, name, frames)
    return found


def _record(path: Path, name: str, frames: Iterable[Any]) -> Record:
    rows = []
    for index, frame in enumerate(frames):
        parts = (
            [part for part in frame if isinstance(part, Mapping)] if isinstance(frame, list | tuple) else []
        )
        result = parts[0].get("result", parts[0]) if parts else None
        if not isinstance(result, Mapping):
            raise BadInput(f"{path}: frame {index} of {name} holds no parameters. {ADVICE}")
        rows.append((result, parts[1] if len(parts) > 1 else {}, frame))
    values = {}
    for key, (attribute, shape) in RESULT.items():
        values[attribute] = _column(path, name, key, shape, [result.get(key) for result, _, _ in rows])
    for key, (attribute, shape) in ROTATIONS.items():
        given = [rotations.get(key) for _, rotations, _ in rows]
        if all(entry is None for entry in given):
            values[attribute] = np.zeros((len(rows), 0), np.float32)
        else:
            values[attribute] = _column(path, name, key, shape, given)
    return Record(name, _numbers([frame for _, _, frame in rows]), **values)


def _column(path: Path, name: str, key: str, shape: tuple[int, ...], given: list[Any]) -> NDArray[np.float32]:
    """One row a frame of a parameter."""
    size = int(np.prod(shape))
    rows = np.zeros((len(given), size), np.float32)
    for index, value in enumerate(given):
        if not isinstance(value, np.ndarray) or value.size != size or value.dtype.kind not in "fiu":
            what = "missing" if value is None else f"not {size} numbers"
            raise BadInput(f"{path}: {key} of frame {index} of {name} is {what}. {ADVICE}")
        with np.errstate(over="ignore"):
            rows[index] = value.reshape(-1)
    return rows.reshape(-1, *shape)


def _numbers(frames: list[Any]) -> NDArray[np.int64]:
    """The numbers that frames carry as text, or their order where those make no sense."""
    texts = [next((part for part in frame if isinstance(part, str)), "") for frame in frames]
    found = [re.fullmatch(r"\d{1,9}", text) for text in texts]
    numbers = np.array([int(match.group()) if match else -1 for match in found], np.int64)
    sound = (
        (numbers >= 0).all() and (np.diff(numbers) > 0).all() and np.ptp(numbers) < 100 * len(frames) + 1000
    )
    return numbers if sound else np.arange(len(frames), dtype=np.int64)


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Write fits as the published files keep them, whole or not at all; needs PyTorch. Raises BadInput."""
    try:
        import torch  # slow, and the camera's place in these files is a tensor
    except ImportError as error:
        raise BadInput("Writing published records needs PyTorch: pip install 'signwright[fit]'.") from error
    content: dict[str, list[list[Any]]] = {}
    for record in records:
        frames = content.setdefault(record.name, [])
        for index, number in enumerate(record.numbers):
            result, rotations = (
                {key: getattr(record, attribute)[index][None].copy() for key, (attribute, _) in keys.items()}
                for keys in (RESULT, ROTATIONS)
            )
            rotations = {key: value for key, value in rotations.items() if value.size}
            place = torch.from_numpy(record.camera_translation[index].copy())
            frames.append([{"result": result}, rotations, f"{number:03d}", place])
    write_whole(path, pickle.dumps(content, 4))
