"""The words of a sentence as the trained systems see them."""

import re
import unicodedata
from collections.abc import Sequence

_PIECE = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # Chinese characters stand alone
    r"|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+(?:[-'’.,:][^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)*"
)


def source_words(text: str) -> tuple[str, ...]:
    """The words of a text: lower case, NFC, without punctuation; Chinese characters one by one."""
    return tuple(_PIECE.findall(unicodedata.normalize("NFC", text).lower()))


def source_pieces(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """What `source_words` makes of words that are cut already, and for each piece the index of its word."""
    pieces = [(piece, index) for index, word in enumerate(words) for piece in source_words(word)]
    return tuple(piece for piece, _ in pieces), tuple(index for _, index in pieces)
