"""The best ways to sign a sentence: phrase by phrase in the order of the words, and the best of all.

Every state keeps all its ways in, so that the n best translations come out of one search (Huang and
Chiang 2005). Reordering never helped on the corpora at hand; what moves, moves inside of phrases.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.text.phrases.extraction import LONGEST
from pipeline.text.phrases.model import Option, PhraseModel
from pipeline.text.phrases.ngrams import BEGIN, END, History

BEAM = 24
"""States kept at each word."""

PRUNED = 8
"""Options kept for each piece of the sentence."""

_MOST_WAYS = 20
"""Ways looked at for each answer asked for, because several may have the same glosses."""


@dataclass(slots=True)
class _State:
    """Covers the words before a place, with the last glosses said; `score` is of its best way."""

    history: History
    score: float
    ways: list[tuple[float, "_State", Option, int]]  # score through it, state before, option, place before
    sorted: bool = False


@dataclass(frozen=True, slots=True)
class Derivation:
    """One way to translate: a score, and the options with the places where their words begin."""

    score: float
    options: tuple[tuple[int, Option], ...]

    @property
    def glosses(self) -> tuple[str, ...]:
        """All glosses in order."""
        return tuple(gloss for _, option in self.options for gloss in option.glosses)


def decode(
    model: PhraseModel, words: tuple[str, ...], n: int = 1, allowed: frozenset[str] | None = None
) -> list[Derivation]:
    """The best `n` derivations with different glosses, the best first; at least one."""
    places = _search(model, words, allowed)
    final = _State((), float("-inf"), [])
    for state in places[-1]:
        score = state.score + model.weights[-1] * model.ngrams.log_probability(state.history, END)
        final.ways.append((score, state, _NOTHING, len(words)))
    final.score = max(way[0] for way in final.ways)
    best: dict[tuple[str, ...], Derivation] = {}
    for looked, derivation in enumerate(_ways(final)):
        best.setdefault(derivation.glosses, derivation)
        if len(best) == n or looked > _MOST_WAYS * n:
            break
    return list(best.values())


_NOTHING = Option((), (), ())


def _search(model: PhraseModel, words: tuple[str, ...], allowed: frozenset[str] | None) -> list[list[_State]]:
    weights, order = model.weights[:-1], model.ngrams.order
    arriving: list[dict[History, _State]] = [{} for _ in range(len(words) + 1)]
    begin = (BEGIN,) * (order - 1)
    arriving[0][begin] = _State(begin, 0.0, [])
    places: list[list[_State]] = []
    for place, states in enumerate(arriving):
        kept = heapq.nlargest(BEAM, states.values(), key=lambda state: state.score)
        places.append(kept)
        for end in range(place + 1, min(place + LONGEST, len(words)) + 1):
            ranked = _ranked(model.options(words[place:end]), weights, allowed)
            for state in kept:
                _extend(model, state, ranked, place, arriving[end])
    return places


def _ranked(
    options: tuple[Option, ...], weights: tuple[float, ...], allowed: frozenset[str] | None
) -> list[tuple[float, Option]]:
    scored = [
        (sum(weight * value for weight, value in zip(weights, option.values, strict=True)), option)
        for option in options
        if allowed is None or allowed.issuperset(option.glosses)
    ]
    return heapq.nlargest(PRUNED, scored, key=lambda pair: pair[0])


def _extend(
    model: PhraseModel,
    state: _State,
    ranked: list[tuple[float, Option]],
    place: int,
    arriving: dict[History, _State],
) -> None:
    weight, log_probability, back = model.weights[-1], model.ngrams.log_probability, model.ngrams.order - 1
    for option_score, option in ranked:
        score, history = state.score + option_score, state.history
        for gloss in option.glosses:
            score += weight * log_probability(history, gloss)
            history = (*history, gloss)[-back:]
        there = arriving.get(history)
        if there is None:
            arriving[history] = _State(history, score, [(score, state, option, place)])
        else:
            there.ways.append((score, state, option, place))
            there.score = max(there.score, score)


def _ways(final: _State) -> Iterator[Derivation]:
    """Derivations from the best down: the score of a state is exactly what its best way still adds."""
    count = 0
    heap: list[tuple[float, int, _State, int, float, tuple[tuple[int, Option], ...]]] = []

    def push(state: _State, rank: int, after: float, options: tuple[tuple[int, Option], ...]) -> None:
        nonlocal count
        count += 1
        heapq.heappush(heap, (-(state.ways[rank][0] + after), count, state, rank, after, options))

    final.ways.sort(key=_score, reverse=True)
    push(final, 0, 0.0, ())
    while heap:
        total, _, state, rank, after, options = heapq.heappop(heap)
        if rank + 1 < len(state.ways):
            push(state, rank + 1, after, options)
        score, before, option, place = state.ways[rank]
        chosen = options if option is _NOTHING else ((place, option), *options)
        if not before.ways:
            yield Derivation(-total, chosen)
            continue
        if not before.sorted:
            before.ways.sort(key=_score, reverse=True)
            before.sorted = True
        push(before, 0, after + score - before.score, chosen)


def _score(way: tuple[float, _State, Option, int]) -> float:
    return way[0]
