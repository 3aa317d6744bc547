"""Exporting from the window with the real command line: a video, a failure, a cancel, a close."""

import sys
import time
from pathlib import Path

import av
import pytest

from studio.exporting import ExportOptions
from studio.panels.dialogs import Answer, Message
from tests.studio.driving import answer, settle, trigger, write

SMALL = {"width": 160, "height": 90, "fps": 24}
SLOW = """
import json, sys, time
from pathlib import Path
part = Path(sys.argv[1] + ".part")
part.write_bytes(b"half a video")
print(json.dumps({"event": "progress", "done": 1, "total": 500, "note": ""}), flush=True)
time.sleep(60)
"""
FULL = """
import json, sys
print(json.dumps({"event": "error", "message": "The disk is full: free some space and export again."}))
sys.exit(1)
"""


def play_child(window, code):
    """Let this code be the exporting child; its argument is the video's path."""
    window.exports.command = lambda given: [sys.executable, "-c", code, given[given.index("-o") + 1]]


@pytest.fixture
def talk(window, qtbot):
    write(qtbot, window, "Hi")
    return window


def test_the_exported_file_is_a_video_of_the_project(talk, qtbot, tmp_path):
    path = tmp_path / "hi.mp4"
    with qtbot.waitSignal(talk.exports.said, timeout=60_000) as said:
        talk.exports._begin(ExportOptions(path, **SMALL))
        assert talk.exports.is_running
    assert str(path) in said.args[0]
    with av.open(str(path)) as video:
        stream = video.streams.video[0]
        frames = sum(1 for _ in video.decode(stream))
    assert (stream.width, stream.height, stream.average_rate) == (160, 90, 24)
    assert frames == pytest.approx(talk.document.project.timeline.seconds * 24, abs=2)
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["hi.mp4"]


@pytest.mark.parametrize("kind", ["gif", "glb", "eaf"])
def test_other_kinds_are_exported_by_the_same_command_line(talk, qtbot, tmp_path, kind):
    path = tmp_path / f"hi.{kind}"
    with qtbot.waitSignal(talk.exports.said, timeout=60_000) as said:
        talk.exports._begin(ExportOptions(path, **SMALL, kind=kind, attribution=True))
    assert str(path) in said.args[0]
    assert {entry.name for entry in tmp_path.iterdir() if entry.is_file()} == {
        path.name,
        f"{path.name}.attribution.txt",
    }


def test_the_dialog_leads_to_an_export(talk, qtbot, tmp_path):
    play_child(talk, FULL)
    dialog = talk.exports.ask()
    dialog.path.setText(str(tmp_path / "hi.mp4"))
    with qtbot.waitSignal(talk.exports.said, timeout=20_000):
        dialog._export.click()
    message = talk.findChild(Message)
    assert message is not None
    message.close()


def test_a_full_disk_is_a_sentence(talk, qtbot, tmp_path):
    play_child(talk, FULL)
    with qtbot.waitSignal(talk.exports.said, timeout=20_000):
        talk.exports._begin(ExportOptions(tmp_path / "hi.mp4"))
    texts = [label.text() for label in talk.findChild(Message).children() if hasattr(label, "text")]
    assert "The disk is full: free some space and export again." in texts
    talk.findChild(Message).close()
    assert not talk.exports.is_running


def test_cancelling_leaves_nothing(talk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("studio.process.PATIENCE", 200)
    play_child(talk, SLOW)
    talk.exports._begin(ExportOptions(tmp_path / "hi.mp4"))
    part = tmp_path / "hi.mp4.part"
    qtbot.waitUntil(part.exists, timeout=10_000)
    with qtbot.waitSignal(talk.exports.said, timeout=20_000) as said:
        talk.jobs.cancel.click()
    assert "nothing was written" in said.args[0]
    assert not part.exists()


def test_closing_while_exporting_asks_stops_and_leaves_nothing(talk, qtbot, tmp_path):
    play_child(talk, SLOW)
    talk.exports._begin(ExportOptions(tmp_path / "hi.mp4"))
    part = tmp_path / "hi.mp4.part"
    qtbot.waitUntil(part.exists, timeout=10_000)
    talk.document.mark_saved(Path("talk.signwright"))
    answer(Answer.NO)
    assert not talk.close()
    assert talk.exports.is_running
    answer(Answer.YES)
    began = time.monotonic()
    assert talk.close()
    assert time.monotonic() - began < 5
    assert not part.exists()


def test_an_empty_project_has_nothing_to_export(window, qtbot):
    trigger(window, "export")
    settle(qtbot, window)
    message = window.findChild(Message)
    assert "nothing to export" in message.windowTitle()
    message.close()
