"""When two ways of writing a gloss mean the same one.

Translator and dictionary both compare glosses by `key`, so what one writes the other finds. A
`SignStore` keeps the key of every gloss in its own column and answers `glosses()` with keys.
"""

import unicodedata

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_JOINED = str.maketrans({"_": "-", "‐": "-", "‑": "-", "’": "'", "ʼ": "'"})


def key(text: str) -> str:
    """What a gloss is found by: equal for HOW_MANY and "how many", for SUED (as Phoenix writes) and "Süd".

    Case, Unicode form and the kind of hyphen or apostrophe do not matter, spaces and underscores
    count as hyphens, umlauts and ß count as two letters. A single letter is left as it is, because
    the manual alphabets have their own signs for Ä, Ö, Ü and ß.
    """
    composed = unicodedata.normalize("NFC", text).strip()
    if len(composed) == 1:
        return composed.lower() if len(composed.lower()) == 1 else composed
    folded = unicodedata.normalize("NFC", composed.casefold()).translate(_SPELLED_OUT)
    return "-".join(folded.translate(_JOINED).split())
