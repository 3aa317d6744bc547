"""Drawn keypoints: in their colours, at their places, over their picture."""

import numpy as np
from PIL import Image

from pipeline.keypoints.keypoints import keypoints
from pipeline.keypoints.names import COCO_WHOLEBODY
from pipeline.keypoints.overlay import DOT, LEFT, RIGHT, draw, sheet


def clip(confidence: float = 1.0):
    points = np.zeros((1, 133, 2))
    sure = np.zeros((1, 133))
    for name, place in {
        "left_shoulder": (80, 20), "left_elbow": (80, 60), "right_shoulder": (20, 20),
        "right_elbow": (20, 60), "face_30": (50, 10),
    }.items():  # fmt: skip
        points[0, COCO_WHOLEBODY.index(name)] = place
        sure[0, COCO_WHOLEBODY.index(name)] = confidence
    return keypoints(COCO_WHOLEBODY, points, sure, fps=25, size=(100, 80))


def test_each_side_has_its_colour_at_its_place() -> None:
    picture = np.asarray(draw(clip(), 0, width=200))
    assert picture.shape == (160, 200, 3)
    assert tuple(picture[80, 160]) == LEFT and tuple(picture[80, 40]) == RIGHT
    assert tuple(picture[20, 100]) == DOT
    assert not picture[100:, 60:140].any()


def test_unsure_points_are_dim_and_unseen_ones_absent() -> None:
    assert tuple(np.asarray(draw(clip(0.2), 0, width=200))[80, 160]) == tuple(part // 2 for part in LEFT)
    assert not np.asarray(draw(clip(0.0), 0, width=200)).any()


def test_the_picture_lies_underneath() -> None:
    grey = Image.new("RGB", (100, 80), (90, 90, 90))
    picture = np.asarray(draw(clip(), 0, grey, width=200))
    assert tuple(picture[150, 100]) == (90, 90, 90) and tuple(picture[80, 160]) == LEFT


def test_a_sheet_holds_every_picture_under_its_caption() -> None:
    one = draw(clip(), 0, width=200)
    page = np.asarray(sheet([("first", one), ("second", one), ("third", one)], columns=2))
    assert page.shape == (2 * (160 + 14), 400, 3)
    np.testing.assert_array_equal(page[14:174, 200:], np.asarray(one))
    np.testing.assert_array_equal(page[188:, :200], np.asarray(one))
