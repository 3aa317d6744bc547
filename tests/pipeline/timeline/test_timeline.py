"""Clips stand one after the other, each reached through its transition."""

import pytest

from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.timeline.timeline import LONGEST, SHORTEST, Clip, Timeline, Transition, spans
from pipeline.timeline.timing import pace

TWO = Timeline(
    (
        Clip(SignId(1), "A", 0, 0.2, 1.2, Transition(0.5, 0.5), speed=2.0),
        Clip(SignId(2), "B", 1, 0.0, 0.4, Transition(0.3, 0.3), hold=0.25),
    ),
    Transition(0.7, 0.6),
)


def test_clips_lie_one_after_the_other() -> None:
    assert spans(TWO) == [pytest.approx((0.5, 1.0)), pytest.approx((1.3, 1.95))]
    assert TWO.seconds == pytest.approx(1.95 + 0.7)
    assert Timeline().seconds == 0 and spans(Timeline()) == []


def test_a_transition_takes_what_it_is_told_within_limits() -> None:
    assert pace(TWO, 1, 0.8).clips[1].into == Transition(0.8, 0.3)
    assert pace(TWO, 2, 0.8).outro == Transition(0.8, 0.6)
    assert pace(TWO, 0, -1).clips[0].into.seconds == SHORTEST
    assert pace(TWO, 0, 1e9).clips[0].into.seconds == LONGEST
    assert pace(pace(TWO, 1, 0.8), 1, 0.3) == TWO


@pytest.mark.parametrize("index", [-1, 3])
def test_there_are_only_so_many_transitions(index: int) -> None:
    with pytest.raises(BadInput, match="There is no transition"):
        pace(TWO, index, 0.5)
    with pytest.raises(BadInput):
        pace(Timeline(), 0, 0.5)
