"""How sure the rules are of a gloss: four grades, because rules count nothing.

The grades are an order, not probabilities. How many glosses of a grade another person would sign too
depends on the text: with all glosses of a corpus as the dictionary, of those called sure, likely and
unsure 42, 39 and 35 % stand in what the interpreters of Phoenix-2014T's development set signed, and 95,
92 and 29 % in the development set of ASLG-PC12, whose glosses were made by rules. In front of people a
grade is therefore a word. `tests/bench/bench_rules.py` measures it.
"""

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
