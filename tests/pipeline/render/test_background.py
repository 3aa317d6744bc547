import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.render.background import BACKGROUNDS, LIGHT, STUDIO, TRANSPARENT, background
from pipeline.render.camera import FRONT, orbit, pan

EMPTY = pan(FRONT, 5.0, 0.0)
"""A camera that looks past the signer."""


def test_names_give_backgrounds_and_hex_gives_one_colour():
    assert background("studio") is STUDIO
    assert background("light") is LIGHT
    assert background("transparent") is TRANSPARENT
    green = background("#00ff00")
    assert green.middle == green.edge == (0.0, 1.0, 0.0)
    assert not green.transparent


@given(st.text().filter(lambda name: name not in BACKGROUNDS))
def test_anything_else_is_answered_with_the_choices(name: str):
    try:
        background(name)
    except BadInput as error:
        assert "studio, light, transparent" in str(error)
    else:
        assert len(name) == 7 and name.startswith("#")


@pytest.mark.parametrize("samples", [0, 4])
def test_a_solid_colour_fills_the_picture_exactly(studio, hanging, samples):
    seen = studio.see(hanging, EMPTY, background=background("#2a7fc4"), samples=samples)
    assert (seen == [0x2A, 0x7F, 0xC4, 255]).all()


def test_the_studio_is_dark_calm_and_lighter_in_the_middle(studio, hanging):
    seen = studio.see(hanging, EMPTY)[..., :3].astype(float)
    middle, corner = seen[80:100, 150:170].mean(), seen[:10, :10].mean()
    assert 30 < middle < 70
    assert 8 < corner < middle - 15
    assert np.abs(np.diff(seen.mean(-1), axis=1)).max() <= 2  # no visible step


def test_the_light_background_is_light(studio, hanging):
    assert studio.see(hanging, EMPTY, background=LIGHT)[..., :3].min() > 130


def test_nothing_is_transparent_and_the_avatar_is_not(studio, hanging):
    seen = studio.see(hanging, background=TRANSPARENT)
    assert (seen[:, :20] == 0).all()
    assert (seen[110:170, 150:170, 3] == 255).all()


def test_the_background_does_not_move_with_the_camera(studio, hanging):
    assert np.array_equal(studio.see(hanging, EMPTY), studio.see(hanging, orbit(EMPTY, 3, 0)))
