"""The user's models in the studio: offered by name, answering at once or later from their own process."""

import json
import sys

import pytest

from pipeline.text import models
from pipeline.text.gloss import Source
from studio.interpreter import Interpreter
from tests.pipeline.text.translators import Told, hypothesis
from tests.studio.driving import names, settle, trigger, write

TOLD = Told(
    {
        "hello anna": (hypothesis("ANNA HI", [[1], [0]]),),
        "hello": (hypothesis("HI", [[0]]),),
        "good mother": (hypothesis("MOTHER GOOD", [[1], [0]]),),
    },
    "en",
    "ase",
)
SERVER = """
import sys
from pipeline.text.serving import serve_with
from tests.studio.test_interpreter import TOLD
serve_with(TOLD, sys.stdin, sys.stdout)
"""


def add_model(home, name, system, pair=("en", "ase")):
    folder = home / "models" / name
    folder.mkdir(parents=True)
    card = {"language": pair[0], "sign_language": pair[1], "system": system}
    (folder / "card.json").write_text(json.dumps(card))
    return folder


def offered(window):
    window.translating.menu.aboutToShow.emit()
    return {action.text(): action for action in window.translating.menu.actions() if action.isCheckable()}


def test_models_of_the_languages_are_offered_by_name_and_the_rules_are_the_default(window, home):
    add_model(home, "Talks", "phrases")
    add_model(home, "Wetter", "phrases", ("de", "gsg"))
    shown = offered(window)
    assert list(shown) == ["Rules", "Talks", "Only Signs of the Dictionary"]
    assert shown["Rules"].isChecked()
    window.editor.draft.set_languages("de", "gsg")
    window.editor.draft.flush()
    assert list(offered(window))[:2] == ["Rules", "Wetter"]
    assert offered(window)["Rules"].isChecked()


def test_a_quick_model_translates_at_once_when_it_is_chosen(window, home, qtbot, monkeypatch):
    add_model(home, "Talks", "phrases")
    monkeypatch.setattr(models, "open_quick", lambda folder: TOLD)
    write(qtbot, window, "Hello Anna")
    assert names(window) == ["HELLO", "ANNA"]
    offered(window)["Talks"].trigger()
    settle(qtbot, window)
    assert names(window) == ["ANNA", "HELLO"]
    assert window.glosses._model.chips[1].tip.splitlines()[3:5] == [
        "Statistical model: learned for “Hello”",
        "Confidence: likely, 75%",
    ]
    offered(window)["Rules"].trigger()
    settle(qtbot, window)
    assert names(window) == ["HELLO", "ANNA"]


def test_a_model_that_cannot_be_opened_is_told_and_the_rules_translate(window, home, qtbot):
    add_model(home, "Broken", "phrases")
    told = []
    window.interpreter.failed.connect(told.append)
    offered(window)["Broken"].trigger()
    write(qtbot, window, "Hello Anna")
    assert names(window) == ["HELLO", "ANNA"]
    assert len(told) == 1 and "Broken" in told[0]


@pytest.fixture
def slow(window, home, monkeypatch):
    """The window with a model that answers from a child process."""
    add_model(home, "Slow", "neural")
    monkeypatch.setattr(Interpreter, "command", lambda self, folder: [sys.executable, "-c", SERVER])
    offered(window)["Slow"].trigger()
    return window


def wait(qtbot, window):
    qtbot.waitUntil(lambda: not window.interpreter.is_busy and not window.workshop.is_busy, timeout=15_000)


def test_the_rules_answer_first_and_the_slower_model_takes_their_place(slow, qtbot):
    write(qtbot, slow, "Hello Anna")
    assert names(slow) == ["HELLO", "ANNA"]
    wait(qtbot, slow)
    assert names(slow) == ["ANNA", "HELLO"]
    assert slow.document.project.glosses.glosses[0].evidence.source is Source.PHRASES
    assert not slow.document.project.edited
    trigger(slow, "undo")
    assert slow.document.project.text == ""


def test_the_phrases_of_a_combined_model_answer_before_the_whole_of_it(window, home, qtbot, monkeypatch):
    draft = Told({"hello anna": (hypothesis("HI HI ANNA", [[0], [0], [1]]),)}, "en", "ase")
    add_model(home, "Both", "combined")
    monkeypatch.setattr(models, "open_quick", lambda folder: draft)
    monkeypatch.setattr(Interpreter, "command", lambda self, folder: [sys.executable, "-c", SERVER])
    offered(window)["Both"].trigger()
    write(qtbot, window, "Hello Anna")
    assert names(window) == ["HELLO", "HELLO", "ANNA"]
    wait(qtbot, window)
    assert names(window) == ["ANNA", "HELLO"]


def test_a_model_asked_before_it_is_ready_may_still_choose_the_signs_of_the_dictionary(slow, qtbot):
    slow.interpreter.only_dictionary = True
    write(qtbot, slow, "Good mother")
    assert names(slow) == ["GOOD", "MOTHER"]
    wait(qtbot, slow)
    assert names(slow) == ["MOTHER", "GOOD"]


def test_the_process_stays_warm_and_only_the_newest_text_counts(slow, qtbot):
    write(qtbot, slow, "Hello Anna")
    wait(qtbot, slow)
    (remote,) = slow.interpreter._remotes.values()
    for _ in range(5):
        qtbot.keyClicks(slow.text.editor, "\b")
    settle(qtbot, slow)
    wait(qtbot, slow)
    assert slow.document.project.text == "Hello"
    assert names(slow) == ["HELLO"]
    assert list(slow.interpreter._remotes.values()) == [remote]


def test_a_late_answer_does_not_overwrite_an_edit_by_hand(slow, qtbot):
    write(qtbot, slow, "Hello Anna")
    slow.glosses.inserted.emit(2, "GOOD")
    wait(qtbot, slow)
    assert names(slow) == ["HELLO", "ANNA", "GOOD"]


def test_a_process_that_dies_is_told(window, home, qtbot, monkeypatch):
    add_model(home, "Slow", "neural")
    monkeypatch.setattr(
        Interpreter, "command", lambda self, folder: [sys.executable, "-c", "raise SystemExit('no network')"]
    )
    offered(window)["Slow"].trigger()
    with qtbot.waitSignal(window.interpreter.failed, timeout=10_000) as told:
        write(qtbot, window, "Hello Anna")
    assert told.args == ["Slow: no network"]
    assert names(window) == ["HELLO", "ANNA"]
