"""A translator for tests, which answers what it was told to."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.text.hypothesis import Hypothesis


def hypothesis(
    glosses: str, alignment: Sequence[Sequence[int]], score: float = -1.0, sure: float = 0.75
) -> Hypothesis:
    """An answer in which every gloss is as sure as the other."""
    names = tuple(glosses.split())
    return Hypothesis(names, score, (sure,) * len(names), tuple(map(tuple, alignment)), "phrases")


@dataclass(frozen=True)
class Told:
    """Knows answers by the words in lower case; keeps to the allowed glosses; knows nothing else."""

    answers: dict[str, tuple[Hypothesis, ...]]
    language: str = "de"
    sign_language: str = "gsg"

    @property
    def glosses(self) -> frozenset[str]:
        """Every gloss of its answers."""
        return frozenset(name for told in self.answers.values() for one in told for name in one.glosses)

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """What it was told, without answers that hold a gloss which is not allowed."""
        told = self.answers.get(" ".join(words).lower(), ())
        kept = tuple(one for one in told if allowed is None or set(one.glosses) <= allowed)
        return kept[:n] or (hypothesis("", (), -20.0),)
