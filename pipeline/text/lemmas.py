"""Base forms of words, from the dictionaries of simplemma and jieba, read when first needed."""

import threading
from functools import lru_cache
from typing import Any

from pipeline.text import segmentation

LONGEST = 64
"""Letters of the longest word that is looked up; what is longer is no word of any language here."""

_LISTED = frozenset({"en", "de"})
"""Languages with a word list here; Chinese has no other forms, and its words are jieba's."""

_READING = threading.Lock()


@lru_cache(maxsize=1)
def _strategy() -> tuple[Any, Any]:
    """simplemma's lemmatiser and word list in their low-memory form, imported on the first call.

    The low-memory form holds 31 MB for both languages instead of 144 MB and is read in half the time.
    """
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    strategy = DefaultStrategy(low_memory=True)
    return Lemmatizer(lemmatization_strategy=strategy), strategy


def warm_up(language: str) -> None:
    """Read a language's dictionary now; a call from another thread waits instead of reading it again."""
    with _READING:
        if language not in _LISTED:
            segmentation.is_word("a")
            return
        lemmatizer, _ = _strategy()
        lemmatizer.lemmatize("a", language)


@lru_cache(maxsize=65536)
def lemma(word: str, language: str) -> str:
    """The base form of a word, in its usual case; unknown words are returned as they are."""
    if language not in _LISTED or not 0 < len(word) <= LONGEST:
        return word
    warm_up(language)
    lemmatizer, _ = _strategy()
    found = str(lemmatizer.lemmatize(word, language))
    return found if found.casefold() != word.casefold() or is_word(found, language) else word


@lru_cache(maxsize=65536)
def is_word(word: str, language: str) -> bool:
    """Whether a word in exactly this case is in the language's dictionary."""
    if language not in _LISTED:
        return segmentation.is_word(word)
    warm_up(language)
    return bool(_strategy()[1].is_dictionary_member(word, language))


@lru_cache(maxsize=65536)
def base_form(word: str, language: str) -> str:
    """The base form in lower case; German nouns are tried in their own case too."""
    if language not in _LISTED:
        return word
    found = lemma(word, language)
    if found == word:
        capital = lemma(word.capitalize(), language)
        found = capital if capital.lower() != word else word
    return found.lower()
