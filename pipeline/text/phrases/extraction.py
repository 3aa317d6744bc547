"""Phrases that translate each other, read off aligned sentences (Koehn et al. 2003)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.text.phrases.alignment import Links

LONGEST = 4
"""Words, and glosses, of a phrase."""

Inside = tuple[tuple[int, int], ...]
"""Links within a phrase pair: position of the word, position of the gloss."""


def phrases(words: int, glosses: int, links: Links) -> Iterator[tuple[int, int, int, int]]:
    """First and past-the-last positions (words, glosses) of every phrase pair that the links allow.

    No link may leave the pair; unaligned glosses beside it may belong to it.
    """
    of_word, of_gloss = defaultdict(list), defaultdict(list)
    for word, gloss in links:
        of_word[word].append(gloss)
        of_gloss[gloss].append(word)
    for first in range(words):
        reached: list[int] = []
        for last in range(first, min(words, first + LONGEST)):
            reached += of_word[last]
            if not reached:
                continue
            low, high = min(reached), max(reached)
            leaves = any(
                not first <= word <= last for gloss in range(low, high + 1) for word in of_gloss[gloss]
            )
            if high - low >= LONGEST or leaves:
                continue
            for start, end in _widened(low, high, glosses, of_gloss):
                yield first, last + 1, start, end


def _widened(low: int, high: int, glosses: int, of_gloss: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    start = low
    while start >= 0 and high - start < LONGEST and (start == low or not of_gloss[start]):
        end = high
        while end < glosses and end - start < LONGEST and (end == high or not of_gloss[end]):
            yield start, end + 1
            end += 1
        start -= 1


def inside(links: Links, pair: tuple[int, int, int, int]) -> Inside:
    """The links of a phrase pair, counted from its own beginning."""
    first, last, start, end = pair
    return tuple(
        sorted(
            (word - first, gloss - start)
            for word, gloss in links
            if first <= word < last and start <= gloss < end
        )
    )


def unaligned(
    sentences: Sequence[Sequence[str]], links: Sequence[Links]
) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in the sentences, and how often without a link."""
    seen, alone = Counter[str](), Counter[str]()
    for words, linked in zip(sentences, links, strict=True):
        aligned = {word for word, _ in linked}
        seen.update(words)
        alone.update(word for index, word in enumerate(words) if index not in aligned)
    return seen, alone
