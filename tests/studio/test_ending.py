"""Ended by a signal, in a process of its own: children end too, no half file stays, and work is recovered."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studio.recovery import find_snapshots

ROOT = Path(__file__).parents[2]
STUDIO = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from studio import app, window
from studio.exporting import ExportOptions

film = Path(sys.argv[1])

def begin(studio):
    studio.text.editor.setPlainText("good morning " * 12)
    studio.tasks.changed.connect(lambda place: tell(studio.tasks.all[place]))
    export(studio)

def export(studio):
    if studio.editor.draft.is_pending or not studio.document.project.timeline.clips:
        QTimer.singleShot(50, lambda: export(studio))
    else:
        studio.exports._begin(ExportOptions(film, fps=60, width=640, height=360))

def tell(task):
    if task._run is not None and task.progress[0] > 3:
        print(task._run._job._process.processId(), flush=True)

class Studio(window.MainWindow):
    def __init__(self, settings):
        super().__init__(settings)
        settings.welcomed = True
        self.workshop.ready.connect(lambda: begin(self))

app.MainWindow = Studio
sys.exit(app.run(["main.py"]))
"""


@pytest.fixture
def exporting(screen, tmp_path):
    """A studio that has begun to export a film of what was typed, the film, and its child's number."""
    film = tmp_path / "film.mp4"
    command = [sys.executable, "-c", STUDIO, str(film)]
    studio = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert studio.stdout is not None
    child = int(studio.stdout.readline())
    assert is_alive(child)
    yield studio, film, child
    studio.kill()
    studio.communicate()


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def is_gone(number: int, seconds: float) -> bool:
    """Whether a process ends within so many seconds."""
    last = time.monotonic() + seconds
    while is_alive(number) and time.monotonic() < last:
        time.sleep(0.05)
    return not is_alive(number)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_studio_and_export_and_keeps_what_was_typed(exporting, home, number):
    studio, film, child = exporting
    studio.send_signal(number)
    _, said = studio.communicate(timeout=20)
    assert studio.returncode == 128 + number, said
    assert "Traceback" not in said
    assert not is_alive(child)
    assert list(film.parent.glob("film*")) == []
    [snapshot] = find_snapshots(home / "recovery")
    assert json.loads(snapshot.contents)["text"] == "good morning " * 12


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_export_ends_by_itself_when_its_studio_is_killed(exporting):
    studio, film, child = exporting
    studio.kill()
    studio.wait()
    assert is_gone(child, 20.0)
    assert list(film.parent.glob("film*")) == []
