"""How sure the rules are of a gloss: four grades, because rules count nothing."""

from pipeline.text.gloss import Origin

SURE = 0.9
"""The user said so, or the dictionary has the very word, or a name is spelled."""
LIKELY = 0.7
"""The dictionary has the base form or a synonym, or a sign points for a pronoun."""
UNSURE = 0.5
"""The parts of a compound, or the nearest pointing sign."""
GUESS = 0.3
"""Spelled because the dictionary has nothing: a signer would rather sign it."""

_BY_ORIGIN = {
    Origin.DICTIONARY: SURE,
    Origin.SYNONYM: LIKELY,
    Origin.LEMMA: LIKELY,
    Origin.SPELLED: GUESS,
    Origin.MISSING: 0.0,
}


def by_origin(origin: Origin) -> float:
    """The grade of an ordinary word by the way its sign was found."""
    return _BY_ORIGIN[origin]


def in_words(confidence: float | None) -> str:
    """A confidence as people say it; empty where nobody judged."""
    if confidence is None:
        return ""
    for least, word in ((0.8, "sure"), (0.6, "likely"), (0.4, "unsure")):
        if confidence >= least:
            return word
    return "a guess"
