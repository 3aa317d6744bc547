"""What a phrase-based translator has learned, and the options it offers for a piece of a sentence."""

import math
from collections import Counter
from dataclasses import dataclass, field, replace

from pipeline.text.lemmas import base_form
from pipeline.text.phrases.alignment import NOTHING, Lexicon
from pipeline.text.phrases.extraction import LONGEST, Inside
from pipeline.text.phrases.lookalike import lookalike
from pipeline.text.phrases.ngrams import NgramModel

Glosses = tuple[str, ...]

FEATURES = (
    "forward",
    "backward",
    "words forward",
    "words backward",
    "phrases",
    "glosses",
    "left out",
    "guessed",
)
"""What an option is judged by; the language model comes on top."""

MOST_OPTIONS = 20
"""For one phrase, that are considered."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to sign a phrase: glosses, the values of `FEATURES`, links from words to glosses."""

    glosses: Glosses
    values: tuple[float, ...]
    links: Inside


@dataclass(frozen=True)
class PhraseModel:
    """Counts from a corpus, and weights for `FEATURES` and the language model (the last)."""

    language: str
    sign_language: str
    table: dict[str, dict[Glosses, tuple[int, Inside]]]  # words -> glosses -> count, links
    base_table: dict[str, dict[Glosses, tuple[int, Inside]]]  # the same for base forms of words
    forward: Lexicon  # base form -> gloss
    backward: Lexicon  # gloss -> base form
    seen: Counter[str]
    alone: Counter[str]
    ngrams: NgramModel
    weights: tuple[float, ...]
    target_counts: Counter[Glosses] = field(default_factory=Counter)
    _options: dict[tuple[str, ...], tuple[Option, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for translations in self.table.values():
            for glosses, (count, _) in translations.items():
                self.target_counts[glosses] += count

    def weighed(self, weights: tuple[float, ...]) -> "PhraseModel":
        """The same with other weights."""
        return replace(self, weights=weights, target_counts=Counter())

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every gloss of the corpus."""
        return self.ngrams.unigrams()

    def options(self, words: tuple[str, ...]) -> tuple[Option, ...]:
        """Ways to sign words that stand together, at most `LONGEST`; a single word always has one."""
        found = self._options.get(words)
        if found is None:
            found = self._options[words] = tuple(self._found(words))
        return found

    def _found(self, words: tuple[str, ...]) -> list[Option]:
        options: list[Option] = []
        if len(words) <= LONGEST:
            bases = tuple(base_form(word, self.language) for word in words)
            exact, base = self.table.get(" ".join(words), {}), self.base_table.get(" ".join(bases), {})
            total, base_total = _total(exact), _total(base)
            for glosses in exact.keys() | base.keys():
                count, links = exact.get(glosses, (0, ()))
                base_count, base_links = base.get(glosses, (0, ()))
                share = (count + base_count / (base_total + 0.5)) / (total + 1.0)
                back = max(count, 0.5) / (self.target_counts[glosses] + 1.0)
                options.append(self._option(bases, glosses, links or base_links, share, back))
            options.sort(key=lambda option: (-sum(option.values[:4]), option.glosses))
        options = options[:MOST_OPTIONS]
        if len(words) == 1:
            options.append(self._left_out(words[0]))
            if len(options) == 1:
                options += self._guessed(words[0])
        return options

    def _option(
        self, bases: tuple[str, ...], glosses: Glosses, links: Inside, share: float, back: float
    ) -> Option:
        forward = _explained(self.forward, bases, glosses, 1e-6)
        backward = _explained(self.backward, glosses, bases, 1e-4)
        values = (math.log(share), math.log(back), forward, backward, 1.0, float(len(glosses)), 0.0, 0.0)
        return Option(glosses, values, links)

    def _left_out(self, word: str) -> Option:
        share = (self.alone[word] + 0.1) / (self.seen[word] + 0.3) if word in self.seen else 0.5
        return Option((), (math.log(share), 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0), ())

    def _guessed(self, word: str) -> list[Option]:
        guess = lookalike(word, base_form(word, self.language), self.vocabulary)
        values = (0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0)
        return [Option((guess,), values, ((0, 0),))] if guess else []


def _total(translations: dict[Glosses, tuple[int, Inside]]) -> int:
    return sum(count for count, _ in translations.values())


def _explained(lexicon: Lexicon, sources: Glosses, targets: Glosses, least: float) -> float:
    """How probable all targets are by the best source of each, or by none: a logarithm."""
    return sum(
        math.log(
            max(
                0.3 * lexicon.probability(NOTHING, target),
                *[lexicon.probability(source, target) for source in sources],
                least,
            )
        )
        for target in targets
    )
