"""The compact networks as others use them: words in, ranked hypotheses out."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.text.hypothesis import Hypothesis
from pipeline.text.neural.ensemble import Ensemble
from pipeline.text.source_words import source_pieces

BEAMS = 8
"""Translations that are followed at once."""


@dataclass(frozen=True)
class NeuralTranslator:
    """Implements `hypothesis.Translator`."""

    networks: Ensemble
    sign_language: str

    @property
    def language(self) -> str:
        return self.networks.codes.language

    @property
    def glosses(self) -> frozenset[str]:
        return frozenset(self.networks.codes.glosses)

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """Up to `n` different answers, the best first; see `hypothesis.Translator`."""
        pieces, places = source_pieces(words)
        if not pieces:
            return (Hypothesis((), 0.0, (), (), "neural"),)
        found = self.networks.search(pieces, max(n, BEAMS), allowed)[:n]
        return tuple(
            Hypothesis(
                glosses,
                judged.score,
                judged.probabilities,
                tuple((places[word],) for word in judged.words),
                "neural",
            )
            for glosses, judged in zip(found, self.networks.judge(pieces, found), strict=True)
        )
