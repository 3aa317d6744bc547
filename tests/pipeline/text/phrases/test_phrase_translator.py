"""The phrase-based translator: what it learns, keeps, refuses and is sure of."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.evaluation.ngram_counts import bleu_of, counts
from pipeline.evaluation.translation import scores
from pipeline.text.models import CARD
from pipeline.text.opening import open_model
from pipeline.text.phrases import storage
from pipeline.text.phrases.alignment import align, joined
from pipeline.text.phrases.consensus import expected_bleu, probabilities
from pipeline.text.phrases.ngrams import BEGIN, END, ngram_model
from pipeline.text.phrases.train import train
from tests.pipeline.text.phrases.conftest import pairs

ROOT = Path(__file__).parents[4]


def test_it_translates_sentences_it_has_never_seen(translator, corpus):
    seen = {words for words, _ in corpus}
    fresh = [(words, glosses) for words, glosses in pairs(400, seed=9) if words not in seen] or pairs(40, 9)
    found = [translator.translate(words)[0].glosses for words, _ in fresh]
    assert scores(found, [glosses for _, glosses in fresh]).bleu[2] > 95


def test_the_same_seed_gives_the_same_model(corpus, translator, tmp_path):
    again = train([words for words, _ in corpus], [glosses for _, glosses in corpus], "de", "gsg")
    for name, one in (("a", translator), ("b", again)):
        (tmp_path / name).mkdir()
        storage.save(tmp_path / name, one)
    files = [(tmp_path / name / storage.FILE).read_bytes() for name in "ab"]
    assert files[0] == files[1]


def test_a_saved_model_answers_the_same(translator, tmp_path):
    storage.save(tmp_path, translator)
    loaded = storage.load(tmp_path)
    for words, _ in pairs(20, seed=5):
        assert loaded.translate(words, 5) == translator.translate(words, 5)


def test_answers_differ_come_best_first_and_know_their_words(translator):
    answers = translator.translate(["Am", "Montag", "regnet", "es", "im", "Norden", "."], 5)
    assert len({answer.glosses for answer in answers}) == len(answers) > 1
    best = answers[0]
    assert best.glosses == ("MONTAG", "REGEN", "NORD")
    assert [2 in best.alignment[1], 5 in best.alignment[2]] == [True, True]
    assert all(0 < probability <= 1 for probability in best.probabilities)
    assert best.probabilities > answers[-1].probabilities or min(best.probabilities) > 0.3


def test_no_gloss_outside_of_what_is_allowed_is_answered(translator):
    allowed = translator.glosses - {"REGEN", "NORD"}
    for words, _ in pairs(60, seed=7):
        for answer in translator.translate(words, 5, allowed):
            assert set(answer.glosses) <= allowed
    assert translator.translate(["heute"], 1, frozenset())[0].glosses == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_have_an_answer(translator, words):
    answers = translator.translate(words, 3)
    assert answers and all(index < len(words) for a in answers for part in a.alignment for index in part)


def test_damaged_models_are_a_sentence(translator, tmp_path):
    (tmp_path / CARD).write_text(json.dumps({"language": "de", "sign_language": "gsg", "system": "phrases"}))
    with pytest.raises(BadInput, match="cannot be opened"):
        open_model(tmp_path)
    storage.save(tmp_path, translator)
    whole = (tmp_path / storage.FILE).read_text()
    for broken in ("", "{}", "[1]", whole[: len(whole) // 2], whole.replace('"version":1', '"version":9')):
        (tmp_path / storage.FILE).write_text(broken)
        with pytest.raises(BadInput, match="is damaged"):
            open_model(tmp_path)


def test_alignment_finds_the_words_of_each_gloss(corpus):
    sources, targets = [words for words, _ in corpus], [glosses for _, glosses in corpus]
    _, from_source = align(sources, targets)
    _, from_target = align(targets, sources)
    for words, glosses, one, other in zip(sources, targets, from_source, from_target, strict=True):
        links = joined(one, other)
        assert (words.index("regnet"), glosses.index("REGEN")) in links if "regnet" in words else True


def test_the_language_model_is_a_distribution():
    model = ngram_model([("A", "B"), ("A", "C"), ("B",)])
    words = [*model.unigrams(), END, "never seen"]
    for history in ((BEGIN, BEGIN), (BEGIN, "A"), ("A", "B"), ("X", "Y")):
        total = sum(np.exp(model.log_probability(history, word)) for word in words)
        assert total == pytest.approx(1.0, abs=1e-9)


def test_expected_bleu_is_the_mean_over_what_could_be_meant():
    """With a single possible translation, the expectation is plain BLEU beside the usual sentence."""
    beside = counts(("A", "B", "C", "D"), ("A", "B", "C", "E")) + 1
    found = expected_bleu([("A", "B"), ("A",)], probabilities([0.0, -1e9]), beside)
    for translation, value in zip([("A", "B"), ("A",)], found, strict=True):
        assert value == pytest.approx(float(bleu_of(counts(translation, ("A", "B")) + beside)))


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for part, made in (("train", pairs(100)), ("dev", pairs(20, seed=11))):
        (folder / f"{part}.de").write_text("".join(" ".join(words) + "\n" for words, _ in made))
        (folder / f"{part}.gloss").write_text("".join(" ".join(glosses) + "\n" for _, glosses in made))
    return folder


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_trained_evaluated_and_used_from_the_command_line(files, tmp_path):
    model = tmp_path / "weather"
    languages = ("--language", "de", "--sign-language", "gsg")
    trained = run("train", "text2gloss", "--corpus", str(files), "-o", str(model), *languages, "--json")
    assert trained.returncode == 0, trained.stderr
    card = json.loads((model / CARD).read_text())
    assert (card["system"], card["sentences"], card["dev"]["sentences"]) == ("phrases", 100, 20)
    assert card["command"].startswith("python3 main.py train text2gloss") and card["licence"]
    scored = run("evaluate", "text2gloss", "--corpus", str(files), "--model", str(model), "--json")
    outcome = json.loads(scored.stdout.splitlines()[-1])
    assert outcome["bleu"] == card["dev"]["bleu"] and outcome["signature"].startswith("nrefs:1")
    used = run("gloss", "Morgen schneit es im Süden", "--language", "de", "--model", str(model))
    assert "MORGEN SCHNEE SUED" in used.stdout or "MORGEN SCHNEE SÜD" in used.stdout


def test_what_cannot_be_trained_or_scored_is_a_sentence(files, tmp_path):
    languages = ("--language", "de", "--sign-language", "gsg")
    (tmp_path / "small.csv").write_text("text,gloss\nhallo,HALLO\n")
    training = ("train", "text2gloss", "-o", "x", *languages, "--corpus")
    evaluating = ("evaluate", "text2gloss", "--corpus", str(files))
    for arguments, words in (
        ((*training, "nowhere"), "nowhere"),
        ((*training, str(tmp_path / "small.csv")), "too small"),
        (evaluating, "--model or --hypotheses"),
        ((*evaluating, "--model", str(tmp_path)), "no trained translator"),
        ((*evaluating, "--part", "test", "--model", "x"), "no test part"),
    ):
        result = run(*arguments)
        assert result.returncode == 1 and "Traceback" not in result.stderr
        assert words in result.stderr, result.stderr
