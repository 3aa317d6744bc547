"""How long the window's thread takes from a move of the mouse to the corrected frame, in a drag of a handle.

Run by hand: `xvfb-run -a -s "-screen 0 1600x1000x24" env QT_QPA_PLATFORM=xcb python -m
tests.bench.bench_correct`. A ring and a wrist are dragged in a sentence of a few signs and in one of about
five minutes; processor time of the thread that hears the mouse, without the drawing of the picture after it.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import sleep, thread_time

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QSurfaceFormat
from PySide6.QtWidgets import QApplication

from pipeline.motion import joints
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.timeline import edits
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import spans
from studio import theme
from studio.settings import Settings
from studio.viewport.gizmo import ring
from studio.viewport.surface import surface_format
from studio.window import MainWindow
from tests.bench.bench_timeline_window import SENTENCE

MOVES = 60


def main() -> None:
    """Print median, 95 % and slowest milliseconds of both drags."""
    os.environ["SIGNWRIGHT_CONFIG_HOME"] = tempfile.mkdtemp()
    QSurfaceFormat.setDefaultFormat(surface_format())
    application = QApplication(sys.argv)
    theme.apply(application)
    window = MainWindow(Settings())
    window.resize(1400, 900)
    window.show()
    window.actions_by_name["correct"].trigger()
    for repeats in (1, 38):
        with SignStore(STARTER) as store:
            window.document.open(edits.set_text(Project(), SENTENCE * repeats, store), None)
        begins = spans(window.document.project.timeline)
        _settle(4)
        window.playback.seek(sum(begins[len(begins) // 2]) / 2)
        _settle(2)
        print(f"{len(begins)} clips")
        tool = window.correcting.tool
        tool.choose(joints.RIGHT_WRIST)
        pixels = tool.sight.pixels(
            ring(tool.shown.places[tool.joint], tool.shown.axes[tool.joint][0], tool.sight)
        )
        _report("ring", _dragged(window, [QPointF(*pixels[step % 40]) for step in range(MOVES)]))
        x, y = tool.sight.pixels(tool.shown.places[joints.RIGHT_WRIST])
        _report("wrist", _dragged(window, [QPointF(x + step, y - step % 30) for step in range(MOVES)]))
        window.document.mark_saved(Path("nowhere.signwright"))  # nothing asks at the end
    window.close()


def _dragged(window: MainWindow, way: list[QPointF]) -> list[float]:
    """Milliseconds of every move."""
    _send(window, QEvent.Type.MouseButtonPress, way[0])
    taken = []
    for place in way[1:]:
        started = thread_time()
        _send(window, QEvent.Type.MouseMove, place)
        taken.append(1000 * (thread_time() - started))
    _send(window, QEvent.Type.MouseButtonRelease, way[-1])
    _settle(2)
    return taken[3:]


def _send(window: MainWindow, kind: QEvent.Type, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    event = QMouseEvent(
        kind, place, window.viewport.mapToGlobal(place), button, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window.viewport, event)


def _report(what: str, taken: list[float]) -> None:
    half, most = np.percentile(taken, [50, 95])
    print(f"{what}: {half:.1f} ms median, {most:.1f} at 95 %, {max(taken):.1f} slowest (processor)")


def _settle(seconds: float) -> None:
    for _ in range(round(seconds / 0.02)):
        QApplication.processEvents()
        sleep(0.02)


if __name__ == "__main__":
    main()
