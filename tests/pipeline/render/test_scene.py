"""Real pixels: what a viewer would see."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import signer
from pipeline.motion import joints
from pipeline.render.background import background
from pipeline.render.camera import FRONT, PRESETS, Camera, projection, view

SIZE = (640, 360)
FACE = Camera(target=(0.0, 0.28, 0.1), distance=1.2, fov=16.0)
EYEBALL = np.array([0, 0, 0.03])
"""From the centre of an eye to its front, in metres."""
CHROMA = background("#00ff00")


def brightness(pixels: NDArray[np.uint8]) -> NDArray[np.float64]:
    return pixels[..., :3].astype(float).mean(-1)


def is_avatar(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where the green background does not show."""
    return ~(pixels == [0, 255, 0, 255]).all(-1)


def is_skin(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    red, _, blue = (pixels[..., channel].astype(int) for channel in range(3))
    return (red > 110) & (red > blue + 30)


def is_cloth(pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
    red, _, blue = (pixels[..., channel].astype(int) for channel in range(3))
    return blue > red + 15


def pixel(point: NDArray[np.floating], camera: Camera, size: tuple[int, int]) -> tuple[int, int]:
    """Row and column of a point in the world."""
    width, height = size
    clip = projection(camera, width / height) @ view(camera) @ np.append(point, 1)
    x, y = clip[:2] / clip[3]
    return round((1 - y) / 2 * height), round((x + 1) / 2 * width)


def changed(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.abs(before.astype(int) - after.astype(int)).max(-1) > 24


def test_the_avatar_stands_in_the_middle(studio, hanging):
    there = is_avatar(studio.see(hanging, size=SIZE, background=CHROMA))
    assert there[100:, 300:340].mean() > 0.97
    assert not there[:, :100].any() and not there[:, -100:].any()
    assert 0.1 < there.mean() < 0.4


def test_she_has_a_face_above_a_blue_sweater(studio, hanging):
    seen = studio.see(hanging, size=SIZE, background=CHROMA)
    assert is_skin(seen[105:125, 310:330]).mean() > 0.8
    assert is_cloth(seen[200:300, 300:340]).all()


def test_raising_the_right_arm_changes_the_left_of_the_picture_only(studio, hanging, raised):
    moved = changed(studio.see(hanging, size=SIZE), studio.see(raised, size=SIZE))
    assert moved[:180, 100:240].sum() > 1500  # where the arm is now
    assert moved[200:, 180:270].sum() > 1500  # where it was
    assert not moved[:, 400:].any()


def test_a_face_unit_moves_the_mouth_and_nothing_below_it(studio, standing):
    closed = studio.see(standing(), FACE, (360, 360))
    opened = studio.see(standing(jawOpen=1.0), FACE, (360, 360))
    row, column = pixel(np.array([0, 0.225, 0.1]), FACE, (360, 360))
    moved = changed(closed, opened)
    assert moved[row - 20 : row + 40, column - 30 : column + 30].mean() > 0.3
    assert moved.sum() * 0.6 < moved[row - 60 : row + 90, column - 70 : column + 70].sum()
    assert not moved[:60].any()


def test_closed_lids_hide_the_eyes(studio, standing):
    size = (480, 480)
    awake = studio.see(standing(), FACE, size)
    asleep = studio.see(standing(eyeBlinkLeft=1.0, eyeBlinkRight=1.0), FACE, size)
    eye = signer("woman").rest_joints[joints.LEFT_EYE]
    row, column = pixel(eye + EYEBALL, FACE, size)
    patch = np.s_[row - 6 : row + 6, column - 10 : column + 10]
    assert is_skin(asleep[patch]).mean() > 0.5 > is_skin(awake[patch]).mean()


def test_a_hand_before_the_chest_casts_a_shadow_there(studio, hanging, across):
    patch = np.s_[228:240, 285:303]  # below the hand
    lit, shaded = studio.see(hanging, size=SIZE), studio.see(across, size=SIZE)
    assert is_cloth(lit[patch]).all() and is_cloth(shaded[patch]).all()
    assert brightness(shaded[patch]).mean() < 0.75 * brightness(lit[patch]).mean()
    assert brightness(shaded[patch]).min() > 8  # not crushed to black


@pytest.mark.parametrize("key", ["woman", "man"])
def test_hands_stand_out_from_sweater_and_are_well_exposed(stage, key, across):
    studio = stage(signer(key))
    seen = studio.see(across, PRESETS["hands"], SIZE)
    found = joint_positions(studio.body.rest_joints, across.pose, across.translation)[0]
    hand = pixel(found[joints.INDEX["right_middle1"]], PRESETS["hands"], SIZE)
    patch = seen[hand[0] - 4 : hand[0] + 4, hand[1] - 8 : hand[1] + 8]
    assert is_skin(patch).mean() > 0.9
    assert patch[..., :3].max() < 250  # not blown out
    cloth = brightness(seen[280:340, 330:380]).mean()
    assert brightness(patch).mean() > cloth + 25
    studio.scene.delete()


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_shows_the_signer(studio, hanging, name):
    there = is_avatar(studio.see(hanging, PRESETS[name], SIZE, CHROMA))
    assert there.mean() > 0.08
    assert there[120:240, 240:400].mean() > 0.3


def test_samples_smooth_the_edges(studio, hanging):
    def partly(samples: int) -> int:
        seen = studio.see(hanging, size=SIZE, background=background("transparent"), samples=samples)
        return int(((seen[..., 3] > 0) & (seen[..., 3] < 255)).sum())

    assert partly(0) == 0
    assert partly(4) > 300


def test_a_body_without_looks_is_skin_coloured_clay_with_dark_irises(stage, hanging):
    body = signer("woman")
    bare = replace(
        body, texture=None, part_names=("skin",), face_parts=np.zeros_like(body.face_parts), occlusion=None
    )
    studio = stage(bare)
    seen = studio.see(hanging, FACE, (480, 480), CHROMA)
    skin = seen[is_avatar(seen)][:, :3].astype(float)
    assert (skin[:, 0] > skin[:, 2]).mean() > 0.95
    assert 90 < np.median(skin.mean(1)) < 215
    row, column = pixel(body.rest_joints[joints.LEFT_EYE] + EYEBALL, FACE, (480, 480))
    assert brightness(seen[row - 3 : row + 3, column - 3 : column + 3]).min() < 80
    studio.scene.delete()


def test_the_same_pose_gives_the_same_pixels_whatever_was_drawn_before(studio, hanging, raised):
    first = studio.see(raised, size=SIZE)
    studio.see(hanging, FACE, (200, 100), CHROMA, 0)
    assert np.array_equal(studio.see(raised, size=SIZE), first)


def test_another_camera_needs_no_new_pose(studio, raised):
    expected = studio.see(raised, PRESETS["side"], SIZE)
    studio.see(raised, FRONT, SIZE)
    assert np.array_equal(studio.look(PRESETS["side"], SIZE), expected)
