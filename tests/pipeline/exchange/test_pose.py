"""The .pose file: read again by our own reader, and fitted again as a capture would be."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.evaluation.metrics import aligned_errors
from pipeline.exchange.pose import points_of, write_pose
from pipeline.fitting.clip.fit import fit_clips
from pipeline.keypoints import names
from pipeline.keypoints.read import read_keypoints
from pipeline.motion import joints
from pipeline.motion.motion import Motion


@pytest.fixture(scope="module")
def raised(body: BodyModel) -> Motion:
    """Both forearms are raised before the body, and the right index finger bends."""
    pose = np.zeros((24, joints.COUNT, 3))
    for side, sign in (("left", 1), ("right", -1)):
        pose[:, joints.INDEX[f"{side}_shoulder"], 2] = sign * -1.1
        pose[:, joints.INDEX[f"{side}_elbow"], 1] = sign * -1.9
    pose[:, joints.INDEX["right_index1"], 2] = np.linspace(0, 1.0, 24)
    return Motion(25.0, pose)


def test_our_reader_finds_a_signer_whose_hands_are_seen(raised: Motion, body: BodyModel, tmp_path: Path):
    write_pose(tmp_path / "a.pose", raised, body)
    clips, notes = read_keypoints(tmp_path / "a.pose")
    (clip,) = clips.values()
    assert not notes
    assert (clip.fps, clip.width, clip.height, clip.frames) == (25.0, 1280, 720, 24)
    for side in names.SIDES:
        assert clip.seen(names.hand(side)).all()


def test_fitted_as_a_capture_the_hand_is_the_same_and_the_arms_are_where_they_were(
    raised: Motion, body: BodyModel, tmp_path: Path
):
    write_pose(tmp_path / "a.pose", raised, body)
    clips, _ = read_keypoints(tmp_path / "a.pose")
    (fit,) = fit_clips(list(clips.values()), body)
    truth = joint_positions(body.rest_joints, raised.pose, raised.translation)
    found = joint_positions(body.rest_joints, fit.motion.pose, fit.motion.translation)
    upper = [
        joints.INDEX[f"{side}_{name}"] for side in names.SIDES for name in ("shoulder", "elbow", "wrist")
    ]
    hand = list(range(joints.RIGHT_HAND.start, joints.RIGHT_HAND.stop))
    assert (
        aligned_errors(found[:, upper], truth[:, upper]).mean() < 0.045
    )  # the depth of still arms is a guess
    assert aligned_errors(found[:, hand], truth[:, hand]).mean() < 0.006


def test_points_are_where_the_joints_and_the_skin_are(raised: Motion, body: BodyModel):
    found, places = points_of(body, raised)
    expected = joint_positions(body.rest_joints, raised.pose, raised.translation)
    at = {name: places[:, index] for index, name in enumerate(found)}
    assert np.allclose(at["RIGHT_ELBOW"], expected[:, joints.INDEX["right_elbow"]])
    assert np.allclose(at["left_PINKY_DIP"], expected[:, joints.INDEX["left_pinky3"]])
    length = np.linalg.norm(at["right_INDEX_FINGER_TIP"] - at["right_INDEX_FINGER_DIP"], axis=1)
    assert length.min() > 0.015 and np.ptp(length) < 0.002
    assert (at["MOUTH_LEFT"][:, 0] > at["MOUTH_RIGHT"][:, 0]).all() and (at["NOSE"][:, 2] > 0.08).all()


def test_a_place_that_cannot_be_written_is_a_sentence(raised: Motion, body: BodyModel, tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be written"):
        write_pose(tmp_path / "nowhere" / "a.pose", raised, body)
