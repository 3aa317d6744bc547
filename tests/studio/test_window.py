"""The whole window as a user meets it: typing, editing, playing, saving, recovering, closing."""

import json
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
)

from pipeline.body.signers import SIGNERS
from pipeline.errors import BadInput
from pipeline.signs.starter import STARTER
from pipeline.signs.store import Draft, SignStore
from pipeline.text.gloss import Origin
from pipeline.timeline.project import load_project, save_project, to_json
from pipeline.timeline.timeline import spans
from studio.describe import performed_at
from studio.panels import dialogs
from studio.panels.dialogs import Answer, Message
from studio.settings import Settings
from studio.window import MainWindow
from tests.studio import pointer
from tests.studio.driving import SENTENCE, answer, names, settle, trigger, write


def test_typing_becomes_glosses_a_timeline_and_a_motion(window, qtbot):
    write(qtbot, window)
    assert names(window) == ["POSS-1", "NAME", "ANNA"]
    assert [clip.label for clip in window.document.project.timeline.clips[-4:]] == list("ANNA")
    assert window.playback.duration == pytest.approx(window.document.project.timeline.seconds, abs=1 / 30)
    assert window.windowTitle().startswith("Untitled")
    assert window.isWindowModified()


def test_a_burst_of_typing_is_one_step(window, qtbot):
    write(qtbot, window)
    trigger(window, "undo")
    settle(qtbot, window)
    assert window.document.project.text == ""
    assert window.text.editor.toPlainText() == ""
    assert not window.document.history.canUndo()
    trigger(window, "redo")
    assert names(window) == ["POSS-1", "NAME", "ANNA"]
    assert window.text.editor.toPlainText() == SENTENCE


def test_typing_after_a_pause_is_another_step(window, qtbot):
    write(qtbot, window, "Anna")
    window.editor.draft.end_burst()
    write(qtbot, window, " Bob")
    trigger(window, "undo")
    assert window.document.project.text == "Anna"


def test_undo_before_the_translation_is_done_loses_nothing(window, qtbot):
    window.text.editor.setFocus()
    qtbot.keyClicks(window.text.editor, "Anna")
    assert window.editor.draft.is_pending
    trigger(window, "undo")
    assert window.document.project.text == ""
    trigger(window, "redo")
    assert window.document.project.text == "Anna"
    assert names(window) == ["ANNA"]


