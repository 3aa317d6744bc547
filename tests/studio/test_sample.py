"""The sample sentence of the very first start."""

from PySide6.QtCore import Qt

from studio.panels.dialogs import Answer
from studio.settings import Settings
from tests.studio.driving import answer, names, settle, trigger, write
from tests.studio.test_app import start

LOOK = """
    print("text", studio.document.project.text, flush=True)
    print("signs", len(studio.document.project.timeline.clips), studio.document.is_edited, flush=True)
    print("said", studio.status.message, flush=True)
    studio.close()
"""


def run(home, *arguments):
    with start(home, f"QTimer.singleShot(0, look)\n\ndef look():{LOOK}", *arguments) as process:
        return process.communicate(timeout=60)[0].splitlines()


def test_the_very_first_start_shows_a_signed_sentence_and_the_next_step_and_later_ones_do_not(screen, home):
    first = run(home)
    assert "text Hello, my name is Anna. Do you like coffee?" in first
    signs, edited = next(line.split()[1:] for line in first if line.startswith("signs"))
    assert int(signs) > 8 and edited == "False"
    assert any(line.startswith("said") and "Space" in line for line in first)
    assert "text " in run(home) and "code 0" in first


def test_a_project_that_is_named_at_the_first_start_is_left_alone(screen, home, tmp_path, window):
    write_to = tmp_path / "mine.signwright"
    window.files._write(write_to)
    assert "text " in run(home, str(write_to))


def test_the_menu_opens_the_sample_ready_to_play(window, qtbot):
    trigger(window, "sample")
    settle(qtbot, window)
    assert names(window)[0] == "HELLO" and "COFFEE" in names(window)
    assert not window.document.is_edited and window.document.path is None
    qtbot.waitUntil(lambda: window.playback.duration > 3, timeout=10_000)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.playback.is_playing and not window.document.is_edited


def test_the_sample_speaks_the_language_used_last(window, qtbot):
    window.settings.languages = "de", "gsg"
    trigger(window, "sample")
    assert names(window)[0] == "GUTEN-MORGEN"


def test_where_there_is_no_sample_it_is_english(window):
    window.settings.languages = "zh", "csl"
    trigger(window, "sample")
    assert names(window)[0] == "HELLO"


def test_work_that_is_not_saved_stays(window, qtbot):
    write(qtbot, window, "Anna")
    answer(Answer.CANCEL)
    trigger(window, "sample")
    assert window.document.project.text == "Anna"


def test_what_was_typed_before_the_sample_could_come_stays(window, qtbot):
    assert not Settings().welcomed
    write(qtbot, window, "Anna")
    window.sample.welcome()
    assert window.document.project.text == "Anna" and Settings().welcomed
