"""Compounds as the glosses of their parts: Regenwahrscheinlichkeit is REGEN and WAHRSCHEINLICHKEIT."""

from collections.abc import Iterator
from functools import lru_cache

from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import LONGEST, lemma
from pipeline.text.spelling import upper
from pipeline.text.vocabulary import Vocabulary

_SHORTEST_PART = 3
_MOST_PARTS = 4
_LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What German puts between the parts of a compound."""
_CUT = ("e", "n", "en")
"""What German takes from the end of a first part: Schule is Schul- in Schulbuch, Ostern is Oster-."""


def parts_of(word: str, grammar: Grammar, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The glosses of a compound whose parts are all in the dictionary, or nothing.

    The fewest parts win, then the fewest letters between them, then the longest last part, which says
    what the compound is.
    """
    if "-" in word or " " in word:
        parts = word.replace(" ", "-").split("-")
        glosses = [_last_part(part, grammar, vocabulary) for part in parts if part]
        return tuple(glosses) if len(glosses) > 1 and all(glosses) else ()
    if grammar.language != "de" or not vocabulary.words or not 2 * _SHORTEST_PART <= len(word) <= LONGEST:
        return ()
    return _split(word.lower(), grammar, vocabulary)


@lru_cache(maxsize=4096)
def _split(word: str, grammar: Grammar, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The parts of a German compound: the cheapest of the divisions into the fewest parts."""
    for count in range(2, _MOST_PARTS + 1):
        if found := min(_divided(word, count, grammar, vocabulary), default=None):
            return found[2]
    return ()


def _divided(
    word: str, count: int, grammar: Grammar, vocabulary: Vocabulary
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Every division into `count` glosses: letters of links, negative length of the last part, glosses."""
    if count == 1:
        if last := _last_part(word, grammar, vocabulary):
            yield 0, -len(word), (last,)
        return
    for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART * (count - 1) + 1):
        for cost, first in _first_parts(word[:end], vocabulary):
            for more, length, following in _divided(word[end:], count - 1, grammar, vocabulary):
                yield cost + more, length, (first, *following)


def _first_parts(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """Glosses of a part that is not the last: with what links it, with what was cut, in the singular.

    The number is how many letters the dictionary's word has more or less.
    """
    for link in _LINKS:
        stem = text.removesuffix(link) if link else text
        if len(stem) >= _SHORTEST_PART and text.endswith(link) and vocabulary.has_word(stem):
            yield len(link), upper(stem)
    for ending in _CUT:
        if vocabulary.has_word(text + ending):
            yield len(ending), upper(text + ending)
    plural = lemma(text.capitalize(), "de")
    if plural.lower() != text and vocabulary.has_word(plural):
        yield 1, upper(plural)


def _last_part(text: str, grammar: Grammar, vocabulary: Vocabulary) -> str:
    """The gloss of a word, of its base form or of a synonym, if the dictionary has one."""
    noun = lemma(text.capitalize(), grammar.language) if grammar.language == "de" else text
    own = (text, lemma(text, grammar.language), noun)
    synonyms = (other for form in own for other in grammar.synonyms.get(form.lower(), ()))
    for form in (*own, *synonyms):
        if vocabulary.has_word(form):
            return upper(form)
    return ""
