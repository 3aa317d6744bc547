"""Phrases and networks together: who judges what, what is kept, and the whole way on the command line."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

torch = pytest.importorskip("torch")

from pipeline import cli  # noqa: E402
from pipeline.errors import BadInput  # noqa: E402
from pipeline.evaluation.translation import scores  # noqa: E402
from pipeline.text.combined import storage  # noqa: E402
from pipeline.text.combined import train as training  # noqa: E402
from pipeline.text.combined.translator import JUDGED_BY, CombinedTranslator, judged  # noqa: E402
from pipeline.text.models import CARD, model_in, open_quick  # noqa: E402
from pipeline.text.neural import train as alone  # noqa: E402
from pipeline.text.neural.lesson import train_network  # noqa: E402
from pipeline.text.opening import open_model  # noqa: E402
from pipeline.text.phrases.decoder import decode  # noqa: E402
from pipeline.text.phrases.train import jackknife  # noqa: E402
from pipeline.text.phrases.translator import Ranking  # noqa: E402
from tests.pipeline.text.neural.conftest import RECIPE, SIZE  # noqa: E402
from tests.pipeline.text.phrases.conftest import pairs  # noqa: E402

pytestmark = pytest.mark.usefixtures("one_thread")
WORDS = ("am", "montag", "regnet", "es", "im", "norden")


@pytest.fixture(scope="module")
def combination(translator, networks) -> CombinedTranslator:
    weights = (*translator.model.weights, 0.5)
    return CombinedTranslator(translator, networks, weights, Ranking(1.0, translator.ranking.beside))


def test_sentences_it_has_never_seen_are_translated(combination):
    fresh = pairs(60, seed=9)
    found = [combination.translate(words)[0].glosses for words, _ in fresh]
    assert scores(found, [glosses for _, glosses in fresh]).bleu[2] > 95


@pytest.mark.parametrize("seed", [5, 6])
def test_the_order_is_by_the_weighted_judgements_of_both(translator, networks, seed):
    """With the weight of a single judgement, its own order comes out."""
    words = pairs(1, seed)[0][0]
    found = decode(translator.model, words, 60)
    values, thought = judged(translator.model, networks, words, found)
    for column in (len(JUDGED_BY) - 1, len(JUDGED_BY) - 2):
        weights = tuple(float(place == column) for place in range(len(JUDGED_BY)))
        lone = CombinedTranslator(translator, networks, weights, Ranking(1.0, ()))
        answers = [answer.glosses for answer in lone.translate(words, 60)]
        order = sorted(range(len(found)), key=lambda index: -values[index][column])
        assert answers == [found[index].glosses for index in order]
    assert [row[-1] for row in values] == [one.score for one in thought]
    assert values[0][-2] == translator.model.ngrams.sentence(found[0].glosses)


def test_each_gloss_has_its_words_and_what_the_networks_think_of_it(combination, networks):
    best = combination.translate([*WORDS, "."], 3)[0]
    assert best.glosses == ("MONTAG", "REGEN", "NORD") and best.system == "combined"
    assert [2 in best.alignment[1], 5 in best.alignment[2]] == [True, True]
    (thought,) = networks.judge(WORDS, [best.glosses])
    for sure, own in zip(best.probabilities, thought.probabilities, strict=True):
        assert 0 < sure <= own**0.5 + 1e-6


def test_no_gloss_outside_of_what_is_allowed_is_answered(combination):
    allowed = combination.glosses - {"REGEN", "NORD"}
    for words, _ in pairs(20, seed=7):
        for answer in combination.translate(words, 5, allowed):
            assert set(answer.glosses) <= allowed
    assert combination.translate(WORDS, 1, frozenset())[0].glosses == ()


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_have_an_answer(combination, words):
    answers = combination.translate(words, 3)
    assert answers and all(index < len(words) for a in answers for part in a.alignment for index in part)


def test_weights_are_found_where_neither_phrases_nor_network_know_the_sentence(corpus, networks, monkeypatch):
    """Every sentence is judged by the network and the phrase model of the part it belongs to."""
    sources, targets = zip(*corpus, strict=True)
    left_out = jackknife(sources, targets, "de", "gsg")
    asked = []

    def spy(model, judging, words, found):
        asked.append((model, judging.networks, words))
        return judged(model, judging, words, found)

    monkeypatch.setattr(training, "judged", spy)
    made = training.combined(sources, targets, left_out, networks)
    assert len(asked) == sum(part < len(networks.networks) for part in left_out.part)
    for model, judging, words in asked:
        parts = {left_out.part[index] for index, source in enumerate(sources) if source == words}
        (network,) = judging
        assert left_out.models.index(model) == networks.networks.index(network) in parts
    assert made.networks.networks == networks.networks and len(made.weights) == len(JUDGED_BY)
    lessons = training.lessons_of(sources, targets, "de", 1)
    for number, lesson in enumerate(lessons):
        assert len(lesson.sources) == sum(part != number for part in left_out.part)


def card(folder: Path) -> None:
    (folder / CARD).write_text(json.dumps({"language": "de", "sign_language": "gsg", "system": "combined"}))


def test_a_saved_combination_answers_the_same_and_its_phrases_open_without_networks(combination, tmp_path):
    storage.save(tmp_path, combination)
    card(tmp_path)
    assert model_in(tmp_path).heavy
    assert open_quick(tmp_path).translate(WORDS, 3) == combination.phrases.translate(WORDS, 3)
    loaded = open_model(tmp_path)
    for words, _ in pairs(20, seed=5):
        assert loaded.translate(words)[0].glosses == combination.translate(words)[0].glosses
    whole = (tmp_path / storage.FILE).read_text()
    for broken in ("", "[]", whole.replace('"networks"', '"else"')):
        (tmp_path / storage.FILE).write_text(broken)
        with pytest.raises(BadInput, match="is damaged"):
            open_model(tmp_path)
    (tmp_path / storage.FILE).unlink()
    with pytest.raises(BadInput, match="cannot be opened"):
        open_model(tmp_path)


@pytest.fixture
def files(tmp_path) -> Path:
    for part, made in (("train", pairs(60)), ("dev", pairs(12, seed=11))):
        (tmp_path / f"{part}.de").write_text("".join(" ".join(words) + "\n" for words, _ in made))
        (tmp_path / f"{part}.gloss").write_text("".join(" ".join(glosses) + "\n" for _, glosses in made))
    return tmp_path


@pytest.mark.parametrize("system", ["neural", "combined"])
def test_trained_evaluated_and_used_by_commands(files, monkeypatch, capsys, system):
    """Here one process trains small networks; that several do is tested beside."""
    room = training if system == "combined" else alone

    def train_here(lessons, state, progress):
        small = [replace(one, size=SIZE, recipe=replace(RECIPE, epochs=20)) for one in lessons]
        return [train_network(one, state / f"{number}.pt") for number, one in enumerate(small)]

    monkeypatch.setattr(room, "train_networks", train_here)
    model, languages = files / "model", ["--language", "de", "--sign-language", "gsg"]
    common = ["text2gloss", "--corpus", str(files)]
    assert cli.main(["train", *common, "-o", str(model), *languages, "--model", system]) == 0
    facts = json.loads((model / CARD).read_text())
    assert facts["system"] == system and facts["dev"]["bleu"][2] > (90 if system == "combined" else 30)
    assert not (model / "training").exists() and not list(model.glob("*.pt"))
    capsys.readouterr()
    assert cli.main(["evaluate", *common, "--model", str(model)]) == 0
    assert f"BLEU-4 {facts['dev']['bleu'][3]:.2f}" in capsys.readouterr().out
    assert (
        cli.main(["gloss", "Morgen schneit es im Süden", *languages, "--model", str(model), "--explain"]) == 0
    )
    assert f"{system} model" in capsys.readouterr().out
