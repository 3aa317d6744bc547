"""Hands arrive turned so that they go through nothing where another turn does as well."""

import numpy as np
import pytest

from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.compose import posture, solve
from pipeline.compose.arrival import Arrival, Stage
from pipeline.compose.clearance import around
from pipeline.compose.compose import compose
from pipeline.compose.description import Handshape
from pipeline.compose.figure import figure_of
from pipeline.compose.shapes import Shape
from pipeline.motion import joints
from pipeline.signs.lexicon import LEXICONS, read_lexicon


def stage(body: BodyModel) -> Stage:
    figure = figure_of(body)
    transforms = figure.transforms(np.zeros((1, joints.COUNT, 3)))[0]
    return Stage(figure, transforms, transforms[joints.INDEX["spine3"]])


def depth(body: BodyModel, wrist: tuple[float, float, float], base: Arrival | None = None) -> float:
    there, side = stage(body), "right"
    grasp = there.figure.grasp(Handshape(Shape("flat_B")), side)
    where, turn = np.array([wrist]), np.eye(3)[None]
    shoulders = there.shoulder(side, where)
    swivel = posture.SWIVELS[posture.costs(there.figure.arms[side], shoulders, where, turn).argmin(axis=1)]
    return float(around(side, grasp, there, base).depths(shoulders, where, turn, swivel)[0])


def test_a_hand_in_free_air_goes_through_nothing(body: BodyModel) -> None:
    assert depth(body, (-0.2, 0.1, 0.4)) == 0.0


def test_a_hand_inside_the_trunk_is_told_so(body: BodyModel) -> None:
    chest = body.rest_joints[joints.INDEX["spine3"]]
    assert depth(body, tuple(chest)) > 0.05


def test_the_other_hand_is_in_the_way_only_where_it_has_arrived(body: BodyModel) -> None:
    there = stage(body)
    grasp = there.figure.grasp(Handshape(Shape("flat_B")), "left")
    base = Arrival(np.array([-0.24, 0.0, 0.35]), np.eye(3), grasp)  # fingers out to its left
    wrist = (0.0, 0.0, 0.35)  # fingers to the right
    assert depth(body, wrist) == 0.0
    assert depth(body, wrist, base) > 0.01


@pytest.mark.parametrize(("gloss", "language"), [("SON", "ase"), ("VATER", "gsg"), ("KAUFEN", "gsg")])
def test_turns_are_chosen_that_go_through_less(
    gloss: str, language: str, body: BodyModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = next(entry.sign for entry in read_lexicon(LEXICONS, language) if entry.sign.gloss == gloss)
    clear = penetration(body, compose(found.description, body).motion).worst.max()
    monkeypatch.setattr(solve, "around", lambda *_: None)
    heedless = penetration(body, compose(found.description, body).motion).worst.max()
    assert clear < heedless