def test_undo_works_while_the_text_has_the_keyboard(window, qtbot):
    write(qtbot, window)
    qtbot.keyClick(window.text.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.project.text == ""


def test_an_edit_of_glosses_comes_after_what_was_typed_before_it(window, qtbot):
    window.text.editor.setFocus()
    qtbot.keyClicks(window.text.editor, "Anna")
    window.glosses.inserted.emit(0, "HI")
    settle(qtbot, window)
    assert names(window) == ["HELLO", "ANNA"]
    assert window.document.project.text == "Anna"


def test_every_edit_of_glosses_is_undone_exactly(window, qtbot):
    write(qtbot, window)
    history = [window.document.project]
    for change in (
        lambda: window.glosses.renamed.emit(0, "YOUR"),
        lambda: window.glosses.inserted.emit(1, "OLD"),
        lambda: window.glosses.moved.emit(0, 3),
        lambda: window.glosses.deleted.emit(2),
    ):
        change()
        settle(qtbot, window)
        history.append(window.document.project)
    assert names(window) == ["OLD", "NAME", "YOUR"]
    for before in reversed(history[:-1]):
        trigger(window, "undo")
        assert window.document.project == before
    for after in history[1:]:
        trigger(window, "redo")
        assert window.document.project == after


def test_edits_by_hand_outlive_typing_until_the_text_is_translated_anew(window, qtbot):
    write(qtbot, window)
    window.glosses.inserted.emit(1, "GOOD")
    write(qtbot, window, " Bob")
    assert names(window) == ["POSS-1", "GOOD", "NAME", "ANNA", "BOB"]
    trigger(window, "translate_anew")
    assert names(window) == ["POSS-1", "NAME", "ANNA", "BOB"]
    trigger(window, "undo")
    assert names(window) == ["POSS-1", "GOOD", "NAME", "ANNA", "BOB"]


def test_edits_by_hand_outlive_another_dictionary_that_signs_more(window, qtbot, tmp_path):
    """As after composing a sign: the new word is signed, what was put by hand stays."""
    write(qtbot, window, "hello Zyx")
    window.glosses.inserted.emit(1, "GOOD")
    settle(qtbot, window)
    path = tmp_path / "more.sqlite"
    copyfile(STARTER, path)
    with SignStore(path, writable=True) as store:
        store.add(Draft("ZYX", "ase"), store.motion(store.find("GOOD", "ase")[0].id))
    window.commands.use_dictionary(path)
    assert names(window) == ["HELLO", "GOOD", "ZYX"]
    assert [gloss.origin for gloss in window.document.project.glosses.glosses] == [Origin.DICTIONARY] * 3
    assert window.document.project.edited
    settle(qtbot, window)


def test_a_selected_gloss_is_offered_marked_and_shown(window, qtbot):
    write(qtbot, window)
    window.glosses.selected.emit(2)
    assert [selection.cursor.selectedText() for selection in window.text.editor.extraSelections()][
        -1
    ] == "Anna"
    assert window.candidates.letters.count() == 4
    assert window.candidates.list.model().rowCount() >= 1
    assert window.playback.time > 0


def test_another_candidate_takes_the_place_and_is_undone(window, qtbot, tmp_path):
    path = tmp_path / "two.sqlite"
    with SignStore(STARTER) as starter, SignStore(path, create=True) as store:
        for letter in "AB":
            motion = starter.motion(starter.find(letter, "ase")[0].id)
            store.add(Draft("HELLO", "ase", variant=letter), motion)
    window.editor.set_dictionary(str(path))
    write(qtbot, window, "hello")
    window.glosses.selected.emit(0)
    (before,) = window.document.project.timeline.clips
    trigger(window, "next_candidate")
    settle(qtbot, window)
    (after,) = window.document.project.timeline.clips
    assert after.chosen and after.sign != before.sign
    assert window.candidates._model.used == after.sign
    trigger(window, "undo")
    assert window.document.project.timeline.clips == (before,)


def test_a_clip_selected_on_the_timeline_is_selected_everywhere(window, qtbot):
    write(qtbot, window)
    window.timeline.clip_selected.emit(1)
    assert window.glosses.current == 1
    assert window.selection.position == 1


def test_a_dragged_transition_is_one_step(window, qtbot):
    write(qtbot, window)
    steps = window.document.history.count()
    for seconds in (0.3, 0.5, 0.8):
        window.timeline.transition_dragged.emit(2, seconds, 12345)
    settle(qtbot, window)
    assert window.document.project.timeline.clips[2].into.seconds == pytest.approx(0.8)
    assert window.document.history.count() == steps + 1
    assert window.playback.duration == pytest.approx(window.document.project.timeline.seconds, abs=1 / 30)
    trigger(window, "undo")
    into = window.document.project.timeline.clips[2].into
    assert into.seconds == into.proposed


def test_a_dragged_transition_outlives_typing(window, qtbot):
    write(qtbot, window)
    window.timeline.transition_dragged.emit(2, 0.9, 7)
    write(qtbot, window, " Bob")
    assert window.document.project.timeline.clips[2].into.seconds == pytest.approx(0.9)


def test_space_plays_in_the_window_and_is_a_letter_in_the_text(window, qtbot):
    write(qtbot, window, "a b")
    assert not window.playback.is_playing
    window.viewport.setFocus()
    qtbot.keyClick(window.viewport, Qt.Key.Key_Space)
    assert window.playback.is_playing
    qtbot.keyClick(window.viewport, Qt.Key.Key_Space)
    assert not window.playback.is_playing


def test_speed_loop_and_steps(window, qtbot):
    write(qtbot, window)
    trigger(window, "slower")
    trigger(window, "slower")
    assert window.playback.speed == 0.5
    trigger(window, "loop")
    assert window.playback.looping
    trigger(window, "to_end")
    assert window.playback.time == window.playback.duration
    trigger(window, "to_start")
    trigger(window, "frame_forward")
    assert window.playback.time == pytest.approx(1 / 30)


def test_the_gloss_being_performed_is_marked(window, qtbot):
    write(qtbot, window)
    begins = [begin for begin, _ in spans(window.document.project.timeline)]
    first = [clip.position for clip in window.document.project.timeline.clips].index(1)
    window.playback.seek(begins[first] + 0.01)
    assert window.glosses._model.performed == 1
    window.glosses.deleted.emit(0)
    settle(qtbot, window)
    assert window.glosses._model.performed == performed_at(
        window.document.project.timeline, spans(window.document.project.timeline), window.playback.time
    )
    window.playback.seek(0.0)
    assert window.glosses._model.performed == -1


def test_candidates_get_a_picture(window, screen, qtbot):
    write(qtbot, window)
    window.glosses.selected.emit(0)
    pictures = window.candidates._model.pictures
    qtbot.waitUntil(lambda: len(pictures) > 0, timeout=10_000)
    image = next(iter(pictures.values())).strip.toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    assert len(colors) > 50


def test_camera_presets_reach_the_viewport(window, qtbot):
    told = []
    window.viewport.camera_changed.connect(told.append)
    trigger(window, "side")
    qtbot.waitUntil(lambda: bool(told) and abs(told[-1].yaw) > 85)


def test_another_language_signs_the_same_text_anew(window, qtbot):
    write(qtbot, window, "Müller")
    window.text.languages_chosen.emit("de", "gsg")
    settle(qtbot, window)
    project = window.document.project
    assert (project.language, project.sign_language) == ("de", "gsg")
    assert {clip.label for clip in project.timeline.clips} & set("MÜLER")
    trigger(window, "undo")
    assert window.document.project.sign_language == "ase"


@pytest.mark.parametrize("text", ["", "   \n ", "🙂🙂", "手語 Б ا", "a" * 300, "\u202e\u0000\ufffd x"])
def test_odd_texts_are_no_trouble(window, qtbot, text):
    window.text.editor.setPlainText(text)
    settle(qtbot, window)
    assert window.status.message == ""
    window.glosses.selected.emit(0)


def test_save_and_open_bring_everything_back(window, qtbot, tmp_path, monkeypatch):
    write(qtbot, window)
    window.timeline.transition_dragged.emit(1, 0.7, 1)
    window.glosses.renamed.emit(0, "YOUR")
    path = tmp_path / "talk.signwright"
    monkeypatch.setattr(dialogs, "ask_file_to_save", lambda *_: path)
    trigger(window, "save")
    saved = window.document.project
    assert not window.isWindowModified()
    assert json.loads(path.read_text(encoding="utf-8"))["text"] == SENTENCE
    trigger(window, "new")
    assert names(window) == []
    monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_: path)
    trigger(window, "open")
    settle(qtbot, window)
    assert window.document.project == saved
    assert window.document.path == path
    assert window.settings.recent == [str(path)]
    assert not window.document.is_edited


