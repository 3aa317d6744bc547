"""At rest the signer stands upright with both arms hanging alike."""

import numpy as np

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints
from pipeline.motion.edit import mirror
from pipeline.motion.motion import Motion
from pipeline.timeline.rest import rest_pose


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
