"""A film to be looked at: the frame that is shown at any moment, forwards quickly, backwards exactly."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.keypoints.detect.frames import BROKEN, reason, upright

LARGEST = 720
"""Pixels that a frame is high at most; a larger one is made smaller before it is shown."""
FAR = 1.5
"""Seconds ahead from which looking for a key frame is quicker than decoding all that lies between."""
EXACT = 1e-4

Pixels = NDArray[np.uint8]  # (H, W, 3) red, green, blue


class Footage:
    """An open film, used in one thread. Raises BadInput when it is missing, no film, or breaks off.

    Time is counted from the first frame.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise BadInput(f"There is no film at {path}: it was moved or deleted.")
        self._path = path
        try:
            self._container: Any = av.open(str(path), metadata_errors="replace")
        except BROKEN as error:
            raise BadInput(f"{path} cannot be opened as a film ({reason(error)}): choose another.") from None
        if not self._container.streams.video:
            self._container.close()
            raise BadInput(f"{path} has no picture in it: choose another film.")
        self._stream: Any = self._container.streams.video[0]
        self._stream.thread_type = "AUTO"
        self._aspect = float(self._stream.sample_aspect_ratio or 1)
        self._frames: Iterator[Any] = iter(())
        self._shown: Any = None
        self._coming: Any = None
        self._picture: tuple[Any, Pixels] | None = None  # of which frame, and its pixels
        self._jump(0.0)
        if self._shown is None:
            self.close()
            raise BadInput(f"{path} has no frames: choose another film.")
        self._first: float = _time(self._shown)

    def at(self, seconds: float) -> Pixels:
        """The frame that is shown at `seconds`: the first before it begins, the last after its end.

        The same array as before while the frame is the same.
        """
        wanted = self._first + max(seconds, 0.0) + EXACT
        now = _time(self._shown)
        if wanted < now or wanted > now + FAR:
            self._jump(wanted)
        while self._coming is not None and _time(self._coming) <= wanted:
            self._shown, self._coming = self._coming, self._next()
        if self._picture is None or self._picture[0] is not self._shown:
            scale = min(1.0, LARGEST / self._shown.height)
            self._picture = self._shown, upright(self._shown, self._aspect, scale)
        return self._picture[1]

    def close(self) -> None:
        """Let go of the file."""
        self._frames = iter(())
        self._container.close()

    def _jump(self, seconds: float) -> None:
        """Go on from the key frame before a moment, or from the beginning where the file has no way there."""
        for place in (seconds, 0.0):
            try:
                self._container.seek(int(place / self._stream.time_base), stream=self._stream)
            except BROKEN:
                continue
            self._frames = self._container.decode(self._stream)
            shown = self._next()
            if shown is not None and (_time(shown) <= seconds or place == 0.0):
                self._shown, self._coming = shown, self._next()
                return

    def _next(self) -> Any:
        """The next frame with a time; None after the last one, or where the file breaks off."""
        try:
            return next((frame for frame in self._frames if frame.time is not None), None)
        except BROKEN:
            return None


def _time(frame: Any) -> float:
    return float(frame.time)
