"""A film beside the clock: frames are decoded in a thread of their own, and only the newest wish counts."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from studio.jobs import Job

if TYPE_CHECKING:
    from pipeline.footage import Footage, Pixels


class FilmPlayer(QObject):
    """Shows the frame of a film at any moment; never keeps the window waiting."""

    shown = Signal(object)  # Pixels, (H, W, 3)
    failed = Signal(str)  # one sentence; the film is closed then

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._wanted: float | None = None
        self._is_busy = False
        self._last: Pixels | None = None
        self._pool = QThreadPool(self)  # of one thread, which the open film belongs to
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._held: tuple[Path, Footage] | None = None  # used in that thread alone

    @property
    def path(self) -> Path | None:
        """The film that is shown, None for none."""
        return self._path

    def open(self, path: Path | None) -> None:
        """Show another film from the next moment on, or none."""
        self._path, self._wanted, self._last = path, None, None

    def seek(self, seconds: float) -> None:
        """Show the frame of a moment as soon as may be; of several moments only the last is decoded."""
        self._wanted = seconds
        if not self._is_busy:
            self._go_on()

    def forget(self) -> None:
        """Tell the next frame even if it is the same."""
        self._last = None

    def close(self) -> None:
        """End the thread and let go of the file."""
        self.open(None)
        self._pool.start(self._let_go)
        self._pool.waitForDone()

    def _go_on(self) -> None:
        path, seconds = self._path, self._wanted
        if path is None or seconds is None:
            return
        self._wanted, self._is_busy = None, True
        job = Job(lambda _: (path, self._decode(path, seconds)))
        job.done.connect(self._take)
        job.failed.connect(lambda problem: self._fail(path, problem))
        job.start(self._pool)

    def _take(self, found: "tuple[Path, Pixels]") -> None:
        self._is_busy = False
        path, pixels = found
        if path == self._path and pixels is not self._last:
            self._last = pixels
            self.shown.emit(pixels)
        self._go_on()

    def _fail(self, path: Path, problem: Exception) -> None:
        self._is_busy = False
        if path == self._path:
            self.open(None)
            self.failed.emit(str(problem))
        self._go_on()

    # In the thread

    def _decode(self, path: Path, seconds: float) -> "Pixels":
        from pipeline.footage import Footage

        if self._held is None or self._held[0] != path:
            self._let_go()
            self._held = path, Footage(path)
        return self._held[1].at(seconds)

    def _let_go(self) -> None:
        if self._held is not None:
            self._held[1].close()
            self._held = None
