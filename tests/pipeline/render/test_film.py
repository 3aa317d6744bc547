from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.motion.edit import crop
from pipeline.motion.motion import Motion
from pipeline.render.alpha import straight
from pipeline.render.background import LIGHT, TRANSPARENT
from pipeline.render.camera import PRESETS
from pipeline.render.context import OffscreenContext
from pipeline.render.film import Film, VideoOptions, render_motion
from pipeline.render.gl import renderer

SMALL = VideoOptions(width=192, height=108)


def test_the_same_motion_gives_the_same_pixels(gesture: Motion):
    first = list(render_motion(signer("woman"), gesture, SMALL))
    second = list(render_motion(signer("woman"), gesture, SMALL))
    assert np.array_equal(first, second)


def test_frames_come_in_order_at_the_rate_asked_for(gesture: Motion):
    body = signer("woman")
    slow = list(render_motion(body, gesture, replace(SMALL, fps=10)))
    fast = list(render_motion(body, gesture, SMALL))
    assert (len(slow), len(fast)) == (3, 7)
    assert slow[0].shape == (108, 192, 3)
    for index, frame in enumerate(slow):
        assert np.array_equal(frame, fast[3 * index])
        assert index == 0 or not np.array_equal(frame, slow[index - 1])


def test_the_head_is_up_and_the_right_hand_on_the_left(raised: Motion):
    frame = next(render_motion(signer("woman"), raised, SMALL)).astype(int)
    rows, columns = np.nonzero((frame[..., 0] > 110) & (frame[..., 0] > frame[..., 2] + 30))
    assert np.median(rows) < 54
    upper = columns[rows < 54]
    assert (upper < 70).sum() > 20 and not (upper > 122).any()


def test_the_camera_and_the_background_are_those_of_the_options(gesture: Motion):
    body, one = signer("woman"), crop(gesture, 0, 0)

    def only(**options: object) -> np.ndarray:
        return next(render_motion(body, one, replace(SMALL, **options)))

    assert only(background=LIGHT)[0, 0].min() > only()[0, 0].max() + 80
    assert np.abs(only(camera=PRESETS["side"]).astype(int) - only()).max() > 60


def test_transparent_frames_have_straight_alpha(gesture: Motion):
    """Composed over the studio's colour they match the frame drawn over it, edges included."""
    body, one = signer("woman"), crop(gesture, 0, 0)
    grey = replace(LIGHT, middle=(0.5, 0.5, 0.5), edge=(0.5, 0.5, 0.5))
    cut_out = next(render_motion(body, one, replace(SMALL, background=TRANSPARENT))).astype(float)
    expected = next(render_motion(body, one, replace(SMALL, background=grey))).astype(float)
    alpha = cut_out[..., 3:] / 255
    composed = cut_out[..., :3] * alpha + 127.5 * (1 - alpha)
    assert 0 < (alpha < 1).mean() < 1 and ((alpha > 0) & (alpha < 1)).any()
    assert np.abs(composed - expected).max() <= 3


def test_straight_alpha_undoes_premultiplication():
    colours = np.array([[[200, 100, 50, 255], [0, 0, 0, 0], [100, 50, 25, 128]]], np.uint8)
    assert straight(colours).tolist() == [[[200, 100, 50, 255], [0, 0, 0, 0], [199, 100, 50, 128]]]


def test_the_consumer_may_use_a_context_of_its_own_between_frames(gesture: Motion):
    body = signer("woman")
    expected = list(render_motion(body, gesture, SMALL))
    found = []
    for frame in render_motion(body, gesture, SMALL):
        with OffscreenContext():
            assert renderer()
        found.append(frame)
    assert np.array_equal(found, expected)


def test_a_film_knows_what_it_took(gesture: Motion):
    film = Film(signer("woman"), gesture, SMALL)
    assert len(list(film)) == gesture.frames
    assert film.effort.rendering > film.effort.reading > 0
    assert film.effort.renderer


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"width": 1281}, "cannot be 1281 pixels wide.*even number such as 1282"),
        ({"height": 719}, "cannot be 719 pixels high.*720"),
        ({"width": 0}, "choose from 16 to 8192"),
        ({"height": 100_000}, "choose from 16 to 8192"),
        ({"fps": 0}, "frames per second"),
        ({"fps": float("nan")}, "frames per second"),
        ({"fps": 1e9}, "1 to 240"),
        ({"quality": 52}, "no quality 52"),
        ({"samples": -1}, "cannot have -1 samples"),
    ],
)
def test_options_that_make_no_video_are_bad_input(wrong: dict[str, float], sentence: str):
    with pytest.raises(BadInput, match=sentence):
        VideoOptions(**wrong)
