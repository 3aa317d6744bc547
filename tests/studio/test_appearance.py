"""Themes that everybody can read, and what the menus do."""

import os
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from pipeline.render.colour import contrast, linear, parse
from studio import theme
from studio.app import make_application
from studio.colors import DARK, LIGHT, THEMES
from studio.settings import Settings

PROTAN = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
DEUTAN = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
"""Linear RGB as people without red or without green cones see it (Machado et al. 2009)."""
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = XYZ @ np.ones(3)
APART = 20.0
"""CIE76 difference of colours that are told apart at a glance."""


def lab(colour: np.ndarray) -> np.ndarray:
    """CIELAB of linear RGB."""
    x, y, z = np.cbrt(np.clip(XYZ @ np.clip(colour, 0, 1) / WHITE, 1e-6, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("seen", [np.eye(3), PROTAN, DEUTAN], ids=["all cones", "no red", "no green"])
def test_judgements_are_told_apart_by_everybody(name, seen):
    for one, other in combinations(("good", "fair", "bad"), 2):
        pair = [lab(np.asarray(seen) @ linear(parse(THEMES[name][key]))) for key in (one, other)]
        assert np.linalg.norm(pair[0] - pair[1]) > APART, (one, other)


@pytest.mark.parametrize("name", THEMES)
def test_writing_stands_out_from_every_surface(name):
    colours = {key: parse(value) for key, value in THEMES[name].items()}
    for surface in ("background", "panel", "panel_high"):
        for writing in ("text", "dim", "faint", "good", "fair", "bad"):
            assert contrast(colours[writing], colours[surface]) >= 4.5, (writing, surface)
    assert contrast(colours["text"], colours["accent_deep"]) >= 4.5  # what is selected


def test_both_themes_name_the_same_colours():
    assert DARK.keys() == LIGHT.keys()


def test_a_theme_is_shown_at_once_and_remembered(window):
    def shade() -> int:
        return window.docks.text.grab().toImage().pixelColor(4, 100).lightness()

    dark = shade()
    window.appearance.themes.actions()[1].trigger()
    assert dark < 60 and shade() > 200
    assert window.timeline.grab().toImage().pixelColor(8, 100).lightness() > 200
    assert window.settings.theme == "light"
    window.appearance.themes.actions()[0].trigger()
    assert theme.value("text") == DARK["text"]


def test_a_damaged_size_is_the_usual_one():
    settings = Settings()
    settings._store.setValue("scale", "huge")
    assert settings.scale == 100


def test_a_size_is_taken_at_the_next_start(window, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")  # so that it is as before after the test
    monkeypatch.delenv("QT_SCALE_FACTOR")
    monkeypatch.setattr("studio.app.QApplication", lambda argv: QApplication.instance())
    window.appearance.choose_size(150)
    make_application(["signwright"])
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
