"""The frames of a video file, or of a folder of pictures, with the times the file gives them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray
from PIL import Image

from pipeline.errors import BadInput

VIDEOS = frozenset(
    (".mp4", ".mov", ".m4v", ".webm", ".mkv", ".avi", ".gif", ".mpg", ".mpeg", ".ts", ".mts", ".wmv")
)
"""Endings of the files taken for videos."""

PICTURES = frozenset((".png", ".jpg", ".jpeg", ".bmp", ".webp"))
"""Endings of the files taken for frames."""

BROKEN = (FFmpegError, OSError, UnicodeDecodeError, OverflowError)
"""What PyAV raises on damaged files."""

ADVICE = "Choose another file, or convert it with ffmpeg."

Picture = NDArray[np.uint8]  # (H, W, 3) red, green, blue


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A picture and when it is shown."""

    picture: Picture
    seconds: float


def pictures(folder: Path) -> list[Path]:
    """The pictures directly in a folder, in the order of the numbers in their names."""
    found = [path for path in folder.iterdir() if path.suffix.lower() in PICTURES and path.is_file()]
    return sorted(found, key=_numbered)


def _numbered(path: Path) -> list[tuple[int, str]]:
    pieces = re.findall(r"[0-9]{1,18}|\D+|[0-9]", path.name)
    return [(int(piece), "") if piece[0] in "0123456789" else (-1, piece) for piece in pieces]


def frames(source: Path, fps: float) -> Iterator[Frame]:
    """The frames of a video by its own time stamps, or of a folder of pictures at `fps`.

    Pictures come upright and with square pixels. Raises BadInput when there are none, or where the
    file breaks off.
    """
    if source.is_dir():
        for index, path in enumerate(pictures(source)):
            yield Frame(_opened(path), index / fps)
        return
    try:
        with av.open(str(source), metadata_errors="replace") as container:
            yield from _decoded(source, container)
    except BROKEN as error:
        raise BadInput(f"{source} cannot be decoded ({reason(error)}). {ADVICE}") from error


def _decoded(source: Path, container: Any) -> Iterator[Frame]:
    if not container.streams.video:
        raise BadInput(f"{source} has no picture in it. {ADVICE}")
    stream = container.streams.video[0]
    stream.thread_type = "AUTO"
    aspect = float(stream.sample_aspect_ratio or 1)
    rate = float(stream.average_rate or stream.guessed_rate or 25)
    before, first = 0.0, None
    for index, frame in enumerate(container.decode(stream)):
        shown = float(frame.time) if frame.time is not None else index / rate
        first = shown if first is None else first
        before = max(before, shown - first)
        yield Frame(upright(frame, aspect), before)
    if first is None:
        raise BadInput(f"{source} has no frames. {ADVICE}")


def upright(frame: Any, aspect: float, scale: float = 1.0) -> Picture:
    """The frame's picture with square pixels, turned as phones were held, `scale` times as high."""
    wide = frame.width * aspect if 0.1 < aspect < 10 else frame.width
    width, height = max(1, round(wide * scale)), max(1, round(frame.height * scale))
    picture = frame.to_ndarray(format="rgb24", width=width, height=height)
    return np.ascontiguousarray(np.rot90(picture, round(frame.rotation / 90) % 4))


def _opened(path: Path) -> Picture:
    try:
        with Image.open(path) as picture:
            return np.asarray(picture.convert("RGB"))
    # Pillow's readers raise SyntaxError, ValueError and others on damaged pictures.
    except Exception as error:
        raise BadInput(f"{path} is not a readable picture ({error}). {ADVICE}") from error


def count(source: Path) -> int:
    """About how many frames there are; 0 when nobody knows before decoding."""
    if source.is_dir():
        return len(pictures(source))
    try:
        with av.open(str(source), metadata_errors="replace") as container:
            stream = container.streams.video[0]
            if stream.frames:
                return int(stream.frames)
            seconds = float(container.duration or 0) / av.time_base
            rate = float(stream.average_rate or 25)
            return round(seconds * rate) if 0 < rate <= 300 else 0
    except (*BROKEN, IndexError):
        return 0


def reason(error: Exception) -> str:
    """What PyAV says was wrong."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def rate(times: NDArray[np.float64], default: float) -> float:
    """Frames per second by the times (T,) themselves: pauses and doubled frames are left out."""
    gaps = np.diff(times)
    gaps = gaps[gaps > 0]
    if not len(gaps):
        return default
    middle = np.sort(gaps)[len(gaps) // 2]
    usual = gaps[(gaps > 0.5 * middle) & (gaps < 1.5 * middle)]
    return float(1 / usual.mean())
