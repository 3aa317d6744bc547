"""An English "it" that points at nothing: of the weather, the time, or what is said after it."""

from collections.abc import Sequence

from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import lemma
from pipeline.text.numerals import kind_of_number
from pipeline.text.words import Role, Word

_WEATHER = frozenset({"rain", "snow", "hail", "drizzle", "thunder"})
_UNITS = frozenset({"o'clock", "am", "pm", "a.m.", "p.m.", "degrees"})


def is_expletive(before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether an "it" between these words of its clause points at nothing."""
    asked = bool(before) and grammar.is_a(before[-1].small, "copula")
    if asked and any(word.small == "time" for word in before):
        return True
    index = next((at for at, word in enumerate(after) if not _passed_over(word, grammar)), None)
    if index is None:
        return False
    said, passed, following = after[index], after[:index], after[index + 1 :]
    if lemma(said.small, grammar.language) in _WEATHER:
        return True
    if not asked and not any(_links(word, grammar) for word in passed):
        return False
    if grammar.is_a(said.small, "expletive_followed_by"):
        return _describes(passed, following, grammar)
    if following and grammar.is_a(following[0].small, "expletive_noun"):
        return True
    return _timed(said, following) or _extraposed(said, following)


def _passed_over(word: Word, grammar: Grammar) -> bool:
    classes = ("modal", "negation", "copula", "perfect", "support", "article", "expletive_passed_over")
    return word.text == "'s" or grammar.is_a(word.small, *classes)


def _links(word: Word, grammar: Grammar) -> bool:
    return word.text == "'s" or grammar.is_a(word.small, "copula", "modal", "expletive_linking")


def _describes(passed: Sequence[Word], following: Sequence[Word], grammar: Grammar) -> bool:
    """Whether an adjective says how the weather is, and not how a thing is: not "a hot potato"."""
    determined = any(grammar.is_a(word.small, "article") for word in passed)
    return not determined or not following or grammar.is_a(following[0].small, "expletive_noun")


def _timed(said: Word, following: Sequence[Word]) -> bool:
    """Whether a time is said: Monday, 3:30, five o'clock."""
    unit = bool(following) and following[0].small in _UNITS
    return said.role is Role.TIME or unit or kind_of_number(said.text) == "time of day"


def _extraposed(said: Word, following: Sequence[Word]) -> bool:
    """Whether "it" stands for what is said after it: "it is nice to meet you", "it seems that"."""
    if said.small == "that":
        return True
    joined = bool(following) and following[0].small in ("to", "that")
    return (
        joined and said.role is Role.CONTENT and not said.capital and not said.small.endswith(("ed", "ing"))
    )
