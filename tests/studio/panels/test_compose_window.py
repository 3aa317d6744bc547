"""The compose panel in the window: signs are shown, saved, found, and drawn without making anybody wait."""

import pytest
from PySide6.QtCore import Qt

from pipeline.compose.places import Place
from pipeline.compose.text_form import read_description
from pipeline.signs.store import SignStore
from tests.studio.panels.composing import start


@pytest.fixture
def composing(window, qtbot, screen):
    """The window with the panel open and its first sign shown."""
    with qtbot.waitSignal(window.composing.composed, timeout=20_000):
        window.actions_by_name["compose"].trigger()
    return window


def save(window, qtbot, gloss, variant=""):
    """Ask to save, and wait until that has an end."""
    window.compose.keep.show_sign(gloss, variant)
    window.compose.keep.save.click()
    assert window.compose.keep.save.text() == "Saving…"
    qtbot.waitUntil(lambda: window.compose.keep.save.text() == "Save Sign", timeout=20_000)


def repeat(window, times):
    """Let the movement be made so often."""
    window.compose.pages.turn_to("Movement")
    window.compose.pages.page("Movement").repeats.pickers["repeat"].setValue(times)


def test_the_window_shows_the_described_sign_and_then_the_project_again(composing, qtbot):
    seconds = composing.playback.duration
    with qtbot.waitSignal(composing.composing.composed, timeout=20_000) as changed:
        repeat(composing, 3)
    assert changed.args[0].motion.seconds > seconds
    assert composing.playback.duration == pytest.approx(changed.args[0].motion.seconds)
    composing.actions_by_name["compose"].trigger()
    assert not composing.composing.is_open


def test_the_page_takes_all_the_room_that_the_panel_got_while_it_was_hidden(composing, qtbot):
    panel = composing.compose
    composing.docks.compose.hide()
    for dock in (composing.docks.inspector, composing.docks.timeline):
        dock.hide()
    panel.pages.resize(panel.pages.width(), 200)
    composing.docks.compose.show()
    qtbot.waitUntil(lambda: panel.height() > 600, timeout=5000)
    qtbot.waitUntil(lambda: panel.pages.currentWidget().height() > panel.height() - 330, timeout=5000)


def test_choosing_a_moment_shows_it_at_its_own_time(composing, qtbot):
    with qtbot.waitSignal(composing.composing.composed, timeout=20_000) as changed:
        moves = "[{straight: up, size: tiny}, {straight: right, size: huge, speed: slow}]"
        start(composing.compose, qtbot, f"start: {{shape: V}}\nmove: {moves}")
    composed = changed.args[0]
    for moment in (0, 2, 1):
        composing.compose.moments.tabs.setCurrentIndex(moment)
        assert composing.playback.time == pytest.approx(composed.moments[moment], abs=1e-6)
    first, middle, last = composed.moments
    assert middle - first < (last - middle) / 2


def test_a_saved_sign_is_found_in_the_users_dictionary(composing, qtbot, home):
    save(composing, qtbot, "ZEBRA-TEST")
    [sign] = composing.editor.library.find("zebra-test", composing.document.project.sign_language)
    assert sign.composed and read_description(sign.description) == composing.compose.description
    assert composing.document.project.dictionary == str(home / "my-signs.sqlite")
    composing.compose.form.find.click()
    found = composing.compose.form.list
    assert "ZEBRA-TEST" in [found.item(index).text() for index in range(found.count())]
    composing.compose.form.pairs.click()
    assert "ZEBRA-TEST" not in [found.item(index).text() for index in range(found.count())]


def test_the_same_name_is_taken_once_and_another_variant_is_new(composing, qtbot, home):
    save(composing, qtbot, "ZEBRA-TEST")
    with qtbot.waitSignal(composing.composing.composed, timeout=20_000):
        repeat(composing, 2)
    save(composing, qtbot, "ZEBRA-TEST")
    assert "give the new sign another variant" in composing.compose.written.problem.text()
    save(composing, qtbot, "ZEBRA-TEST", "2")
    with SignStore(home / "my-signs.sqlite") as store:
        assert [sign.variant for sign in store.find("ZEBRA-TEST", "ase")] == ["", "2"]


def test_a_save_that_fails_is_a_sentence_and_leaves_nothing(composing, qtbot, home, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("studio.own_signs.shutil.copyfile", full)
    save(composing, qtbot, "ZEBRA-TEST")
    assert "No space left on device" in composing.compose.written.problem.text()
    assert [path.name for path in home.iterdir() if "my-signs" in path.name] == []
    assert composing.compose.keep.save.isEnabled()


def test_another_sign_is_the_beginning_of_a_new_one(composing, qtbot):
    composing.compose.model.setText("mother")
    qtbot.keyClick(composing.compose.model, Qt.Key.Key_Return)
    assert composing.compose.keep.gloss.text() == "MOTHER"
    assert composing.compose.description.start.location.place is Place.CHIN
    composing.compose.undo.click()
    assert composing.compose.description.start.location.place is Place.NEUTRAL
