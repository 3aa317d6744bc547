"""How much of a translation a dictionary can sign, and what keeping to it costs a model."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.console import Json
from pipeline.text.gloss import GlossSequence, Origin

MOST = 20
"""Glosses without a sign that a report names, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of glosses by the way their signs were found, and of those that have no sign of their own."""

    texts: int
    glosses: int
    origins: dict[Origin, int]
    unsigned: tuple[tuple[str, int], ...]  # fingerspelled or missing, with how often, most frequent first
    dropped: int  # words that are not signed

    @property
    def signed(self) -> float:
        """The share of glosses with a sign of their own, 0 to 1; 1 without any gloss."""
        own = sum(self.origins[origin] for origin in (Origin.DICTIONARY, Origin.SYNONYM, Origin.LEMMA))
        return own / self.glosses if self.glosses else 1.0

    @property
    def facts(self) -> dict[str, Json]:
        """The report for programs."""
        return {
            "texts": self.texts,
            "glosses": self.glosses,
            "signed": round(self.signed, 4),
            "origins": {origin.value: count for origin, count in self.origins.items()},
            "dropped_words": self.dropped,
            "without_sign": [[name, count] for name, count in self.unsigned],
        }

    def __str__(self) -> str:
        parts = ", ".join(f"{origin.value} {count}" for origin, count in self.origins.items() if count)
        lines = [
            f"{self.glosses} glosses of {self.texts} sentences: {self.signed:.1%} have a sign ({parts})."
        ]
        if self.unsigned:
            named = ", ".join(f"{name} {count}" for name, count in self.unsigned[:MOST])
            lines.append(f"Without a sign, most frequent first: {named}.")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Cost:
    """What keeping to the dictionary costs a model: logarithms of probabilities, one a sentence."""

    free: tuple[float, ...]
    constrained: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Mean loss in log-probability a sentence."""
        lost = [free - kept for free, kept in zip(self.free, self.constrained, strict=True)]
        return sum(lost) / len(lost) if lost else 0.0

    @property
    def changed(self) -> int:
        """Sentences that the constraint changed."""
        pairs = zip(self.free, self.constrained, strict=True)
        return sum(abs(free - kept) > 1e-9 for free, kept in pairs)

    def __str__(self) -> str:
        return (
            f"Keeping to the dictionary changed {self.changed} of {len(self.free)} sentences and cost "
            f"{self.mean:.2f} in log-probability a sentence."
        )


def coverage(sequences: Iterable[GlossSequence]) -> Coverage:
    """How much of the translations of several texts can be signed."""
    texts, dropped = 0, 0
    origins: Counter[Origin] = Counter()
    unsigned: Counter[str] = Counter()
    for sequence in sequences:
        texts += 1
        dropped += len(sequence.dropped)
        origins.update(gloss.origin for gloss in sequence.glosses)
        unsigned.update(
            gloss.name for gloss in sequence.glosses if gloss.origin in (Origin.SPELLED, Origin.MISSING)
        )
    counts = {origin: origins[origin] for origin in Origin}
    ranked: Sequence[tuple[str, int]] = sorted(unsigned.items(), key=lambda one: (-one[1], one[0]))
    return Coverage(texts, sum(counts.values()), counts, tuple(ranked), dropped)
