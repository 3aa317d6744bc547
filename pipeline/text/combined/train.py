"""Phrases and networks trained on the same parts of a corpus, and weighed on the parts left out."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pipeline.progress import Progress, silent
from pipeline.text.combined.translator import LISTED, CombinedTranslator, judged
from pipeline.text.neural.codes import codes_of
from pipeline.text.neural.ensemble import Ensemble
from pipeline.text.neural.lesson import Lesson
from pipeline.text.neural.recipe import RECIPE, SIZE, Recipe, Size
from pipeline.text.neural.workers import train_networks
from pipeline.text.phrases.decoder import decode
from pipeline.text.phrases.model import Glosses
from pipeline.text.phrases.train import Jackknife, Words, candidates, jackknife, parts_of, usual, whole
from pipeline.text.phrases.translator import Ranking
from pipeline.text.ranking.tuning import tuned

NETWORKS, WEIGHED = 3, 1500
"""Networks, each without another part of the corpus, and sentences of those parts that are used to weigh."""

SHARPNESS, BESIDE, DECAY = 0.5, 0.5, 1e-4
"""Of the ranking and the tuning: chosen by the score on left-out parts of Phoenix-2014T's training part."""

START = 0.3
"""Weight of the networks before it is tuned."""


def train(
    sources: Sequence[Words],
    targets: Sequence[Glosses],
    languages: tuple[str, str],
    state: Path,
    progress: Progress = silent,
    seed: int = 1,
) -> CombinedTranslator:
    """The combination of a phrase model with networks; see `combined`.

    `state` is a folder that lets the training go on after a kill. Deterministic for a seed. Raises
    BadInput and Cancelled.
    """
    lessons = lessons_of(sources, targets, languages[0], seed)
    networks = Ensemble(lessons[0].codes, tuple(train_networks(lessons, state, progress)))
    left_out = jackknife(sources, targets, *languages, progress, seed)
    return combined(sources, targets, left_out, networks, progress, seed)


def lessons_of(
    sources: Sequence[Words],
    targets: Sequence[Glosses],
    language: str,
    seed: int,
    size: Size = SIZE,
    recipe: Recipe = RECIPE,
) -> list[Lesson]:
    """What each network learns: everything but its part."""
    codes, part = codes_of(sources, targets, language), parts_of(len(sources), seed)
    lessons = []
    for number in range(NETWORKS):
        kept = [index for index, one in enumerate(part) if one != number]
        known = [sources[index] for index in kept], [targets[index] for index in kept]
        lessons.append(Lesson(*known, codes, size, recipe, seed + number))
    return lessons


def combined(
    sources: Sequence[Words],
    targets: Sequence[Glosses],
    left_out: Jackknife,
    networks: Ensemble,
    progress: Progress = silent,
    seed: int = 1,
) -> CombinedTranslator:
    """Phrases and networks with the weights under which sentences that neither has seen come out best.

    A sentence of a left-out part is judged by the network that does not know it, a new one by all
    networks together. Raises Cancelled.
    """
    order = np.random.default_rng(seed).permutation(len(sources)).tolist()
    used = [index for index in order if left_out.part[index] < len(networks.networks)][:WEIGHED]
    pools: list[dict[Glosses, list[float]]] = []
    for done, index in enumerate(used):
        progress(done, len(used), "Weighing phrases and networks")
        model = left_out.without(index)
        network = networks.networks[left_out.part[index]]
        found = decode(model, sources[index], LISTED)
        values, _ = judged(model, Ensemble(networks.codes, (network,)), sources[index], found)
        pools.append(dict(zip([one.glosses for one in found], values, strict=True)))
    start = [*left_out.models[0].weights, START]
    weights = tuned(candidates(pools, [targets[index] for index in used]), start, DECAY)
    return CombinedTranslator(
        whole(sources, targets, left_out),
        networks,
        tuple(map(float, weights)),
        Ranking(SHARPNESS, usual(targets, BESIDE)),
    )
