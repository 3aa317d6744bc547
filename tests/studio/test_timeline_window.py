"""The timeline in the whole studio: inspector, clipboard, manner, linked highlighting."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from pipeline.compose.face import Channel
from pipeline.motion import joints
from pipeline.timeline.manner import PRESETS, Manner
from pipeline.timeline.timeline import spans
from studio.timeline.layout import lanes
from studio.timeline.tips import tip
from tests.studio import pointer
from tests.studio.driving import names, settle, trigger, write


@pytest.fixture
def written(window, qtbot):
    write(qtbot, window)
    return window


def place(window, seconds, lane="signs"):
    row = lanes(window.timeline.height())[lane]
    return window.timeline.scale.x(seconds), row.top + row.height / 2


def draw(window, start, end, lane):
    pointer.drag(window.timeline, place(window, start, lane), place(window, end, lane))


def timeline(window):
    return window.document.project.timeline


def enter(spin, value):
    """Type a number as a user does."""
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, f"{value:.2f}")
    QTest.keyClick(spin, Qt.Key.Key_Return)


def test_a_drawn_marker_reaches_the_face_that_is_shown(written, qtbot):
    settle(qtbot, written)
    with qtbot.waitSignal(written.workshop.baked) as caught:
        draw(written, 0.6, 1.6, "brows")
    motion = caught.args[0].motion
    brow = motion.face[:, joints.FACE_UNITS.index("browInnerUp")]
    assert brow[33] == pytest.approx(0.9, abs=0.01) and brow[55] == pytest.approx(0, abs=0.01)
    assert written.inspector.markers.heading.text() == "Brows"


def test_the_inspector_says_why_a_transition_is_so_long_and_gives_it_back(written, qtbot):
    begin, _ = spans(timeline(written))[1]
    into = timeline(written).clips[1].into
    pointer.click(written.timeline, *place(written, begin - into.seconds / 2))
    page = written.inspector.ways
    assert page.isVisible() and "are proposed" in page.about.text()
    assert not page.proposal.isEnabled()
    enter(page.length, into.seconds + 0.5)
    enter(page.ease, 0.5)
    changed = timeline(written).clips[1].into
    assert (changed.seconds, changed.ease) == (pytest.approx(into.seconds + 0.5, abs=0.006), 0.5)
    assert "You set it" in page.about.text()
    qtbot.mouseClick(page.proposal, Qt.MouseButton.LeftButton)
    assert timeline(written).clips[1].into == into
    enter(page.hold, 0.4)
    assert timeline(written).clips[0].hold == pytest.approx(0.4)


def test_a_hurried_transition_is_doubted_in_the_inspector(written, qtbot):
    window = written
    begin, _ = spans(timeline(window))[1]
    into = timeline(window).clips[1].into
    pointer.click(window.timeline, *place(window, begin - into.seconds / 2))
    enter(window.inspector.ways.length, 0.12)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: "Hurried" in window.inspector.ways.about.text(), timeout=5000)


def test_the_inspector_changes_a_sign_in_single_steps(written, qtbot):
    begin, end = spans(timeline(written))[1]
    pointer.click(written.timeline, *place(written, (begin + end) / 2))
    page = written.inspector.signs
    assert page.isVisible()
    before, count = timeline(written), written.document.history.count()
    enter(page.speed, 2.0)
    enter(page.repeat, 3)
    clip = timeline(written).clips[1]
    assert (clip.speed, clip.repeat) == (2.0, 3)
    assert written.document.history.count() == count + 2
    enter(page.end, 99)
    assert timeline(written).clips[1].end <= page.longest
    qtbot.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    assert timeline(written).clips[1].timing == before.clips[1].timing
    settle(qtbot, written)


def test_signs_are_copied_pasted_duplicated_cut_and_all_is_undone(written, qtbot):
    window, before = written, written.document.project
    first = names(window)
    begins = [begin + 0.05 for begin, _ in spans(timeline(window))]
    window.timeline.setFocus()
    pointer.click(window.timeline, *place(window, begins[0]))
    pointer.click(window.timeline, *place(window, begins[1]), modifiers=pointer.CONTROL)
    trigger(window, "copy_signs")
    assert QGuiApplication.clipboard().text() == " ".join(first[:2])
    trigger(window, "paste_signs")
    assert names(window) == [*first[:2], *first[:2], *first[2:]]
    assert window.selection.positions == {2, 3}
    window.document.history.undo()
    trigger(window, "select_all")
    trigger(window, "duplicate_signs")
    assert names(window) == [*first, *first]
    assert window.selection.positions == frozenset(range(len(first), 2 * len(first)))
    trigger(window, "select_all")
    trigger(window, "cut_signs")
    assert names(window) == []
    while window.document.project != before:
        window.document.history.undo()
    settle(qtbot, window)


def test_the_text_keeps_its_own_clipboard_keys(written, qtbot):
    editor = written.text.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == editor.toPlainText()


def test_a_copied_marker_is_pasted_at_the_playhead(written, qtbot):
    draw(written, 0.6, 1.1, "head")
    trigger(written, "copy_signs")
    written.playback.seek(2.0)
    trigger(written, "paste_signs")
    assert [m.start for m in timeline(written).markers] == [pytest.approx(0.6, abs=0.05), pytest.approx(2.0)]
    settle(qtbot, written)


def test_pasting_nothing_says_so(written, qtbot):
    QGuiApplication.clipboard().setText("words")
    before = written.document.project
    trigger(written, "paste_signs")
    assert written.document.project == before


def test_a_preset_and_the_rate_change_the_whole_sentence(written, qtbot):
    before = timeline(written)
    box = written.manner.preset
    box.setCurrentIndex(box.findData("learners"))
    box.activated.emit(box.currentIndex())
    slow = timeline(written)
    assert slow.manner == PRESETS["learners"] and slow.seconds > 1.2 * before.seconds
    assert written.manner.rate.value() == pytest.approx(0.75)
    enter(written.manner.rate, 2.0)
    assert timeline(written).seconds < slow.seconds
    assert box.currentIndex() == box.count() - 1
    while written.document.history.undoText() == "Change Manner":
        written.document.history.undo()
    assert timeline(written) == before and timeline(written).manner == Manner()
    settle(qtbot, written)


def test_another_action_is_chosen_in_the_inspector(written, qtbot):
    draw(written, 0.6, 1.4, "mouth")
    page = written.inspector.markers
    page.action.setCurrentIndex(page.action.findText("smile"))
    page.action.activated.emit(page.action.currentIndex())
    assert timeline(written).markers[0].action == "smile"
    page.words.setFocus()
    QTest.keyClicks(page.words, "anna")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert (timeline(written).markers[0].channel, timeline(written).markers[0].action) == (
        Channel.MOUTHING,
        "anna",
    )
    assert page.isVisible() and page.words.text() == "anna"
    enter(page.strength, 50)
    assert timeline(written).markers[0].strength == 0.5
    settle(qtbot, written)


def lit(window):
    """What is lit in text, gloss strip and timeline."""
    return window.text._lit, window.glosses._model.lit, window.timeline._lit


def test_pointing_anywhere_lights_up_word_gloss_and_signs(written, qtbot):
    glosses = written.document.project.glosses.glosses
    begin, end = spans(timeline(written))[1]
    pointer.move(written.timeline, *place(written, (begin + end) / 2))
    assert lit(written) == (glosses[1].span, 1, 1)
    pointer.move(written.timeline, *place(written, 0.1, "speed"))
    assert lit(written) == (None, -1, -1)
    editor = written.text.editor
    cursor = editor.textCursor()
    cursor.setPosition(glosses[0].span[0] + 1)
    spot = editor.cursorRect(cursor).center()
    pointer.move(editor.viewport(), spot.x(), spot.y())
    assert lit(written) == (glosses[0].span, 0, 0)


def test_the_playing_frame_lights_up_its_gloss(written, qtbot):
    begin, end = spans(timeline(written))[1]
    written.playback.play()
    written.playback.seek((begin + end) / 2)
    assert lit(written)[1:] == (1, 1)
    written.playback.pause()
    assert np.isfinite(written.playback.time)


def test_a_question_stands_in_the_lanes_until_it_is_drawn_over_or_turned_off(window, qtbot):
    write(qtbot, window, "Where is the school?")
    settle(qtbot, window)
    (brows, head) = window.timeline.strip.faces
    assert (brows.action, head.action) == ("down", "forward") and not window.timeline.strip.markers
    hit = window.timeline._under(QPointF(*place(window, (brows.start + brows.end) / 2, "brows")))
    assert "Brows: down, because the sentence asks" in tip(window.timeline.strip, hit, 30)
    with qtbot.waitSignal(window.workshop.baked) as caught:
        draw(window, brows.start, brows.end, "brows")
    middle = round(30 * (brows.start + brows.end) / 2)
    down = joints.FACE_UNITS.index("browDownLeft")
    assert caught.args[0].motion.face[middle, down] < 0.05
    assert [face.channel for face in window.timeline.strip.faces] == [Channel.HEAD]
    QTest.mouseClick(window.manner.faces, Qt.MouseButton.LeftButton)
    assert window.timeline.strip.faces == () and not timeline(window).manner.faces
    assert window.manner.preset.currentData() == "citation"
    window.document.history.undo()
    assert len(window.timeline.strip.faces) == 1 and window.manner.faces.isChecked()
    settle(qtbot, window)
