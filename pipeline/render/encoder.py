"""H.264 in an MP4 file, encoded beside the drawing."""

import errno
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from functools import partial
from pathlib import Path

import av
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, VideoReformatter

from pipeline.errors import BadInput
from pipeline.render.film import VideoOptions
from pipeline.render.target import Pixels

AHEAD = 4
"""Pictures that may wait for the encoder, before the drawing waits too."""
FIRST_BYTES = 8192
"""Written as a trial: PyAV never closes a file whose header did not fit on the disk."""


class Encoder:
    """Writes pictures to `path` in a thread of its own; `finish` or `abandon` ends it.

    4:2:0, constant frame rate, BT.709 and marked as such; `comment` stands in the file's metadata. Raises
    BadInput, from whichever call comes next, when the file cannot be written.
    """

    def __init__(self, path: Path, options: VideoOptions, comment: str = "") -> None:
        self.seconds = 0.0
        self._path = path
        self._queue: queue.Queue[Pixels | None] = queue.Queue(AHEAD)
        self._error: BaseException | None = None
        self._abandoned = False
        self._tick = 1 / Fraction(options.fps).limit_denominator(1001)
        self._reformatter = VideoReformatter()
        try:
            self._open(options, comment)
        except OSError as error:
            raise _explained(error, path) from error
        self._thread = threading.Thread(target=self._run, name="video encoder", daemon=True)
        self._thread.start()

    def put(self, pixels: Pixels) -> None:
        """Encode a picture, (H, W, 4), after those before it."""
        self._queue.put(pixels)
        self._check()

    def finish(self) -> None:
        """Wait until the file is complete."""
        self._queue.put(None)
        self._thread.join()
        self._check()

    def abandon(self) -> None:
        """Stop as soon as possible and leave a useless file."""
        self._abandoned = True
        self._queue.put(None)
        self._thread.join()

    def _open(self, options: VideoOptions, comment: str) -> None:
        self._path.write_bytes(bytes(FIRST_BYTES))
        self._container = av.open(str(self._path), "w", format="mp4", options={"movflags": "+faststart"})
        if comment:
            self._container.metadata["comment"] = comment
        self._stream = self._container.add_stream(
            "libx264", rate=1 / self._tick, options={"preset": "veryfast", "crf": str(options.quality)}
        )
        self._stream.width, self._stream.height = options.width, options.height
        self._stream.pix_fmt = "yuv420p"
        self._stream.time_base = self._tick
        codec = self._stream.codec_context
        codec.colorspace, codec.color_range = Colorspace.ITU709, ColorRange.MPEG
        codec.color_primaries, codec.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        self._container.start_encoding()

    def _run(self) -> None:
        """Take pictures until the end is called, whatever happens: the drawing must never wait for ever."""
        count = 0
        while (pixels := self._queue.get()) is not None:
            if not self._useless:
                self._attempt(partial(self._encode, pixels, count))
                count += 1
        if not self._useless:
            self._attempt(self._complete)
        with suppress(OSError):
            self._container.close()
        del self._stream, self._container  # a container that failed keeps its file open until it is gone

    @property
    def _useless(self) -> bool:
        return self._abandoned or self._error is not None

    def _attempt(self, work: Callable[[], None]) -> None:
        started = time.perf_counter()
        try:
            work()
        except BaseException as error:  # handed to the thread that draws
            self._error = error
        self.seconds += time.perf_counter() - started

    def _complete(self) -> None:
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def _encode(self, pixels: Pixels, index: int) -> None:
        picture = self._reformatter.reformat(
            av.VideoFrame.from_ndarray(pixels, format="rgba"),
            format="yuv420p",
            src_color_range=ColorRange.JPEG,
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
        )
        # Not the stream's time base: the container replaces that with its own.
        picture.pts, picture.time_base = index, self._tick
        self._container.mux(self._stream.encode(picture))

    def _check(self) -> None:
        if isinstance(self._error, OSError):
            raise _explained(self._error, self._path) from self._error
        if self._error:
            raise self._error


def _explained(error: OSError, path: Path) -> BadInput:
    folder = path.resolve().parent
    if error.errno == errno.ENOSPC:
        return BadInput(f"The disk is full: free some space in {folder} or save the video elsewhere.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BadInput(f"The video may not be written to {folder}: choose a folder that you may write to.")
    if error.errno == errno.ENOENT:
        return BadInput(f"There is no folder {folder}: create it or save the video elsewhere.")
    return BadInput(f"The video could not be written to {folder} ({error.strerror}): try another place.")
