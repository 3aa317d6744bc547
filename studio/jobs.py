"""Work that takes time, done in a thread of the pool."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from pipeline.progress import Cancelled, Progress

log = logging.getLogger(__name__)

_running: set["Job"] = set()


class Job(QObject):
    """Runs `work(progress)` in a thread and tells the outcome in the thread that made the job.

    One of `done`, `failed` or `cancelled` is emitted, then the job is over.
    """

    progressed = Signal(int, int, str)  # done, total, note
    said = Signal(str)  # a note that differs from the one before
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()
    _ended = Signal(object, object)  # result, exception

    def __init__(
        self,
        work: Callable[[Progress], Any],
        parent: QObject | None = None,
        pool: QThreadPool | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._pool = work, pool
        self._stop = threading.Event()
        self._note = ""
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def start(self, pool: QThreadPool | None = None) -> "Job":
        """Wait for a free thread and begin."""
        _running.add(self)
        (pool or self._pool or QThreadPool.globalInstance()).start(self._run)
        return self

    def cancel(self) -> None:
        """Ask the work to end at its next report of progress."""
        self._stop.set()

    def kill(self) -> None:
        """The same: a thread cannot be made to stop; who owns the pool waits for it."""
        self._stop.set()

    def _run(self) -> None:
        try:
            self._report(0, 0)
            self._ended.emit(self._work(self._report), None)
        except Exception as problem:
            self._ended.emit(None, problem)

    def _report(self, done: int, total: int, note: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled
        if total:
            self.progressed.emit(done, total, note)
        if note != self._note:
            self._note = note
            self.said.emit(note)

    def _finish(self, result: object, problem: Exception | None) -> None:
        _running.discard(self)
        if self._stop.is_set() or isinstance(problem, Cancelled):
            self.cancelled.emit()
        elif problem is not None:
            log.debug("a job failed", exc_info=problem)
            self.failed.emit(problem)
        else:
            self.done.emit(result)


class Latest(QObject):
    """A place for one kind of work of which only the newest result counts.

    Starting again cancels what runs or waits; a result that comes too late is dropped.
    """

    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, pool: QThreadPool | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._job is not None

    def start(self, work: Callable[[Progress], Any]) -> None:
        """Do `work` instead of anything started before."""
        self.cancel()
        self._job = Job(work)
        self._job.done.connect(self._deliver)
        self._job.failed.connect(self._fail)
        self._job.start(self._pool)

    def cancel(self) -> None:
        """Want no result any more."""
        job, self._job = self._job, None
        if job is not None:
            job.done.disconnect(self._deliver)
            job.failed.disconnect(self._fail)
            job.cancel()

    def _deliver(self, result: object) -> None:
        self._job = None
        self.done.emit(result)

    def _fail(self, problem: Exception) -> None:
        self._job = None
        self.failed.emit(problem)
