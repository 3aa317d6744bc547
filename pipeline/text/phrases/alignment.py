"""Which word each gloss comes from, learned from sentence pairs alone.

IBM model 1 (Brown et al. 1993) with a preference for the diagonal (as Dyer et al. 2013), in both
directions, joined by grow-diag-final-and (Koehn et al. 2003).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Sentence = Sequence[str]
Links = frozenset[tuple[int, int]]
"""Pairs of a source and a target position."""

NOTHING = ""
"""The source word of what comes from no word."""

_DIAGONAL = 4.0
_FROM_NOTHING = 0.08
_SMALLEST = 1e-4
"""Probabilities below it are not kept."""


@dataclass(frozen=True)
class Lexicon:
    """Translation probabilities of single words: `table[source][target]`; a source may be NOTHING."""

    table: dict[str, dict[str, float]]

    def probability(self, source: str, target: str) -> float:
        """Of `target` for `source`, never 0."""
        return self.table.get(source, {}).get(target, 1e-7)


@dataclass(frozen=True)
class _Cells:
    """Every pair of a source and a target position of a corpus, flat: what EM sums over."""

    pairs: Array  # (C,) source id * targets + target id
    diagonal: Array  # (C,) distance from the diagonal, -1 where the source is NOTHING
    group: Array  # (C,) number of the target position, over the corpus
    sizes: list[tuple[int, int]]  # source positions with NOTHING, target positions of each sentence


def align(
    sources: Sequence[Sentence], targets: Sequence[Sentence], rounds: int = 5
) -> tuple[Lexicon, list[list[int]]]:
    """Word translation probabilities, and for each target position its source position or -1.

    The first rounds of EM are model 1, as many follow with the preference for the diagonal.
    """
    source_ids = {word: number for number, word in enumerate(dict.fromkeys([NOTHING, *_words(sources)]))}
    target_ids = {word: number for number, word in enumerate(dict.fromkeys(_words(targets)))}
    cells = _cells(sources, targets, source_ids, target_ids)
    pairs, inverse = np.unique(cells.pairs, return_inverse=True)
    owner = pairs // max(len(target_ids), 1)
    table, posterior = np.ones(len(pairs)), np.ones(len(inverse))
    prior = np.where(cells.diagonal < 0, _FROM_NOTHING, np.exp(-_DIAGONAL * cells.diagonal))
    for number in range(2 * rounds):
        posterior = table[inverse] * (prior if number >= rounds else 1.0)
        posterior = posterior / np.bincount(cells.group, posterior)[cells.group]
        counts = np.bincount(inverse, posterior, len(pairs)) + (0.01 if number >= rounds else 0.0)
        table = counts / np.bincount(owner, counts, len(source_ids))[owner]
    return _lexicon(pairs, table, list(source_ids), list(target_ids)), _best(posterior, cells.sizes)


def _words(sentences: Sequence[Sentence]) -> list[str]:
    return [word for sentence in sentences for word in sentence]


def _cells(
    sources: Sequence[Sentence],
    targets: Sequence[Sentence],
    source_ids: dict[str, int],
    target_ids: dict[str, int],
) -> _Cells:
    pairs, diagonal, group, sizes, groups = [], [], [], [], 0
    for source, target in zip(sources, targets, strict=True):
        f = np.array([0, *[source_ids[word] for word in source]])
        e = np.array([target_ids[word] for word in target], dtype=np.int64)
        n, m = len(f), len(e)
        pairs.append((f[None] * len(target_ids) + e[:, None]).ravel())
        slant = np.abs((np.arange(n) - 0.5) / max(n - 1, 1) - (np.arange(m)[:, None] + 0.5) / max(m, 1))
        slant[:, 0] = -1
        diagonal.append(slant.ravel())
        group.append(np.repeat(np.arange(groups, groups + m), n))
        groups += m
        sizes.append((n, m))
    return _Cells(np.concatenate(pairs), np.concatenate(diagonal), np.concatenate(group), sizes)


def _lexicon(pairs: Array, table: Array, sources: list[str], targets: list[str]) -> Lexicon:
    lexicon: dict[str, dict[str, float]] = {}
    for pair, probability in zip(pairs.tolist(), table.tolist(), strict=True):
        if probability >= _SMALLEST:
            source, target = divmod(pair, len(targets))
            lexicon.setdefault(sources[source], {})[targets[target]] = round(probability, 6)
    return Lexicon(lexicon)


def _best(posterior: Array, sizes: list[tuple[int, int]]) -> list[list[int]]:
    best, start = [], 0
    for n, m in sizes:
        best.append((posterior[start : start + n * m].reshape(m, n).argmax(1) - 1).tolist())
        start += n * m
    return best


def joined(forward: Sequence[int], backward: Sequence[int]) -> Links:
    """Links of one sentence by grow-diag-final-and.

    `forward` holds the source position of each target position, `backward` the reverse; -1 is none.
    """
    first = {(source, target) for target, source in enumerate(forward) if source >= 0}
    second = {(source, target) for source, target in enumerate(backward) if target >= 0}
    links, union = first & second, first | second
    grown = True
    while grown:
        near = {
            (source + across, target + along)
            for source, target in links
            for across in (-1, 0, 1)
            for along in (-1, 0, 1)
        }
        new = {link for link in sorted(near & union - links) if _has_free_end(link, links)}
        grown = bool(new)
        links |= new
    for link in sorted(union - links):
        if all(link[0] != source for source, _ in links) and all(link[1] != target for _, target in links):
            links.add(link)
    return frozenset(links)


def _has_free_end(link: tuple[int, int], links: set[tuple[int, int]]) -> bool:
    return all(link[0] != source for source, _ in links) or all(link[1] != target for _, target in links)
