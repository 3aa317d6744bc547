"""How long the timeline takes to lay out, to paint and to move its playhead.

Run by hand: `QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_timeline`
"""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from studio import theme
from studio.timeline.strip import strip
from studio.timeline.view import TimelineView
from tests.studio.sentences import many

WIDTH, HEIGHT = 1400, 280


class TimedView(TimelineView):
    """Notes how long each of its repaints takes, without what Qt does around it."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        started = perf_counter()
        super().paintEvent(event)
        self.times.append(1000 * (perf_counter() - started))

    def repainting(self, action: Callable[[int], None], repeats: int) -> float:
        """Median milliseconds of the repaint after `action`, which gets the number of its run."""
        self.repaint()
        self.times.clear()
        for run in range(repeats):
            action(run)
            QApplication.processEvents()
        return median(self.times)


def measure(signs: int) -> None:
    """Print one row: layout, full repaints at three zooms, a tick of the playhead."""
    project = many(signs)
    started = perf_counter()
    length = strip(project.glosses, project.timeline).seconds
    numbers = [1000 * (perf_counter() - started)]
    view = TimedView()
    view.resize(WIDTH, HEIGHT)
    view.show_project(project)
    view.set_speeds(np.random.default_rng(1).random((int(length * 30), 2)) ** 3)
    view.show()
    QApplication.processEvents()
    for visible in (signs, 100, 12):
        view.fit()
        view.zoom(max(signs / visible, 1.0), 700)
        numbers.append(view.repainting(lambda run: view._look(view.scale.scrolled(-7 if run % 2 else 7)), 21))
    numbers.append(view.repainting(lambda run: view.show_time(view.scale.seconds(600 + run % 5)), 100))
    print(f"{signs:6d} signs " + " ".join(f"{number:9.3f}" for number in numbers), flush=True)
    view.close()


def main() -> None:
    """Print the table."""
    application = QApplication(sys.argv)
    theme.apply(application)
    print(f"{application.platformName()}, {WIDTH}x{HEIGHT}, median ms")
    print("               layout       all       100        12      tick")
    for signs in (12, 500, 2000):
        measure(signs)


if __name__ == "__main__":
    main()
