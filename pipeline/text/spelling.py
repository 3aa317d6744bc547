"""Words letter by letter."""

import unicodedata
from functools import lru_cache

from pipeline.text.vocabulary import Vocabulary

_UNDECOMPOSED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
    "ĸ": "k", "ŋ": "n", "ŧ": "t", "ſ": "s", "ə": "e",
}  # fmt: skip
"""Latin letters that Unicode does not take apart, as the plain letters they are replaced by."""

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
_JOINED_LETTERS = ("SCH",)
"""Groups of letters with one sign of their own, where the dictionary has it: the German alphabet's SCH."""


def upper(text: str) -> str:
    """The way glosses are displayed: capitals, ß as the capital ẞ and not as two letters."""
    return unicodedata.normalize("NFC", text).replace("ß", "ẞ").upper()


def displayed(gloss: str) -> str:
    """A gloss as it is displayed: capitals, with hyphens between its words."""
    return "-".join(upper(gloss).replace("_", " ").split())


def spell(word: str, vocabulary: Vocabulary, umlauts: bool) -> tuple[tuple[str, ...], str]:
    """The letter signs of a word, one after the other, and the letters that have none.

    A letter without a sign falls back on the plain letters it is made of: É is spelled E, Ł is L,
    ß is S-S, and Ü is U-E where the sign language's hearing neighbours write so (`umlauts`), else U.
    Hyphens, apostrophes and other punctuation have no sign and no sound; they are passed over.
    """
    signs: list[str] = []
    unspelled: list[str] = []
    capitals = upper(word)
    position = 0
    while position < len(capitals):
        joined = _joined(capitals, position, vocabulary)
        if joined:
            signs.append(joined)
            position += len(joined)
            continue
        letter = capitals[position]
        position += 1
        if unicodedata.category(letter)[0] in "PZ" or unicodedata.category(letter) == "Cf":
            continue
        found = _letter(letter, vocabulary, umlauts)
        signs.extend(found)
        if not found:
            unspelled.append(letter)
    return tuple(signs), "".join(unspelled)


def _joined(capitals: str, position: int, vocabulary: Vocabulary) -> str:
    """The group of letters at `position` that has one sign, or nothing."""
    for group in _JOINED_LETTERS:
        if capitals.startswith(group, position) and vocabulary.has(group):
            return group
    return ""


def _letter(letter: str, vocabulary: Vocabulary, umlauts: bool) -> tuple[str, ...]:
    """The signs of one letter or digit; none when it or a letter it is made of has no sign."""
    if vocabulary.has(letter):
        return (letter,)
    plain = plain_letters(letter, umlauts)
    return tuple(plain) if plain and all(map(vocabulary.has, plain)) else ()


@lru_cache(maxsize=4096)
def plain_letters(letter: str, umlauts: bool) -> str:
    """What a letter is written as in A to Z and 0 to 9, in capitals; empty when it cannot be."""
    small = letter.replace("ẞ", "ß").lower()
    if umlauts and small in _UMLAUTS:
        return _UMLAUTS[small].upper()
    decomposed = unicodedata.normalize("NFKD", _UNDECOMPOSED.get(small, small))
    bases = [_UNDECOMPOSED.get(base, base) for base in decomposed if not unicodedata.combining(base)]
    plain = "".join(bases).upper()
    return plain if plain.isascii() and plain.isalnum() else ""
