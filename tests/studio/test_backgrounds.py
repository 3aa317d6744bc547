"""What stands behind and beneath the signer in the window: chosen by menu, seen, remembered, exported."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QColorDialog

from pipeline.render.camera import PRESETS
from studio.panels import dialogs
from tests.studio.driving import picture, trigger

TEAL = (20, 120, 130)


@pytest.fixture
def teal(tmp_path):
    path = tmp_path / "teal.png"
    Image.fromarray(np.full((90, 160, 3), TEAL, np.uint8)).save(path)
    return path


def menu_action(menu, title):
    return next(action for action in menu.actions() if action.text() == title)


def corner(window):
    return picture(window.viewport)[60:80, 10:30].reshape(-1, 3).mean(0)


def test_a_picture_chosen_from_the_menu_is_seen_and_exported(signing, qtbot, teal, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_file_to_open", lambda *_: teal)
    backgrounds = signing.looks.actions["background", "light"].parent()
    menu_action(backgrounds, "Picture…").trigger()
    qtbot.waitUntil(lambda: corner(signing) == pytest.approx(TEAL, abs=2), timeout=5_000)
    dialog = signing.exports.ask()
    assert dialog.options.background == str(teal)
    assert f"--background {teal}" in dialog.command.text()
    assert "teal.png" in dialog.form.background.currentText()
    dialog.reject()


def test_a_picture_that_has_gone_leaves_the_usual_background_and_one_sentence(signing, qtbot, tmp_path):
    before = corner(signing)
    signing.looks.choose("background", "light")
    qtbot.waitUntil(lambda: corner(signing).mean() > 120, timeout=5_000)
    signing.looks.choose("background", str(tmp_path / "gone.png"))
    qtbot.waitUntil(lambda: corner(signing) == pytest.approx(before, abs=2), timeout=5_000)
    assert "There is no picture at" in signing.status._message.text()
    assert signing.settings.look("background") == ""


def test_two_colours_make_a_gradient(signing, qtbot):
    def choose(names=("#e0e0e0", "#202020")):
        dialog = next(w for w in signing.findChildren(QColorDialog) if w.isVisible())
        if names[1:]:
            QTimer.singleShot(150, lambda: choose(names[1:]))
        dialog.setCurrentColor(names[0])
        dialog.accept()

    backgrounds = signing.looks.actions["background", "light"].parent()
    QTimer.singleShot(150, choose)
    menu_action(backgrounds, "Two Colours…").trigger()
    assert signing.settings.look("background") == "#e0e0e0-#202020"
    aside = np.s_[200, signing.viewport.width() // 2 - 120]
    qtbot.waitUntil(lambda: picture(signing.viewport)[aside].mean() > 150, timeout=5_000)
    assert corner(signing).mean() < picture(signing.viewport)[aside].mean() - 25


def test_the_whole_body_stands_on_a_floor_that_can_be_taken_away(signing, qtbot):
    signing.looks.choose("background", "#c0c0c0")
    trigger(signing, "whole")
    qtbot.waitUntil(lambda: signing.viewport.camera == PRESETS["whole"])
    with_floor = picture(signing.viewport, at_rest=True)
    signing.looks.actions["ground", "none"].trigger()
    without = picture(signing.viewport, at_rest=True)
    darker = (without - with_floor)[..., 0]
    rows = np.flatnonzero(darker.max(1) > 20)
    assert len(rows) and rows.min() > 0.6 * len(darker)
    assert "--no-ground" in signing.exports.ask().command.text()


@pytest.fixture
def ghostly(signing, qtbot):
    """The sentence in the middle of a movement."""
    signing.playback.seek(signing.playback.duration * 0.4)
    picture(signing.viewport, at_rest=True)
    return signing


def test_the_onion_skin_shows_other_moments_more_faintly(ghostly, qtbot):
    alone = picture(ghostly.viewport)
    trigger(ghostly, "onion")
    skinned = picture(ghostly.viewport)
    changed = np.abs(skinned - alone).max(-1) > 8
    assert changed.sum() > 300
    now = ghostly.playback.time
    others = np.zeros_like(changed)
    trigger(ghostly, "onion")
    onion = ghostly.settings.onion
    for step in range(-onion.count, onion.count + 1):
        ghostly.playback.seek(now + step * onion.spacing / 30)
        others |= np.abs(picture(ghostly.viewport, at_rest=True) - alone).max(-1) > 4
    inside = others.copy()
    inside[:, 1:] |= others[:, :-1]
    inside[:, :-1] |= others[:, 1:]
    assert inside[60:][changed[60:]].mean() > 0.95  # ghosts are where the signer is then (labels aside)


def test_how_many_ghosts_and_how_far_apart_is_remembered(ghostly, qtbot):
    sides, between = (action.menu() for action in ghostly.onions.menu.actions())
    menu_action(sides, "1").trigger()
    menu_action(between, "8").trigger()
    assert ghostly.actions_by_name["onion"].isChecked()
    picture(ghostly.viewport)
    assert len(ghostly.viewport._shown.skins) == 2
    assert (ghostly.settings.onion.count, ghostly.settings.onion.spacing) == (1, 8)
    ghostly.settings._store.setValue("onion", "many few")
    assert ghostly.settings.onion.count == 2


def test_without_a_graphics_card_ghosts_wait_until_time_stands_still(ghostly, qtbot):
    trigger(ghostly, "onion")
    picture(ghostly.viewport, at_rest=True)
    stage, drawn = ghostly.viewport._drawing.easel.stage, []
    assert stage.is_software
    real = stage._scene.draw
    stage._scene.draw = lambda camera, canvas, ghosts: (
        drawn.append(len(ghosts)),
        real(camera, canvas, ghosts),
    )
    ghostly.playback.play()
    qtbot.waitUntil(lambda: len(drawn) > 3, timeout=10_000)
    assert max(drawn) == 0
    ghostly.playback.pause()
    qtbot.waitUntil(lambda: drawn[-1] > 0, timeout=10_000)


def test_the_studio_needs_no_pillow_to_start():
    script = "import sys, studio.looks, studio.viewport.widget; print({'PIL', 'OpenGL'} & set(sys.modules))"
    root = Path(__file__).parents[2]
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root, check=True)
    assert out.stdout.strip() == "set()"
