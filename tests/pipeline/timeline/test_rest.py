"""At rest the signer stands upright with both arms hanging alike."""

import numpy as np

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints
from pipeline.motion.edit import mirror
from pipeline.motion.motion import Motion
from pipeline.timeline.rest import hanging_arms, rest_pose


def test_both_sides_are_alike() -> None:
    motion = Motion(1.0, rest_pose()[None])
    assert np.array_equal(mirror(motion).pose, motion.pose)


def test_the_hands_hang_beside_the_hips_and_the_head_is_upright() -> None:
    places = joint_positions(rest_joints(), rest_pose()[None], np.zeros((1, 3), np.float32))[0]
    for side, sign in (("left", 1), ("right", -1)):
        wrist, shoulder = places[joints.INDEX[f"{side}_wrist"]], places[joints.INDEX[f"{side}_shoulder"]]
        assert wrist[1] < shoulder[1] - 0.4
        assert 0.15 < sign * wrist[0] < 0.35
        assert abs(wrist[2] - shoulder[2]) < 0.2
    upper = [joints.INDEX[name] for name in ("pelvis", "spine3", "neck", "head")]
    assert not rest_pose()[upper].any()


def test_it_cannot_be_changed() -> None:
    assert not rest_pose().flags.writeable


def hanging(frames: int = 3) -> np.ndarray:
    """The left arm hangs in a way of its own, the right one is up."""
    pose = np.zeros((frames, joints.COUNT, 3), np.float32)
    pose[:, joints.INDEX["left_shoulder"], 2] = np.radians(-80)
    pose[:, joints.INDEX["left_index1"], 2] = np.linspace(0, 0.3, frames)
    return pose


def test_an_arm_that_hangs_still_takes_no_part_with_its_hand() -> None:
    idle = hanging_arms(Motion(25.0, hanging()))
    assert {joints.NAMES[joint] for joint in idle} == {
        name
        for name in joints.NAMES
        if name.startswith("left_")
        and name.split("_")[1].rstrip("123")
        in ("shoulder", "elbow", "wrist", "index", "middle", "ring", "pinky", "thumb")
    }
    assert hanging_arms(Motion(25.0, rest_pose()[None])) == both_arms()


def both_arms() -> list[int]:
    """Both arms with their hands, left first."""
    return [16, 18, 20, *range(25, 40), 17, 19, 21, *range(40, 55)]


def test_an_arm_that_moves_or_is_held_up_takes_part() -> None:
    moving, raised = hanging(), hanging()
    moving[1, joints.INDEX["left_elbow"], 1] = -0.1
    raised[:, joints.INDEX["left_elbow"], 1] = -2.4
    assert hanging_arms(Motion(25.0, moving)) == hanging_arms(Motion(25.0, raised)) == []


def test_where_the_signer_stands_does_not_matter() -> None:
    high = np.full((3, 3), 5.0)
    assert hanging_arms(Motion(25.0, hanging(), high)) == hanging_arms(Motion(25.0, hanging()))
