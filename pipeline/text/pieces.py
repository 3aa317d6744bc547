"""Words as bags of features, so that a word never seen before still looks like its relatives."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.text.lemmas import lemma

LIMIT = 24
"""Features of one word that are used at most: itself, its base form, the rest of its letters."""

LEMMATISED = frozenset({"de", "en"})


@lru_cache(maxsize=65536)
def base_form(word: str, language: str) -> str:
    """The base form in lower case; German nouns are tried in their own case too."""
    if language not in LEMMATISED:
        return word
    found = lemma(word, language)
    if found == word:
        capital = lemma(word.capitalize(), language)
        found = capital if capital.lower() != word else word
    return found.lower()


@lru_cache(maxsize=65536)
def features(word: str, language: str) -> tuple[str, ...]:
    """The word, its base form, and its beginnings, ends and trigrams of letters."""
    base = base_form(word, language)
    edged = f"<{word}>"
    grams = [edged[start : start + 3] for start in range(len(edged) - 2)]
    ends = [edged[:size] for size in (4, 5, 6) if size < len(edged)]
    ends += [edged[-size:] for size in (4, 5, 6) if size < len(edged)]
    return tuple(dict.fromkeys([f"w {word}", f"l {base}", *ends, *grams]))[:LIMIT]


def frequent_features(sentences: Iterable[Sequence[str]], language: str, least: int = 2) -> tuple[str, ...]:
    """Features that at least `least` words of the text have, in a fixed order."""
    counts = Counter(feature for words in sentences for word in words for feature in features(word, language))
    return tuple(sorted(feature for feature, count in counts.items() if count >= least))


def feature_rows(words: Sequence[str], known: dict[str, int], language: str) -> NDArray[np.int64]:
    """Ids (W, LIMIT) of the known features of each word, from 1; 0 fills the row."""
    rows = np.zeros((len(words), LIMIT), np.int64)
    for row, word in zip(rows, words, strict=True):
        ids = [known[feature] for feature in features(word, language) if feature in known]
        row[: len(ids)] = ids
    return rows
