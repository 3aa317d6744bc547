"""Where a recorded sign begins and ends: compared with signs whose beginning and end are known."""

import numpy as np
import pytest

from pipeline.body.signers import signer
from pipeline.compose.compose import compose
from pipeline.motion.edit import crop
from pipeline.motion.motion import Motion
from pipeline.signs.lexicon import read_lexicon
from pipeline.signs.span import hand_speed, signing
from pipeline.signs.starter import STARTER
from pipeline.timeline.rest import rest_pose

GLOSSES = ("BOOK", "WANT", "HOUSE", "GOOD", "MOTHER")


@pytest.fixture(scope="module")
def performed():
    """Composed signs from rest to rest, which say where the sign lies in them."""
    entries = {entry.sign.gloss: entry.sign for entry in read_lexicon(STARTER.parent, "ase")}
    body = signer("woman")
    return [compose(entries[gloss].description, body) for gloss in GLOSSES]


def test_what_hands_do_between_coming_up_and_going_down_is_proposed(performed):
    for composed in performed:
        start, end = signing(composed.motion)
        assert -0.2 < start - composed.onset < 0.05  # rather a little too much than too little
        assert -0.05 < end - composed.offset < 0.2


def test_a_sign_without_rest_around_it_is_whole(performed):
    for composed in performed:
        motion = crop(composed.motion, composed.onset, composed.offset)
        assert signing(motion) == (0.0, motion.seconds)


def test_a_motion_in_which_no_hand_comes_up_is_whole():
    still = Motion(30.0, np.tile(rest_pose(), (31, 1, 1)))
    assert signing(still) == (0.0, 1.0)
    assert signing(Motion(30.0, still.pose[:1])) == (0.0, 0.0)


def test_the_rate_of_frames_changes_little(performed):
    from pipeline.motion.edit import resample

    for composed in performed:
        slow, quick = signing(resample(composed.motion, 25)), signing(resample(composed.motion, 120))
        assert slow == pytest.approx(quick, abs=0.08)


def test_the_speed_is_that_of_the_faster_hand(raising_arm):
    speed = hand_speed(raising_arm)
    assert speed.shape == (61,)
    assert speed[30] == pytest.approx(speed[25:36].mean(), rel=0.05) and speed.max() > 0.1


@pytest.fixture
def raising_arm():
    from pipeline.motion import joints

    pose = np.tile(rest_pose(), (61, 1, 1))
    pose[:, joints.INDEX["right_elbow"], 1] = np.linspace(0.0, 2.4, 61)
    return Motion(30.0, pose)
