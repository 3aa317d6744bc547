"""Composed signs mean what their descriptions say: by geometry on both shipped signers."""

import hashlib

import numpy as np
import pytest

from pipeline.body.kinematics import joint_transforms
from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.body.signers import signer
from pipeline.body.skinning import vertices
from pipeline.compose.compose import Composed, compose
from pipeline.compose.figure import figure_of
from pipeline.compose.text_form import read_signs
from pipeline.compose.touches import error_of
from pipeline.motion import joints

THANKS = """THANK-YOU:
  start: {shape: flat_B, palm: in, fingers: up-left, at: chin, touch: fingertips}
  move: {straight: out-down, size: large}
"""
MOTHER = """MOTHER:
  start: {shape: 5, palm: left, fingers: up, at: chin, distance: close}
  move: {touch: thumb-tip, repeat: 2}
"""
SCHOOL = """SCHOOL:
  start: {shape: flat_B, palm: down, fingers: out-left, at: palm, distance: near}
  other: {shape: flat_B, palm: up, fingers: out-right}
  move: {touch: palm, repeat: 2}
"""
THERE = "THERE:\n  start: {shape: 1, palm: down, fingers: out}\n"
CIRCLE = """CIRCLE:
  start: {shape: 1, palm: out, fingers: up}
  move: {circle: up, along: up, turns: 3, size: large}
"""
AWAY = "AWAY:\n  start: {shape: flat_B, palm: left, fingers: out}\n  move: {straight: right, size: large}\n"


def made(text: str, body: BodyModel, left_handed: bool = False) -> Composed:
    return compose(read_signs(text, "test")[0].description, body, left_handed)


def sides(composed: Composed, body: BodyModel, frame: int, side: str) -> np.ndarray:
    """Rows: where the fingers of the flat hand would point, where the palm faces."""
    motion = composed.motion
    turned = joint_transforms(body.rest_joints, motion.pose, motion.translation)[
        frame, joints.INDEX[f"{side}_wrist"], :, :3
    ]
    out = 1.0 if side == "left" else -1.0
    return np.stack([turned @ [out, 0, 0], turned @ [0, -1, 0]])


@pytest.fixture(params=["woman", "man"])
def person(request: pytest.FixtureRequest) -> BodyModel:
    return signer(request.param)


@pytest.mark.parametrize("text", [THANKS, MOTHER, SCHOOL])
def test_hands_touch_the_place_that_they_are_told_to(text: str, person: BodyModel) -> None:
    composed = made(text, person)
    assert composed.touches
    transforms = figure_of(person).transforms(composed.motion.pose.astype(float))
    for touch in composed.touches:
        assert np.linalg.norm(error_of(touch, transforms[touch.frame])) < 0.003


def test_a_touching_fingertip_is_on_the_skin_that_is_drawn(person: BodyModel) -> None:
    """Pose correctives included: the nearest vertices of hand and chin are close, and not far inside."""
    composed = made(THANKS, person)
    skin = vertices(person, composed.motion, [round(composed.onset * composed.motion.fps)])[0]
    owner = person.joint_index[:, 0]
    names = [f"right_{finger}3" for finger in ("index", "middle", "ring")]
    tips = skin[np.isin(owner, [joints.INDEX[name] for name in names])]
    head = skin[np.isin(owner, [joints.INDEX[name] for name in ("head", "jaw", "neck")])]
    assert np.linalg.norm(tips[:, None] - head[None], axis=-1).min() < 0.008


def test_the_palm_faces_the_mouth_in_thank_you(person: BodyModel) -> None:
    composed = made(THANKS, person)
    _, palm = sides(composed, person, round(composed.onset * composed.motion.fps), "right")
    assert palm[2] < -0.9


def test_the_index_finger_points_forward(person: BodyModel) -> None:
    composed = made(THERE, person)
    motion = composed.motion
    frame = round(composed.onset * motion.fps)
    places = joint_transforms(person.rest_joints, motion.pose, motion.translation)[frame, :, :, 3]
    finger = places[joints.INDEX["right_index3"]] - places[joints.INDEX["right_index1"]]
    assert finger[2] / np.linalg.norm(finger) > np.cos(np.radians(8))


def test_a_left_handed_signer_does_the_same_in_the_mirror(body: BodyModel) -> None:
    right, left = made(AWAY, body), made(AWAY, body, left_handed=True)
    for composed, side, mirror in ((right, "right", 1), (left, "left", -1)):
        frames = [round(moment * composed.motion.fps) for moment in (composed.onset, composed.offset)]
        motion = composed.motion
        places = joint_transforms(body.rest_joints, motion.pose, motion.translation)[
            frames, joints.INDEX[f"{side}_wrist"], :, 3
        ]
        assert np.allclose((places[1] - places[0]) * [mirror, 1, 1], [-0.22, 0, 0], atol=0.004)
        fingers, palm = sides(composed, body, frames[0], side)
        assert fingers[2] > 0.97 and palm[0] * mirror > 0.97


def test_a_straight_movement_has_the_minimum_jerk_profile(body: BodyModel) -> None:
    composed = made(AWAY, body)
    motion = composed.motion
    first, last = (round(moment * motion.fps) for moment in (composed.onset, composed.offset))
    places = joint_transforms(body.rest_joints, motion.pose, motion.translation)[
        first : last + 1, joints.INDEX["right_wrist"], 0, 3
    ]
    share = np.linspace(0, 1, last - first + 1)
    expected = places[0] - 0.22 * (10 * share**3 - 15 * share**4 + 6 * share**5)
    assert np.abs(places - expected).max() < 0.004


def test_a_sign_begins_and_ends_at_rest(body: BodyModel) -> None:
    composed = made(SCHOOL, body)
    assert np.allclose(composed.motion.pose[0], composed.motion.pose[-1], atol=1e-5)
    assert 0 < composed.onset < composed.offset < composed.motion.seconds


@pytest.mark.parametrize("text", [THANKS, SCHOOL, CIRCLE])
def test_the_same_description_gives_the_same_bytes(text: str, body: BodyModel) -> None:
    digests = set()
    for _ in range(2):
        figure_of.cache_clear()
        motion = made(text, body).motion
        digests.add(hashlib.sha256(motion.pose.tobytes() + motion.face.tobytes()).hexdigest())
    assert len(digests) == 1


def test_the_forearms_of_a_two_handed_sign_stay_out_of_the_trunk(person: BodyModel) -> None:
    composed = made(SCHOOL, person)
    frames = slice(*(round(moment * composed.motion.fps) for moment in (composed.onset, composed.offset)))
    assert penetration(person, composed.motion).torso[frames].max() < 5.0
