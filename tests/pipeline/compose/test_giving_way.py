"""The body comes to meet what its arms cannot reach with ease, and stays upright where they can."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.compose.arm import arm_of
from pipeline.compose.compose import Composed, compose
from pipeline.compose.giving_way import between
from pipeline.compose.text_form import read_signs
from pipeline.motion import joints

SPINE = [joints.INDEX[name] for name in ("spine1", "spine2", "spine3")]
HEAD = [joints.INDEX[name] for name in ("neck", "head")]


def away(size: int, way: str = "out") -> str:
    start = "{shape: flat_B, palm: down, fingers: out, height: chest}"
    return f"AWAY:\n  start: {start}\n  move: {{straight: {way}, size: {size}}}\n"


def made(text: str, body: BodyModel, left_handed: bool = False) -> Composed:
    return compose(read_signs(text, "test")[0].description, body, left_handed)


def turned(composed: Composed, which: list[int]) -> np.ndarray:
    """Rotation vector in degrees of some joints together at the end of a sign."""
    frame = round(composed.offset * composed.motion.fps)
    return np.degrees(composed.motion.pose[frame, which].astype(float).sum(axis=0))


def place(composed: Composed, body: BodyModel, joint: str) -> np.ndarray:
    """Where a joint is at the end of a sign."""
    frame = round(composed.offset * composed.motion.fps)
    motion = composed.motion
    return joint_positions(body.rest_joints, motion.pose, motion.translation)[frame, joints.INDEX[joint]]


def test_a_near_place_is_reached_without_a_lean(body: BodyModel) -> None:
    pose = made(away(5), body).motion.pose
    assert not pose[:, SPINE + HEAD].any()


def test_a_far_place_is_reached_with_a_lean(body: BodyModel) -> None:
    near, far = made(away(5), body), made(away(40), body)
    pitch, yaw, _ = turned(far, SPINE)
    assert pitch > 3  # forwards
    assert yaw > 1  # the right shoulder comes along
    moved = place(far, body, "right_shoulder") - place(near, body, "right_shoulder")
    assert moved[2] > 0.03
    arm = arm_of(body.rest_joints.astype(float), "right")
    reached = place(far, body, "right_wrist") - place(near, body, "right_wrist")
    assert reached[2] == pytest.approx(0.35, abs=0.03)
    upright = place(near, body, "right_shoulder")[2] + arm.reach
    assert place(far, body, "right_wrist")[2] > upright  # no upright signer gets there


def test_the_lean_is_no_larger_than_its_need(body: BodyModel) -> None:
    leans = [np.linalg.norm(turned(made(away(size), body), SPINE)) for size in (25, 30, 35, 60, 80)]
    assert all(np.diff(leans) >= 0)
    assert leans[0] < 3 < leans[2] and leans[-1] <= 14.0


def test_the_face_stays_towards_the_other_person(body: BodyModel) -> None:
    composed = made(away(40), body)
    assert turned(composed, HEAD)[0] == pytest.approx(-turned(composed, SPINE)[0] / 2, abs=0.1)


def test_a_left_handed_signer_leans_the_other_way(body: BodyModel) -> None:
    right, left = (turned(made(away(40), body, left), SPINE) for left in (False, True))
    assert np.allclose(right * [1, -1, -1], left, atol=2.0)


def test_the_head_comes_down_to_a_hand_on_top_of_it(body: BodyModel) -> None:
    hat = (
        "HAT:\n  start: {shape: flat_B, palm: down, fingers: left, at: head-top, touch: palm}\n  hold: 0.2\n"
    )
    plain = "CHEST:\n  start: {shape: flat_B, palm: in, fingers: left, at: chest, touch: palm}\n  hold: 0.2\n"
    nod = turned(made(hat, body), HEAD)
    assert 1 < np.linalg.norm(nod) <= 9 and nod[0] > 0
    assert not turned(made(plain, body), HEAD).any()


def test_values_between_their_frames_flow_and_stay_within_them() -> None:
    values = between([0, 10, 30], np.array([[0.0], [1.0], [0.5]]), 31)[:, 0]
    assert values[[0, 10, 30]].tolist() == [0.0, 1.0, 0.5]
    assert (np.diff(values[:11]) >= 0).all() and (np.diff(values[10:]) <= 0).all()
    assert between([4], np.array([[2.0]]), 5).tolist() == [[2.0]] * 5
