"""Hands that detectors confuse are put right, and every doubt is told with its frames."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.keypoints.cleaning import GUESSED, breadth, clean, exchange_hands, ranges
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.keypoints.names import COCO_WHOLEBODY, hand
from pipeline.keypoints.read import read_keypoints

LEFT = [COCO_WHOLEBODY.index(name) for name in hand("left")]
RIGHT = [COCO_WHOLEBODY.index(name) for name in hand("right")]
ARMS = [COCO_WHOLEBODY.index(name) for name in ("left_wrist", "right_wrist")]


def signer(frames: int = 40, crossing: bool = False, noise: float = 2.0) -> Keypoints:
    """A signer 200 px broad whose hands circle, or cross and come back, each with its own shape."""
    random = np.random.default_rng(3)
    places = random.uniform(0, 1, (133, 2)) * [60, 80] + [370, 120]
    for name, place in {
        "left_shoulder": (500, 300),
        "right_shoulder": (300, 300),
        "left_elbow": (540, 420),
        "right_elbow": (260, 420),
    }.items():
        places[COCO_WHOLEBODY.index(name)] = place
    points = np.tile(places, (frames, 1, 1))
    turn = np.linspace(0, 2 * np.pi, frames)
    for index, (columns, side) in enumerate(((LEFT, 1), (RIGHT, -1))):
        across = 110 * np.cos(turn) if crossing else 90 + 25 * np.sin(2 * turn)
        root = np.stack([400 + side * across, 420 + side * 12 + 40 * np.cos(turn)], axis=1)
        shape = random.uniform(-35, 35, (21, 2)) * [side, 1]
        shape[0], shape[9] = 0, (side * 5, -50)
        points[:, columns] = root[:, None] + shape
        points[:, ARMS[index]] = root
    points += random.normal(0, noise, points.shape)
    return keypoints(COCO_WHOLEBODY, points, np.full((frames, 133), 0.9), fps=25, size=(800, 600))


def flags(frames: int, *which: int) -> np.ndarray:
    result = np.zeros(frames, bool)
    result[list(which)] = True
    return result


def same(first: Keypoints, second: Keypoints) -> None:
    for field in ("points", "confidence", "depth"):
        np.testing.assert_array_equal(getattr(first, field), getattr(second, field))


@pytest.mark.parametrize("crossing", [False, True])
def test_a_clip_without_faults_stays_as_it_is(crossing: bool) -> None:
    given = signer(crossing=crossing)
    result = clean(given)
    same(result.keypoints, given)
    assert result.changed == () and result.sentences() == ()


@pytest.mark.parametrize("crossing", [False, True])
def test_exchanged_hands_are_exchanged_back(crossing: bool) -> None:
    given = signer(crossing=crossing)
    frames = (0, 5, 6, 7, 15, 30, 39)
    result = clean(exchange_hands(given, flags(40, *frames)))
    assert result.swapped == frames
    same(result.keypoints, given)
    assert "exchanged back: 7 of 40 frames (0, 5-7, 15, 30, 39)" in result.sentences()[0]


def test_hands_without_a_body_are_kept_on_their_sides_by_where_they_were() -> None:
    given = signer()
    confidence = given.confidence.copy()
    confidence[:, : LEFT[0]] = 0
    given = keypoints(given.names, given.points, confidence, fps=25, size=(800, 600))
    result = clean(exchange_hands(given, flags(40, 10, 11, 20)))
    assert result.swapped == (10, 11, 20)
    same(result.keypoints, given)
    assert len(result.headless) == 40


def test_a_single_hand_that_changes_its_name_keeps_its_side() -> None:
    given = signer()
    confidence = given.confidence.copy()
    confidence[:, LEFT + ARMS] = 0
    given = keypoints(given.names, given.points, confidence, fps=25, size=(800, 600))
    result = clean(exchange_hands(given, flags(40, 12, 13)))
    assert result.swapped == (12, 13)
    same(result.keypoints, given)


def test_a_hand_seen_twice_is_taken_from_the_side_it_does_not_belong_to() -> None:
    given = signer()
    points = given.points.copy()
    points[10:13, LEFT] = points[10:13, RIGHT] + 1
    points[20, RIGHT] = points[20, LEFT] + 1
    result = clean(replace(given, points=points))
    assert result.doubled == {"left": (10, 11, 12), "right": (20,)}
    assert not result.keypoints.confidence[10:13, LEFT].any()
    assert not result.keypoints.confidence[20, RIGHT].any()
    np.testing.assert_array_equal(result.keypoints.points[10:13, RIGHT], given.points[10:13, RIGHT])
    assert result.changed == (10, 11, 12, 20) and result.keypoints.frames == 40


def test_a_fast_hand_is_not_taken_for_the_other_one() -> None:
    given = signer()
    points, confidence = given.points.copy(), given.confidence.copy()
    confidence[:, LEFT + ARMS] = 0
    points[:, RIGHT, 1] = 100 + 400 * (np.arange(40) % 2)[:, None]  # two breadths each frame
    assert clean(replace(given, points=points, confidence=confidence)).changed == ()


def test_hands_pressed_together_are_two() -> None:
    given = signer()
    points = given.points.copy()
    points[:, LEFT] = points[:, RIGHT] + 1
    points[:, ARMS[0]] = points[:, ARMS[1]] + [8, 0]
    assert clean(replace(given, points=points)).changed == ()


def test_clasped_hands_are_two() -> None:
    given = signer(noise=0)
    points = given.points.copy()
    points[:, LEFT] += points[:, [RIGHT[0]]] - points[:, [LEFT[0]]]
    points[:, ARMS[0]] = points[:, ARMS[1]]
    assert clean(replace(given, points=points)).changed == ()


def test_frames_without_the_signer_are_kept_and_listed() -> None:
    given = signer()
    confidence = given.confidence.copy()
    confidence[4:7] = 0
    result = clean(keypoints(given.names, given.points, confidence, fps=25, size=(800, 600)))
    assert result.lost == (4, 5, 6) and result.keypoints.frames == 40


def test_guesses_outside_of_the_picture_weigh_less_and_are_told_by_part() -> None:
    given = signer()
    points = given.points.copy()
    points[3, COCO_WHOLEBODY.index("left_hip"), 1] = 700
    points[8, RIGHT, 0] = -20
    result = clean(replace(given, points=points))
    assert result.cropped["hips and legs"] == (3,) and result.cropped["right arm"] == (8,)
    assert result.cropped["left arm"] == ()
    np.testing.assert_allclose(result.keypoints.confidence[8, RIGHT], 0.9 * GUESSED, rtol=1e-6)
    np.testing.assert_array_equal(result.keypoints.points, points)


def test_lengths_are_measured_in_shoulders_or_palms() -> None:
    given = signer(noise=0)
    assert breadth(given) == pytest.approx(200)
    only = [*LEFT]
    palm = np.linalg.norm(given.points[0, LEFT[9]] - given.points[0, LEFT[0]])
    hands = keypoints(hand("left"), given.points[:, only], given.confidence[:, only], fps=25, size=(800, 600))
    assert breadth(hands) == pytest.approx(4 * palm)
    assert breadth(replace(hands, confidence=hands.confidence * 0)) == 200


def test_frame_numbers_are_written_as_ranges() -> None:
    assert ranges([]) == "" and ranges([3]) == "3" and ranges([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"


def test_exchanges_put_into_public_captures_are_found_and_no_others(shared_data: Path) -> None:
    random = np.random.default_rng(0)
    put, found, wrong = 0, 0, 0
    for path in sorted((shared_data / "poses").rglob("*.pose")):
        for given in read_keypoints(path)[0].values():
            if len(given.columns(hand("left") + hand("right"))) < 42:
                continue
            assert clean(given).swapped == ()
            frames = random.random(given.frames) < 0.1
            frames &= given.seen(hand("left")) | given.seen(hand("right"))
            swapped = flags(given.frames, *clean(exchange_hands(given, frames)).swapped)
            put, found = put + frames.sum(), found + (frames & swapped).sum()
            wrong += (swapped & ~frames).sum()
    if not put:
        pytest.skip("there are no captures beside the repository")
    assert found >= 0.95 * put and wrong <= 0.05 * put
