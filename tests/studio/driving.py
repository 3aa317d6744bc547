"""A hand for whole-window tests: it types, waits, triggers commands and answers questions."""

import threading
from time import perf_counter, sleep

import numpy as np
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from studio.panels.dialogs import Answer, Message

SENTENCE = "My name is Anna"


def write(qtbot, window, text=SENTENCE):
    """Type into the text panel and wait until it is signed."""
    window.text.editor.setFocus()
    if text.isascii():
        qtbot.keyClicks(window.text.editor, text)
    else:
        window.text.editor.insertPlainText(text)
    settle(qtbot, window)


def settle(qtbot, window):
    """Wait until nothing is under way."""
    busy = window.workshop
    qtbot.waitUntil(lambda: not window.editor.draft.is_pending and not busy.is_busy, timeout=10_000)


def names(window):
    """The glosses, in signing order."""
    return [gloss.name for gloss in window.document.project.glosses.glosses]


def trigger(window, name):
    """Choose a command from the menu."""
    window.actions_by_name[name].trigger()


def answer(given: Answer):
    """Give this answer to the question that is about to be asked, as a click would."""

    def click(tries: int):
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        questions = [widget for widget in shown if isinstance(widget, Message)]
        if questions:
            questions[0].buttons[given].click()
        elif tries:
            QTimer.singleShot(100, lambda: click(tries - 1))

    QTimer.singleShot(100, lambda: click(50))


def picture(view, at_rest=False) -> np.ndarray:
    """What the viewport shows of what it was asked for last, (H, W, 3); waits until that is drawn.

    `at_rest` it waits for the fine picture, too.
    """
    until = perf_counter() + 20
    while not view.is_current or (at_rest and view.is_moving):
        assert perf_counter() < until, "no picture has come"
        QApplication.processEvents()
        sleep(0.002)  # which lets the thread that draws run, as QTest.qWait does not
    return colours(view.image)


class Gate(threading.Event):
    """Closed until `set()`; `seen` are the cameras of the pictures that came to it."""

    def __init__(self):
        super().__init__()
        self.seen = []


def hold(view, monkeypatch) -> Gate:
    """Let the thread of a viewport finish no picture before the gate is open."""
    scene, gate = view._drawing.easel.stage._scene, Gate()
    original = scene.draw

    def draw(camera, canvas, ghosts):
        gate.seen.append(camera)
        assert gate.wait(20)
        original(camera, canvas, ghosts)

    monkeypatch.setattr(scene, "draw", draw)
    return gate


def colours(image: QImage) -> np.ndarray:
    """The pixels of a picture, (H, W, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., 2::-1].astype(int)


def let_go(window, *paths):
    """Drop files on the window as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPointF(500, 400).toPoint(), *given)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(500, 400), *given))
