"""Pictures become a file beside the drawing, in a thread of their own."""

import errno
import queue
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from pipeline.errors import BadInput
from pipeline.render.film import VideoOptions
from pipeline.render.sinks.gif import GifSink
from pipeline.render.sinks.pictures import PictureSink
from pipeline.render.sinks.stream import StreamSink
from pipeline.render.target import Pixels

AHEAD = 4
"""Pictures that may wait for the encoder, before the drawing waits too."""


class Sink(Protocol):
    """Where pictures go, one after the other; its constructor raises OSError when it cannot begin."""

    def write(self, pixels: Pixels, index: int) -> None:
        """Take picture number `index`, (H, W, 4), transparent ones premultiplied. Raises OSError."""

    def complete(self) -> None:
        """Write what is left. Raises OSError."""

    def close(self) -> None:
        """Let go of the file, complete or not; raises nothing."""


SINKS: dict[str, Callable[[Path, VideoOptions, str], Sink]] = {"png": PictureSink, "gif": GifSink}
"""By the name of the format; every other format is a stream."""


class Encoder:
    """Writes pictures to `path` in a thread of its own; `finish` or `abandon` ends it.

    `comment` stands in the file's metadata. Raises BadInput, from whichever call comes next, when the file
    cannot be written.
    """

    def __init__(self, path: Path, options: VideoOptions, comment: str = "") -> None:
        self.seconds = 0.0
        self._path = path
        self._queue: queue.Queue[Pixels | None] = queue.Queue(AHEAD)
        self._error: BaseException | None = None
        self._abandoned = False
        try:
            self._sink = SINKS.get(options.format.name, StreamSink)(path, options, comment)
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

    def _run(self) -> None:
        """Take pictures until the end is called, whatever happens: the drawing must never wait for ever."""
        count = 0
        while (pixels := self._queue.get()) is not None:
            if not self._useless:
                self._attempt(partial(self._sink.write, pixels, count))
                count += 1
        if not self._useless:
            self._attempt(self._sink.complete)
        self._sink.close()
        del self._sink  # a container that failed keeps its file open until it is gone

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
