"""Whatever is described can be composed: no NaN, no limb beyond its limits; and the face does its part."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from pipeline.body.signers import signer
from pipeline.compose import arm as arms
from pipeline.compose.compose import compose
from pipeline.compose.description import Description, Handshape, Posture
from pipeline.compose.expressions import FACE
from pipeline.compose.face import ACTIONS, Channel, NonManual
from pipeline.compose.figure import figure_of
from pipeline.compose.shapes import Shape
from pipeline.motion import joints
from pipeline.motion.rotations import axis_angle_to_matrix
from tests.pipeline.compose.strategies import descriptions


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(description=descriptions)
def test_no_description_breaks_the_body(description: Description) -> None:
    body = signer("woman")
    composed = compose(description, body)
    motion = composed.motion
    assert np.isfinite(motion.pose).all() and (motion.face >= 0).all() and (motion.face <= 1).all()
    inside = slice(round(composed.onset * motion.fps), round(composed.offset * motion.fps) + 1)
    for side in ("left", "right"):
        arm = figure_of(body).arms[side]
        elbow = axis_angle_to_matrix(motion.pose[inside, arm.joints[2]].astype(float))
        wrist = axis_angle_to_matrix(motion.pose[inside, arm.joints[3]].astype(float))
        flexion = np.arccos(np.clip((elbow @ arm.fore) @ arm.fore / (arm.fore @ arm.fore), -1, 1))
        assert flexion.max() < arms.FLEXION[1] + np.radians(1)
        swing = np.arccos(np.clip((wrist @ arm.fore) @ arm.fore / (arm.fore @ arm.fore), -1, 1))
        assert swing.max() < np.hypot(arms.WRIST_FLEXION[1], arms.WRIST_ULNAR[1]) + np.radians(1)


def test_every_action_of_the_face_is_shown() -> None:
    for channel in (Channel.BROWS, Channel.EYES, Channel.CHEEKS, Channel.MOUTH):
        assert {action for known, action in FACE if known is channel} == set(ACTIONS[channel])


@pytest.mark.parametrize(
    ("channel", "action", "joint"),
    [
        (Channel.HEAD, "shake", "head"),
        (Channel.TRUNK, "lean-forward", "spine2"),
        (Channel.GAZE, "left", "left_eye_smplhf"),
    ],
)
def test_head_trunk_and_eyes_move_and_come_back(channel: Channel, action: str, joint: str) -> None:
    start = Posture(shape=Handshape(Shape.FIVE))
    motion = compose(Description(start, face=(NonManual(channel, action),)), signer("woman")).motion
    turned = np.linalg.norm(motion.pose[:, joints.INDEX[joint]], axis=1)
    assert turned.max() > np.radians(2) and turned[0] < 1e-6 and turned[-1] < 1e-6


def test_brows_rise_during_the_span_that_is_given() -> None:
    start = Posture(shape=Handshape(Shape.FIVE))
    composed = compose(
        Description(start, hold=2.0, face=(NonManual(Channel.BROWS, "up", 0.5, 1.0),)), signer("woman")
    )
    brow = composed.motion.face[:, joints.FACE_UNITS.index("browInnerUp")]
    frame = round((composed.onset + 0.75 * (composed.offset - composed.onset)) * composed.motion.fps)
    assert brow[frame] > 0.8 and brow[round(composed.onset * composed.motion.fps)] == 0
