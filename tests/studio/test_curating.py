"""Curating in the whole window: keys decide, undo takes back, the sentence follows, files outlive it."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pipeline.motion.motion import Motion
from pipeline.render.camera import FRONT
from pipeline.signs.decision import NONE, Decision, Status
from pipeline.signs.decisions import decisions_file
from pipeline.signs.store import Draft, SignStore, new_store
from tests.studio import pointer
from tests.studio.driving import hold, picture, settle, trigger, write

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def wave(number: int) -> Motion:
    pose = np.zeros((31, 55, 3), np.float32)
    pose[:, 17, 2] = np.linspace(0, 0.1 * number, 31)
    return Motion(30.0, pose)


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    path = tmp_path / "signs.sqlite"
    with new_store(path) as store:
        for number, score in enumerate((0.9, 0.7, 0.5), start=1):
            draft = Draft("RAIN", "ase", str(number), source="corpus", signer="anna", scores={"fit": score})
            store.add(draft, wave(number))
        store.add(Draft("SNOW", "ase", source="corpus", features=frozenset({("handshape", "5")})), wave(4))
    return path


@pytest.fixture
def curating(window, qtbot, dictionary):
    window.editor.set_dictionary(str(dictionary))
    write(qtbot, window, "rain snow")
    window.selection.select(0)
    window.candidates.list.setFocus()
    return window


def press(qtbot, window, key):
    qtbot.keyClicks(window.candidates.list, key)
    settle(qtbot, window)


def used(window):
    """The variant that performs RAIN."""
    return window.editor.library.sign(window.document.project.timeline.clips[0].sign).variant


def order(window):
    return [sign.variant for sign in window.candidates.signs]


def test_rejecting_the_best_lets_the_next_perform_and_undo_takes_both_back(curating, qtbot):
    assert used(curating) == "1" and curating.candidates.marked.variant == "1"
    steps = curating.document.history.count()
    press(qtbot, curating, "r")
    assert used(curating) == "2" and order(curating) == ["2", "3", "1"]
    assert curating.document.history.count() == steps + 1
    assert curating.document.history.undoText() == "Reject RAIN 1"
    trigger(curating, "undo")
    settle(qtbot, curating)
    assert used(curating) == "1" and order(curating) == ["1", "2", "3"]
    assert curating.candidates.marked.decision == NONE
    trigger(curating, "redo")
    settle(qtbot, curating)
    assert used(curating) == "2"


def test_the_representative_is_one_and_performs_at_once(curating, qtbot):
    for row, variant in ((2, "3"), (2, "2")):
        curating.candidates.mark(row)
        press(qtbot, curating, "b")
        assert order(curating)[0] == variant and used(curating) == variant
    representing = [sign.variant for sign in curating.candidates.signs if sign.decision.representative]
    assert representing == ["2"]


def test_decisions_are_signed_kept_in_their_own_file_and_outlive_the_window(curating, qtbot, dictionary):
    curating.settings.curator = "Anna B."
    press(qtbot, curating, "a")
    curating.candidates.curation.note.setText("clear")
    curating.candidates.curation.note.editingFinished.emit()
    with SignStore(dictionary) as store:
        [first] = [sign for sign in store.find("RAIN", "ase") if sign.variant == "1"]
        assert first.decision == Decision(Status.APPROVED, note="clear")
        assert [record.by for record in store.decisions.history()] == ["Anna B.", "Anna B."]
    assert decisions_file(dictionary).parent == dictionary.parent


def test_after_enter_in_a_field_the_keys_are_for_the_list_again(curating, qtbot):
    panel, bar = curating.candidates, curating.candidates.curation
    press(qtbot, curating, "t")
    qtbot.keyClicks(curating.focusWidget(), "learners")
    qtbot.keyClick(curating.focusWidget(), Qt.Key.Key_Return)
    assert curating.focusWidget() is panel.list
    qtbot.keyClick(curating.focusWidget(), Qt.Key.Key_E)
    qtbot.keyClicks(curating.focusWidget(), "thumb")
    qtbot.keyClick(curating.focusWidget(), Qt.Key.Key_Escape)
    assert curating.focusWidget() is panel.list and bar.note.text() == ""
    qtbot.keyClick(curating.focusWidget(), Qt.Key.Key_A)
    assert panel.marked.decision == Decision(Status.APPROVED, tags=("learners",))


def test_next_undecided_goes_through_the_gloss_and_then_to_the_next_one(curating, qtbot):
    seen = []
    for _ in range(3):
        seen.append(curating.candidates.marked.variant)
        press(qtbot, curating, "a")
        press(qtbot, curating, "n")
    assert sorted(seen) == ["1", "2", "3"]
    assert curating.selection.position == 1
    assert curating.candidates.marked.gloss == "SNOW"


def test_mirroring_changes_what_is_performed(curating, qtbot):
    with qtbot.waitSignal(curating.editor.performed, timeout=10_000) as before:
        curating.editor.perform_again()
    press(qtbot, curating, "m")
    after = curating.editor._performance
    middle = before.args[0].motion.frames // 3
    assert not np.allclose(before.args[0].motion.pose[middle], after.motion.pose[middle])


def test_trimming_shortens_the_sign_in_the_sentence_in_one_step(curating, qtbot):
    clip = curating.document.project.timeline.clips[0]
    curating.candidates.curation.end.setValue(0.5)
    curating.candidates.curation.end.editingFinished.emit()
    settle(qtbot, curating)
    trimmed = curating.document.project.timeline.clips[0]
    assert clip.end == pytest.approx(1.0) and trimmed.end == pytest.approx(0.5)
    trigger(curating, "undo")
    assert curating.document.project.timeline.clips[0].end == clip.end


def test_curating_alone_leaves_the_project_unedited(curating, qtbot):
    curating.document.mark_saved(Path("weather.signwright"))
    curating.candidates.mark(2)
    press(qtbot, curating, "f")
    assert curating.document.history.canUndo() and not curating.document.is_edited


def test_searching_finds_by_handshape_and_by_what_is_decided(curating, qtbot):
    press(qtbot, curating, "f")
    for words, found in (("handshape:5", ["SNOW"]), ("flagged:yes", ["RAIN"]), ("sno", ["SNOW"])):
        curating.candidates.search.setText(words)
        qtbot.waitUntil(lambda: not curating.searching._reading.is_busy, timeout=5000)
        assert [sign.gloss for sign in curating.candidates.signs] == found, words
    qtbot.keyClick(curating.candidates.list, Qt.Key.Key_A)
    curating.candidates.search.setText("status:approved")
    assert [sign.gloss for sign in curating.candidates.signs] == ["SNOW"]


@pytest.fixture
def compared(curating, qtbot):
    trigger(curating, "compare")
    qtbot.waitExposed(curating.comparing.window)
    return curating.comparing.window


def test_two_or_four_signs_stand_side_by_side_with_one_camera_and_one_clock(curating, compared, qtbot):
    shown = [pane.sign.variant for pane in compared.panes if pane.isVisible()]
    assert shown == ["1", "2"]
    qtbot.mouseClick(compared.four, Qt.MouseButton.LeftButton)
    assert [pane.isVisible() for pane in compared.panes] == [True, True, True, False]
    left, right = compared.panes[0].viewport, compared.panes[1].viewport
    pointer.drag(left, (100, 100), (180, 120))
    assert left.camera == right.camera != FRONT
    assert compared.playback.is_playing
    qtbot.keyClick(compared, Qt.Key.Key_Space)
    assert not compared.playback.is_playing
    compared.slider.sliderMoved.emit(500)
    half = pytest.approx(0.5, abs=0.01)
    qtbot.waitUntil(lambda: left.shown.seconds == right.shown.seconds == half)


def test_no_pane_goes_on_before_the_slowest_shows_the_moment(curating, compared, qtbot, screen, monkeypatch):
    compared.playback.pause()
    left, right = compared.panes[0].viewport, compared.panes[1].viewport
    compared.playback.seek(0.1)
    qtbot.waitUntil(lambda: left.shown.seconds == right.shown.seconds == 0.1 and not left.is_moving)
    picture(left, at_rest=True), picture(right, at_rest=True)
    gate = hold(left, monkeypatch)
    for moment in (0.3, 0.4, 0.6):
        compared.playback.seek(moment)
        qtbot.wait(60)
    qtbot.waitUntil(lambda: right.shown.seconds == 0.3)
    assert (left.shown.seconds, right._seconds) == (0.1, 0.3)
    gate.set()
    qtbot.waitUntil(lambda: left.shown.seconds == right.shown.seconds == 0.6)


def test_deciding_in_the_comparison_is_a_step_like_any_other(curating, compared, qtbot):
    qtbot.keyClick(compared, Qt.Key.Key_2)
    qtbot.keyClicks(compared, "a")
    settle(qtbot, curating)
    assert compared.panes[1].sign.status is Status.APPROVED
    assert order(curating) == ["2", "1", "3"] and used(curating) == "2"
    qtbot.keyClick(compared, Qt.Key.Key_1)
    qtbot.keyClick(compared, Qt.Key.Key_Return)
    settle(qtbot, curating)
    assert used(curating) == "1"
    compared.close()
    assert curating.comparing.window is None


def test_the_keys_belong_to_the_comparison_and_not_to_the_window_behind_it(curating, compared, qtbot, screen):
    qtbot.waitUntil(lambda: compared.isActiveWindow() and compared.focusWidget() is compared)
    looked = curating.viewport.camera, curating.isFullScreen(), curating.viewport._aids
    playing = compared.playback.is_playing
    for key in (Qt.Key.Key_Space, Qt.Key.Key_K, Qt.Key.Key_3, Qt.Key.Key_F11, Qt.Key.Key_Home):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert (curating.viewport.camera, curating.isFullScreen(), curating.viewport._aids) == looked
    assert compared.playback.is_playing != playing and not curating.playback.is_playing


def test_a_decision_in_the_comparison_is_undone_in_it(curating, compared, qtbot):
    qtbot.keyClicks(compared, "r")
    assert compared.panes[0].sign.status is Status.REJECTED
    qtbot.keyClick(compared, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert compared.panes[0].sign.status is Status.UNDECIDED
    qtbot.keyClick(compared, Qt.Key.Key_Z, CONTROL_SHIFT)
    assert compared.panes[0].sign.status is Status.REJECTED


def test_a_click_into_the_list_of_signs_leaves_the_keys_where_they_were(compared, qtbot):
    qtbot.waitUntil(lambda: compared.focusWidget() is compared)
    pointer.click(compared.panes[1].viewport, 50, 50)
    qtbot.keyClicks(QApplication.focusWidget() or compared, "a")
    assert compared.panes[0].sign.status is Status.APPROVED
    assert not compared.panes[1].choice.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_another_sign_is_chosen_into_a_pane(compared, qtbot):
    pane = compared.panes[0]
    pane.choice.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.choice, Qt.Key.Key_Down)
    assert pane.sign.variant == "3"
