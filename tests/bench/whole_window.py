"""The whole studio for benches: opened on the screen, waited for, and its event loop watched for stalls."""

import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, sleep, thread_time

from PySide6.QtCore import QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from studio.app import keep_for_good, make_application
from studio.settings import Settings
from studio.window import MainWindow

BEAT = 2
"""Milliseconds between two beats of an idle event loop."""
LONG = 0.05
"""Seconds after which a pause between two beats is a stall that somebody feels."""
WORK = 0.03
"""Seconds of processor time in one pause after which it is asked what the window's thread is at."""


@dataclass
class Stalls:
    """Pauses between two beats of the event loop in milliseconds, and what was at work in long ones."""

    walls: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)  # of them, the processor time of the window's thread
    causes: Counter[str] = field(default_factory=Counter)

    def told(self, what: str) -> str:
        """A line of the table, and the causes of stalls below it."""
        walls, busy = sorted(self.walls), sorted(self.busy)
        late = sum(1 for wall in walls if wall > 1000 * LONG)
        line = (
            f"{what:32} longest {walls[-1]:5.0f} ms wall, {busy[-1]:5.0f} ms processor; "
            f"99 % {walls[int(0.99 * len(walls))]:4.0f} ms, median {median(walls):4.1f}; over 50 ms: {late}"
        )
        return "\n".join([line, *(f"    {count:3} × {cause}" for cause, count in self.causes.most_common(4))])


def wait(milliseconds: int) -> None:
    """Let the event loop run as in the studio; `QTest.qWait` sleeps between rounds, and no thread runs."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def watched() -> Iterator[Stalls]:
    """Watch the event loop of this thread while the block runs it."""
    found, beat, over = Stalls(), [perf_counter(), thread_time()], threading.Event()
    thread = threading.get_ident()
    clock = time.pthread_getcpuclockid(thread)

    def tick() -> None:
        now, used = perf_counter(), thread_time()
        found.walls.append(1000 * (now - beat[0]))
        found.busy.append(1000 * (used - beat[1]))
        beat[:] = now, used

    def look() -> None:
        """Write down, once per long pause, which of our functions the window's thread works in."""
        told = 0.0
        while not over.is_set():
            sleep(0.005)
            if time.clock_gettime(clock) - beat[1] > WORK and beat[0] != told:
                told = beat[0]
                frames = traceback.extract_stack(sys._current_frames()[thread])
                ours = [
                    frame
                    for frame in frames
                    if "/studio/" in frame.filename or "/pipeline/" in frame.filename
                ]
                names = [f"{frame.filename.rsplit('/', 1)[1]}:{frame.lineno} {frame.name}" for frame in ours]
                found.causes[" < ".join(names[:-5:-1]) or "Qt"] += 1

    timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    wait(20)
    found.walls.clear(), found.busy.clear(), found.causes.clear()
    yield found
    over.set()
    watcher.join()
    timer.stop()


def opened(size: tuple[int, int] = (1440, 900)) -> tuple[QApplication, MainWindow]:
    """The application and its window, ready for the first key."""
    application = make_application(["bench"])
    window = MainWindow(Settings())
    window.resize(*size)
    window.show()
    drawn: list[str] = []
    window.viewport.built.connect(drawn.append)
    while not drawn:
        wait(50)
    wait(2000)
    keep_for_good()
    return application, window


def closed(window: MainWindow) -> None:
    """Close it without a question, once its threads have ended."""
    window.editor.draft.flush()
    window.document.mark_saved(Path("nowhere.signwright"))
    window.close()
    QThreadPool.globalInstance().waitForDone()


def settled(window: MainWindow, most: float = 60.0) -> None:
    """Wait until nothing is under way."""
    until = perf_counter() + most
    wait(200)
    while (window.editor.draft.is_pending or window.workshop.is_busy) and perf_counter() < until:
        wait(50)
    wait(500)
