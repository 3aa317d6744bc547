"""The phrase-based translator as others use it: words in, ranked hypotheses out, numpy alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from pipeline.text.hypothesis import Hypothesis, System
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

    def order(self, translations: Sequence[tuple[str, ...]], share: Array) -> list[int]:
        """Places of translations with the probabilities `share` (N,), from the best, minimum Bayes risk."""
        places = list(range(len(translations)))
        worth = expected_bleu(translations, share, np.array(self.beside)) if self.beside else share
        return sorted(places, key=lambda index: -worth[index])


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
        order = self.ranking.order([one.glosses for one in found], share)
        return tuple(
            hypothesis(found, index, share, places, forward(found[index]), "phrases") for index in order[:n]
        )


def forward(derivation: Derivation) -> tuple[float, ...]:
    """How probable each gloss is by the phrase it comes from."""
    return tuple(exp(option.values[0]) for _, option in derivation.options for _ in option.glosses)


def hypothesis(
    found: Sequence[Derivation],
    index: int,
    share: Array,
    places: tuple[int, ...],
    own: Sequence[float],
    system: System,
) -> Hypothesis:
    """One of the derivations of a sentence as others see it.

    share: (N,) probabilities of the derivations. places: of each piece, the index of its word. own: how
    probable each gloss is by itself, which is weighed with how many derivations agree on it.
    """
    derivation = found[index]
    alignment: list[tuple[int, ...]] = []
    for begin, option in derivation.options:
        for position in range(len(option.glosses)):
            linked = {begin + word for word, gloss in option.links if gloss == position}
            alignment.append(tuple(sorted({places[word] for word in linked})))
    agreed = _agreement(found, derivation.glosses, share)
    sure = tuple(min(1.0, sqrt(mine * theirs)) for mine, theirs in zip(own, agreed, strict=True))
    return Hypothesis(
        glosses=derivation.glosses,
        score=float(np.log(max(share[index], 1e-300))),
        probabilities=sure,
        alignment=tuple(alignment),
        system=system,
    )


def _agreement(found: Sequence[Derivation], glosses: tuple[str, ...], share: Array) -> list[float]:
    """How much of the probability lies on answers with each gloss, as often as up to there."""
    result = []
    for position, gloss in enumerate(glosses):
        needed = glosses[: position + 1].count(gloss)
        agreeing = [p for one, p in zip(found, share, strict=True) if one.glosses.count(gloss) >= needed]
        result.append(min(float(sum(agreeing)), 1.0))
    return result
