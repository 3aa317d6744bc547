"""Contractions opened in place: don't is do and not."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.text.grammar import Grammar
from pipeline.text.tokens import Kind, Token


def opened(tokens: Iterable[Token], grammar: Grammar) -> Iterator[Token]:
    """Contractions as the words they are made of: don't is do and not."""
    for token in tokens:
        if token.kind is not Kind.WORD or token.span[1] - token.span[0] != len(token.text):
            yield token
            continue
        start = token.span[0]
        for length, text in _parts(token.text, grammar):
            yield Token(Kind.WORD, text, (start, start + length))
            start += length


def _parts(text: str, grammar: Grammar) -> Sequence[tuple[int, str]]:
    """Lengths and full forms of the words in a contraction, or the word itself."""
    small = text.lower()
    if small in grammar.contractions:
        (length, first), *rest = grammar.contractions[small]
        return [(length, _cased(first, text)), *rest]
    for ending, full in grammar.contraction_endings.items():
        stem = text[: -len(ending)]
        if not stem or not small.endswith(ending) or (grammar.language == "de" and stem[0].isupper()):
            continue
        whole = _cased(grammar.contraction_stems.get(stem.lower(), stem), text)
        return [(len(stem), whole), (len(ending), full)]
    return [(len(text), text)]


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
