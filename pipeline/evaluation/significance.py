"""How sure a difference in BLEU is, on the sentences it was measured on."""

from dataclasses import dataclass

import numpy as np

from pipeline.evaluation.ngram_counts import Array, bleu_of

SAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """Where BLEU-4 lies in 95 of 100 corpora drawn like this one."""

    low: float
    high: float


def bootstrap(counted: Array, samples: int = SAMPLES, seed: int = 1) -> Interval:
    """The interval of BLEU-4 by drawing sentences with replacement (Koehn 2004). counted: (S, SIZE)."""
    drawn = _draws(len(counted), samples, seed)
    low, high = np.percentile(bleu_of(drawn @ counted), (2.5, 97.5))
    return Interval(float(low), float(high))


def _draws(sentences: int, samples: int, seed: int) -> Array:
    """How often each sample (samples, S) holds each sentence."""
    return np.random.default_rng(seed).multinomial(sentences, np.full(sentences, 1 / sentences), samples)


def approximate_randomisation(one: Array, other: Array, samples: int = SAMPLES, seed: int = 1) -> float:
    """The probability of a difference in BLEU-4 as large as seen if the two systems were as good as each
    other: the share of random exchanges of their sentences that reach it (Riezler and Maxwell 2005).

    one, other: (S, SIZE) of the same sentences.
    """
    exchanged = np.random.default_rng(seed).integers(0, 2, (samples, len(one)))  # (samples, S)
    moved = exchanged @ (other - one)
    seen = abs(bleu_of(one.sum(0)) - bleu_of(other.sum(0)))
    differences = np.abs(bleu_of(one.sum(0) + moved) - bleu_of(other.sum(0) - moved))
    return float((1 + np.count_nonzero(differences >= seen - 1e-12)) / (samples + 1))
