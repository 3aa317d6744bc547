"""A project with two sentences, timed by hand."""

import pytest

from pipeline.signs.sign import SignId
from pipeline.text.gloss import Gloss, GlossSequence, Origin
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Clip, Timeline, Transition


def clip(label: str, position: int, into: float, seconds: float) -> Clip:
    return Clip(SignId(1), label, position, 0.0, seconds, Transition(into, into))


@pytest.fixture
def project() -> Project:
    """Signed as TODAY RAIN, then a fingerspelled BO; "the" and "!" are not signed."""
    text = "The rain today! Hi Dr. Bo."
    glosses = (
        Gloss("TODAY", Origin.DICTIONARY, ("TODAY",), (9, 14)),
        Gloss("RAIN", Origin.DICTIONARY, ("RAIN",), (4, 8)),
        Gloss("HI", Origin.MISSING, (), (16, 18)),
        Gloss("BO", Origin.SPELLED, ("B", "O"), (23, 25)),
    )
    clips = (
        clip("TODAY", 0, 0.5, 1.0),
        clip("RAIN", 1, 0.25, 0.75),
        clip("B", 3, 0.5, 0.25),
        clip("O", 3, 0.1, 0.4),
    )
    return Project(
        text=text,
        language="en",
        sign_language="ase",
        glosses=GlossSequence(text, "en", "ase", glosses),
        timeline=Timeline(clips, Transition(0.5, 0.5)),
    )
