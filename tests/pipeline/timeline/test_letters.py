"""Which part of a letter's sign is shown."""

import numpy as np
import pytest

from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.signs.letters import MOVING
from pipeline.timeline.letters import Core, core, seconds_shown


@pytest.mark.parametrize("language", ["ase", "gsg"])
def test_the_letters_that_are_movements_are_told_from_those_that_are_not(letters, language: str) -> None:
    signs = [sign for sign in letters.captured() if sign.language == language]
    moving = {sign.gloss for sign in signs if core(letters.motion(sign.id), sign.onset, sign.offset).moving}
    assert moving == MOVING[language]


def test_the_stillest_part_is_shown() -> None:
    pose = np.zeros((50, joints.COUNT, 3))
    restless = np.where((np.arange(50) < 30) | (np.arange(50) > 36), 0.02, 0.0)
    pose[:, joints.INDEX["right_index1"], 2] = np.cumsum(restless) % 0.2
    shown = core(Motion(25.0, pose), 0.4, 1.8)
    assert not shown.moving
    assert 29 / 25 <= shown.start < shown.end <= 37 / 25
    assert shown.end - shown.start == pytest.approx(0.16)


def test_in_a_sign_that_is_still_all_along_the_middle_is_shown() -> None:
    shown = core(Motion(25.0, np.zeros((51, joints.COUNT, 3))), 0.0, 2.0)
    assert (shown.start + shown.end) / 2 == pytest.approx(1.0, abs=0.03)


@pytest.mark.parametrize("onset, offset", [(0.0, 0.0), (0.4, 0.4), (0.4, 0.48), (0.0, 0.12)])
def test_a_short_sign_is_shown_whole(onset: float, offset: float) -> None:
    shown = core(Motion(25.0, np.zeros((20, joints.COUNT, 3))), onset, offset)
    assert (shown.start, shown.end) == (onset, offset)


def test_the_ends_of_words_are_longer_and_long_ways_do_not_shorten_them() -> None:
    still = Core(0.4, 0.56, moving=False)
    inner = seconds_shown(still, 0.17, 3.0, outer=False)
    assert inner == pytest.approx(1 / 3 - 0.17)
    assert seconds_shown(still, 0.17, 3.0, outer=True) > inner
    assert seconds_shown(still, 0.9, 3.0, outer=True) == seconds_shown(still, 0.25, 3.0, outer=True)
