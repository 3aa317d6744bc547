"""The glosses of ELAN files in the window, from the File menu and dropped."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel

from pipeline.exchange.captions import Cue
from pipeline.exchange.eaf import Tier, write_eaf
from studio.panels import dialogs
from studio.panels.dialogs import Message
from tests.studio.driving import Answer, answer, let_go, names, settle, trigger, write

GLOSSES = (Cue(0.0, 0.5, "rain"), Cue(0.6, 1.0, "BO"), Cue(2.0, 2.5, "GOOD"))


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """`chosen(tier, ...)`: an ELAN file with these tiers, which the file dialog then gives."""

    def choose(*names_of_tiers):
        path = tmp_path / "talk.eaf"
        write_eaf(path, [Tier(name, GLOSSES) for name in names_of_tiers])
        monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_: path)
        return path

    return choose


def test_imported_glosses_are_signed_as_they_stand(window, qtbot, chosen):
    chosen("Text", "Gloss")
    trigger(window, "import_tiers")
    settle(qtbot, window)
    assert names(window) == ["RAIN", "BO", "GOOD"]
    assert [clip.label for clip in window.document.project.timeline.clips] == ["RAIN", "B", "O", "GOOD"]
    assert window.text.editor.toPlainText() == "rain BO GOOD"
    assert window.document.path is None and window.document.is_edited
    qtbot.waitUntil(lambda: window.playback.duration > 2.0)


def test_a_tier_that_its_name_does_not_tell_is_asked_for(window, qtbot, chosen):
    chosen("A", "B")

    def pick():
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QInputDialog))
        assert dialog.comboBoxItems() == ["A", "B"]
        dialog.setTextValue("B")
        dialog.accept()

    QTimer.singleShot(100, pick)
    trigger(window, "import_tiers")
    assert names(window) == ["RAIN", "BO", "GOOD"]
    QTimer.singleShot(100, lambda: QApplication.activeModalWidget().reject())
    window.document.mark_saved(None)
    trigger(window, "import_tiers")
    assert not window.document.is_edited, "nothing was chosen, so nothing changed"


@pytest.mark.parametrize(
    ("content", "sentence"), [(None, "no tier with annotations"), (b"<html/>", "no ELAN file")]
)
def test_a_file_without_glosses_is_refused_in_a_sentence(window, chosen, content, sentence):
    path = chosen()
    if content:
        path.write_bytes(content)
    trigger(window, "import_tiers")
    message = window.findChild(Message)
    assert "cannot be imported" in message.windowTitle()
    assert any(sentence in label.text() for label in message.findChildren(QLabel))
    message.reject()
    assert names(window) == []


def test_what_is_not_saved_is_asked_about_first(window, qtbot, chosen):
    write(qtbot, window, "Good morning")
    path = chosen("Gloss")
    answer(Answer.CANCEL)
    let_go(window, path)
    assert names(window) == ["GOOD", "MORNING"]
    answer(Answer.NO)
    let_go(window, path)
    assert names(window) == ["RAIN", "BO", "GOOD"]
