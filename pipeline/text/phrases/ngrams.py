"""How likely a gloss is after the glosses before it: interpolated Kneser-Ney (Chen and Goodman 1998)."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

BEGIN, END = "<s>", "</s>"
History = tuple[str, ...]


class NgramModel:
    """Kneser-Ney probabilities with one discount, made from the counts of the longest n-grams."""

    def __init__(self, counts: dict[History, int], order: int = 3, discount: float = 0.75) -> None:
        self.order, self.discount, self.counts = order, discount, counts
        self._levels: list[dict[History, tuple[dict[str, int], int]]] = []
        self._remembered: dict[tuple[History, str], float] = {}
        current: Counter[History] = Counter(counts)
        for size in range(order, 0, -1):
            followers: defaultdict[History, dict[str, int]] = defaultdict(dict)
            for ngram, count in current.items():
                followers[ngram[:-1]][ngram[-1]] = count
            self._levels.append({past: (next_, sum(next_.values())) for past, next_ in followers.items()})
            if size > 1:
                current = Counter(ngram[1:] for ngram in current)
        self._levels.reverse()
        words = self._levels[0][()][0] if self._levels[0] else {}
        self._unigrams = frozenset(words) - {BEGIN, END}
        self._size = len(self._levels[0][()][0]) + 1 if self._levels[0] else 1

    def log_probability(self, history: History, word: str) -> float:
        """Natural logarithm of the probability of `word` after `history`, its last `order - 1` glosses."""
        key = (history, word)
        found = self._remembered.get(key)
        if found is None:
            found = self._remembered[key] = math.log(self._probability(history, word))
        return found

    def _probability(self, history: History, word: str) -> float:
        probability = 1.0 / self._size
        for size in range(min(len(history), self.order - 1) + 1):
            level = self._levels[size].get(history[len(history) - size :])
            if level is None:
                break
            followers, total = level
            kept = max(followers.get(word, 0) - self.discount, 0.0)
            probability = (kept + self.discount * len(followers) * probability) / total
        return probability

    def unigrams(self) -> frozenset[str]:
        """Every word a sentence of the corpus has, without the marks of its ends."""
        return self._unigrams

    def sentence(self, words: Sequence[str]) -> float:
        """Natural logarithm of the probability of a whole sentence."""
        padded = (*[BEGIN] * (self.order - 1), *words, END)
        return sum(
            self.log_probability(padded[index - self.order + 1 : index], padded[index])
            for index in range(self.order - 1, len(padded))
        )


def ngram_model(sentences: Iterable[Sequence[str]], order: int = 3) -> NgramModel:
    """The model of some sentences."""
    counts = Counter[History]()
    for words in sentences:
        padded = (*[BEGIN] * (order - 1), *words, END)
        counts.update(tuple(padded[index - order + 1 : index + 1]) for index in range(order - 1, len(padded)))
    return NgramModel(counts, order)
