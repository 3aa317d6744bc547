"""How long the timeline takes to lay out, to paint, to move its playhead, and from an edit to its picture.

Run by hand: `QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_timeline`. The second table edits five
minutes of signing, 500 signs with a marker over every tenth, as a drag does: the edit of the document,
the new strip and the repaint that shows it.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter, process_time

import numpy as np
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from pipeline.compose.face import Channel
from pipeline.timeline import markers, timing
from pipeline.timeline.markers import Marker
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Timeline
from studio import theme
from studio.document import Document
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


def five_minutes() -> Project:
    """500 signs of half a second and as many ways, with markers."""
    project = many(500, spelled=False, seconds=0.33)
    markers = tuple(Marker(Channel.BROWS, "up", begin, begin + 2.0) for begin in range(0, 290, 6))
    return replace(project, timeline=replace(project.timeline, markers=markers))


def edit_to_repaint(name: str, edit: Callable[[Timeline, int], Timeline], visible: int) -> None:
    """Print one row: median and slowest milliseconds from an edit to the picture of it."""
    document = Document(five_minutes())
    view = TimedView()
    view.resize(WIDTH, HEIGHT)
    view.show_project(document.project)
    length = document.project.timeline.seconds
    view.set_speeds(np.random.default_rng(1).random((int(length * 30), 2)) ** 3)
    document.changed.connect(view.show_project)
    view.fit()
    view.zoom(max(500 / visible, 1.0), 700)
    view.show()
    QApplication.processEvents()
    times = []
    for run in range(41):
        started = process_time()
        timeline = edit(document.project.timeline, run)
        document.edit(name, replace(document.project, timeline=timeline), gesture=1)
        view.repaint()
        times.append(1000 * (process_time() - started))
    print(f"{name:28s} {visible:4d} in sight {median(times):8.1f} {max(times):8.1f}", flush=True)
    view.close()


EDITS: dict[str, Callable[[Timeline, int], Timeline]] = {
    "pace a transition": lambda timeline, run: timing.pace(timeline, 250, 0.2 + 0.01 * run),
    "trim a sign in place": lambda timeline, run: timing.trim(
        timeline, 250, 0.0, 0.1 + 0.005 * run, 1.0, ripple=False
    ),
    "move a marker": lambda timeline, run: replace(
        timeline,
        markers=markers.change(timeline.markers, 25, markers.moved(timeline.markers[25], 0.01)),
    ),
}


def main() -> None:
    """Print the tables."""
    application = QApplication(sys.argv)
    theme.apply(application)
    print(f"{application.platformName()}, {WIDTH}x{HEIGHT}, median ms")
    print("               layout       all       100        12      tick")
    for signs in (12, 500, 2000):
        measure(signs)
    print(f"edit to picture, {five_minutes().timeline.seconds / 60:.1f} min, CPU ms: median, slowest")
    for visible in (500, 60):
        for name, edit in EDITS.items():
            edit_to_repaint(name, edit, visible)


if __name__ == "__main__":
    main()
