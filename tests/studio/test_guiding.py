"""A reference video: behind or beside the signer, in time with the playhead, and never in the way."""

import time

import numpy as np
import pytest
from PySide6.QtWidgets import QInputDialog

from pipeline.timeline.project import from_json, to_json
from studio.panels import dialogs
from tests.pipeline.test_footage import write_film
from tests.studio.driving import picture, trigger


@pytest.fixture
def resting(signing):
    """The window with a sentence and an avatar that stands at its beginning."""
    signing.playback.pause()
    signing.playback.seek(0.0)
    return signing


@pytest.fixture
def film(tmp_path):
    return write_film(tmp_path / "film.mp4")


@pytest.fixture
def guided(resting, qtbot, film):
    """The film behind the signer, as opaque as can be."""
    resting.guiding.choose(film)
    resting.guiding._change(opacity=1.0)
    qtbot.waitUntil(lambda: resting.viewport._wanted.underlay is not None, timeout=5_000)
    return resting


def menu_action(window, title):
    return next(action for action in window.guiding.menu.actions() if action.text() == title)


def frame_behind(window):
    """The number that the bars of the film say behind the signer, above her head."""
    seen = picture(window.viewport)
    high, wide = seen.shape[:2]
    across = min(wide, round(high * 160 / 96))
    lit = seen[round(high * 0.08), :, 0]  # above her head, below the labels
    left = (wide - across) // 2
    return sum((lit[round(left + (bar + 0.5) * across / 8)] > 127) << bar for bar in range(8))


def shows(qtbot, window, number):
    qtbot.waitUntil(lambda: frame_behind(window) == number, timeout=5_000)


def test_the_film_is_behind_the_signer_at_the_playhead(guided, qtbot):
    for seconds in (0.5, 1.6, 0.1):
        guided.playback.seek(seconds)
        shows(qtbot, guided, int(guided.playback.time * 25 + 0.01))
    chest = picture(guided.viewport)
    middle = chest[chest.shape[0] // 2, chest.shape[1] // 2]
    assert 5 < middle.max() < 200 and middle[2] > middle[0]  # her blue sweater is before it


def test_an_offset_is_asked_for_and_set_at_the_playhead(guided, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getDouble", lambda *_: (1.2, True))
    menu_action(guided, "Offset…").trigger()
    guided.playback.seek(0.4)
    shows(qtbot, guided, 40)
    menu_action(guided, "The Video Begins Here").trigger()
    shows(qtbot, guided, 0)
    guided.playback.seek(guided.playback.time + 0.4)
    shows(qtbot, guided, 10)


def test_opacity_lets_the_background_through(guided, qtbot):
    guided.playback.seek(0.0)
    guided.guiding._change(offset=3 / 25)  # the first two bars are white
    shows(qtbot, guided, 3)
    seen = picture(guided.viewport)
    place = np.s_[
        round(seen.shape[0] * 0.08),
        (seen.shape[1] - min(seen.shape[1], round(seen.shape[0] / 0.6))) // 2 + 30,
    ]
    full = seen[place].mean()
    opacities = menu_action(guided, "Opacity").menu()
    next(action for action in opacities.actions() if action.text() == "25 %").trigger()
    qtbot.waitUntil(lambda: picture(guided.viewport)[place].mean() < 0.5 * full, timeout=5_000)
    assert picture(guided.viewport)[place].mean() > 0.2 * full


def test_beside_the_signer_it_has_half_of_the_room(guided, qtbot):
    wide = guided.viewport.width()
    menu_action(guided, "Beside the Signer").trigger()
    qtbot.waitUntil(lambda: guided.guide.isVisible() and guided.viewport.width() < 0.6 * wide)
    qtbot.waitUntil(lambda: guided.guide._image is not None)
    assert guided.viewport._wanted.underlay is None
    guided.playback.seek(1.0)
    image = guided.guide._image
    qtbot.waitUntil(lambda: guided.guide._image is not image)
    assert menu_action(guided, "Beside the Signer").isChecked()


def test_it_belongs_to_the_project_and_is_undone(guided, qtbot, film):
    assert from_json(to_json(guided.document.project)).guide.path == str(film)
    menu_action(guided, "Remove the Video").trigger()
    assert guided.viewport._wanted.underlay is None
    trigger(guided, "undo")
    qtbot.waitUntil(lambda: guided.viewport._wanted.underlay is not None)
    for _ in range(2):
        trigger(guided, "undo")
    assert guided.document.project.guide is None and guided.viewport._wanted.underlay is None
    assert not menu_action(guided, "Offset…").isEnabled()


def test_a_key_hides_it_and_an_audience_never_sees_it(guided, qtbot):
    trigger(guided, "guide")
    assert guided.viewport._wanted.underlay is None
    trigger(guided, "guide")
    qtbot.waitUntil(lambda: guided.viewport._wanted.underlay is not None)
    trigger(guided, "present")
    assert guided.viewport._wanted.underlay is None
    trigger(guided, "present")
    qtbot.waitUntil(lambda: guided.viewport._wanted.underlay is not None)


def test_a_film_that_has_gone_is_one_sentence(resting, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_: tmp_path / "gone.mp4")
    menu_action(resting, "Choose a Video…").trigger()
    qtbot.waitUntil(lambda: "There is no film at" in resting.status._message.text(), timeout=5_000)
    resting.playback.seek(0.5)
    assert resting.viewport._wanted.underlay is None


def test_scrubbing_never_waits_for_the_film(guided, qtbot):
    """The film's thread decodes; moving the playhead costs the window's thread next to nothing."""
    player = guided.guiding._player
    real, slow = player._decode, []

    def decode(path, seconds):
        slow.append(seconds)
        time.sleep(0.3)
        return real(path, seconds)

    player._decode = decode
    started = time.perf_counter()
    for step in range(20):
        guided.guiding._follow(step / 10)
    assert time.perf_counter() - started < 0.2
    qtbot.waitUntil(lambda: not player._is_busy, timeout=5_000)
    assert len(slow) <= 3 and slow[-1] == pytest.approx(1.9)
