"""From a click in the compose panel to the composed sign on the screen, and how long the window waits.

The clicks come while the handshapes are drawn for the first time, and again when they come from the disk.
Waits are wall time between two ticks of the window's thread, work is its own processor time: the former
tell little on a machine that is busy with other things. The avatar is drawn in a thread of its own.

Run with a screen: xvfb-run -a -s "-screen 0 1600x1000x24" python -m tests.bench.bench_compose_panel
"""

import os
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.whole_window import wait

CLICKS = 20
TICK = 2
"""Milliseconds between two signs of life of the window's thread."""


def open_window() -> Any:
    """The studio with the compose panel open and its first sign shown."""
    from PySide6.QtCore import QEventLoop

    from studio.settings import Settings
    from studio.window import MainWindow

    window, ready = MainWindow(Settings()), QEventLoop()
    window.workshop.ready.connect(ready.quit)
    window.resize(1440, 900)
    window.show()
    ready.exec()
    return window


def clicks(window: Any) -> dict[str, list[float]]:
    """Milliseconds from each click to its sign, of the window's thread for it, between ticks."""
    from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
    from PySide6.QtTest import QTest

    found: dict[str, list[float]] = {"shown": [], "work": []}
    ticks = [time.perf_counter()]
    life = QTimer(interval=TICK)
    life.timeout.connect(lambda: ticks.append(time.perf_counter()))
    life.start()
    if not window.composing.is_open:  # the second window opens as the first was left
        window.actions_by_name["compose"].trigger()
    wait(300)
    grid = window.compose.pages.page("Shape").grid
    for number in range(CLICKS):
        item = grid.item(number % 15 + 3)
        grid.scrollToItem(item)
        shown = QEventLoop()
        window.composing.composed.connect(shown.quit, Qt.ConnectionType.QueuedConnection)
        began, worked = time.perf_counter(), time.thread_time()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=_middle(grid, item, QPoint))
        shown.exec()
        found["work"].append(1000 * (time.thread_time() - worked))
        while not window.viewport.is_current:
            wait(1)
        found["shown"].append(1000 * (time.perf_counter() - began))
        window.composing.composed.disconnect(shown.quit)
        wait(120)
    life.stop()
    return found | {"waits": [1000 * (late - early) for early, late in pairwise(ticks)]}


def _middle(grid: Any, item: Any, point: Any) -> Any:
    return point(grid.visualItemRect(item).center())


def report(title: str, found: dict[str, list[float]]) -> None:
    """Print medians and the worst."""
    print(title)
    for name, about in (
        ("shown", "click to sign on the screen, wall"),
        ("work", "work of the window's thread for it, processor"),
        ("waits", "between ticks of the window's thread, wall"),
    ):
        values = found[name]
        print(f"  {about}: median {median(values):.1f} ms, worst {max(values):.1f} ms of {len(values)}")


def main() -> None:
    """Print the figures with pictures drawn anew, and with pictures read from the disk."""
    from studio.app import make_application

    with tempfile.TemporaryDirectory() as home:
        os.environ["SIGNWRIGHT_CONFIG_HOME"] = home
        application = make_application(["bench"])
        for title in ("pictures drawn meanwhile", "pictures on the disk"):
            window = open_window()
            report(title, clicks(window))
            while window.composing.pictures.is_busy:
                wait(50)
            window.document.mark_saved(Path("x"))
            window.close()
            application.processEvents()


if __name__ == "__main__":
    main()
