"""The export dialogs: what is asked for, what it says on the command line, how far it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pipeline.render.background import background
from pipeline.render.camera import PRESETS
from studio import commands
from studio.exporting import BACKGROUNDS, CAMERAS, SIZES, ExportOptions, arguments, as_typed
from studio.panels.export import ExportDialog, ExportProgress


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent, tmp_path):
    return ExportDialog(parent, ExportOptions(tmp_path / "talk.mp4"), tmp_path / "talk.signwright", "")


def test_the_command_does_what_is_chosen(dialog, tmp_path, qtbot):
    dialog.picture.setCurrentIndex(2)
    dialog.fps.setCurrentText("25")
    dialog.camera.setCurrentText("Hands")
    dialog.background.setCurrentText("Light")
    shown = dialog.command.text()
    for part in (
        "--width 1080 --height 1920",
        "--fps 25",
        "--camera hands",
        "--background light",
        "talk.mp4",
    ):
        assert part in shown
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog._export.click()
    assert chosen.args == [ExportOptions(tmp_path / "talk.mp4", 1080, 1920, 25, "hands", "light")]


def test_enter_on_cancel_cancels(dialog, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    asked = []
    dialog.chosen.connect(asked.append)
    (cancel,) = [button for button in dialog.findChildren(QPushButton) if button.text() == "Cancel"]
    cancel.setFocus()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert asked == []


def test_enter_in_the_file_name_exports(dialog, qtbot):
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.path.setFocus()
    with qtbot.waitSignal(dialog.chosen):
        QTest.keyClick(dialog.path, Qt.Key.Key_Return)


def test_every_camera_and_background_on_offer_exists():
    assert set(CAMERAS) == set(commands.CAMERAS.values()) == set(PRESETS)
    assert all(background(name) for name in BACKGROUNDS)


@pytest.mark.parametrize(
    ("path", "saved", "said"), [("a", True, False), ("a", False, True), (None, True, True)]
)
def test_the_command_is_promised_only_for_what_is_saved(parent, tmp_path, path, saved, said):
    project = tmp_path / path if path else None
    dialog = ExportDialog(parent, ExportOptions(tmp_path / "talk.mp4"), project, "", saved=saved)
    assert any("once the project is saved" in part.text() for part in dialog.findChildren(QLabel)) == said


def test_the_last_choice_is_proposed_again(parent, tmp_path):
    before = ExportOptions(tmp_path / "a.mp4", 1920, 1080, 60, "side", "light")
    assert ExportDialog(parent, before, None, "").options == before


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "Choose a file"),
        ("nowhere/talk.mp4", "There is no folder"),
        ("talk.avi", "Only .mp4"),
        (".", "is a folder"),
    ],
)
def test_a_path_that_cannot_be_written_is_said_before_it_is_tried(
    dialog, tmp_path, monkeypatch, name, problem
):
    monkeypatch.chdir(tmp_path)
    dialog.path.setText(name)
    assert problem in dialog._problem.text()
    assert not dialog._export.isEnabled()
    dialog.path.setText(str(tmp_path / "talk"))
    assert dialog._export.isEnabled()
    assert dialog.options.path == tmp_path / "talk.mp4"


def test_a_video_that_would_be_replaced_is_mentioned(dialog, tmp_path):
    (tmp_path / "old.mp4").touch()
    dialog.path.setText(str(tmp_path / "old.mp4"))
    assert "will be replaced" in dialog._problem.text()
    assert dialog._export.isEnabled()


def test_all_sizes_are_even():
    assert all(width % 2 == 0 and height % 2 == 0 for _, width, height in SIZES)


def test_a_path_with_spaces_is_quoted(tmp_path):
    given = arguments(ExportOptions(tmp_path / "my talk.mp4"), tmp_path / "p.signwright", "/models/SMPLX.npz")
    assert "'" in as_typed(given)
    assert given[-2:] == ["--model", "/models/SMPLX.npz"]


def test_progress_tells_frames_and_cancels_once(parent, qtbot, tmp_path):
    progress = ExportProgress(parent, tmp_path / "talk.mp4")
    progress.show_progress(30, 120, "")
    assert (progress.bar.value(), progress.bar.maximum()) == (30, 120)
    assert "30 of 120" in progress.note.text()
    with qtbot.waitSignal(progress.cancel_asked):
        progress.button.click()
    assert not progress.button.isEnabled()
    assert "Cancelling" in progress.note.text()
