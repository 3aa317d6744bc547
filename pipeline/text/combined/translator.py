"""Phrases and networks together: the phrases offer translations, both judge them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.text.hypothesis import Hypothesis
from pipeline.text.neural.ensemble import Ensemble, Judgement
from pipeline.text.phrases.consensus import probabilities
from pipeline.text.phrases.decoder import Derivation, decode
from pipeline.text.phrases.model import FEATURES, PhraseModel
from pipeline.text.phrases.train import features
from pipeline.text.phrases.translator import PhraseTranslator, Ranking, hypothesis
from pipeline.text.source_words import source_pieces

LISTED = 60
"""Derivations that are judged."""

JUDGED_BY = (*FEATURES, "language model", "networks")
"""What the weights of a combination are for."""


def judged(
    model: PhraseModel, networks: Ensemble, words: tuple[str, ...], found: Sequence[Derivation]
) -> tuple[list[list[float]], list[Judgement]]:
    """The values of `JUDGED_BY` for derivations of a sentence, and what the networks think of each."""
    thought = networks.judge(words, [one.glosses for one in found])
    pairs = zip(found, thought, strict=True)
    return [[*features(model, one), judgement.score] for one, judgement in pairs], thought


@dataclass(frozen=True)
class CombinedTranslator:
    """Implements `hypothesis.Translator`; its answers are those of the phrases, in another order."""

    phrases: PhraseTranslator
    networks: Ensemble
    weights: tuple[float, ...]  # for JUDGED_BY
    ranking: Ranking

    @property
    def language(self) -> str:
        return self.phrases.language

    @property
    def sign_language(self) -> str:
        return self.phrases.sign_language

    @property
    def glosses(self) -> frozenset[str]:
        return self.phrases.glosses

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """Up to `n` different answers, the best first; see `hypothesis.Translator`."""
        pieces, places = source_pieces(words)
        found = decode(self.phrases.model, pieces, max(n, LISTED), allowed)
        values, thought = judged(self.phrases.model, self.networks, pieces, found)
        share = probabilities((np.array(values) @ self.weights).tolist(), self.ranking.sharpness)
        order = self.ranking.order([one.glosses for one in found], share)
        return tuple(
            hypothesis(found, index, share, places, thought[index].probabilities, "combined")
            for index in order[:n]
        )
