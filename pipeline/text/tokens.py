"""A text cut into words, numbers, addresses, symbols and pauses, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipeline.text.gloss import Span
from pipeline.text.grammar import Grammar

PAUSES = {
    **dict.fromkeys(",،、，", 0.25),
    **dict.fromkeys(";:–—；：", 0.35),
    **dict.fromkeys(".!?…。！？؟", 0.6),
    **dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", 0.8),
}
"""Seconds of stillness that a punctuation mark or the end of a line stands for."""

SENTENCE_PAUSE = 0.6
"""From this pause on a sentence is over."""

DASH_PAUSE = 0.35
"""A hyphen with spaces around it."""


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    ADDRESS = auto()  # of a web page or a mailbox
    SYMBOL = auto()  # currency signs, per cent, emoji
    FOREIGN = auto()  # a word in a script that is not Latin
    PAUSE = auto()
    INVISIBLE = auto()  # control and format characters


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; spaces and punctuation without a pause are no tokens."""

    kind: Kind
    text: str  # composed (NFC), plain apostrophes, ASCII digits, no soft hyphens
    span: Span


_LATIN = "A-Za-zªºÀ-ÖØ-öø-ʯᴀ-ᶿḀ-ỿⱠ-ⱿꜢ-ꟿﬀ-ﬆＡ-Ｚａ-ｚ"
_MARKS = "\u0300-\u036f"
_INSIDE = f"[{_LATIN}{_MARKS}\u00ad\u200c\u2060]"
_NOT_WITHIN = f"(?<![{_LATIN}{_MARKS}])"
_DOMAIN = r"(?:[\w-]{1,63}\.){1,6}"
_TOP = r"(?:com|org|net|edu|gov|info|io|eu|de|at|ch|uk|us)"
_PATTERN = re.compile(
    rf"""
    (?P<ADDRESS>(?:https?://|www\.)[!-~]+
        |{_NOT_WITHIN}(?<!\w)[A-Za-z0-9._+-]{{1,64}}@{_DOMAIN}[A-Za-z]{{2,24}}
        |{_NOT_WITHIN}(?<!\w){_DOMAIN}{_TOP}\b(?:/[!-~]*)?)
    |(?P<NUMBER>0\d{{2,}}(?:[ /-]\d{{2,}})+|\d+(?:[.,:/-]\d+)*(?:(?:st|nd|rd|th)\b)?)
    |(?P<WORD>{_NOT_WITHIN}(?:[{_LATIN}]\.){{2,}}(?![{_LATIN}])
        |[{_LATIN}]{_INSIDE}*(?:['’ʼ‐‑-][{_LATIN}]{_INSIDE}*)*)
    |(?P<PAUSE>[{re.escape("".join(PAUSES))}]+|(?<=\s)-(?=\s))
    |(?P<SPACE>\s+?)
    |(?P<FOREIGN>[^\W\d_]|[\u0300-\u036f])
    |(?P<OTHER>.(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[^\w\s])*)
    """,
    re.VERBOSE | re.DOTALL,
)  # {1,64} and the like keep the search linear on adversarial text
_TRAILING = ".,;:!?)]}>'\"*"
_IGNORED = str.maketrans({"\u00ad": "", "\u200c": "", "\u2060": "", "’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_REGIONAL = range(0x1F1E6, 0x1F200)  # two of these letters make one flag


def tokenize(text: str, grammar: Grammar) -> list[Token]:
    """The tokens of a text in order; dots of abbreviations and ordinal numbers are part of them."""
    return _with_dots(list(_merged(_scan(text, grammar))), grammar)


def pause_seconds(mark: str) -> float:
    """How long the pause of a run of punctuation is: the longest of its marks."""
    return max((PAUSES.get(character, DASH_PAUSE) for character in mark), default=0.0)


def _scan(text: str, grammar: Grammar) -> Iterator[Token]:
    position = 0
    while position < len(text):
        match = _PATTERN.match(text, position)
        assert match is not None and match.lastgroup is not None  # the last alternative takes anything
        start, end = match.span()
        name, found = match.lastgroup, match.group()
        if name == "ADDRESS":
            end -= len(found) - len(found.rstrip(_TRAILING))
            found = text[start:end]
        position = end
        kind = _other_kind(found, grammar) if name in ("OTHER", "FOREIGN") else _KINDS.get(name)
        if kind is not None:
            yield Token(kind, _clean(found, kind), (start, end))


_KINDS = {kind.name: kind for kind in Kind}


def _clean(found: str, kind: Kind) -> str:
    """Text of a token as the other rooms expect it."""
    if kind is Kind.NUMBER and not found.isascii():
        return "".join(str(unicodedata.decimal(digit, digit)) for digit in found)
    if kind is Kind.WORD:
        return unicodedata.normalize("NFC", found.translate(_IGNORED))
    return found


def _other_kind(found: str, grammar: Grammar) -> Kind | None:
    """What a character is that no pattern knows; None for punctuation that nothing stands for."""
    if found in grammar.symbols and found != ".":
        return Kind.SYMBOL
    category = unicodedata.category(found[0])
    if category in ("Cc", "Cf") or "\ufe00" <= found[0] <= "\ufe0f":
        return Kind.INVISIBLE
    if category[0] in "LMN":
        return Kind.FOREIGN
    return None if category[0] in "PZ" and len(found) == 1 else Kind.SYMBOL


def _merged(tokens: Iterator[Token]) -> Iterator[Token]:
    """Letters of other scripts joined to words, regional letters to flags."""
    last: Token | None = None
    for token in tokens:
        if last is not None and last.span[1] == token.span[0] and _continues(last, token):
            last = Token(last.kind, last.text + token.text, (last.span[0], token.span[1]))
            continue
        if last is not None:
            yield last
        last = token
    if last is not None:
        yield last


def _continues(last: Token, token: Token) -> bool:
    if last.kind is token.kind is Kind.FOREIGN:
        return len(last.text) < 64
    flag = last.kind is token.kind is Kind.SYMBOL and len(last.text) == len(token.text) == 1
    return flag and ord(last.text) in _REGIONAL and ord(token.text) in _REGIONAL


def _with_dots(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Dots that end no sentence made part of the abbreviation or ordinal number before them."""
    result: list[Token] = []
    for index, token in enumerate(tokens):
        previous = result[-1] if result else None
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        before = result[-2].text.lower() if len(result) > 1 else ""
        if previous and following and _belongs(token, previous, following, before, grammar):
            text, span = previous.text + ".", (previous.span[0], token.span[1])
            result[-1] = replace(previous, text=text, span=span)
        else:
            result.append(token)
    return result


def _belongs(dot: Token, previous: Token, following: Token, before: str, grammar: Grammar) -> bool:
    """Whether a dot is part of what stands before it; `before` is the word before that."""
    if dot.text != "." or dot.span[0] != previous.span[1] or following.kind is Kind.PAUSE:
        return False
    if previous.kind is Kind.WORD:
        return previous.text.lower() + "." in grammar.abbreviations
    ordinal = grammar.ordinal_dot and previous.kind is Kind.NUMBER and previous.text.isdigit()
    if not ordinal or following.kind is not Kind.WORD or len(previous.text) > 2:
        return False
    counted = grammar.is_a(before, "article", "before_ordinal")
    return counted or following.text[0].islower() or following.text.lower() in grammar.numerals.months
