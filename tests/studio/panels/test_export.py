"""The export dialogs: what is asked for, what it says on the command line, how far it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pipeline.exchange.outputs import MOTIONS, TEXTS
from pipeline.render.background import background
from pipeline.render.camera import PRESETS
from pipeline.render.formats import SUFFIXES
from studio import commands
from studio.exporting import BACKGROUNDS, CAMERAS, KINDS, SIZES, ExportOptions, arguments, as_typed
from studio.panels.dialogs import SUFFIX
from studio.panels.export import ExportDialog


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent, tmp_path):
    return ExportDialog(parent, ExportOptions(tmp_path / "talk.mp4"), tmp_path / "talk.signwright", "")


def test_the_command_does_what_is_chosen(dialog, tmp_path, qtbot):
    dialog.form.picture.setCurrentIndex(2)
    dialog.form.fps.setCurrentText("25")
    dialog.form.camera.setCurrentText("Hands")
    dialog.form.background.setCurrentText("Light")
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
        ("", "Choose a name"),
        ("nowhere/talk.mp4", "There is no folder"),
        ("talk.avi", "written to .mp4 files"),
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


def test_the_format_decides_the_end_of_the_name_and_what_is_asked(dialog, tmp_path):
    dialog.show()
    for name, kind in KINDS.items():
        dialog.form.kind.setCurrentText(kind.title)
        assert dialog.options.kind == name
        assert dialog.options.path.suffix == kind.suffix
        assert dialog.form.picture.isVisible() == dialog.form.captions.isVisible() == kind.drawn
        assert dialog.form.fps.isVisible() == kind.moving
        assert ("--width" in dialog.command.text()) == kind.drawn


def test_every_kind_is_one_that_speak_writes():
    """And the other way round, but for the project itself, which Save writes."""
    assert {kind.suffix for kind in KINDS.values()} == {*SUFFIXES, *MOTIONS, *TEXTS} - {SUFFIX}


def test_transparency_is_only_for_formats_that_have_it(dialog):
    dialog.form.kind.setCurrentText(KINDS["vp9"].title)
    dialog.form.background.setCurrentText("Transparent")
    assert "--background transparent" in dialog.command.text()
    dialog.form.kind.setCurrentText(KINDS["h264"].title)
    assert "--background studio" in dialog.command.text()
    item = dialog.form.background.model().item(list(BACKGROUNDS).index("transparent"))
    assert not item.isEnabled()


def test_captions_and_attribution_are_asked_for(dialog, tmp_path, qtbot):
    QTest.mouseClick(
        dialog.form.captions, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.form.captions.height() // 2)
    )
    dialog.form.attribution.setChecked(True)
    assert dialog.command.text().endswith("--captions --attribution")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog._export.click()
    assert chosen.args[0].captions and chosen.args[0].attribution


def test_pictures_go_to_a_new_folder(dialog, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.png").touch()
    dialog.form.kind.setCurrentText(KINDS["png"].title)
    dialog.path.setText(str(tmp_path / "full"))
    assert "is not empty" in dialog._problem.text() and not dialog._export.isEnabled()
    dialog.path.setText(str(tmp_path / "new"))
    assert dialog.options.path == tmp_path / "new" and dialog._export.isEnabled()
    assert "--format png" in dialog.command.text()


def test_all_sizes_are_even():
    assert all(width % 2 == 0 and height % 2 == 0 for _, width, height in SIZES)


def test_a_path_with_spaces_is_quoted(tmp_path):
    given = arguments(ExportOptions(tmp_path / "my talk.mp4"), tmp_path / "p.signwright", "/models/SMPLX.npz")
    assert "'" in as_typed(given)
    assert given[-2:] == ["--body", "/models/SMPLX.npz"]
