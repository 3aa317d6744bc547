"""Elbows stay beside the trunk and out of it."""

import pytest

from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.compose.compose import compose
from pipeline.signs.lexicon import LEXICONS, read_lexicon


@pytest.mark.parametrize("gloss", ["IX-3", "PAY", "BRING"])
def test_forearms_do_not_go_through_the_trunk(gloss: str, body: BodyModel) -> None:
    described = next(entry.sign for entry in read_lexicon(LEXICONS, "ase") if entry.sign.gloss == gloss)
    made = compose(described.description, body)
    frames = slice(round(made.onset * made.motion.fps), round(made.offset * made.motion.fps) + 1)
    assert penetration(body, made.motion).torso[frames].max() < 25
