"""Words that are signed as one: by the user's glossary, in the dictionary, or as a fixed phrase."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.text.contractions import opened
from pipeline.text.glossary import Entry
from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import lemma
from pipeline.text.tokens import Kind, tokenize
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Word, join

LONGEST_PHRASE = 4
"""Words of the longest gloss that is looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Phrasebook:
    """The user's glossary for one pair of languages, by words in lower case."""

    phrases: Mapping[tuple[str, ...], Entry]
    forms: Mapping[str, Entry]  # of single words that hold for all their forms, by base form
    longest: int  # words of the longest entry

    def form(self, base: str) -> Entry | None:
        """The entry for all forms of a word, given its base form."""
        return self.forms.get(base.casefold())


@lru_cache(maxsize=8)
def phrasebook(entries: tuple[Entry, ...], grammar: Grammar) -> Phrasebook:
    """The entries of one pair of languages, ready to be looked up."""
    phrases: dict[tuple[str, ...], Entry] = {}
    forms: dict[str, Entry] = {}
    for entry in entries:
        words = _words(entry.text, grammar)
        if words:
            phrases[words] = entry
        if len(words) == 1 and not entry.exact:
            base = grammar.lemmas.get(words[0]) or lemma(entry.text, grammar.language)
            forms[base.casefold()] = entry
    return Phrasebook(phrases, forms, max(map(len, phrases), default=0))


def joined(words: list[Word], grammar: Grammar, vocabulary: Vocabulary, book: Phrasebook) -> list[Word]:
    """The words with those joined that are signed as one."""
    result: list[Word] = []
    position = 0
    while position < len(words):
        length, word = _corrected(words, position, book)
        if not length:
            length, word = _longest(words[position : position + LONGEST_PHRASE], grammar, vocabulary)
        result.append(word)
        position += length
    return result


def _words(text: str, grammar: Grammar) -> tuple[str, ...]:
    tokens = opened(tokenize(text, grammar), grammar)
    return tuple(token.text.lower() for token in tokens if token.kind not in (Kind.PAUSE, Kind.INVISIBLE))


def _corrected(words: list[Word], start: int, book: Phrasebook) -> tuple[int, Word]:
    """How many words from `start` on have an entry of the user's, and they as one; 0 when none have."""
    for length in range(min(book.longest, len(words) - start), 0, -1):
        found = words[start : start + length]
        entry = book.phrases.get(tuple(word.small for word in found))
        if entry is None and length == 1:
            entry = book.form(found[0].base)
        if entry is not None and length > 1:
            text = " ".join(word.text for word in found)
            return length, join(found, text=text, base=text, spelling=text, pieces=(), entry=entry)
        if entry is not None:
            return 1, replace(found[0], entry=entry)
    return 0, words[start]


def _longest(words: list[Word], grammar: Grammar, vocabulary: Vocabulary) -> tuple[int, Word]:
    """How many of the words are one, and that one; all of them plain words next to each other."""
    plain = 0
    while plain < len(words) and words[plain].text.isalpha():
        plain += 1
    for length in range(plain, 1, -1):
        text = " ".join(word.text for word in words[:length])
        if length <= vocabulary.longest and vocabulary.has(text):
            return length, join(words[:length], text=text, base=text, spelling=text, why="phrase")
        if text.lower() in grammar.phrases:
            gloss = grammar.phrases[text.lower()]
            return length, join(words[:length], text=text, base=gloss, spelling=gloss, why="phrase")
    return 1, words[0]
