"""Exporting many sentences from the window: the list, real jobs, a failure in between, the same command."""

import re
import shlex
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studio.process import MAIN
from studio.tasks import State
from tests.studio.driving import let_go, trigger

SLOW = "import sys; sys.stdin.readline(); sys.exit(130)"


@pytest.fixture
def dialog(window, tmp_path, qtbot):
    """The dialog over a table with three sentences, of which nothing in the second can be signed."""
    table = tmp_path / "talk.csv"
    table.write_text("name;text;language\nhello;Good morning.;en\nsmile;😀;en\n;-Guten Morgen!;de\n")
    trigger(window, "export_sentences")
    made = window.findChild(object, "SentencesDialog")
    QTest.keyClicks(made.file, str(table))
    made.folder.setText(str(tmp_path / "out"))
    made.form.kind.setCurrentText("Subtitles, SRT")
    return made


def cells(dialog, column):
    rows = dialog.rows
    return [rows.index(place, column).data() for place in range(rows.rowCount())]


def mark(dialog, place):
    """Click on a row of the list."""
    dialog.list.clearSelection()
    box = dialog.list.visualRect(dialog.rows.index(place, 0))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_sentence_is_a_job_and_one_that_fails_stops_no_other(window, dialog, qtbot, tmp_path):
    assert cells(dialog, 0) == ["Good morning.", "😀", "-Guten Morgen!"]
    assert cells(dialog, 1) == ["hello.srt", "smile.srt", "003-Guten-Morgen.srt"]
    assert cells(dialog, 2) == ["Not begun"] * 3
    click(dialog.export)
    assert [task.state for task in window.tasks.all] == [State.RUNNING, State.WAITING, State.WAITING]
    assert not dialog.export.isEnabled()
    qtbot.waitUntil(lambda: not window.tasks.open, timeout=60_000)
    states = cells(dialog, 2)
    assert states[0].startswith("Done") and states[2].startswith("Done")
    assert states[1].startswith("Failed") and "Nothing in the text can be signed" in states[1]
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"hello.srt", "003-Guten-Morgen.srt"}
    assert "Guten Morgen!" in (tmp_path / "out" / "003-Guten-Morgen.srt").read_text()


def test_the_command_that_is_shown_writes_the_same_files(dialog, window, qtbot, tmp_path):
    dialog.manner.setCurrentIndex(2)
    given = shlex.split(dialog.command.text())
    assert given[:2] == ["python3", "main.py"] and given[2] == "batch"
    assert given[given.index("--manner") :][:2] == ["--manner", "learners"]
    click(dialog.export)
    qtbot.waitUntil(lambda: not window.tasks.open, timeout=60_000)
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    (tmp_path / "out").rename(tmp_path / "jobs")
    done = subprocess.run([sys.executable, str(MAIN), *given[2:]], capture_output=True, timeout=60)
    assert done.returncode == 1  # the second sentence
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == made


def test_several_formats_of_each_sentence_are_files_and_jobs_as_the_command_makes_them(
    dialog, window, qtbot, tmp_path
):
    dialog.form.kind.setCurrentText("Avatar for Blender and three.js, GLB")
    for name in ("srt", "eaf", "bvh"):
        QTest.mouseClick(dialog.beside[name], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    (tmp_path / "talk.csv").write_text("name;text\nhello;Good morning.\n")
    dialog.file.setText(str(tmp_path / "talk.csv") + " ")  # read it again
    assert cells(dialog, 1) == ["hello.glb", "hello.bvh", "hello.srt", "hello.eaf"]
    assert cells(dialog, 0) == ["Good morning.", "", "", ""]
    given = shlex.split(dialog.command.text())
    assert given[given.index("--to") :][:5] == ["--to", "glb", "bvh", "srt", "eaf"]
    click(dialog.export)
    assert len(window.tasks.all) == 4
    qtbot.waitUntil(lambda: not window.tasks.open, timeout=60_000)
    made = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(made) == {"hello.glb", "hello.bvh", "hello.srt", "hello.eaf"}
    (tmp_path / "out").rename(tmp_path / "jobs")
    done = subprocess.run([sys.executable, str(MAIN), *given[2:]], capture_output=True, timeout=120)
    assert done.returncode == 0
    again = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert _without_dates(again) == _without_dates(made)


def test_a_film_and_what_goes_with_it_are_asked_for_together(dialog):
    dialog.form.kind.setCurrentText("MP4, H.265")
    dialog.form.captions.setChecked(True)
    QTest.mouseClick(dialog.beside["eaf"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert "--to mp4 eaf" in dialog.command.text() and "--format h265" in dialog.command.text()
    kinds = [(options.kind, options.captions) for _, options in dialog._wanted()]
    assert kinds == [("h265", True), ("eaf", False)] * 3


def test_a_format_beside_a_text_brings_its_own_frames_a_second(dialog):
    assert "--fps" not in dialog.command.text() and not dialog.form.isRowVisible(dialog.form.fps)
    assert not dialog.beside["srt"].isEnabled()  # which is the format already
    QTest.mouseClick(dialog.beside["glb"], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert "--to srt glb" in dialog.command.text() and "--fps" in dialog.command.text()
    assert dialog.form.isRowVisible(dialog.form.fps)


def _without_dates(files):
    """EAF says when it was made."""
    return {name: re.sub(rb'DATE="[^"]*"', b"", content) for name, content in files.items()}


def test_a_sentence_is_cancelled_and_tried_again_by_itself(dialog, window, qtbot, tmp_path):
    window.sentences.command = lambda given: [sys.executable, "-c", SLOW]
    click(dialog.export)
    mark(dialog, 2)
    click(dialog.cancel)
    assert window.tasks.all[2].state is State.CANCELLED
    mark(dialog, 0)
    click(dialog.cancel)
    qtbot.waitUntil(lambda: window.tasks.all[1].state is State.RUNNING, timeout=20_000)
    assert cells(dialog, 2)[0] == "Cancelled"
    mark(dialog, 0)
    click(dialog.retry)
    assert window.tasks.all[0].state is State.WAITING
    window.tasks.kill()


def test_files_that_are_there_are_left_alone_unless_they_are_wanted_anew(dialog, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "hello.srt").write_text("by hand")
    dialog.again.setChecked(True)
    dialog.again.setChecked(False)
    assert cells(dialog, 2) == ["There already: it stays", "Not begun", "Not begun"]
    assert "--again" not in dialog.command.text() and len(dialog._wanted()) == 2
    dialog.again.setChecked(True)
    assert "--again" in dialog.command.text() and len(dialog._wanted()) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"words\nx\n", "no column"), (b"\n", "holds no sentence"), (b"\xff", "not in UTF-8")],
)
def test_a_file_without_sentences_is_a_sentence(dialog, tmp_path, content, said):
    (tmp_path / "bad.csv").write_bytes(content)
    bad = tmp_path / ("bad.csv" if said == "no column" else "bad.txt")
    (tmp_path / "bad.csv").rename(bad)
    dialog.open_file(bad)
    assert said in dialog._problem.text() and dialog.rows.rowCount() == 0
    assert not dialog.export.isEnabled()


def test_a_dropped_table_opens_the_dialog_with_its_sentences(window, tmp_path):
    (tmp_path / "talk.csv").write_text("text\nGood morning.\n")
    let_go(window, tmp_path / "talk.csv")
    assert cells(window.findChild(object, "SentencesDialog"), 0) == ["Good morning."]
