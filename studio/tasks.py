"""The long jobs of the studio: what each one is, how far it is, and what it said on its way."""

import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from pipeline.errors import BadInput
from studio.language import tr
from studio.told import refused

LONGEST_LOG = 2000
"""Lines of a log that are kept: the last ones."""


class State(Enum):
    """Where a task stands."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens unless it is tried again."""
        return self in (State.DONE, State.FAILED, State.CANCELLED)


class Run(Protocol):
    """One try at a task: a `Job` in a thread or a `ProcessJob` in a child process."""

    progressed: SignalInstance  # done, total, note
    said: SignalInstance  # a line for the log
    done: SignalInstance
    failed: SignalInstance
    cancelled: SignalInstance

    def start(self) -> object: ...
    def cancel(self) -> None: ...
    def kill(self) -> None: ...


class Task(QObject):
    """A long job that can be watched, cancelled and tried again; `begin` makes each try at it.

    After every try one of `done`, `failed` or `cancelled` is emitted, and `changed` whenever anything is.
    """

    changed = Signal()
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        title: str,
        begin: Callable[[], Run],
        made: Path | None = None,
        waited_for: bool = False,
        unasked: bool = False,
    ) -> None:
        super().__init__()
        self.title = title
        self.made = made
        """The file or folder that it makes, where there is one."""
        self.waited_for = waited_for
        """Whether the studio waits for it when it closes, instead of asking and stopping it."""
        self.unasked = unasked
        """Whether nobody asked for it: it is listed, but neither the panel nor a question comes forward."""
        self._begin = begin
        self._run: Run | None = None
        self._began = self._ended = 0.0
        self.state = State.WAITING
        self.progress: tuple[int, int, str] = (0, 0, "")  # done, total, note
        self.log: list[str] = []
        self.problem = ""

    @property
    def seconds(self) -> float:
        """How long it has been at work."""
        if not self._began:
            return 0.0
        return (self._ended or time.monotonic()) - self._began

    @property
    def left(self) -> float | None:
        """Seconds that the rest takes at the pace so far; None while nobody can tell."""
        done, total, _ = self.progress
        if self.state is not State.RUNNING or self.seconds < 2 or not 0 < done <= total:
            return None
        return self.seconds / done * (total - done)

    @property
    def can_cancel(self) -> bool:
        """Whether it waits or runs."""
        return self.state in (State.WAITING, State.RUNNING)

    @property
    def can_retry(self) -> bool:
        """Whether it ended without a result."""
        return self.state in (State.FAILED, State.CANCELLED)

    def start(self) -> None:
        """Begin a try."""
        self._began, self._ended = time.monotonic(), 0.0
        self.problem, self.progress = "", (0, 0, "")
        self.state = State.RUNNING
        try:
            self._run = run = self._begin()
        except (BadInput, OSError) as problem:
            self._end(State.FAILED, refused(str(problem)))
            self.failed.emit(self.problem)
            return
        run.progressed.connect(self._progress)
        run.said.connect(self.tell)
        run.done.connect(self._finish)
        run.failed.connect(self._fail)
        run.cancelled.connect(self._stop)
        self.changed.emit()
        run.start()

    def cancel(self) -> None:
        """Stop it, or do not begin; `cancelled` follows."""
        if self.state is State.WAITING:
            self._stop()
        elif self.state is State.RUNNING and self._run is not None:
            self.state = State.STOPPING
            self.changed.emit()
            self._run.cancel()

    def kill(self) -> None:
        """Stop it at once, as when the studio closes."""
        if self._run is not None and not self.state.is_over:
            self._run.kill()

    def wait_again(self) -> None:
        """Forget how it ended and wait for another try."""
        self.state, self.problem, self.progress = State.WAITING, "", (0, 0, "")
        self.changed.emit()

    def tell(self, line: str) -> None:
        """Write a line into the log."""
        self.log += [f"{time.strftime('%H:%M:%S')}  {part}" for part in line.splitlines() if part.strip()]
        del self.log[:-LONGEST_LOG]
        self.changed.emit()

    def _progress(self, done: int, total: int, note: str) -> None:
        self.progress = done, total, note
        self.changed.emit()

    def _finish(self, result: object) -> None:
        said = result.get("message") if isinstance(result, dict) else None
        self._end(State.DONE, str(said or tr("Done.")))
        self.done.emit(result)

    def _fail(self, problem: object) -> None:
        self._end(State.FAILED, refused(str(problem)))
        self.failed.emit(self.problem)

    def _stop(self) -> None:
        self._end(State.CANCELLED, tr("Cancelled."))
        self.cancelled.emit()

    def _end(self, state: State, sentence: str) -> None:
        self._run, self._ended = None, time.monotonic()
        self.state = state
        self.problem = sentence if state is State.FAILED else ""
        self.tell(sentence)


class Tasks(QObject):
    """All long jobs of a window, oldest first; those of one queue run one after the other."""

    added = Signal(int)  # its place
    removed = Signal(int)  # the place where it was
    changed = Signal(int)  # its place

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Task] = []
        self._queues: dict[Task, str] = {}

    @property
    def open(self) -> list[Task]:
        """Those that wait or run."""
        return [task for task in self.all if not task.state.is_over]

    def add(self, task: Task, queue: str = "") -> Task:
        """Do a task: at once, or when those of its queue that came before are over."""
        task.setParent(self)
        self.all.append(task)
        self._queues[task] = queue
        task.changed.connect(lambda: self._tell(task))
        for outcome in (task.done, task.failed, task.cancelled):
            outcome.connect(lambda *_: self._go_on(queue))
        self.added.emit(len(self.all) - 1)
        self._go_on(queue)
        return task

    def retry(self, task: Task) -> None:
        """Do a task again that ended without a result."""
        if task.can_retry:
            task.wait_again()
            self._go_on(self._queues[task])

    def clear(self) -> None:
        """Forget those that are over."""
        for place in reversed(range(len(self.all))):
            task = self.all[place]
            if task.state.is_over:
                del self.all[place], self._queues[task]
                self.removed.emit(place)
                task.deleteLater()

    def kill(self) -> None:
        """Stop all, as when the studio closes."""
        for task in self.open:
            if task.state is State.WAITING:
                task.state = State.CANCELLED  # so that the end of the one before it starts nothing
        for task in self.open:
            task.kill()

    def _go_on(self, queue: str) -> None:
        mine = [task for task in self.open if self._queues[task] == queue]
        if queue and any(task.state is not State.WAITING for task in mine):
            return
        for task in [task for task in mine if task.state is State.WAITING][: 1 if queue else None]:
            task.start()

    def _tell(self, task: Task) -> None:
        if task in self._queues:
            self.changed.emit(self.all.index(task))
