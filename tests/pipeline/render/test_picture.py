"""Pictures behind the signer: read upright, laid where they belong, in their own colours."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import BadInput
from pipeline.render.backdrop import scales
from pipeline.render.background import TRANSPARENT, Background, Picture, background
from pipeline.render.camera import FRONT, pan
from pipeline.render.picture import LARGEST, read_picture

EMPTY = pan(FRONT, 5.0, 0.0)
"""A camera that looks past the signer."""
RED, GREEN, BLUE, YELLOW = (200, 30, 20), (20, 160, 40), (30, 50, 190), (220, 200, 30)


@pytest.fixture
def quarters(tmp_path):
    """A square picture: red and green above blue and yellow."""
    pixels = np.zeros((80, 80, 3), np.uint8)
    pixels[:40, :40], pixels[:40, 40:], pixels[40:, :40], pixels[40:, 40:] = RED, GREEN, BLUE, YELLOW
    path = tmp_path / "quarters.png"
    Image.fromarray(pixels).save(path)
    return path


def test_a_picture_fills_the_background_in_its_own_colours(studio, hanging, quarters):
    seen = studio.see(hanging, EMPTY, background=background(str(quarters)))
    for place, colour in ((10, 10), RED), ((10, -10), GREEN), ((-10, 10), BLUE), ((-10, -10), YELLOW):
        assert np.abs(seen[place][:3].astype(int) - colour).max() <= 1
    assert (seen[..., 3] == 255).all()


def test_what_does_not_fit_is_cut_evenly(studio, hanging, tmp_path):
    pixels = np.zeros((90, 160, 3), np.uint8)
    pixels[:, :20], pixels[:, 20:140], pixels[:, 140:] = RED, GREEN, BLUE
    Image.fromarray(pixels).save(tmp_path / "wide.png")
    square = studio.see(hanging, EMPTY, (180, 180), background(str(tmp_path / "wide.png")))
    assert (
        np.abs(square[:, 2:-2, :3].astype(int) - GREEN).max() <= 1
    )  # 35 of 160 columns are cut on each side


def test_a_picture_that_is_seen_whole_leaves_the_background_beside_it(studio, hanging):
    whole = Picture(np.full((90, 90, 3), BLUE, np.uint8), covers=False, opacity=0.5)
    seen = studio.see(hanging, EMPTY, (320, 180), replace(background("#ff0000"), pictures=(whole,)))
    assert (seen[90, 10, :3] == (255, 0, 0)).all() and (seen[90, -10, :3] == (255, 0, 0)).all()
    assert seen[90, 160, :3] == pytest.approx((143, 25, 95), abs=2)  # half red, half blue
    assert (seen[90, 72, :3] != (255, 0, 0)).any() and (seen[90, 68, :3] == (255, 0, 0)).all()


def test_the_last_of_several_pictures_lies_on_top_and_the_signer_before_all(studio, hanging):
    under, over = (Picture(np.full((9, 16, 3), colour, np.uint8)) for colour in (RED, GREEN))
    seen = studio.see(hanging, background=Background(pictures=(under, over)))
    assert np.abs(seen[5, 5, :3].astype(int) - GREEN).max() <= 1
    assert np.abs(seen[115, 160, :3].astype(int) - GREEN).max() > 60


def test_a_picture_over_nothing_is_as_transparent_as_it_says(studio, hanging):
    film = Picture(np.full((9, 16, 3), 255, np.uint8), opacity=0.5)
    seen = studio.see(hanging, EMPTY, background=replace(TRANSPARENT, pictures=(film,)))
    assert seen[90, 160] == pytest.approx((128, 128, 128, 128), abs=1)


def test_a_changed_picture_is_seen_at_once(studio, hanging):
    for colour in (RED, BLUE):
        film = Picture(np.full((9, 16, 3), colour, np.uint8))
        seen = studio.see(hanging, EMPTY, background=Background(pictures=(film,)))
        assert np.abs(seen[90, 160, :3].astype(int) - colour).max() <= 1


def test_two_colours_go_from_the_middle_to_the_edge(studio, hanging):
    seen = studio.see(hanging, EMPTY, background=background("#808080-#000000"))[..., 0].astype(int)
    assert seen[80, 160] > 110 > 40 > seen[2, 2]


@pytest.mark.parametrize(("picture", "canvas"), [(1.0, 16 / 9), (16 / 9, 1.0), (1.5, 1.5)])
def test_covering_cuts_and_showing_whole_leaves_room(picture, canvas):
    cut, whole = scales(picture, canvas, True), scales(picture, canvas, False)
    assert max(cut) == 1.0 == min(whole)
    for across, down in (cut, whole):
        assert across / down == pytest.approx(canvas / picture)  # nothing is stretched


def test_a_photograph_stands_upright_and_is_no_larger_than_anything_shows(tmp_path):
    pixels = np.zeros((3000, 4800, 3), np.uint8)
    pixels[:1500] = RED
    photograph = Image.fromarray(pixels)
    turned = photograph.getexif()
    turned[0x0112] = 3  # held upside down
    photograph.save(tmp_path / "photo.jpg", exif=turned)
    read = read_picture(tmp_path / "photo.jpg").pixels
    assert read.shape[1] <= LARGEST[0] and read.shape[0] <= LARGEST[1]
    assert read[-20, 20, 0] > 180 > 60 > read[20, 20, 0]


@pytest.mark.parametrize("name", ["gone.png", "gone.JPG"])
def test_a_missing_picture_is_one_sentence(tmp_path, name):
    with pytest.raises(BadInput, match=r"^There is no picture at .*: choose another file\.$"):
        background(str(tmp_path / name))


def test_a_file_that_is_no_picture_is_one_sentence(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(BadInput, match="cannot be read as a picture: choose a PNG or JPEG"):
        background(str(tmp_path / "letter.txt"))
