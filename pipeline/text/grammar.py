"""What the rules know of a language pair: word classes, synonyms, symbols; read from `resources/text`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.resources import RESOURCES

DATA = RESOURCES / "text"


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes and reads numbers."""

    decimal: str
    thousands: str
    point: str  # read between the whole and the decimals
    hour: str  # read between hours and minutes, may be empty
    minus: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Word lists of one language pair; all words in lower case."""

    language: str
    umlauts_spelled_out: bool  # Ü without a sign of its own is U-E, not U
    ordinal_dot: bool
    classes: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, tuple[str, ...]]
    own: Mapping[str, tuple[str, ...]]  # of a subject the pronouns that point back at it
    contractions: Mapping[str, tuple[tuple[int, str], ...]]
    contraction_endings: Mapping[str, str]
    contraction_stems: Mapping[str, str]
    phrases: Mapping[str, str]
    abbreviations: Mapping[str, str]
    symbols: Mapping[str, str]
    currencies: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]
    numerals: Numerals

    def is_a(self, word: str, *names: str) -> bool:
        """Whether a lower-case word belongs to one of the word classes."""
        return any(word in self.classes[name] for name in names)


@lru_cache(maxsize=8)
def grammar(language: str, sign_language: str) -> Grammar:
    """The word lists of a language pair that has some."""
    with (DATA / f"{language}-{sign_language}.toml").open("rb") as file:
        data = tomllib.load(file)
    numerals = data["numerals"] | {"months": tuple(data["numerals"]["months"])}
    return Grammar(
        language=language,
        umlauts_spelled_out=data["umlauts_spelled_out"],
        ordinal_dot=data["ordinal_dot"],
        classes={name: frozenset(words) for name, words in data["classes"].items()},
        pronouns=_tuples(data["pronouns"]),
        own=_tuples(data["own"]),
        contractions={
            word: tuple((length, part) for length, part in parts)
            for word, parts in data["contractions"].items()
        },
        contraction_endings=data["contraction_endings"],
        contraction_stems=data["contraction_stems"],
        phrases=data["phrases"],
        abbreviations=data["abbreviations"],
        symbols=data["symbols"],
        currencies=_tuples(data["currencies"]),
        lemmas=data["lemmas"],
        synonyms=_synonyms(data["synonyms"]["groups"]),
        numerals=Numerals(**numerals),
    )


def _tuples(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(values) for word, values in lists.items()}


def _synonyms(groups: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """For every word the other words of its groups, in the order they are written."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for word in group:
            found[word] = (*found.get(word, ()), *(other for other in group if other != word))
    return found
