"""Pictures of handshapes: drawn beside the studio's own work, and only once."""

import threading
import time
from itertools import pairwise
from statistics import median

import pytest
from PySide6.QtCore import QSize, QTimer

from pipeline.compose.shapes import Shape
from pipeline.render.stills import Stills
from studio.hand_pictures import FOLDER, HandPictures
from studio.tasks import State, Tasks
from tests.studio.driving import trigger

SIZE = QSize(24, 24)
SOME = (Shape.FLAT_B, Shape.S, Shape.V)


@pytest.fixture
def few(monkeypatch):
    """Three handshapes, so that the test is quick."""
    monkeypatch.setattr("studio.hand_pictures.Shape", SOME)


def drawn(qtbot, body, size=SIZE):
    """All pictures, and the seconds that the thread of the window had to wait meanwhile, again and again."""
    pictures, found, ticks = HandPictures(Tasks()), {}, [time.perf_counter()]
    pictures.drawn.connect(lambda shape, image: found.update({shape: image}))
    pictures.failed.connect(pytest.fail)
    timer = QTimer(interval=2)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    with qtbot.waitSignal(pictures.finished, timeout=60_000):
        pictures.want(body, size, Shape.S)
    return found, [late - early for early, late in pairwise(ticks)]


def test_every_handshape_has_a_picture_of_its_own(few, body, qtbot):
    found, _ = drawn(qtbot, body)
    assert list(found) == [Shape.S, Shape.FLAT_B, Shape.V]  # the one asked for, then its neighbours
    images = list(found.values())
    assert all((image.width(), image.height()) == (24, 24) for image in images)
    assert images[0] != images[1] and images[1] != images[2]


def test_what_was_drawn_once_is_read_the_next_time(few, body, qtbot, home, monkeypatch):
    first, _ = drawn(qtbot, body)
    assert len(list((home / "cache" / FOLDER).glob("*/*.png"))) == len(SOME)

    def refuse(*_):
        raise AssertionError("drawn again")

    monkeypatch.setattr("pipeline.render.stills.Stills.draw", refuse)
    again, _ = drawn(qtbot, body)
    assert {shape: image.convertToFormat(first[shape].format()) for shape, image in again.items()} == first


def test_another_size_another_signer_or_another_renderer_is_drawn_anew(few, body, qtbot, home, monkeypatch):
    drawn(qtbot, body)
    drawn(qtbot, body, QSize(30, 30))
    monkeypatch.setattr("studio.hand_pictures._DECIDING", ("compose",))
    drawn(qtbot, body)
    assert len(list((home / "cache" / FOLDER).iterdir())) == 3


def test_a_damaged_picture_is_drawn_again(few, body, qtbot, home):
    first, _ = drawn(qtbot, body)
    next((home / "cache" / FOLDER).glob("*/s-1.png")).write_bytes(b"no picture")
    again, _ = drawn(qtbot, body)
    assert set(again) == set(first)


def test_without_room_on_the_disk_the_pictures_are_still_shown(few, body, qtbot, home):
    (home / "cache").write_text("a file in the way")
    found, _ = drawn(qtbot, body)
    assert set(found) == set(SOME)


def test_the_window_does_not_wait_for_the_pictures(few, body, qtbot, monkeypatch):
    draw, threads = Stills.draw, set()

    def noted(*arguments):
        threads.add(threading.get_ident())
        return draw(*arguments)

    monkeypatch.setattr(Stills, "draw", noted)
    _, waits = drawn(qtbot, body, QSize(72, 72))
    assert len(threads) == 1 and threading.get_ident() not in threads
    assert median(waits) < 0.05


def test_what_is_drawn_is_a_job_that_nobody_is_bothered_with(few, window, qtbot, screen):
    trigger(window, "compose")
    qtbot.waitUntil(lambda: len(window.tasks.all) > 0, timeout=20_000)
    [task] = window.tasks.all
    assert task.title == "Draw the handshapes" and not window.docks.jobs.isVisible()
    assert window.working.may_close()  # without a question
    qtbot.waitUntil(lambda: task.state is State.DONE, timeout=60_000)
    assert task.progress[:2] == (3, 3)
    trigger(window, "compose")
    trigger(window, "compose")
    qtbot.waitUntil(lambda: not window.composing.pictures.is_busy, timeout=20_000)
    assert window.tasks.all == [task]  # what is on disk is no job


def test_a_cancelled_job_draws_no_more(few, body, qtbot, monkeypatch):
    tasks = Tasks()
    pictures = HandPictures(tasks)
    pictures.set_waiting(True)
    tasks.changed.connect(
        lambda place: tasks.all[place].cancel() if tasks.all[place].progress[0] == 1 else None
    )
    found = []
    pictures.drawn.connect(lambda shape, _: found.append(shape))
    pictures.want(body, SIZE, Shape.S)
    qtbot.waitUntil(lambda: bool(tasks.all) and tasks.all[0].state is State.CANCELLED, timeout=60_000)
    pictures.close()
    assert found[0] == Shape.S and Shape.V not in found
