"""Weights under which the better of several translations come first.

The weights make a probability of every candidate (softmax of weighted features); what is made as large
as possible is the expected gain in BLEU (Smith and Eisner 2006), by L-BFGS.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from pipeline.evaluation.ngram_counts import bleu_of

Array = NDArray[Any]


@dataclass(frozen=True)
class Candidates:
    """Translations of many sentences, one after the other."""

    features: Array  # (N, F)
    counts: Array  # (N, SIZE) against the reference, of `ngram_counts.counts`
    starts: Array  # (S,) of each sentence


def gains(counted: Array, background: float = 1.0) -> Array:
    """What each candidate (N,) would add to the BLEU of a corpus: BLEU with an average sentence beside it
    (after Chiang et al. 2008), so that single sentences without 4-grams do not all count nothing."""
    beside = background * counted.mean(0)
    result: Array = bleu_of(counted + beside)
    return result


def softmax(scores: Array, starts: Array) -> Array:
    """Probabilities (N,) of candidates among those of the same sentence."""
    sizes = np.diff([*starts, len(scores)])
    highest = np.repeat(np.maximum.reduceat(scores, starts), sizes)
    powers = np.exp(scores - highest)
    result: Array = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
    return result


def tuned(candidates: Candidates, start: Sequence[float], decay: float = 1e-3, rounds: int = 100) -> Array:
    """Weights (F,) that maximise the expected gain; `decay` keeps features of no use small."""
    worth = gains(candidates.counts)
    sizes = np.diff([*candidates.starts, len(worth)])
    spread = candidates.features.std(0) + 1e-9
    scaled = candidates.features / spread

    def loss(weights: Array) -> tuple[float, Array]:
        probability = softmax(scaled @ weights, candidates.starts)
        expected = np.add.reduceat(probability * worth, candidates.starts)
        slope = scaled.T @ (probability * (worth - np.repeat(expected, sizes)))
        return (
            decay * float(weights @ weights) - float(expected.mean()),
            2 * decay * weights - slope / len(expected),
        )

    found = minimize(
        loss, np.asarray(start) * spread, jac=True, method="L-BFGS-B", options={"maxiter": rounds}
    )
    result: Array = found.x / spread
    return result
