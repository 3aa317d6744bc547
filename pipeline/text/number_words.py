"""Whole numbers as words; every word that may have a sign of its own stands alone."""

LARGEST = 10**12 - 1
"""The largest number with a name here; longer ones are read digit by digit."""

_EN_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_DE_SMALL = (
    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_DE_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_DE_ORDINALS = {"eins": "erste", "drei": "dritte", "sieben": "siebte", "acht": "achte"}
_ZH_DIGITS = "零一二三四五六七八九"
_ZH_PLACES = ("", "十", "百", "千")
_ZH_LARGE = ("", "万", "亿")
_DE_LARGE = ((10**9, "milliarde", "milliarden"), (10**6, "million", "millionen"))


def number_words(number: int, language: str) -> list[str]:
    """The words of a number from 0 to `LARGEST`: 125 is one, hundred, twenty-five."""
    if language == "zh":
        return _chinese(number)
    return _german(number) if language == "de" else _english(number)


def ordinal_words(number: int, language: str) -> list[str]:
    """The words of a place in an order: 21 is twenty-first, einundzwanzigste."""
    *first, last = number_words(number, language)
    if language == "zh":
        return ["第", *first, last]
    if language == "de":
        stem = _DE_ORDINALS.get(last) or last + ("te" if number % 100 < 20 and number % 100 else "ste")
        return [*first, stem]
    tens, hyphen, unit = last.rpartition("-")
    ordinal = _EN_ORDINALS.get(unit) or (unit[:-1] + "ieth" if unit.endswith("y") else unit + "th")
    return [*first, tens + hyphen + ordinal]


def _english(number: int) -> list[str]:
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            return [*_english(count), name, *(_english(rest) if rest else [])]
    if number < 20:
        return [_EN_SMALL[number]]
    tens, units = divmod(number, 10)
    return [_EN_TENS[tens - 2] + (f"-{_EN_SMALL[units]}" if units else "")]


def _german(number: int) -> list[str]:
    for size, one, many in _DE_LARGE:
        if number >= size:
            count, rest = divmod(number, size)
            head = ["eine", one] if count == 1 else [*_german(count), many]
            return [*head, *(_german(rest) if rest else [])]
    for size, name in ((1000, "tausend"), (100, "hundert")):
        if number >= size:
            count, rest = divmod(number, size)
            head = [name] if count == 1 else [*_german(count), name]
            return [*head, *(_german(rest) if rest else [])]
    if number < 20:
        return [_DE_SMALL[number]]
    tens, units = divmod(number, 10)
    unit = "ein" if units == 1 else _DE_SMALL[units]
    return [(f"{unit}und" if units else "") + _DE_TENS[tens - 2]]


def _chinese(number: int) -> list[str]:
    """Digits and their places: 205 is 二, 百, 零, 五; a ten at the start has no one before it."""
    words: list[str] = []
    for place in range(len(str(number)) - 1, -1, -1):
        digit, group = number // 10**place % 10, place // 4
        if digit:
            words += [_ZH_DIGITS[digit], _ZH_PLACES[place % 4]]
        elif words and words[-1] != "零":
            words.append("零")
        if place % 4 == 0 and group:
            in_group = number // 10**place % 10**4
            words = [
                *(words[:-1] if words[-1:] == ["零"] else words),
                *([_ZH_LARGE[group]] if in_group else []),
            ]
    named = [word for word in words if word]
    if len(named) > 1 and named[-1] == "零":
        named = named[:-1]
    return (named[1:] if named[:2] == ["一", "十"] else named) or ["零"]
