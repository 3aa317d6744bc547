"""Chinese text cut into words: by jieba's dictionary, with the glosses of the open dictionary as words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from pipeline.text.grammar import Grammar
from pipeline.text.tokens import Kind, Token
from pipeline.text.vocabulary import Vocabulary

LONGEST = 8
"""Characters of the longest gloss that is looked for."""


@lru_cache(maxsize=1)
def _jieba() -> Any:
    """The segmenter, imported on the first call, which takes 0.2 s and 30 MB."""
    import rjieba

    return rjieba


def is_word(word: str) -> bool:
    """Whether a word is in jieba's word list."""
    return bool(_jieba().has_word(word))


@lru_cache(maxsize=16384)
def part_of_speech(word: str) -> str:
    """The first letter of jieba's tag for a word: n for nouns, v for verbs, m for numbers."""
    tagged = _jieba().tag(word)
    return str(tagged[0][1])[:1] if len(tagged) == 1 else ""


def segmented(tokens: Sequence[Token], grammar: Grammar, vocabulary: Vocabulary) -> Iterator[Token]:
    """The tokens with every run of Chinese characters cut into words."""
    for token in tokens:
        if token.kind is not Kind.FOREIGN or token.span[1] - token.span[0] != len(token.text):
            yield token
            continue
        start = token.span[0]
        for word in _words(token.text, grammar, vocabulary):
            kind = Kind.WORD if _chinese(word) else Kind.FOREIGN
            yield Token(kind, word, (start, start + len(word)))
            start += len(word)


def _chinese(word: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" or character >= "\U00020000" for character in word)


def _words(text: str, grammar: Grammar, vocabulary: Vocabulary) -> Iterator[str]:
    """jieba's words, those joined that are one gloss, those cut that are several."""
    pieces = [piece for word in _jieba().cut(text, True) for piece in _pieces(word, grammar, vocabulary)]
    position = 0
    while position < len(pieces):
        end = position + 1
        for stop in range(min(len(pieces), position + LONGEST), position + 1, -1):
            joined = "".join(pieces[position:stop])
            if len(joined) <= LONGEST and (vocabulary.has(joined) or _closed(joined, grammar)):
                end = stop
                break
        yield "".join(pieces[position:end])
        position = end


def _pieces(word: str, grammar: Grammar, vocabulary: Vocabulary) -> list[str]:
    """A word as it is, or in two where both parts are known to dictionary or grammar and the whole is not."""
    if len(word) < 2 or vocabulary.has(word) or _closed(word, grammar):
        return [word]
    for cut in range(len(word) - 1, 0, -1):
        first, rest = word[:cut], word[cut:]
        if _known(first, grammar, vocabulary) and _known(rest, grammar, vocabulary):
            return [*_pieces(first, grammar, vocabulary), *_pieces(rest, grammar, vocabulary)]
    return [word]


def _known(word: str, grammar: Grammar, vocabulary: Vocabulary) -> bool:
    return vocabulary.has(word) or _closed(word, grammar)


def _closed(word: str, grammar: Grammar) -> bool:
    return word in grammar.pronouns or any(word in words for words in grammar.classes.values())
