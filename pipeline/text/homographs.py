"""English words with two meanings, told apart by their neighbours: "turn left" and "she left".

A wrong sign misleads where a spelled word only takes longer, so that a meaning for which there is no
sign is spelled.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import lemma
from pipeline.text.words import Role, Word

_WAYS = frozenset(
    {"turn", "go", "keep", "look", "drive", "walk", "bear", "move", "step", "head", "run", "stay"}
)
_SIDES = frozenset(
    [
        "hand",
        "side",
        "arm",
        "foot",
        "leg",
        "eye",
        "ear",
        "shoulder",
        "knee",
        "lane",
        "turn",
        "door",
        "shoe",
        "corner",
        "wing",
    ]
)
_SEEMING = frozenset({"look", "sound", "smell", "taste", "feel", "seem", "act"})
_NOUNS = frozenset({"saw", "watch", "fly", "break", "fine", "cold"})
"""Words whose signs are those of a verb or an adjective, and which are something else as nouns."""


def meant(word: Word, before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> Word:
    """The word, or what it means between these neighbours where that is not what it usually means."""
    small = word.small
    if small in ("left", "right") and _directs(word, before, after, grammar):
        return _other(word, "a direction", f"{small}-direction", *(["left"] if small == "left" else ()))
    if small == "leaves" and not _acts(before, after, grammar):
        return _other(word, "of a plant", "leaf")
    if small == "like" and _compares(before, after, grammar):
        return _other(word, "compares")
    if (
        small == "cans"
        or (small == "can" and _determined(before, grammar))
        or _is_thing(small, before, after, grammar)
    ):
        return _other(word, "a noun")
    if small == "train" and before and grammar.is_a(before[-1].small, "subject", "modal"):
        return _other(word, "a verb")
    if small == "fall" and _in_season(before, grammar):
        return _other(word, "the season", "autumn")
    if (
        small == "close"
        and before
        and grammar.is_a(before[-1].small, "copula")
        and not _names(after, grammar)
    ):
        return _other(word, "not far", "near")
    return word


def _other(word: Word, why: str, *glosses: str) -> Word:
    named = tuple(gloss.upper() for gloss in glosses)
    return replace(word, role=Role.SPELLED, base=word.small, spelling=word.small, glosses=named, why=why)


def _directs(word: Word, before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "left" or "right" is a side: a way to go, a side of the body, "on the right"."""
    last = before[-1].small if before else ""
    if after and after[0].small in _SIDES:
        return True
    joined = [other.small for other in (*before[-2:], *after[:2])]
    if {"left", "right"} - {word.small} & set(joined) and {"or", "and"} & set(joined):
        return True
    if lemma(last, grammar.language) in _WAYS or last in ("to", "on"):
        return True
    if word.small == "left" and (not before or grammar.is_a(last, "copula")):
        return True
    preposition = len(before) > 1 and grammar.is_a(
        before[-2].small, "place_preposition", "passed_over_preposition"
    )
    return last in ("the", "my", "your", "his", "her", "our", "their") and (
        word.small == "left" or preposition
    )


def _acts(before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "leaves" is what somebody does: somebody is named before it, and nothing done after it."""
    if not before or _determined(before, grammar):
        return False
    if grammar.is_a(before[-1].small, "subject", "question", "adverb"):
        return True
    ends = not after or after[0].role is not Role.CONTENT or after[0].capital
    closed = ("preposition", "passed_over_preposition", "article", "possessive", "time", "time_preposition")
    subject = len(before) > 1 or before[-1].capital
    verb = any(grammar.is_a(word.small, "perfect", "support", "modal", "copula") for word in before)
    return subject and not verb and (ends or grammar.is_a(after[0].small, *closed))


def _compares(before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "like" says what something resembles: "looks like", "is like", "what is it like"."""
    if not before:
        return False
    last = before[-1]
    if lemma(last.small, grammar.language) in _SEEMING or grammar.is_a(last.small, "copula"):
        return True
    asked = any(grammar.is_a(word.small, "copula") or word.text == "'s" for word in before)
    return last.text == "'s" or (not after and asked and last.small != "to")


def _is_thing(small: str, before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a word is a noun: an article is before it, and nothing that it could describe after it."""
    return small in _NOUNS and _determined(before, grammar) and not _names(after, grammar)


def _determined(before: Sequence[Word], grammar: Grammar) -> bool:
    return bool(before) and grammar.is_a(before[-1].small, "article", "possessive")


def _names(after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a word of the open classes follows."""
    if not after or after[0].role is not Role.CONTENT:
        return False
    closed = (
        "preposition",
        "passed_over_preposition",
        "coordinator",
        "subordinator",
        "copula",
        "modal",
        "support",
    )
    return not grammar.is_a(after[0].small, *closed, "adverb", "perfect", "negation", "subject", "possessive")


def _in_season(before: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a preposition of time, or "last" and "next", is before a word."""
    said = [word for word in before if not grammar.is_a(word.small, "article")]
    return bool(said) and grammar.is_a(said[-1].small, "time_preposition", "time_choice")
