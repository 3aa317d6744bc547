import pytest

from pipeline.text.hypothesis import Hypothesis


def test_a_hypothesis_has_a_probability_and_an_alignment_for_each_gloss():
    with pytest.raises(ValueError, match="for each gloss"):
        Hypothesis(("REGEN", "NORD"), -1.0, (0.5,), ((0,), (1,)), "phrases")
