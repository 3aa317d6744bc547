"""Sentences and the glosses somebody signed for them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.errors import BadInput


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence and its glosses in signing order; `name` is what the corpus calls it, if anything."""

    text: str
    glosses: tuple[str, ...]
    name: str = ""


Pairs = tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The three parts of a parallel corpus; `test` may be empty."""

    train: Pairs
    dev: Pairs
    test: Pairs = ()
    cleaning: str = "none"


def vocabulary(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Every gloss of the pairs, the most frequent first, ties by the alphabet."""
    counts = Counter(gloss for pair in pairs for gloss in pair.glosses)
    return tuple(sorted(counts, key=lambda gloss: (-counts[gloss], gloss)))


def held_out(pairs: Sequence[Pair], every: int = 10) -> tuple[Pairs, Pairs]:
    """The pairs without every tenth, and every tenth: for a corpus that came without a dev part."""
    if len(pairs) < 2 * every:
        raise BadInput(
            f"A corpus of {len(pairs)} sentences is too small to hold some out: give at least {2 * every}, "
            "or a dev part of your own."
        )
    kept = tuple(pair for number, pair in enumerate(pairs) if number % every)
    return kept, tuple(pairs[::every])
