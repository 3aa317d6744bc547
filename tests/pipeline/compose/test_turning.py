"""A hand is turned as it is told, by a little otherwise where its arm could not, and steadily."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.compose.compose import Composed, compose
from pipeline.compose.text_form import read_signs
from pipeline.motion import joints

PRAY = """PRAY:
  hands: mirrored
  start: {shape: flat_B, palm: left, fingers: up-out, height: chest}
  meet: {by: palm, to: palm}
  hold: 0.5
"""
OUT_OF_THE_WAY = """LOW:
  start: {shape: flat_B, palm: down, fingers: out-down, height: shoulders, side: right}
  hold: 0.3
"""
LEARN = """LEARN:
  start: {shape: flat_O, palm: in, fingers: up-left, at: temple, by: fingertips, distance: close}
  move: {touch: fingertips}
"""
TELL = """TELL:
  start: {shape: F, palm: out-left, fingers: up-left, at: temple, by: index-tip, distance: close}
  move: {touch: index-tip}
"""


def made(text: str, body: BodyModel) -> Composed:
    return compose(read_signs(text, "test")[0].description, body)


def turns(composed: Composed, body: BodyModel, side: str) -> np.ndarray:
    """Rotations of a hand from onset to offset (T, 3, 3)."""
    motion = composed.motion
    frames = slice(round(composed.onset * motion.fps), round(composed.offset * motion.fps) + 1)
    placed = joint_transforms(body.rest_joints, motion.pose, motion.translation)
    return np.asarray(placed[frames, joints.INDEX[f"{side}_wrist"], :, :3])


def test_hands_that_lie_against_each_other_stay_parallel(body: BodyModel) -> None:
    composed = made(PRAY, body)
    left, right = (turns(composed, body, side)[0] @ [0, -1, 0] for side in ("left", "right"))
    assert left @ right < -np.cos(np.radians(4))


def test_a_hand_is_tilted_no_more_than_a_reader_would_allow(body: BodyModel) -> None:
    composed = made(OUT_OF_THE_WAY, body)
    fingers = turns(composed, body, "right")[0] @ [-1, 0, 0]
    asked = np.array([0, -1, 1]) / np.sqrt(2)
    tilt = np.degrees(np.arccos(fingers @ asked))
    assert 5 < tilt < 36


@pytest.mark.parametrize("text", [LEARN, TELL])
def test_a_hand_that_only_arrives_does_not_turn_on_its_way(text: str, body: BodyModel) -> None:
    turned = turns(made(text, body), body, "right")
    apart = np.degrees(np.arccos(np.clip((np.trace(turned[-1].T @ turned[0]) - 1) / 2, -1, 1)))
    assert apart < 10
