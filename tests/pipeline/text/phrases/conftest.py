"""A small made-up corpus with rules that counting can find out: WEATHER comes after TIME and PLACE."""

import random

import pytest

from pipeline.text.phrases.train import train
from pipeline.text.phrases.translator import PhraseTranslator

TIMES = {"heute": "HEUTE", "morgen": "MORGEN", "am montag": "MONTAG", "in der nacht": "NACHT"}
WEATHER = {"regnet es": "REGEN", "schneit es": "SCHNEE", "scheint die sonne": "SONNE", "weht wind": "WIND"}
PLACES = {"im norden": "NORD", "im süden": "SUED", "an der küste": "KUESTE", "in den bergen": "BERG"}


def pairs(count: int, seed: int = 3) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    chance = random.Random(seed)
    result = []
    for _ in range(count):
        time, weather, place = (chance.choice(list(part)) for part in (TIMES, WEATHER, PLACES))
        words = f"{time} {weather} {place}".split()
        result.append((tuple(words), (TIMES[time], WEATHER[weather], PLACES[place])))
    return result


@pytest.fixture(scope="session")
def corpus() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return pairs(120)


@pytest.fixture(scope="session")
def translator(corpus) -> PhraseTranslator:
    return train([words for words, _ in corpus], [glosses for _, glosses in corpus], "de", "gsg")
