"""Which part of a capture is the sign, and where the head turns."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pipeline.fitting.fit import ArmFit, fit_arm
from pipeline.fitting.freedoms import INDEX
from pipeline.fitting.head import head_turns
from pipeline.fitting.hold import Span, hold, movement, usable
from pipeline.keypoints.landmarks import BODY, Landmarks, Track

Film = Callable[..., Landmarks]
Angles = Callable[..., np.ndarray]


def raised(angles_of: Angles, heights: np.ndarray) -> np.ndarray:
    """Angles (T, F) of an arm whose elbow is bent by `heights` (T,) between 0, hanging, and 1."""
    angles = np.tile(angles_of(forearm_twist=60), (len(heights), 1))
    angles[:, INDEX["elbow_flexion"]] = np.radians(25 + 100 * heights)
    return angles


@pytest.fixture(scope="module")
def letter(film: Film, angles_of: Angles, rest_joints: np.ndarray) -> ArmFit:
    """Half a second up, half a second of stillness from frame 15 to 30, half a second down."""
    up = 0.5 - 0.5 * np.cos(np.pi * np.arange(15) / 15)
    heights = np.concatenate([up, np.ones(16), up[::-1]])
    return fit_arm(film(raised(angles_of, heights)), rest_joints, "right")


def test_the_hold_is_the_still_part(letter: ArmFit) -> None:
    span = hold(letter)
    assert 12 <= span.first <= 18 and 27 <= span.last <= 33
    assert span.last - span.first <= 15


def test_a_hold_is_never_shorter_than_a_sixth_of_a_second_unless_the_clip_is(
    film: Film, angles_of: Angles, rest_joints: np.ndarray
) -> None:
    heights = np.abs(np.sin(np.arange(20)))
    assert hold(fit_arm(film(raised(angles_of, heights)), rest_joints, "right")).last >= 5
    short = fit_arm(film(raised(angles_of, np.ones(3))), rest_joints, "right")
    assert hold(short) == Span(0, 2) and movement(short) == Span(0, 2)


def test_a_movement_lies_between_raising_and_lowering(letter: ArmFit) -> None:
    span = movement(letter)
    assert 5 <= span.first <= 16 and 29 <= span.last <= 41


def test_frames_that_the_fit_does_not_follow_are_left_out(letter: ArmFit) -> None:
    assert usable(letter, Span(20, 25)) == Span(0, len(letter.angles) - 1)
    weights, places = letter.seen.weights.copy(), letter.seen.places.copy()
    weights[40:], places[3] = 0, places[3] + 0.1
    astray = replace(letter, seen=replace(letter.seen, weights=weights, places=places))
    assert usable(astray, Span(20, 25)) == Span(4, 39)


def test_nearness_is_one_inside_and_fades_outside() -> None:
    np.testing.assert_allclose(Span(2, 3).nearness(7, 2.0), [0, 0.5, 1, 1, 0.5, 0, 0])


def faces(nose: np.ndarray, tilt: float = 0.0) -> Landmarks:
    """Faces (T,) whose nose is off the middle of ears that are 80 pixels apart."""
    frames = len(nose)
    body, confidence = np.zeros((frames, len(BODY), 3)), np.zeros((frames, len(BODY)))
    across = 40 * np.array([np.cos(tilt), np.sin(tilt)])
    for name, place in (("LEFT_EAR", across), ("RIGHT_EAR", -across), ("NOSE", np.zeros(2))):
        body[:, BODY.index(name), :2] = place + 250
        confidence[:, BODY.index(name)] = 1
    body[:, BODY.index("NOSE"), :2] += nose
    empty = Track(np.zeros((frames, 21, 3)), np.zeros((frames, 21)))
    return Landmarks(25.0, 500, 500, Track(body, confidence), empty, empty)


def test_a_nose_to_the_left_turns_the_head_to_the_left() -> None:
    turns = head_turns(faces(np.tile([15.0, 5.0], (10, 1))))
    assert (turns[:, 1] > 0.1).all()
    np.testing.assert_allclose(turns[:, [0, 2]], 0, atol=1e-9)


def test_a_lower_left_ear_tilts_the_head_to_the_left() -> None:
    turns = head_turns(faces(np.zeros((10, 2)), tilt=0.1))
    assert (turns[:, 2] < -0.05).all()


def test_a_nose_that_sinks_for_a_moment_is_a_nod() -> None:
    nose = np.zeros((40, 2))
    nose[15:25, 1] = 12
    turns = head_turns(faces(nose))
    assert turns[20, 0] > 0.08 and abs(turns[0, 0]) < 0.01


def test_without_a_face_the_head_is_still() -> None:
    seen = faces(np.zeros((5, 2)))
    unseen = replace(seen, body=Track(seen.body.points, np.zeros_like(seen.body.confidence)))
    assert not head_turns(unseen).any()
