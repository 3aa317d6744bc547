"""How close glosses are to those of a reference, counted exactly as published text-to-gloss scores are.

Glosses are compared as whole words, in the case they come in. BLEU is sacrebleu's raw corpus BLEU: no
tokenisation, no smoothing, effective order. Percentages throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.errors import BadInput
from pipeline.evaluation.ngram_counts import Array, bleu_of, counts

Sentences = Sequence[Sequence[str]]

SIGNATURE = "nrefs:1|case:mixed|eff:yes|tok:none|smooth:none"
"""What sacrebleu says of the same settings, before its version."""

_SUBSTITUTED, _INSERTED, _DELETED = 4, 3, 3  # sclite's costs


@dataclass(frozen=True, slots=True)
class Scores:
    """Of a whole corpus, in percent."""

    bleu: tuple[float, float, float, float]  # BLEU-1 to BLEU-4
    rouge: float  # ROUGE-L, F with beta 1.2
    rouge_balanced: float  # ROUGE-L, F with beta precision/recall, as the SLRT code counts it
    wer: float


def scores(hypotheses: Sentences, references: Sentences) -> Scores:
    """Every figure. Raises BadInput when there are no sentences, or not as many of both."""
    counted = corpus_counts(hypotheses, references)
    total = counted.sum(0)
    return Scores(
        bleu=tuple(float(bleu_of(total, order)) for order in (1, 2, 3, 4)),  # type: ignore[arg-type]
        rouge=rouge(hypotheses, references),
        rouge_balanced=rouge(hypotheses, references, beta=None),
        wer=word_error_rate(hypotheses, references),
    )


def corpus_counts(hypotheses: Sentences, references: Sentences) -> Array:
    """What BLEU counts (S, SIZE) in each sentence."""
    if len(hypotheses) != len(references) or not references:
        raise BadInput(
            f"There are {len(hypotheses)} translations for {len(references)} references: "
            "give one line for each, and at least one."
        )
    return np.array([counts(one, other) for one, other in zip(hypotheses, references, strict=True)])


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for index, theirs in enumerate(other, start=1):
            here = row[index]
            row[index] = before + 1 if word == theirs else max(here, row[index - 1])
            before = here
    return row[-1]


def rouge_l(hypothesis: Sequence[str], reference: Sequence[str], beta: float | None = 1.2) -> float:
    """ROUGE-L of one sentence, 0 to 1. Without `beta` it is precision over recall (the SLRT variant)."""
    length = common(hypothesis, reference)
    if not length:
        return 0.0
    precision, recall = length / len(hypothesis), length / len(reference)
    square = (precision / (recall + 1e-12) if beta is None else beta) ** 2
    return (1 + square) * precision * recall / (recall + square * precision)


def rouge(hypotheses: Sentences, references: Sentences, beta: float | None = 1.2) -> float:
    """Mean ROUGE-L over the sentences, in percent."""
    found = [rouge_l(one, other, beta) for one, other in zip(hypotheses, references, strict=True)]
    return 100.0 * sum(found) / max(len(found), 1)


def errors(hypothesis: Sequence[str], reference: Sequence[str]) -> int:
    """Substitutions, insertions and deletions along the cheapest path with sclite's costs 4, 3, 3.

    Of paths that cost the same, a substitution is taken before an insertion and that before a deletion,
    from the end backwards.
    """
    cost = np.zeros((len(reference) + 1, len(hypothesis) + 1), dtype=np.int64)
    cost[:, 0] = _DELETED * np.arange(len(reference) + 1)
    cost[0] = _INSERTED * np.arange(len(hypothesis) + 1)
    for row, word in enumerate(reference, start=1):
        for column, theirs in enumerate(hypothesis, start=1):
            diagonal = cost[row - 1, column - 1] + (0 if word == theirs else _SUBSTITUTED)
            cost[row, column] = min(
                diagonal, cost[row, column - 1] + _INSERTED, cost[row - 1, column] + _DELETED
            )
    return _steps(cost, hypothesis, reference)


def _steps(cost: Array, hypothesis: Sequence[str], reference: Sequence[str]) -> int:
    row, column, count = len(reference), len(hypothesis), 0
    while row or column:
        inside = row > 0 and column > 0
        same = inside and reference[row - 1] == hypothesis[column - 1]
        if same and cost[row, column] == cost[row - 1, column - 1]:
            row, column = row - 1, column - 1
            continue
        count += 1
        if inside and cost[row, column] == cost[row - 1, column - 1] + _SUBSTITUTED:
            row, column = row - 1, column - 1
        elif column and cost[row, column] == cost[row, column - 1] + _INSERTED:
            column -= 1
        else:
            row -= 1
    return count


def word_error_rate(hypotheses: Sentences, references: Sentences) -> float:
    """Errors of all sentences over glosses of all references, in percent."""
    wrong = sum(errors(one, other) for one, other in zip(hypotheses, references, strict=True))
    return 100.0 * wrong / max(sum(len(reference) for reference in references), 1)
