"""What every trained translator answers, and what it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

System = Literal["phrases", "neural", "combined"]
"""Which kind of trained system an answer comes from."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a sentence, as a trained system sees it.

    `score` is the natural logarithm of the sentence's probability under the system that ranks it.
    `probabilities` (0 to 1) and `alignment` have one entry a gloss; an alignment holds the indices of
    the source words the gloss comes from, ascending, and is empty where it comes from none.
    """

    glosses: tuple[str, ...]
    score: float
    probabilities: tuple[float, ...]
    alignment: tuple[tuple[int, ...], ...]
    system: System

    def __post_init__(self) -> None:
        if not len(self.glosses) == len(self.probabilities) == len(self.alignment):
            raise ValueError("a hypothesis needs a probability and an alignment for each gloss")


class Translator(Protocol):
    """A trained system: words in, ranked gloss sequences out."""

    @property
    def language(self) -> str:
        """IETF tag of the text, such as "de"."""
        ...

    @property
    def sign_language(self) -> str:
        """ISO 639-3, such as "gsg"."""
        ...

    @property
    def glosses(self) -> frozenset[str]:
        """Every gloss it can answer, written as its corpus writes them."""
        ...

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """Up to `n` different answers, the best first; at least one, for any words.

        Words may be in any case, with or without punctuation between them. With `allowed`, no gloss
        outside of it is answered; a sentence it cannot sign at all gives one answer without glosses.
        """
        ...
