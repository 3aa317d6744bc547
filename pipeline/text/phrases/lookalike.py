"""A gloss that is written like a word no corpus has shown: the same stem, or a part of a compound."""

from collections.abc import Iterable
from functools import lru_cache

SHORTEST = 4
"""Letters two spellings must share to be taken for relatives."""

_SPELLED_OUT = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "ẞ": "SS"})


def as_gloss(word: str) -> str:
    """A word as glosses are written: capitals, umlauts spelled out."""
    return word.replace("ß", "ss").upper().translate(_SPELLED_OUT)


@lru_cache(maxsize=8)
def _by_length(glosses: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted((gloss for gloss in glosses if len(gloss) >= SHORTEST), key=lambda g: (-len(g), g)))


def lookalike(word: str, base: str, glosses: Iterable[str]) -> str:
    """The gloss most like a word or its base form; empty when none is."""
    known = frozenset(glosses)
    written, plain = as_gloss(word), as_gloss(base)
    for candidate in (plain, written, plain.rstrip("NE"), written[:-2]):
        if len(candidate) > 1 and candidate in known:
            return candidate
    for gloss in _by_length(known):
        if written.startswith(gloss) or written.endswith(gloss) or plain.endswith(gloss):
            return gloss
    return ""
