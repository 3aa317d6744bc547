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

SIZE = QSize(24, 24)
SOME = (Shape.FLAT_B, Shape.S, Shape.V)


@pytest.fixture
def few(monkeypatch):
    """Three handshapes, so that the test is quick."""
    monkeypatch.setattr("studio.hand_pictures.Shape", SOME)


def drawn(qtbot, body, size=SIZE):
    """All pictures, and the seconds that the thread of the window had to wait meanwhile, again and again."""
    pictures, found, ticks = HandPictures(), {}, [time.perf_counter()]
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
