"""How much of the first sentences somebody would try is signed rather than spelled.

Run by hand: `python -m tests.bench.bench_first_sentences [DICTIONARY]`.

The sentences in `first_sentences` were written down before the lexicon was: they are never changed.
A gloss counts as spelled when it is spelled letter by letter or missing, names too. Words that the sign
language does not sign, such as articles, have no gloss and do not count.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.text.gloss import GlossSequence, Origin
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.text.translate import translate

SENTENCES = Path(__file__).parent / "first_sentences"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Glosses of the sentences of one language."""

    signed: int
    spelled: Counter[str]  # names of the glosses that are spelled or missing
    whole: int  # sentences in which nothing is spelled
    sentences: tuple[GlossSequence, ...]

    @property
    def share(self) -> float:
        """The part of the glosses that is signed, 0 to 1."""
        return self.signed / (self.signed + self.spelled.total())


def first_sentences(language: str) -> tuple[str, ...]:
    """The 50 sentences in a text language."""
    return tuple((SENTENCES / f"{language}.txt").read_text(encoding="utf-8").splitlines())


def is_signed(origin: Origin) -> bool:
    """Whether a gloss found that way is a sign and not letters."""
    return origin not in (Origin.SPELLED, Origin.MISSING)


def measure(language: str, sign_language: str, known: frozenset[str]) -> Coverage:
    """How the sentences come out with the glosses of a dictionary."""
    found = tuple(translate(text, language, sign_language, known) for text in first_sentences(language))
    glosses = [gloss for sentence in found for gloss in sentence.glosses]
    return Coverage(
        signed=sum(is_signed(gloss.origin) for gloss in glosses),
        spelled=Counter(gloss.name for gloss in glosses if not is_signed(gloss.origin)),
        whole=sum(all(is_signed(gloss.origin) for gloss in sentence.glosses) for sentence in found),
        sentences=found,
    )


def main(dictionary: Path) -> None:
    """Print every sentence with its glosses, spelled ones in brackets, and the figures."""
    with SignStore(dictionary) as store:
        for language, sign_language in LANGUAGE_PAIRS:
            if not (SENTENCES / f"{language}.txt").exists():
                continue
            coverage = measure(language, sign_language, store.glosses(sign_language))
            for sentence in coverage.sentences:
                names = [
                    gloss.name if is_signed(gloss.origin) else f"[{gloss.name}]" for gloss in sentence.glosses
                ]
                print(f"{sentence.text:55} {' '.join(names)}")
            print(
                f"\n{language} to {sign_language}: {100 * coverage.share:.1f} % of the glosses are signed, "
            )
            print(f"{coverage.whole} of {len(coverage.sentences)} sentences have nothing spelled.")
            print("Spelled: " + ", ".join(f"{name} {count}" for name, count in coverage.spelled.items()))
            print()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else STARTER)
