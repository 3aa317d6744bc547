"""Expressions of time, which are signed first."""

import re
from collections.abc import Sequence

from pipeline.text.grammar import Grammar
from pipeline.text.words import Role, Word, drop, tag

LONGEST = 5
"""Words before the unit: "in the last two or three weeks" is already too long."""

_CLOCK = re.compile(r"\d{1,2}:\d\d.*|.* Uhr")
_DATE = re.compile(r"\d+([./-])\d+\1\d+")
YEAR = re.compile(r"1[1-9]\d\d|20\d\d")
"""A number that is a year where a date is expected."""
_CLOCK_UNITS = frozenset({"o'clock", "am", "pm", "a.m.", "p.m.", "uhr"})
_UNSIGNED = frozenset({"in", "on", "of", "at", "by", "during", "am", "im", "um", "an"})


def mark_times(words: Sequence[Word], grammar: Grammar) -> list[Word]:
    """The words with those of time expressions tagged, their prepositions and articles dropped."""
    result: list[Word] = []
    while len(result) < len(words):
        position = len(result)
        length = _length(words, position, grammar, after_time=bool(result) and result[-1].role is Role.TIME)
        if not length:
            result.append(words[position])
        result.extend(_part(word, grammar) for word in words[position : position + length])
    return result


def _part(word: Word, grammar: Grammar) -> Word:
    """A word inside a time expression."""
    word = tag(word, Role.TIME)
    if grammar.is_a(word.small, "article"):
        return drop(word, "article")
    if word.small in _UNSIGNED and grammar.is_a(word.small, "time_preposition"):
        return drop(word, "preposition of time")
    return word


def _length(words: Sequence[Word], start: int, grammar: Grammar, after_time: bool) -> int:
    """How many words from `start` on are one time expression; 0 when none is."""
    position = start
    preposition = grammar.is_a(words[start].small, "time_preposition")
    position += preposition
    if clock := _told(words, position, grammar):
        return position + clock - start
    chosen = False  # last, next, every
    numbered = False
    while position < min(len(words), start + LONGEST) and _specifies(words[position], grammar):
        chosen |= grammar.is_a(words[position].small, "time_choice")
        numbered |= words[position].role is Role.NUMBER
        position += 1
    if position < len(words) and _names_time(words, position, grammar):
        return position + 1 - start + _day_number(words, position + 1)
    unit = position < len(words) and grammar.is_a(words[position].small, "time_unit")
    if unit:
        ago = position + 1 < len(words) and grammar.is_a(words[position + 1].small, "ago")
        clock = numbered and words[position].small in _CLOCK_UNITS
        bare = after_time and position == start
        return position + 1 + ago - start if preposition or chosen or ago or clock or bare else 0
    if position < len(words) and words[position].role is Role.NUMBER:
        position += 1
    counted = position < len(words) and words[position].capital  # "um 15 Grad"
    return (
        position - start
        if not counted and _numeric(words[start:position], words[start].small, grammar)
        else 0
    )


def _told(words: Sequence[Word], position: int, grammar: Grammar) -> int:
    """How many words from `position` on tell a time of day: half past three, Viertel nach acht, halb acht."""
    small = [word.small for word in words[position : position + 3]]
    fraction = bool(small) and grammar.is_a(small[0], "fraction_of_hour")
    if fraction and len(small) == 3 and grammar.is_a(small[1], "fraction_link"):
        return 3 if _names_hour(words[position + 2], grammar) else 0
    direct = fraction and len(small) > 1 and not grammar.classes["fraction_needs_link"]
    return 2 if direct and _names_hour(words[position + 1], grammar) else 0


def _names_hour(word: Word, grammar: Grammar) -> bool:
    numeral = word.role is Role.NUMBER and word.text.isdigit() and 1 <= int(word.text) <= 24
    return numeral or grammar.is_a(word.small, "hour")


def _specifies(word: Word, grammar: Grammar) -> bool:
    if word.role is Role.NUMBER:
        return not (_CLOCK.fullmatch(word.text) or _DATE.fullmatch(word.text))
    return grammar.is_a(word.small, "time_choice", "time_determiner")


def _names_time(words: Sequence[Word], position: int, grammar: Grammar) -> bool:
    """Whether the word is a day, a month or an adverb of time by itself."""
    word = words[position]
    greeted = position > 0 and grammar.is_a(words[position - 1].small, "greeting_adjective")
    if grammar.is_a(word.small, "time"):
        return not greeted
    if word.small not in grammar.numerals.months:
        return False
    if not grammar.is_a(word.small, "month_needing_capital"):
        return True
    return _day_number(words, position + 1) > 0 or (word.capital and position > 0)


def _day_number(words: Sequence[Word], position: int) -> int:
    """1 when a number follows the name of a month, 2 when a day and a year do."""
    numbers = [word.role is Role.NUMBER and word.text.isalnum() for word in words[position : position + 2]]
    year = len(numbers) == 2 and all(numbers) and bool(YEAR.fullmatch(words[position + 1].text))
    return 2 if year else int(bool(numbers) and numbers[0])


def _numeric(words: Sequence[Word], preposition: str, grammar: Grammar) -> bool:
    """Whether numbers alone tell a time: 10:30, a date, "in 2024", "at 5", "at six"."""
    if words and preposition in ("at", "um") and grammar.is_a(words[-1].small, "hour"):
        return True
    if not words or words[-1].role is not Role.NUMBER:
        return False
    text = words[-1].text
    if _CLOCK.fullmatch(text) or _DATE.fullmatch(text):
        return True
    if preposition in ("in", "im", "since", "seit", "until", "bis", "by", "ab") and YEAR.fullmatch(text):
        return True
    return preposition in ("at", "um") and text.isdigit() and int(text) <= 24
