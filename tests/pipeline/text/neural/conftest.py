"""Tiny networks that have learned the made-up corpus of the phrase tests."""

from dataclasses import replace

import pytest

from pipeline.text.neural.codes import codes_of
from pipeline.text.neural.ensemble import Ensemble
from pipeline.text.neural.lesson import Lesson, train_network
from pipeline.text.neural.recipe import Recipe, Size
from pipeline.text.neural.translator import NeuralTranslator
from tests.pipeline.text.phrases.conftest import pairs

SIZE = Size(width=32, heads=2, hidden=64, encoder_layers=1, decoder_layers=1)
RECIPE = Recipe(batch=16, rate=1e-2, dropout=0.1, forgotten=0.0, average=0.9)


def lesson(epochs: int = 2, seed: int = 1, count: int = 60) -> Lesson:
    sources, targets = zip(*pairs(count), strict=True)
    codes = codes_of(sources, targets, "de")
    return Lesson(sources, targets, codes, SIZE, replace(RECIPE, epochs=epochs), seed)


@pytest.fixture(scope="session")
def networks(tmp_path_factory: pytest.TempPathFactory) -> Ensemble:
    folder = tmp_path_factory.mktemp("networks")
    lessons = [lesson(20, seed, 120) for seed in (1, 2)]
    made = [train_network(one, folder / f"{one.seed}.pt") for one in lessons]
    return Ensemble(lessons[0].codes, tuple(made))


@pytest.fixture(scope="session")
def neural(networks: Ensemble) -> NeuralTranslator:
    return NeuralTranslator(networks, "gsg")
