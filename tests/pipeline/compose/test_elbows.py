"""Elbows stay beside the trunk and out of it."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.compose.compose import compose
from pipeline.motion import joints
from pipeline.signs.lexicon import LEXICONS, read_lexicon


@pytest.mark.parametrize("gloss", ["IX-3", "PAY", "BRING"])
def test_forearms_do_not_go_through_the_trunk(gloss: str, body: BodyModel) -> None:
    described = next(entry.sign for entry in read_lexicon(LEXICONS, "ase") if entry.sign.gloss == gloss)
    made = compose(described.description, body)
    frames = slice(round(made.onset * made.motion.fps), round(made.offset * made.motion.fps) + 1)
    assert penetration(body, made.motion).torso[frames].max() < 25


def elbows(gloss: str, language: str, body: BodyModel) -> np.ndarray:
    """Where left and right elbow are from their shoulders in all frames of a sign (T, 2, 3)."""
    described = next(entry.sign for entry in read_lexicon(LEXICONS, language) if entry.sign.gloss == gloss)
    made = compose(described.description, body)
    frames = slice(round(made.onset * made.motion.fps), round(made.offset * made.motion.fps) + 1)
    places = joint_positions(body.rest_joints, made.motion.pose, made.motion.translation)[frames]
    found = [
        [joints.INDEX[f"{side}_{joint}"] for side in ("left", "right")] for joint in ("elbow", "shoulder")
    ]
    return np.asarray(places[:, found[0]] - places[:, found[1]])


@pytest.mark.parametrize("gloss", ["SELL", "STORE", "PERSON", "HOUSE", "TEACH"])
def test_elbows_of_mirrored_hands_mirror_each_other(gloss: str, body: BodyModel) -> None:
    both = elbows(gloss, "ase", body)
    assert np.abs(both[:, 0] * [-1, 1, 1] - both[:, 1]).max() < 0.04


@pytest.mark.parametrize(
    ("gloss", "language"),
    [
        ("PURPLE", "ase"),
        ("NEED", "ase"),
        ("PERSON", "ase"),
        ("SELL", "ase"),
        ("SÜD", "gsg"),
        ("SPÄTER", "gsg"),
    ],
)
def test_elbows_hang_where_nothing_asks_them_up(gloss: str, language: str, body: BodyModel) -> None:
    assert elbows(gloss, language, body)[:, 1, 1].max() < -0.10
