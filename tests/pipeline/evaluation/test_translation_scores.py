"""Scores against sacrebleu, against plain recursion, and against exact cases."""

import random
from functools import cache

import numpy as np
import pytest
from sacrebleu.metrics import BLEU

from pipeline.errors import BadInput
from pipeline.evaluation.significance import approximate_randomisation, bootstrap
from pipeline.evaluation.translation import (
    SIGNATURE,
    common,
    corpus_counts,
    errors,
    rouge_l,
    scores,
    word_error_rate,
)


def sentences(seed: int, count: int = 60, shortest: int = 0) -> list[list[str]]:
    draw = random.Random(seed)
    return [[draw.choice("ABCDE") for _ in range(draw.randint(shortest, 9))] for _ in range(count)]


def raw_bleu(hypotheses: list[list[str]], references: list[list[str]], order: int) -> tuple[float, str]:
    metric = BLEU(
        tokenize="none", smooth_method="none", effective_order=True, max_ngram_order=order, force=True
    )
    score = metric.corpus_score(
        [" ".join(words) for words in hypotheses], [[" ".join(words) for words in references]]
    )
    return score.score, str(metric.get_signature())


@pytest.mark.parametrize("seed", range(5))
def test_bleu_of_every_order_is_sacrebleus_raw_corpus_bleu(seed):
    hypotheses, references = sentences(seed), sentences(seed + 50, shortest=1)
    ours = scores(hypotheses, references).bleu
    for order in (1, 2, 3, 4):
        theirs, signature = raw_bleu(hypotheses, references, order)
        assert ours[order - 1] == pytest.approx(theirs, abs=1e-9)
        assert signature.startswith(SIGNATURE)


def test_bleu_of_short_sentences_leaves_out_the_sizes_they_do_not_reach():
    assert scores([["A", "B"]], [["A", "B"]]).bleu[3] == pytest.approx(100)
    assert scores([["A", "C"]], [["A", "B"]]).bleu[3] == pytest.approx(
        raw_bleu([["A", "C"]], [["A", "B"]], 4)[0]
    )


def test_bleu_without_a_single_match_is_nothing():
    assert scores([["A"], []], [["B"], ["C"]]).bleu == (0, 0, 0, 0)


def test_rouge_is_f_with_beta_1_2_over_the_longest_common_subsequence():
    # Common: A C; precision 2/3, recall 2/4.
    assert common("AXC", "ABCD") == 2
    precision, recall = 2 / 3, 2 / 4
    assert rouge_l("AXC", "ABCD") == pytest.approx(2.44 * precision * recall / (recall + 1.44 * precision))
    beta = precision / recall
    expected = (1 + beta**2) * precision * recall / (recall + beta**2 * precision)
    assert rouge_l("AXC", "ABCD", beta=None) == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(20))
def test_the_longest_common_subsequence_is_that_of_its_definition(seed):
    one, other = sentences(seed, 1)[0], sentences(seed + 99, 1)[0]

    @cache
    def longest(i: int, j: int) -> int:
        if i == len(one) or j == len(other):
            return 0
        if one[i] == other[j]:
            return 1 + longest(i + 1, j + 1)
        return max(longest(i + 1, j), longest(i, j + 1))

    assert common(one, other) == longest(0, 0)


def test_errors_follow_the_path_that_is_cheapest_with_sclites_costs():
    assert errors("ABC", "ABC") == 0
    assert errors("", "ABC") == 3
    assert errors("ABC", "") == 3
    assert errors("AXC", "ABC") == 1
    # An insertion and a deletion (6) are cheaper than two substitutions (8).
    assert errors("BA", "AB") == 2


@pytest.mark.parametrize("seed", range(30))
def test_errors_are_those_of_a_cheapest_path_found_by_plain_recursion(seed):
    one, other = sentences(seed, 1)[0], sentences(seed + 7, 1)[0]

    @cache
    def cheapest(i: int, j: int) -> frozenset[tuple[int, int]]:
        """Costs and errors of all cheapest paths that align the first i with the first j."""
        if not i or not j:
            return frozenset({(3 * (i + j), i + j)})
        ways = {(cost + 3, wrong + 1) for cost, wrong in cheapest(i - 1, j) | cheapest(i, j - 1)}
        same = one[i - 1] == other[j - 1]
        ways |= {(cost + 4 * (not same), wrong + (not same)) for cost, wrong in cheapest(i - 1, j - 1)}
        least = min(cost for cost, _ in ways)
        return frozenset(way for way in ways if way[0] == least)

    assert errors(one, other) in {wrong for _, wrong in cheapest(len(one), len(other))}


def test_the_error_rate_counts_long_sentences_that_overflow_a_byte():
    long = ["A"] * 200
    assert word_error_rate([[]], [long]) == 100
    assert word_error_rate([["B"] * 200], [long]) == 100


def test_translations_without_their_references_are_refused():
    with pytest.raises(BadInput, match="1 translations for 2 references"):
        scores([["A"]], [["A"], ["B"]])


def test_the_bootstrap_interval_is_around_the_score_and_narrows_with_the_corpus():
    references = sentences(1, 400, shortest=4)
    hypotheses = [[*words[:-1], "X"] if number % 2 else words for number, words in enumerate(references)]
    counted = corpus_counts(hypotheses, references)
    few, many = bootstrap(counted[:50]), bootstrap(counted)
    assert many.low < scores(hypotheses, references).bleu[3] < many.high
    assert many.high - many.low < few.high - few.low


def test_a_real_difference_is_significant_and_chance_is_not():
    references = sentences(2, 300, shortest=4)
    draw = random.Random(3)

    def spoiled(share: float) -> list[list[str]]:
        return [[w if draw.random() > share else "X" for w in words] for words in references]

    good, same, bad = (corpus_counts(spoiled(share), references) for share in (0.2, 0.2, 0.4))
    assert approximate_randomisation(good, bad) < 0.01
    assert approximate_randomisation(good, same) > 0.05
    assert approximate_randomisation(good, good) == 1


def test_a_system_that_is_never_better_in_any_exchange_has_the_smallest_probability():
    one, other = (
        np.tile([1.0, 1, 1, 1, 4, 3, 2, 1, 4, 4], (30, 1)),
        np.tile([4.0, 3, 2, 1, 4, 3, 2, 1, 4, 4], (30, 1)),
    )
    assert approximate_randomisation(one, other, samples=99) == pytest.approx(1 / 100)
