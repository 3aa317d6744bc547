"""Lights and colours: what is asked for is what is seen."""

import numpy as np
import pytest
from PIL import Image

from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.render.camera import PRESETS
from pipeline.render.colour import contrast, linear, parse
from pipeline.render.film import VideoOptions, render_motion
from pipeline.render.lights import LIGHTS
from pipeline.render.look import CLOTHES, LEGIBLE, PLAIN, SKINS, Look, legible_top, look
from pipeline.render.mesh import mesh_of
from pipeline.render.paint import GAMMA, painted, usual_colours

SIZE = (360, 300)
HANDS = PRESETS["hands"]


@pytest.fixture
def seen(studio, across):
    """`seen(look)`: the hand before the chest, dressed so."""

    def see(dressed: Look) -> np.ndarray:
        studio.scene.dress(dressed)
        picture = studio.see(across, camera=HANDS, size=SIZE)[..., :3].astype(float)
        studio.scene.dress(PLAIN)
        return picture

    return see


def test_black_and_white_contrast_by_twenty_one():
    assert contrast(parse("#000000"), parse("#ffffff")) == pytest.approx(21.0)
    assert contrast(parse("#777777"), parse("#ffffff")) == pytest.approx(4.48, abs=0.01)  # as WCAG tools say


def test_middle_grey_is_a_fifth_of_the_light():
    assert linear(parse("#808080"))[0] == pytest.approx(0.2158605, abs=1e-6)


@pytest.mark.parametrize("name", SKINS)
def test_hands_of_every_skin_are_legible_before_the_proposed_top(name):
    assert contrast(SKINS[name], legible_top(SKINS[name])) >= LEGIBLE


def test_another_skin_brings_a_legible_top_and_a_chosen_top_stays():
    assert look(skin="dark").top == legible_top(SKINS["dark"])
    assert look(skin="dark", top="black").top == CLOTHES["black"]
    assert look() == PLAIN


def test_any_colour_may_be_named_by_its_number():
    assert look(top="#336699").top == (0.2, 0.4, 0.6)


@pytest.mark.parametrize("asked", [{"light": "disco"}, {"skin": "pale"}, {"top": "#12345"}])
def test_an_unknown_look_is_a_sentence_with_choices(asked):
    with pytest.raises(BadInput, match="choose"):
        look(**asked)


def test_a_painted_part_has_the_colour_on_average_and_the_others_stay():
    body = signer("woman")
    mesh = mesh_of(body)
    picture = np.asarray(Image.open(body.texture).convert("RGBA"))
    usual = usual_colours(mesh, picture)
    tints = painted(mesh, usual, {"skin": (0.2, 0.4, 0.1)})
    skin = mesh.part == mesh.parts.index("skin")
    average = usual[mesh.parts.index("skin")] * tints[skin][0, :3] ** GAMMA
    assert average ** (1 / GAMMA) == pytest.approx((0.2, 0.4, 0.1), abs=1e-5)
    other = mesh.part == mesh.parts.index("hair")
    assert np.array_equal(tints[other], mesh.tint[other])
    assert np.array_equal(tints[:, 3], mesh.tint[:, 3])


def test_hands_darken_and_the_top_brightens_as_asked(seen):
    usual, other = seen(PLAIN), seen(look(skin="dark", top="white"))
    skin = (usual[..., 0] > 150) & (usual[..., 0] > usual[..., 2] + 25)
    cloth = (usual[..., 2] > usual[..., 0] + 15) & (usual[..., 2] > 50)
    assert skin.sum() > 1000 and cloth.sum() > 5000
    assert other[skin].mean() < 0.5 * usual[skin].mean()
    assert other[cloth].mean() > 2 * usual[cloth].mean()


def test_taking_the_colours_away_shows_the_texture_again(seen):
    before = seen(PLAIN)
    seen(look(skin="dark"))
    assert np.array_equal(seen(PLAIN), before)


def test_every_set_of_lights_lights_differently_and_none_burns_out(seen):
    pictures = {name: seen(look(name, top="grey")) for name in LIGHTS}
    for name, picture in pictures.items():
        assert (picture.min(-1) > 250).mean() < 0.01, name
    assert np.abs(pictures["soft"] - pictures["studio"]).mean() > 1
    assert np.abs(pictures["stage"] - pictures["studio"]).mean() > 1


def test_soft_lights_leave_the_fainter_shadow_on_the_chest(seen):
    def depth(name: str) -> float:
        chest = seen(look(name, top="grey"))[150:260, 180:230].mean(-1)
        return float(np.percentile(chest, 5) / np.percentile(chest, 80))

    assert depth("soft") > depth("studio") > depth("stage")


def test_a_film_shows_the_look_it_was_asked_for(across):
    sizes = {"width": 96, "height": 80, "camera": HANDS}
    plain = next(iter(render_motion(signer("woman"), across, VideoOptions(**sizes))))
    white = next(iter(render_motion(signer("woman"), across, VideoOptions(**sizes, look=look(top="white")))))
    assert white.mean() > plain.mean() + 5