@pytest.mark.parametrize(
    "contents",
    [b"", b"{", b'{"format": "other"}', b"\xff\xfe", b"[1]"],
    ids=["empty", "cut", "other", "binary", "list"],
)
def test_a_damaged_project_is_a_sentence_and_changes_nothing(window, qtbot, tmp_path, contents):
    write(qtbot, window)
    before = window.document.project
    path = tmp_path / "bad.signwright"
    path.write_bytes(contents)
    assert not window.files.load(path)
    message = window.findChild(Message)
    assert "bad.signwright" in message.windowTitle()
    message.close()
    assert window.document.project == before


def test_a_project_whose_dictionary_is_gone_opens_with_the_starter(window, qtbot, tmp_path):
    write(qtbot, window)
    path = tmp_path / "moved.signwright"
    save_project(path, replace(window.document.project, dictionary="/nowhere/signs.sqlite"))
    assert window.files.load(path)
    window.findChild(Message).close()
    assert window.document.project.dictionary is None
    assert names(window) == ["POSS-1", "NAME", "ANNA"]
    assert window.document.is_edited


def test_a_file_that_is_no_dictionary_is_refused(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "signs.sqlite"
    path.write_bytes(b"not a database" * 10)
    monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_: path)
    trigger(window, "choose_dictionary")
    window.findChild(Message).close()
    assert window.document.project.dictionary is None


