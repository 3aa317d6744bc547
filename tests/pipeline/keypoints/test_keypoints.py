"""Keypoints: what counts as seen, an even beat, conversions, files."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.keypoints import names
from pipeline.keypoints.files import load, made_by, save
from pipeline.keypoints.keypoints import Keypoints, evenly, keypoints
from pipeline.keypoints.layouts import STAND_INS, convert, to_wholebody


def clip(wanted: tuple[str, ...], frames: int = 4, seed: int = 0, depth: bool = True) -> Keypoints:
    """Random points, a third of them unseen, half of the depths unknown."""
    random = np.random.default_rng(seed)
    shape = (frames, len(wanted))
    return keypoints(
        wanted,
        random.uniform(1, 600, (*shape, 2)),
        random.uniform(-0.5, 1, shape),
        fps=25.0,
        size=(640, 480),
        depth=np.where(random.random(shape) < 0.5, random.normal(size=shape), np.nan) if depth else None,
        source="random",
    )


def same(first: Keypoints, second: Keypoints) -> None:
    for field in ("points", "confidence", "depth", "times"):
        np.testing.assert_array_equal(getattr(first, field), getattr(second, field))
    for field in ("names", "fps", "width", "height", "source"):
        assert getattr(first, field) == getattr(second, field)


def test_the_published_orders_have_their_published_places() -> None:
    order = names.COCO_WHOLEBODY
    assert (len(order), order[17], order[22]) == (133, "left_big_toe", "right_heel")
    assert (order[23], order[71], order[90]) == ("face_00", "face_48", "face_67")
    assert (order[91], order[112], order[132]) == (
        "left_hand_wrist",
        "right_hand_wrist",
        "right_hand_pinky_tip",
    )
    assert (len(names.HOLISTIC), len(names.OPENPOSE), len(names.BODY_25)) == (553, 137, 25)
    assert len(set(names.POINTS)) == len(names.POINTS) and names.POINTS[:133] == order
    assert set(STAND_INS) <= set(names.POINTS)


def test_what_is_not_finite_or_has_no_confidence_is_unseen() -> None:
    points = np.array([[[5.0, 6.0], [np.nan, 1.0], [7.0, 8.0], [9.0, 9.0]]])
    confidence = np.array([[2.0, 0.9, 0.0, np.nan]])
    seen = keypoints(names.COCO_BODY[:4], points, confidence, fps=25, size=(10, 10))
    np.testing.assert_array_equal(seen.confidence, [[1, 0, 0, 0]])
    np.testing.assert_array_equal(seen.points[0], [[5, 6], [0, 0], [0, 0], [0, 0]])
    assert np.isnan(seen.depth).all() and seen.found.all()


def test_parts_that_do_not_fit_are_refused() -> None:
    given = clip(names.COCO_BODY)
    for wrong in (
        {"names": ("nose",) * 17},
        {"names": (*names.COCO_BODY[:-1], "tail")},
        {"points": given.points[:, :5]},
        {"confidence": given.confidence[:2]},
        {"fps": 0.0},
        {"times": given.times[::-1].copy()},
    ):
        with pytest.raises(ValueError):
            replace(given, **wrong)


def test_converting_keeps_the_points_both_know() -> None:
    given = clip(names.HOLISTIC)
    there = convert(given, names.COCO_WHOLEBODY)
    for point in ("nose", "left_wrist", "right_hand_pinky_tip", "left_heel"):
        before, after = given.columns([point])[0], there.columns([point])[0]
        np.testing.assert_array_equal(given.points[:, before], there.points[:, after])
        np.testing.assert_array_equal(given.depth[:, before], there.depth[:, after])
    assert not there.confidence[:, there.columns(["left_small_toe"])].any()
    same(convert(given, given.names), given)


def test_the_neck_is_the_middle_of_both_shoulders_when_both_are_seen() -> None:
    points = np.array([[[10.0, 20.0], [30.0, 40.0]]] * 2)
    confidence = np.array([[0.5, 0.75], [0.5, 0.0]])
    given = keypoints(("left_shoulder", "right_shoulder"), points, confidence, fps=25, size=(99, 99))
    neck = convert(given, ("neck",))
    np.testing.assert_array_equal(neck.points[:, 0], [[20, 30], [0, 0]])
    np.testing.assert_array_equal(neck.confidence[:, 0], [0.5, 0])


def test_the_mesh_gives_the_face_points_on_the_right_sides(shared_data: Path) -> None:
    from pipeline.keypoints.read import read_keypoints

    path = shared_data / "poses" / "segmentation" / "example.pose"
    if not path.exists():
        pytest.skip("the capture is not beside the repository")
    given = next(iter(read_keypoints(path)[0].values()))
    face = convert(given, names.FACE).points[0]
    assert (np.diff(face[:17, 0]) > -1).all() and face[0, 0] < face[8, 0] < face[16, 0]  # right ear to left
    assert (np.diff(face[27:31, 1]) > 0).all()  # down the nose
    assert face[8, 1] == face[:, 1].max()  # the chin is lowest
    assert face[36, 0] < face[39, 0] < face[42, 0] < face[45, 0]  # across both eyes
    ear, eye = (given.points[0, given.columns([f"right_{part}"])[0]] for part in ("ear", "eye"))
    assert np.linalg.norm(face[36:42].mean(axis=0) - eye) < np.linalg.norm(eye - ear) / 3


def test_wholebody_arrays_are_what_readers_of_wholebody_take() -> None:
    given = clip(names.COCO_WHOLEBODY, depth=False)
    array = to_wholebody(given)
    assert array.shape == (4, 133, 3)
    same(
        keypoints(given.names, array[..., :2], array[..., 2], fps=25, size=(640, 480), source="random"), given
    )


def test_an_uneven_beat_is_made_even_by_going_straight() -> None:
    times = np.array([0.0, 0.1, 0.3, 0.4])
    points = np.stack([np.stack([10 + 100 * times, 5 + 50 * times], axis=1)] * 2, axis=1)
    confidence = np.array([[1, 1.0], [0.5, 1.0], [1, 0.0], [1, 1.0]])
    given = keypoints(names.COCO_BODY[:2], points, confidence, fps=10, size=(99, 99), times=times)
    assert not given.even
    smooth = evenly(given)
    assert smooth.even and smooth.frames == 5
    np.testing.assert_allclose(smooth.times, np.arange(5) / 10)
    np.testing.assert_allclose(smooth.points[:, 0, 0], 10 + 10 * np.arange(5), rtol=1e-6)
    np.testing.assert_array_equal(smooth.confidence[:, 0], [1, 0.5, 0.5, 1, 1])
    np.testing.assert_array_equal(smooth.confidence[:, 1] > 0, [True, True, False, False, True])


def test_an_even_clip_is_its_own_even_clip() -> None:
    given = clip(names.COCO_BODY, frames=7)
    same(evenly(given), given)
    assert evenly(given, 50.0).frames == 13
    assert evenly(replace(given, points=given.points[:1], confidence=given.confidence[:1],
                          depth=given.depth[:1], times=given.times[:1])).frames == 1  # fmt: skip


def test_a_file_brings_back_every_bit(tmp_path: Path) -> None:
    given = clip(names.HOLISTIC, frames=3)
    save(given, tmp_path / "clip.npz", "a detector")
    same(load(tmp_path / "clip.npz"), given)
    assert made_by(tmp_path / "clip.npz") == "a detector"
    assert [path.name for path in tmp_path.iterdir()] == ["clip.npz"]


def test_a_file_that_does_not_fit_together_is_named(tmp_path: Path) -> None:
    save(clip(names.COCO_BODY), tmp_path / "clip.npz")
    with np.load(tmp_path / "clip.npz") as file:
        arrays = dict(file)
    for name, wrong in (
        ("points", arrays["points"][:, :3]),
        ("names", np.array(["tail"] * 17)),
        ("fps", np.float64(-1)),
        ("fps", np.array([1.0, 2.0])),
        ("size", np.array([5])),
        ("depth_known", np.zeros(1, np.uint8)),
        ("times", np.array(["a", "b", "c", "d"])),
        ("format", np.array("other")),
    ):
        np.savez(tmp_path / "wrong.npz", **(arrays | {name: wrong}))
        with pytest.raises(BadInput, match=r"wrong\.npz"):
            load(tmp_path / "wrong.npz")
    del arrays["points"]
    np.savez(tmp_path / "wrong.npz", **arrays)
    with pytest.raises(BadInput, match="points"):
        load(tmp_path / "wrong.npz")


def test_what_is_farther_away_than_any_picture_is_unseen() -> None:
    points = np.full((2, 1, 2), 5.0)
    points[1, 0, 1] = -1e30
    found = keypoints(
        ("nose",), points, np.ones((2, 1)), fps=25.0, size=(9, 9), depth=np.array([[1e30], [1.0]])
    )
    assert found.confidence.tolist() == [[1], [0]]
    assert not found.points[1].any()
    assert np.isnan(found.depth).all()
