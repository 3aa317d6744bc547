"""Compact networks alone, from sentence pairs to a translator."""

from collections.abc import Sequence
from pathlib import Path

from pipeline.progress import Progress, silent
from pipeline.text.neural.codes import codes_of
from pipeline.text.neural.ensemble import Ensemble
from pipeline.text.neural.lesson import Lesson
from pipeline.text.neural.recipe import RECIPE, SIZE, Recipe, Size
from pipeline.text.neural.translator import NeuralTranslator
from pipeline.text.neural.workers import train_networks

NETWORKS = 2
"""Trained side by side, which differ in the seed alone."""


def train(
    sources: Sequence[tuple[str, ...]],
    targets: Sequence[tuple[str, ...]],
    languages: tuple[str, str],
    state: Path,
    progress: Progress = silent,
    seed: int = 1,
    size: Size = SIZE,
    recipe: Recipe = RECIPE,
) -> NeuralTranslator:
    """The translator of sentence pairs; `state` is a folder that lets it go on after a kill.

    Deterministic for a seed. Raises BadInput and Cancelled.
    """
    codes = codes_of(sources, targets, languages[0])
    lessons = [
        Lesson(list(sources), list(targets), codes, size, recipe, seed + number) for number in range(NETWORKS)
    ]
    return NeuralTranslator(Ensemble(codes, tuple(train_networks(lessons, state, progress))), languages[1])
