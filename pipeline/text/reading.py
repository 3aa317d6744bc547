"""Tokens as words: contractions opened, base forms found, numbers read, fixed phrases joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.text.contractions import opened
from pipeline.text.german_case import cased
from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import is_word, lemma
from pipeline.text.numerals import clock, money, read
from pipeline.text.phrasebook import Phrasebook, joined
from pipeline.text.segmentation import segmented
from pipeline.text.spelling import upper
from pipeline.text.tokens import Kind, Token
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word


def words_of(
    tokens: Sequence[Token],
    grammar: Grammar,
    vocabulary: Vocabulary,
    phrasebook: Phrasebook,
    *,
    initial: bool,
) -> tuple[Word, ...]:
    """The words of the tokens between two pauses, in the order of the text.

    `initial` tells that a sentence starts with them, so that the first capital says nothing.
    """
    if grammar.language == "zh":
        tokens = list(segmented(tokens, grammar, vocabulary))
    parts = list(_amounts(opened(_unshouted(tokens), grammar), grammar))
    if grammar.language == "de":
        parts = cased(parts, grammar, initial=initial)
    words = [_word(token, grammar, initial and index == 0) for index, token in enumerate(parts)]
    return tuple(joined(words, grammar, vocabulary, phrasebook))


def _unshouted(tokens: Sequence[Token]) -> list[Token]:
    """A sentence all in capitals tells nothing by them; in small letters it does."""
    words = [token for token in tokens if token.kind is Kind.WORD]
    if len(words) < 2 or any(not word.text.isupper() for word in words):
        return list(tokens)
    if not any(len(word.text) > 3 for word in words):
        return list(tokens)
    return [replace(token, text=token.text.lower()) if token.kind is Kind.WORD else token for token in tokens]


def _amounts(tokens: Iterator[Token], grammar: Grammar) -> Iterator[Token]:
    """Numbers joined with the currency sign before or after them, and with a following "Uhr"."""
    last: Token | None = None
    for token in tokens:
        if last is not None and _one_amount(last, token, grammar):
            last = Token(Kind.NUMBER, f"{last.text} {token.text}", (last.span[0], token.span[1]))
            continue
        if last is not None:
            yield last
        last = token
    if last is not None:
        yield last


def _one_amount(last: Token, token: Token, grammar: Grammar) -> bool:
    if " " in last.text or token.span[0] - last.span[1] > 1:
        return False
    if last.kind is Kind.NUMBER and token.kind is Kind.WORD:
        return bool(grammar.numerals.hour) and token.text == grammar.numerals.hour
    kinds = {last.kind, token.kind}
    return kinds == {Kind.NUMBER, Kind.SYMBOL} and bool({last.text, token.text} & set(grammar.currencies))


def _word(token: Token, grammar: Grammar, initial: bool) -> Word:
    """One token as a word."""
    if token.kind is Kind.NUMBER:
        return _read_word(token, _number_pieces(token.text, grammar))
    if token.kind is Kind.ADDRESS:
        return replace(_read_word(token, _address_pieces(token.text, grammar)), role=Role.CONTENT)
    if token.kind is Kind.WORD:
        return _plain_word(token, grammar, initial)
    name = grammar.symbols.get(token.text, "")
    role = Role.CONTENT if name else Role.FOREIGN
    return Word(token.text, token.span, name or token.text, name or token.text, role)


def _read_word(token: Token, pieces: tuple[str, ...]) -> Word:
    return Word(token.text, token.span, token.text, token.text, Role.NUMBER, pieces=pieces)


def _number_pieces(text: str, grammar: Grammar) -> tuple[str, ...]:
    first, _, second = text.partition(" ")
    if second and second == grammar.numerals.hour:
        return clock(first, grammar)
    if first in grammar.currencies:
        return money(second, first, grammar)
    return money(first, second, grammar) if second in grammar.currencies else read(text, grammar)


def _address_pieces(text: str, grammar: Grammar) -> tuple[str, ...]:
    """A web or mail address: its words to be spelled, its dots and its @ as words."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?(?=.)", "", text)
    pieces: list[str] = []
    for part in re.findall(r"[^\W\d_]+|\d+|[.@]", bare):
        pieces += part if part.isdecimal() else [grammar.symbols.get(part) or upper(part)]
    return tuple(pieces)


def _plain_word(token: Token, grammar: Grammar, initial: bool) -> Word:
    text, small = token.text, token.text.lower()
    if small in grammar.abbreviations:
        full = grammar.abbreviations[small]
        return Word(text, token.span, full, full)
    base, spelling = _base(text, grammar, initial)
    return Word(text, token.span, base, spelling)


def _base(text: str, grammar: Grammar, initial: bool) -> tuple[str, str]:
    """Base form and what is spelled: the base form of ordinary words, names as they are written."""
    small, language = text.lower(), grammar.language
    if small in grammar.lemmas:
        return grammar.lemmas[small], grammar.lemmas[small]
    if "-" in text:
        return text, text
    if text == small:
        return _lemma_pair(text, language)
    if not initial and text.isupper() and len(text) > 1:
        return text, text
    if language == "de":
        noun = is_word(text, language) or not (initial and is_word(small, language))
        base = lemma(text if noun else small, language)
        return base, base if is_word(text, language) or is_word(small, language) else text
    ordinary = is_word(small, language) and (initial or small in grammar.pronouns)
    return lemma(small, language), lemma(small, language) if ordinary else text


def _lemma_pair(text: str, language: str) -> tuple[str, str]:
    base = lemma(text, language)
    return base, base
