"""The translation that agrees most with all likely ones: minimum Bayes risk (Kumar and Byrne 2004).

Its expected BLEU-4 under the translator's own probabilities, with an average sentence of the corpus
beside it, so that short sentences without a common 4-gram are told apart too.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.evaluation.ngram_counts import ORDER, SIZE, bleu_of, ngrams

Array = NDArray[Any]
Glosses = tuple[str, ...]


def probabilities(scores: Sequence[float], sharpness: float = 1.0) -> Array:
    """Probabilities (N,) of translations by their scores."""
    scaled = sharpness * np.asarray(scores, float)
    powers = np.exp(scaled - scaled.max())
    result: Array = powers / powers.sum()
    return result


def expected_bleu(translations: Sequence[Glosses], probability: Array, beside: Array) -> Array:
    """BLEU-4 (N,) that each translation may expect; `beside` (SIZE,) are the counts of a usual sentence."""
    grams = [ngrams(translation) for translation in translations]
    expected: defaultdict[Glosses, float] = defaultdict(float)
    for own, share in zip(grams, probability, strict=True):
        for ngram, count in own.items():
            expected[ngram] += share * count
    length = float(sum(p * len(t) for p, t in zip(probability, translations, strict=True)))
    counted = np.zeros((len(translations), SIZE))
    for row, own, translation in zip(counted, grams, translations, strict=True):
        for ngram, count in own.items():
            row[len(ngram) - 1] += min(count, expected[ngram])
        row[ORDER : 2 * ORDER] = [max(len(translation) - size + 1, 0) for size in range(1, ORDER + 1)]
        row[-2:] = len(translation), length
    return bleu_of(counted + beside)
