"""Ghosts: fainter than the signer, where the other pose is, and never over what did not move."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.skinning import perform
from pipeline.motion import joints
from pipeline.render.background import background
from pipeline.render.camera import FRONT, projection, view
from pipeline.render.ghost import Ghost

SIZE = (640, 360)
BLACK = background("#000000")


@pytest.fixture
def seen(studio):
    """`seen(motion, *ghosts)`: a picture (H, W, 3) of a pose with ghosts around it."""

    def see(motion, *ghosts):
        studio.scene.pose(perform(studio.body, motion), 0)
        return studio.look(FRONT, SIZE, BLACK, ghosts=ghosts)[..., :3].astype(int)

    return see


@pytest.fixture
def ghost(body):
    def made(motion, strength=0.4, later=False):
        performed = perform(body, motion)
        return Ghost(performed.transforms[0], performed.coefficients[0], strength, later)

    return made


def hand(body, motion):
    """Row and column of the right hand."""
    found = joint_positions(body.rest_joints, motion.pose, motion.translation)[0]
    matrix = projection(FRONT, SIZE[0] / SIZE[1]) @ view(FRONT)
    clip = matrix[:, :3] @ found[joints.INDEX["right_middle1"]] + matrix[:, 3]
    across, up = clip[:2] / clip[3]
    return round((0.5 - up / 2) * SIZE[1]), round((across / 2 + 0.5) * SIZE[0])


def patch(picture, place):
    row, column = place
    return picture[row - 3 : row + 4, column - 3 : column + 4]


def test_a_ghost_is_where_the_other_pose_is_and_fainter(body, seen, ghost, hanging, raised):
    where = hand(body, raised)
    alone, both, solid = seen(hanging), seen(hanging, ghost(raised)), seen(raised)
    assert patch(alone, where).max() == 0
    assert 0.2 * patch(solid, where).mean() < patch(both, where).mean() < 0.6 * patch(solid, where).mean()


def test_a_weaker_ghost_is_fainter_still(body, seen, ghost, hanging, raised):
    where = hand(body, raised)
    strong, weak = (patch(seen(hanging, ghost(raised, much)), where).mean() for much in (0.4, 0.15))
    assert weak == pytest.approx(strong * 0.15 / 0.4, rel=0.1)


def test_a_ghost_shines_through_nowhere_that_did_not_move(seen, ghost, hanging, raised):
    alone, both = seen(hanging), seen(hanging, ghost(raised))
    face = np.s_[60:150, 290:350]
    assert np.abs(alone[face] - both[face]).mean() < 1.0


def test_a_ghost_hand_before_the_chest_is_seen_over_it(body, seen, ghost, hanging, across):
    where = hand(body, across)
    assert (patch(seen(hanging, ghost(across)), where) - patch(seen(hanging), where)).mean() > 15


def test_earlier_is_warm_and_later_is_cool(body, seen, ghost, hanging, raised):
    where = hand(body, raised)
    earlier, later = (patch(seen(hanging, ghost(raised, 0.4, when)), where).mean((0, 1)) for when in (0, 1))
    assert earlier[0] > later[0] and earlier[2] < later[2]


def test_without_ghosts_the_signer_is_as_she_was(seen, ghost, hanging, raised):
    before = seen(hanging)
    seen(hanging, ghost(raised))
    assert np.array_equal(before, seen(hanging))
