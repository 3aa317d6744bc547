"""How long the whole studio takes from an edit of a long timeline to its picture.

Run by hand: `xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python -m
tests.bench.bench_timeline_window`. About five minutes of real signs of the starter dictionary are edited as a
drag does: the edit, all panels, and the repaint of the timeline. Baking goes on in its thread meanwhile.
"""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter, sleep, thread_time

from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.timeline import edits, timing
from pipeline.timeline.project import Project
from studio import theme
from studio.app import keep_for_good
from studio.settings import Settings
from studio.viewport.surface import surface_format
from studio.window import MainWindow

SENTENCE = "I like coffee, but I want water tomorrow. The teacher helps the child at school. "


def main() -> None:
    """Print CPU and wall milliseconds of 40 edits."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication(sys.argv)
    theme.apply(application)
    with SignStore(STARTER) as store:
        project = edits.set_text(Project(), SENTENCE * 38, store)
    window = MainWindow(Settings())
    window.resize(1400, 900)
    window.show()
    _settle(window)
    keep_for_good()
    window.document.open(project, None)
    _settle(window)
    print(f"{len(project.timeline.clips)} clips, {project.timeline.seconds / 60:.1f} minutes")
    walls, cpus = [], []
    for run in range(40):
        started, busy = perf_counter(), thread_time()
        changed = timing.pace(window.document.project.timeline, 250, 0.3 + 0.01 * run)
        window.editor.retime("Change Transition", changed, gesture=1)
        window.timeline.repaint()
        walls.append(1000 * (perf_counter() - started))
        cpus.append(1000 * (thread_time() - busy))
        application.processEvents()
        sleep(0.02)
    print(f"edit to repaint: {median(cpus):.1f} ms CPU (slowest {max(cpus):.1f})")
    print(f"                 {median(walls):.1f} ms wall (slowest {max(walls):.1f})")
    _settle(window)
    window.document.mark_saved(Path("nowhere.signwright"))  # nothing asks at the end
    window.close()


def _settle(window: MainWindow) -> None:
    for _ in range(150):
        QApplication.processEvents()
        sleep(0.02)


if __name__ == "__main__":
    main()
