"""The phrase-based translator as others use it: words in, ranked hypotheses out, numpy alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from pipeline.text.hypothesis import Hypothesis
from pipeline.text.phrases.consensus import Array, expected_bleu, probabilities
from pipeline.text.phrases.decoder import Derivation, decode
from pipeline.text.phrases.model import PhraseModel
from pipeline.text.source_words import source_pieces

LISTED = 30
"""Derivations that are compared with each other."""


@dataclass(frozen=True)
class Ranking:
    """How the translations of a sentence are compared; chosen on the training part alone."""

    sharpness: float = 1.0  # of the translator's own probabilities
    beside: tuple[
        float, ...
    ] = ()  # the counts of a usual sentence, times the weight it has; empty: no comparison


@dataclass(frozen=True)
class PhraseTranslator:
    """Implements `hypothesis.Translator`."""

    model: PhraseModel
    ranking: Ranking = Ranking()

    @property
    def language(self) -> str:
        return self.model.language

    @property
    def sign_language(self) -> str:
        return self.model.sign_language

    @property
    def glosses(self) -> frozenset[str]:
        return self.model.vocabulary

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """Up to `n` different answers, the best first; see `hypothesis.Translator`."""
        pieces, places = source_pieces(words)
        found = decode(self.model, pieces, max(n, LISTED), allowed)
        share = probabilities([one.score for one in found], self.ranking.sharpness)
        order = list(range(len(found)))
        if self.ranking.beside:
            gain = expected_bleu([one.glosses for one in found], share, np.array(self.ranking.beside))
            order.sort(key=lambda index: -gain[index])
        return tuple(_hypothesis(found, index, share, places) for index in order[:n])


def _hypothesis(found: Sequence[Derivation], index: int, share: Array, places: tuple[int, ...]) -> Hypothesis:
    derivation = found[index]
    own: list[float] = []
    alignment: list[tuple[int, ...]] = []
    for begin, option in derivation.options:
        for position in range(len(option.glosses)):
            own.append(exp(option.values[0]))
            linked = {begin + word for word, gloss in option.links if gloss == position}
            alignment.append(tuple(sorted({places[word] for word in linked})))
    agreed = _agreement(found, derivation.glosses, share)
    sure = tuple(min(1.0, sqrt(mine * theirs)) for mine, theirs in zip(own, agreed, strict=True))
    return Hypothesis(
        glosses=derivation.glosses,
        score=float(np.log(max(share[index], 1e-300))),
        probabilities=sure,
        alignment=tuple(alignment),
        system="phrases",
    )


def _agreement(found: Sequence[Derivation], glosses: tuple[str, ...], share: Array) -> list[float]:
    """How much of the probability lies on answers with each gloss, as often as up to there."""
    result = []
    for position, gloss in enumerate(glosses):
        needed = glosses[: position + 1].count(gloss)
        agreeing = [p for one, p in zip(found, share, strict=True) if one.glosses.count(gloss) >= needed]
        result.append(min(float(sum(agreeing)), 1.0))
    return result
