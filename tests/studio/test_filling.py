"""Drawing all thumbnails of a dictionary as a job: counted, cancelled, and never in the way."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from studio import filling
from studio.filming import Filmer
from studio.panels.loop import loop_key
from studio.tasks import State
from tests.studio.driving import trigger


def drawing(window, monkeypatch, count):
    """Let the first signs of the dictionary be drawn at once; returns the glosses in the order of drawing."""
    drawn = []
    monkeypatch.setattr(filling, "MOST_FILES", count)

    def film(self, sign, dictionary, body, size, progress):
        drawn.append(sign.gloss)
        return QImage(size[0], size[1], QImage.Format.Format_RGB32), 1

    monkeypatch.setattr(Filmer, "film", film)
    return drawn


def test_every_sign_is_drawn_and_the_job_counts_them(window, qtbot, monkeypatch, screen):
    qtbot.waitUntil(lambda: window.thumbnails._body is not None, timeout=20_000)
    drawn = drawing(window, monkeypatch, 12)
    trigger(window, "thumbnails")
    [task] = window.tasks.all
    assert task.title == "Thumbnails of the starter dictionary" and window.docks.jobs.isVisible()
    qtbot.waitUntil(lambda: task.state is State.DONE, timeout=20_000)
    assert task.progress[:2] == (12, 12) and len(set(drawn)) == 12
    assert task.log[-1].endswith("12 thumbnails are ready.")
    assert window.thumbnails._made == {}  # on disk, not in memory


def test_what_is_looked_at_comes_first_and_a_cancelled_job_draws_no_more(window, qtbot, monkeypatch, screen):
    qtbot.waitUntil(lambda: window.thumbnails._body is not None, timeout=20_000)
    drawn = drawing(window, monkeypatch, 300)
    window.thumbnails.rest("test", True)
    trigger(window, "thumbnails")
    [zebra] = window.editor.library.find("Z", "ase")[:1]
    window.thumbnails.want([zebra])
    window.thumbnails.rest("test", False)
    qtbot.waitUntil(lambda: len(drawn) > 5, timeout=20_000)
    assert drawn[0] == "Z" and loop_key(zebra) in window.thumbnails._made
    QTest.mouseClick(window.jobs.cancel, Qt.MouseButton.LeftButton)
    assert window.tasks.all[0].state is State.CANCELLED
    qtbot.waitUntil(lambda: not window.thumbnails.is_busy, timeout=20_000)
    count = len(drawn)
    qtbot.wait(100)
    assert len(drawn) == count < 300
