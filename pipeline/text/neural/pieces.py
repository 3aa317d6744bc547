"""Words as bags of features, so that a word never seen before still looks like its relatives."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.text.lemmas import base_form

LIMIT = 24
"""Features of one word that are used at most: itself, its base form, the rest of its letters."""


@lru_cache(maxsize=65536)
def features(word: str, language: str) -> tuple[str, ...]:
    """The word, its base form, and its beginnings, ends and trigrams of letters."""
    edged = f"<{word}>"
    trigrams = [edged[start : start + 3] for start in range(len(edged) - 2)]
    sizes = [size for size in (4, 5, 6) if size < len(edged)]
    edges = [edged[:size] for size in sizes] + [edged[-size:] for size in sizes]
    whole = [f"w {word}", f"l {base_form(word, language)}"]
    return tuple(dict.fromkeys([*whole, *edges, *trigrams]))[:LIMIT]


def frequent_features(sentences: Iterable[Sequence[str]], language: str, least: int = 5) -> tuple[str, ...]:
    """Features that at least `least` words of the text have, in a fixed order."""
    counts = Counter(feature for words in sentences for word in words for feature in features(word, language))
    return tuple(sorted(feature for feature, count in counts.items() if count >= least))
