"""Autosave and recovery, down to a process that is killed."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studio.recovery import Autosave, find_snapshots, remove, set_aside

ROOT = Path(__file__).parents[2]


def test_a_change_is_saved_after_a_rest(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("studio.recovery.DELAY", 20)
    folder = tmp_path / "recovery"
    autosave = Autosave(folder, lambda: ("the project", "/p/a.signwright"))
    with qtbot.waitSignal(autosave.saved):
        autosave.note_change()
    data = json.loads(autosave.file.read_text())
    assert (data["project"], data["origin"]) == ("the project", "/p/a.signwright")
    autosave.close()
    assert list(folder.iterdir()) == []


def test_changes_without_a_rest_are_saved_all_the_same(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("studio.recovery.LONGEST_WAIT", -1.0)
    autosave = Autosave(tmp_path, lambda: ("x", ""))
    autosave.note_change()
    assert autosave.file.exists()
    autosave.close()


def test_what_a_running_studio_saved_is_left_alone(qtbot, tmp_path):
    autosave = Autosave(tmp_path, lambda: ("mine", ""))
    autosave.save()
    assert find_snapshots(tmp_path) == []
    assert autosave.file.exists()
    autosave.close()


def test_unreadable_remains_are_kept_and_offered_no_more(qtbot, tmp_path):
    (tmp_path / "1-2.autosave").write_text('{"origin": 3')
    assert find_snapshots(tmp_path) == []
    assert list(tmp_path.glob("*.autosave")) == []
    assert (tmp_path / "1-2.damaged").read_text() == '{"origin": 3'


def test_a_full_disk_is_told_and_the_last_autosave_stays(qtbot, tmp_path):
    autosave = Autosave(tmp_path / "there", lambda: ("x", ""))
    autosave.file = tmp_path / "gone" / "x.autosave"
    with qtbot.waitSignal(autosave.failed) as failed:
        autosave.save()
    assert "save the project yourself" in failed.args[0]


def test_what_cannot_be_recovered_is_kept_and_offered_no_more(qtbot, tmp_path):
    (tmp_path / "1-2.autosave").write_text(json.dumps({"origin": "", "saved": 1.0, "project": "of tomorrow"}))
    (snapshot,) = find_snapshots(tmp_path)
    assert set_aside(snapshot).read_text() == "of tomorrow"
    assert find_snapshots(tmp_path) == []


CRASHING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from studio.recovery import Autosave
application = QCoreApplication([])
autosave = Autosave(Path(sys.argv[1]), lambda: (sys.argv[2], "/p/talk.signwright"))
autosave.save()
print("saved", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_a_killed_process_leaves_its_project(qtbot, tmp_path):
    command = [sys.executable, "-c", CRASHING, str(tmp_path), "text of the project"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "saved\n"
        assert find_snapshots(tmp_path) == []
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    (snapshot,) = find_snapshots(tmp_path)
    assert snapshot.contents == "text of the project"
    assert snapshot.origin == "/p/talk.signwright"
    remove(snapshot)
    assert find_snapshots(tmp_path) == []
