"""Which part of a capture is the sign."""

import numpy as np
import pytest

from pipeline.fitting.hold import Span, hold_of, movement_of

FPS = 30.0


def hand_at(heights: np.ndarray) -> np.ndarray:
    """Points (T, 3, 3) of a hand raised by 0.4 m times `heights` (T,)."""
    points = np.array([[0.0, 0.0, 0.0], [0.02, 0.08, 0.0], [-0.02, 0.08, 0.01]])
    return points + 0.4 * heights[:, None, None] * [0.0, 1.0, 0.0]


@pytest.fixture(scope="module")
def letter() -> np.ndarray:
    """Half a second up, half a second of stillness from frame 15 to 30, half a second down."""
    up = 0.5 - 0.5 * np.cos(np.pi * np.arange(15) / 15)
    return hand_at(np.concatenate([up, np.ones(16), up[::-1]]))


def test_the_hold_is_the_still_part(letter: np.ndarray) -> None:
    span = hold_of(letter, FPS)
    assert 12 <= span.first <= 18 and 27 <= span.last <= 33
    assert span.last - span.first <= 15


def test_a_hold_is_never_shorter_than_a_sixth_of_a_second_unless_the_clip_is() -> None:
    span = hold_of(hand_at(np.abs(np.sin(np.arange(20)))), FPS)
    assert span.last - span.first >= 5
    short = hand_at(np.ones(3))
    assert hold_of(short, FPS) == Span(0, 2) and movement_of(short, FPS) == Span(0, 2)


def test_a_movement_lies_between_raising_and_lowering(letter: np.ndarray) -> None:
    span = movement_of(letter, FPS)
    assert 5 <= span.first <= 16 and 29 <= span.last <= 41


def test_a_span_grows_over_good_frames_only() -> None:
    good = np.ones(46, bool)
    assert Span(20, 25).within(good) == Span(0, 45)
    good[[3, 40]] = False
    assert Span(20, 25).within(good) == Span(4, 39)


def test_nearness_is_one_inside_and_fades_outside() -> None:
    np.testing.assert_allclose(Span(2, 3).nearness(7, 2.0), [0, 0.5, 1, 1, 0.5, 0, 0])