def test_a_file_that_is_no_body_model_is_refused(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "SMPLX_NEUTRAL.npz"
    path.write_bytes(b"not a model")
    monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_: path)
    trigger(window, "choose_model")
    qtbot.waitUntil(lambda: window.findChild(Message) is not None, timeout=5000)
    window.findChild(Message).close()
    assert window.settings.body_model == ""


def test_a_second_model_takes_the_place_of_the_first(window, qtbot, tmp_path, monkeypatch):
    for name in ("woman", "man"):
        path = tmp_path / f"SMPLX_{name}.npz"
        path.write_bytes(next(shipped.path for shipped in SIGNERS if shipped.key == name).read_bytes())
        monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_, path=path: path)
        with qtbot.waitSignal(window.bodies.loaded, timeout=10_000) as loaded:
            trigger(window, "choose_model")
        assert loaded.args[0].name == path.stem
        qtbot.waitUntil(lambda: window.document.project.signer == "user")
        assert window.bodies.choices()[-1] == ("user", f"Your model ({path.stem})")
        assert window.top.findChild(QComboBox).currentText() == f"Your model ({path.stem})"


def test_a_shipped_signer_stands_in_for_a_model_that_is_not_there(window, qtbot):
    with qtbot.waitSignal(window.bodies.loaded, timeout=10_000) as loaded:
        window.editor.set_signer("user")
    assert "choose it" in window.status.message
    assert loaded.args[0].name
    assert window.document.project.signer == "user"


def test_another_signer_is_an_edit(window, qtbot):
    with qtbot.waitSignal(window.bodies.loaded, timeout=10_000):
        window.top.signer_chosen.emit("man")
    assert window.document.project.signer == "man"
    trigger(window, "undo")
    assert window.document.project.signer == "woman"


def test_the_next_project_begins_with_the_same_languages_and_signer(window, qtbot):
    window.text.languages_chosen.emit("de", "gsg")
    window.top.signer_chosen.emit("man")
    settle(qtbot, window)
    window.document.mark_saved(Path("x"))
    trigger(window, "new")
    project = window.document.project
    assert (project.language, project.sign_language, project.signer) == ("de", "gsg", "man")


def test_closing_with_changes_asks_and_cancel_stays(window, qtbot):
    write(qtbot, window)
    answer(Answer.CANCEL)
    assert not window.close()
    assert window.isVisible()


def test_closing_and_saving_saves(window, qtbot, tmp_path, monkeypatch):
    write(qtbot, window)
    path = tmp_path / "kept.signwright"
    monkeypatch.setattr(dialogs, "ask_file_to_save", lambda *_: path)
    answer(Answer.YES)
    assert window.close()
    assert load_project(path).text == SENTENCE


def test_a_save_that_fails_keeps_the_window_open(window, qtbot, tmp_path, monkeypatch):
    write(qtbot, window)
    monkeypatch.setattr(
        dialogs, "ask_file_to_save", lambda *_: tmp_path / "no" / "such" / "folder.signwright"
    )
    answer(Answer.YES)
    assert not window.close()
    window.findChild(Message).close()
    assert window.document.is_edited


