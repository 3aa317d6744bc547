"""The floor: dark under the soles, soft, and only where the camera sees it."""

import numpy as np
import pytest

from pipeline.render.background import LIGHT, TRANSPARENT, background
from pipeline.render.camera import FRONT, PRESETS, orbit, projection, view
from pipeline.render.ground import REACH, is_seen
from pipeline.render.look import Look
from pipeline.render.scene import _between_soles

WHOLE = PRESETS["whole"]
SIZE = (480, 360)
GREY = background("#c0c0c0")


def place(point, camera=WHOLE, size=SIZE):
    """Row and column that a point in metres is seen at."""
    seen = projection(camera, size[0] / size[1]) @ view(camera)
    clip = seen[:, :3] @ point + seen[:, 3]
    across, up = clip[:2] / clip[3]
    return round((0.5 - up / 2) * size[1]), round((across / 2 + 0.5) * size[0])


@pytest.fixture
def with_and_without(studio):
    """`with_and_without(...)`: the same picture with the ground and without it, as integers."""

    def see(*asked, **named):
        pictures = []
        for ground in (True, False):
            studio.scene.dress(Look(ground=ground))
            pictures.append(studio.see(*asked, **named).astype(int))
        studio.scene.dress(Look())
        return pictures

    return see


@pytest.fixture
def feet(body):
    return _between_soles(body.template)


def test_the_floor_is_darker_under_the_signer_than_away_from_her(with_and_without, hanging, feet):
    floor, bare = with_and_without(hanging, WHOLE, SIZE, GREY)
    darker = (bare - floor)[..., 0]
    assert darker[place(feet)] > 20
    assert (
        darker[place(feet + np.array([-0.3, 0.0, -0.35]))] > 20
    )  # the light comes from her left and before her
    assert darker[place(feet + np.array([0.9, 0.0, 0.1]))] < 4
    assert (darker[:200] == 0).all()


def test_the_shadow_is_soft(with_and_without, hanging):
    floor, bare = with_and_without(hanging, WHOLE, SIZE, GREY)
    beside_the_feet = (bare - floor)[280:310, 130:210, 0]
    assert beside_the_feet.max() > 40
    assert np.abs(np.diff(beside_the_feet, axis=1)).max() < 0.15 * beside_the_feet.max()


def test_the_shadow_follows_an_arm_that_is_raised(with_and_without, hanging, raised):
    low, _ = with_and_without(hanging, WHOLE, SIZE, GREY)
    high, _ = with_and_without(raised, WHOLE, SIZE, GREY)
    assert np.abs(low - high)[290:, :].max() > 8


def test_over_nothing_the_shadow_alone_is_left(with_and_without, hanging):
    floor, bare = with_and_without(hanging, WHOLE, SIZE, TRANSPARENT)
    empty = bare[..., 3] == 0
    shade = floor[empty]
    assert (shade[:, :3] == 0).all() and shade[:, 3].max() > 60


def test_before_a_light_background_the_floor_shines(with_and_without, hanging, feet):
    floor, bare = with_and_without(hanging, WHOLE, SIZE, LIGHT)
    at = place(feet + np.array([0.45, 0.0, 0.2]))
    assert floor[at][0] > bare[at][0] + 5


def test_from_the_hip_up_nothing_of_the_floor_is_drawn(with_and_without, hanging, feet):
    floor, bare = with_and_without(hanging, FRONT, SIZE, GREY)
    assert np.array_equal(floor, bare)
    seen = projection(FRONT, 16 / 9) @ view(FRONT)
    assert not is_seen(feet, FRONT.eye, seen)


def test_from_below_the_floor_hides_nothing(with_and_without, hanging):
    floor, bare = with_and_without(hanging, orbit(WHOLE, 0.0, -40.0), SIZE, GREY)
    assert np.array_equal(floor, bare)


def test_the_floor_is_where_the_soles_are(body, feet):
    assert feet[1] == body.template[:, 1].min()
    assert np.abs(feet[[0, 2]]).max() < 0.2 < REACH


def test_drawing_twice_gives_the_same_picture(studio, hanging):
    first = studio.see(hanging, WHOLE, SIZE)
    assert np.array_equal(first, studio.look(WHOLE, SIZE))
