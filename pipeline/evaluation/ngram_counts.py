"""What BLEU counts, sentence by sentence: sums of it are the corpus."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

ORDER = 4
SIZE = 2 * ORDER + 2
"""Matches of 1- to 4-grams, numbers of 1- to 4-grams, length of the hypothesis, of the reference."""

Ngrams = Counter[tuple[str, ...]]


def ngrams(words: Sequence[str]) -> Ngrams:
    """How often each 1- to 4-gram stands in a sentence."""
    return Counter(
        tuple(words[start : start + size])
        for size in range(1, ORDER + 1)
        for start in range(len(words) - size + 1)
    )


def counts(hypothesis: Sequence[str], reference: Sequence[str], known: Ngrams | None = None) -> Array:
    """The counts (SIZE,) of one sentence; `known` are the n-grams of the reference, if at hand."""
    theirs = ngrams(reference) if known is None else known
    found = np.zeros(SIZE)
    for ngram, count in ngrams(hypothesis).items():
        found[len(ngram) - 1] += min(count, theirs[ngram])
    for size in range(1, ORDER + 1):
        found[ORDER + size - 1] = max(len(hypothesis) - size + 1, 0)
    found[-2:] = len(hypothesis), len(reference)
    return found


def bleu_of(counted: Array, order: int = ORDER) -> Array:
    """BLEU (...) from 0 to 100 of counts (..., SIZE), unsmoothed.

    With effective order, as sacrebleu's `raw_corpus_bleu`: n-gram sizes that the hypotheses are too short
    for are left out of the mean.
    """
    matches, totals = counted[..., :order], counted[..., ORDER : ORDER + order]
    usable = totals > 0
    with np.errstate(divide="ignore"):
        logs = np.where(usable, np.log(matches / np.maximum(totals, 1e-300)), 0.0)
    mean = logs.sum(-1) / np.maximum(usable.sum(-1), 1)
    brevity = np.minimum(0.0, 1.0 - counted[..., -1] / np.maximum(counted[..., -2], 1e-300))
    result: Array = np.where(usable[..., 0] & (matches[..., 0] > 0), 100.0 * np.exp(mean + brevity), 0.0)
    return result