def test_typing_is_saved_even_if_it_is_not_translated_yet(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "quick.signwright"
    monkeypatch.setattr(dialogs, "ask_file_to_save", lambda *_: path)
    window.text.editor.setFocus()
    qtbot.keyClicks(window.text.editor, "Anna")
    trigger(window, "save")
    assert load_project(path).text == "Anna"
    assert [gloss.name for gloss in load_project(path).glosses.glosses] == ["ANNA"]


def test_typing_is_saved_even_if_it_cannot_be_translated(window, qtbot, tmp_path, monkeypatch):
    def refuse(*_):
        raise BadInput("The dictionary is damaged.")

    write(qtbot, window, "Hi")
    path, problems = tmp_path / "kept.signwright", []
    window.editor.failed.connect(problems.append)
    monkeypatch.setattr(dialogs, "ask_file_to_save", lambda *_: path)
    monkeypatch.setattr("pipeline.timeline.edits.set_text", refuse)
    window.editor.draft.end_burst()
    window.text.editor.selectAll()
    qtbot.keyClicks(window.text.editor, "A")
    trigger(window, "save")
    assert problems == ["The dictionary is damaged."]
    assert load_project(path).text == window.text.editor.toPlainText() == "A"
    trigger(window, "undo")
    assert names(window) == ["HELLO"]


def test_the_layout_is_remembered_and_can_be_reset(window, qtbot):
    window.docks.candidates.hide()
    window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert not again.docks.candidates.isVisible()
    again.actions_by_name["reset_layout"].trigger()
    assert again.docks.candidates.isVisible()


def test_work_is_autosaved_while_it_is_edited_and_cleared_when_saved(window, qtbot, tmp_path, monkeypatch):
    write(qtbot, window)
    with qtbot.waitSignal(window.files.autosave.saved, timeout=5000):
        window.files.autosave.note_change()
    assert window.files.autosave.file.exists()
    monkeypatch.setattr(dialogs, "ask_file_to_save", lambda *_: tmp_path / "a.signwright")
    trigger(window, "save")
    assert not window.files.autosave.file.exists()


def left_behind(home, contents):
    """What a crashed studio would have left."""
    file = home / "recovery" / "1-1.autosave"
    file.write_text(json.dumps({"origin": "/p/talk.signwright", "saved": 1.0, "project": contents}))
    return file


def test_what_a_crash_left_is_recovered(window, qtbot, home):
    write(qtbot, window)
    file = left_behind(home, to_json(window.document.project))
    window.document.mark_saved(Path("x"))
    trigger(window, "new")
    answer(Answer.YES)
    window.files.offer_recovery()
    assert names(window) == ["POSS-1", "NAME", "ANNA"]
    assert window.document.is_edited and window.document.name == "talk"
    assert not file.exists() and window.files.autosave.file.exists()


def test_a_crashed_project_that_cannot_be_opened_is_not_thrown_away(window, home):
    file = left_behind(home, "of another version")
    answer(Answer.YES)
    window.files.offer_recovery()
    kept = file.with_suffix(".signwright")
    (message,) = (message for message in window.findChildren(Message) if message.isVisible())
    assert kept.read_text() == "of another version"
    assert any(str(kept) in part.text() for part in message.findChildren(QLabel))
    message.close()


def test_everything_that_takes_the_keyboard_has_a_name(window):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractScrollArea, QTabBar)
    used = [widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisible()]
    tabbed = [widget for widget in used if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(tabbed) > 10
    assert [widget for widget in tabbed if not widget.accessibleName()] == []


def test_a_gloss_is_dragged_with_the_mouse(window, qtbot):
    write(qtbot, window)
    strip = window.glosses._strip
    boxes = [strip.visualRect(strip.model().index(row, 0)) for row in range(3)]
    start, end = boxes[0].center(), boxes[2].center()
    pointer.drag(strip.viewport(), (start.x(), start.y()), (end.x() + 20, end.y()))
    assert names(window) == ["NAME", "ANNA", "POSS-1"]
