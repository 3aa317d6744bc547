"""How often the glosses of the rules are right, grade by grade, and how close whole sentences come.

Run by hand: `python -m tests.bench.bench_rules SENTENCES GLOSSES --language de` with two line-aligned
files, such as those of a corpus's development set. The dictionary is the set of all glosses of the file.
A gloss is right when it is part of the longest common subsequence with the reference.
"""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from pipeline.signs.matching import key
from pipeline.text.confidence import in_words
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.text.translate import translate

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzäöüß")


@dataclass
class Counts:
    """Glosses and right ones by grade and by reason."""

    all: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    expected: int = 0

    def add(self, name: str, right: bool) -> None:
        self.all[name] += 1
        self.right[name] += right


def counted(sentences: list[str], references: list[list[str]], language: str) -> Counts:
    """The rules' glosses against the references; a wrong one still counts in its grade."""
    known = LETTERS | {gloss.casefold() for reference in references for gloss in reference}
    counts = Counts()
    for sentence, reference in zip(sentences, references, strict=True):
        glosses = translate(sentence, language, dict(LANGUAGE_PAIRS)[language], known).glosses
        parts = [(gloss, part) for gloss in glosses for part in gloss.name.split("+")]
        ours, theirs = [key(part) for _, part in parts], [key(gloss) for gloss in reference]
        blocks = SequenceMatcher(None, ours, theirs, False).get_matching_blocks()
        right = {block.a + step for block in blocks for step in range(block.size)}
        counts.expected += len(theirs)
        for place, (gloss, _) in enumerate(parts):
            for name in ("all", in_words(gloss.evidence.confidence), f"  {gloss.evidence.reason}"):
                counts.add(name, place in right)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("glosses", type=Path)
    parser.add_argument("--language", default="de")
    given = parser.parse_args()
    sentences = given.sentences.read_text(encoding="utf-8").splitlines()
    references = [line.split() for line in given.glosses.read_text(encoding="utf-8").splitlines()]
    counts = counted(sentences, references, given.language)
    print(f"{len(sentences)} sentences, {counts.expected} glosses expected")
    print(f"recall {counts.right['all'] / counts.expected:.3f}")
    for name, count in sorted(counts.all.items(), key=lambda one: (one[0].startswith(" "), -one[1])):
        if count >= 20:
            print(f"{name:45} {count:6} glosses, right {counts.right[name] / count:.2f}")


if __name__ == "__main__":
    main()
