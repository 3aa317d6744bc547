"""Numbers, dates, times and amounts of money as the pieces they are read in."""

import re

from pipeline.text.grammar import Grammar
from pipeline.text.number_words import LARGEST, ordinal_words

Pieces = tuple[str, ...]
"""Digits to be read as one number, or words in lower case."""

_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASH_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})")
_DOT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_COLON_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|\.)")

_KINDS = (
    ("date", re.compile(rf"{_ISO_DATE.pattern}|{_SLASH_DATE.pattern}|{_DOT_DATE.pattern}")),
    ("time of day", re.compile(rf"{_COLON_TIME.pattern}|.* Uhr")),
    ("ordinal number", _ORDINAL),
    ("amount of money", re.compile(r".* [$€£]|[$€£] .*")),
    ("address", re.compile(r".*[^\W\d_]{2}.*[.@].*|.*@.*")),
)


def read(text: str, grammar: Grammar) -> Pieces:
    """The pieces of a number as it is written in a text of the grammar's language.

    Dates are read day and month by name, times in hours and minutes; English years in pairs of
    digits. What looks like no number of the language is read group of digits by group of digits.
    """
    if ordinal := _ORDINAL.fullmatch(text):
        number = ordinal[1]
        return tuple(ordinal_words(int(number), grammar.language)) if _nameable(number) else tuple(number)
    return _date(text, grammar) or _time(text, grammar) or _amount(text, grammar) or _groups(text)


def kind_of_number(text: str) -> str:
    """What a number is, as people call it: date, time of day, ordinal number, amount of money, address."""
    for kind, pattern in _KINDS:
        if pattern.fullmatch(text):
            return kind
    return "number"


def money(text: str, currency: str, grammar: Grammar) -> Pieces:
    """The pieces of an amount of money: $5.50 is 5, dollar, 50, cent."""
    large, small = grammar.currencies[currency]
    whole, separator, decimals = text.rpartition(grammar.numerals.decimal)
    if separator and re.fullmatch(r"\d\d", decimals) and _amount(whole, grammar):
        cents = (decimals.lstrip("0"), small) if decimals.strip("0") else ()
        return (*_amount(whole, grammar), large, *cents)
    return (*read(text, grammar), large)


def clock(text: str, grammar: Grammar) -> Pieces:
    """The pieces of a time of day that "Uhr" follows: 14.30 and 14:30 are 14, Uhr, 30; 9 is 9, Uhr."""
    return _time(text.replace(".", ":"), grammar) or (*read(text, grammar), grammar.numerals.hour)


def _date(text: str, grammar: Grammar) -> Pieces:
    german = grammar.language == "de"
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DOT_DATE.fullmatch(text):
        day, month, year = match.groups()
    elif match := _SLASH_DATE.fullmatch(text):
        first, second, year = match.groups()
        day, month = (first, second) if german or int(first) > 12 else (second, first)
    else:
        return ()
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return ()
    name, number = grammar.numerals.months[int(month) - 1], str(int(day))
    return (*((number, name) if german else (name, number)), *_integer(year, grammar))


def _time(text: str, grammar: Grammar) -> Pieces:
    match = _COLON_TIME.fullmatch(text)
    if not match or int(match[1]) > 24 or int(match[2]) > 59:
        return ()
    minutes = [str(int(group)) for group in match.groups()[1:] if group and int(group)]
    hour = (grammar.numerals.hour,) if grammar.numerals.hour else ()
    return (str(int(match[1])), *hour, *minutes)


def _amount(text: str, grammar: Grammar) -> Pieces:
    """A whole or decimal number with or without separators of thousands."""
    numerals = grammar.numerals
    mark, point = re.escape(numerals.thousands), re.escape(numerals.decimal)
    match = re.fullmatch(rf"(\d{{1,3}}(?:{mark}\d{{3}})+|\d+)(?:{point}(\d+))?", text)
    if not match:
        return ()
    grouped = numerals.thousands in match[1]
    whole = match[1].replace(numerals.thousands, "")
    pieces = (whole,) if grouped and _nameable(whole) else _integer(whole, grammar)
    return (*pieces, numerals.point, *match[2]) if match[2] else pieces


def _integer(digits: str, grammar: Grammar) -> Pieces:
    """A whole number without separators; leading zeros and great length are read digit by digit."""
    if not _nameable(digits):
        return tuple(digits)
    if len(digits) == 4 and 1100 <= int(digits) <= 2099:
        return _year(digits, grammar)
    return (digits,)


def _year(digits: str, grammar: Grammar) -> Pieces:
    if grammar.language == "zh":
        return tuple(digits)
    century, rest = digits[:2], digits[2:]
    english = grammar.language == "en"
    if century == "20":
        return (century, rest) if english and int(rest) >= 10 else (digits,)
    if rest == "00" or not english:
        hundred = "hundred" if english else "hundert"
        return (century, hundred) if rest == "00" else (century, hundred, str(int(rest)))
    return (century, *rest) if rest[0] == "0" else (century, rest)


def _groups(text: str) -> Pieces:
    """A number with unknown separators, such as of a telephone; long groups digit by digit."""
    groups = re.findall(r"\d+", text)
    together = (len(group) < 3 and _nameable(group) for group in groups)
    return tuple(
        piece
        for group, whole in zip(groups, together, strict=True)
        for piece in ((group,) if whole else group)
    )


def _nameable(digits: str) -> bool:
    return len(digits) <= len(str(LARGEST)) and (digits[0] != "0" or digits == "0")
