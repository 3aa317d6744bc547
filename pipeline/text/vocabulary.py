"""Which glosses a dictionary has, asked many times for every sentence."""

from dataclasses import dataclass
from functools import lru_cache

from pipeline.signs.matching import key


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The keys of a dictionary's glosses."""

    keys: frozenset[str]
    longest: int  # words in its longest gloss
    words: bool  # whether it has more than the letters of a manual alphabet

    def has(self, gloss: str) -> bool:
        """Whether a gloss, however it is written, is in the dictionary."""
        return key(gloss) in self.keys

    def has_word(self, gloss: str) -> bool:
        """The same for words only: a sign of the manual alphabet is no word."""
        wanted = key(gloss)
        return len(wanted) > 1 and wanted in self.keys


@lru_cache(maxsize=8)
def vocabulary(known: frozenset[str]) -> Vocabulary:
    """The vocabulary of a dictionary that has the glosses `known`."""
    keys = frozenset(key(gloss) for gloss in known)
    longest = max((1 + gloss.count("-") for gloss in keys), default=1)
    return Vocabulary(keys, longest, words=any(len(gloss) > 1 for gloss in keys))
