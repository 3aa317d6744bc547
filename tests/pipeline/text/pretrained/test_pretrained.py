"""Encoder-decoders in local folders: opened, refused, fine-tuned, resumed, and on two processes."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import BadInput
from pipeline.evaluation.translation import scores
from pipeline.text.opening import open_model
from tests.pipeline.text.pretrained.conftest import pairs

torch = pytest.importorskip("torch")
pytest.importorskip("accelerate")

from pipeline.progress import Cancelled, silent  # noqa: E402
from pipeline.text.pretrained import folder as folders  # noqa: E402
from pipeline.text.pretrained.recipe import Finetune  # noqa: E402
from pipeline.text.pretrained.train import STATE, finetune  # noqa: E402
from pipeline.text.pretrained.translator import PretrainedTranslator, beginning, load  # noqa: E402

pytestmark = pytest.mark.usefixtures("one_thread")

ROOT = Path(__file__).parents[4]
CODES = {
    "t5": "", "mt5": "", "marian": "", "mbart": "de_DE", "mbart50": "de_DE", "nllb": "deu_Latn",
}  # fmt: skip


def recipe(tiny, kind: str, epochs: int, batch: int = 9) -> Finetune:
    return Finetune(
        tiny(kind), epochs=epochs, patience=epochs, batch=batch, rate=5e-3, smoothing=0.0, beams=3,
        source_code=CODES[kind],
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["t5", "mbart", "mbart50"])
def test_a_few_sentences_are_learned(tiny, tmp_path, kind):
    """Guessing one of three glosses at each place would give a BLEU-1 of 33."""
    judged = finetune(
        recipe(tiny, kind, 45 if kind == "t5" else 25, 3),
        pairs(),
        pairs()[::6],
        tmp_path,
        ("de", "gsg"),
        1,
        silent,
    )
    assert judged is not None and judged.bleu[0] > 55
    translator = load(tmp_path)
    assert not (tmp_path / STATE).exists()
    found = [translator.translate(pair.text.split())[0].glosses for pair in pairs()]
    assert scores(found, [pair.glosses for pair in pairs()]).bleu[0] > 55
    only = translator.glosses - {"REGEN", "NORD"}
    for pair in pairs()[:4]:
        for answer in translator.translate(pair.text.split(), 3, only):
            assert answer.glosses and set(answer.glosses) <= only


@pytest.mark.filterwarnings("ignore:Recommended")  # Marian's tokenizer advises sacremoses
@pytest.mark.parametrize("kind", ["marian", "nllb", "mt5"])
def test_other_kinds_learn_a_little_and_come_back_the_same(tiny, tmp_path, kind):
    opened = folders.open_folder(tiny(kind), CODES[kind], CODES[kind])
    before = torch.cat([weights.detach().flatten() for weights in opened.network.parameters()])
    assert finetune(recipe(tiny, kind, 2), pairs(), pairs()[::9], tmp_path, ("de", "gsg"), 1, silent)
    first, second = load(tmp_path), load(tmp_path)
    after = torch.cat([weights.detach().flatten() for weights in first.pretrained.network.parameters()])
    assert after.shape == before.shape and not torch.equal(before, after)
    only = frozenset({"REGEN", "NORD", "HEUTE"})
    for pair in pairs()[:4]:
        words = pair.text.split()
        assert first.translate(words, 2) == second.translate(words, 2)
        for answer in first.translate(words, 2, only):
            assert set(answer.glosses) <= only


@pytest.mark.filterwarnings("ignore:Recommended")
@pytest.mark.parametrize(("kind", "start", "forced"), [("t5", "<pad>", None), ("mbart", "de_DE", None),
                                                       ("mbart50", "</s>", "de_DE"),
                                                       ("nllb", "</s>", "deu_Latn"), ("mt5", "<pad>", None),
                                                       ("marian", "<pad>", None)])  # fmt: skip
def test_an_answer_begins_as_the_targets_of_training_did(tiny, kind, start, forced):
    opened = folders.open_folder(tiny(kind), CODES[kind], CODES[kind])
    begin = beginning(opened, [pair.glosses for pair in pairs()])
    name = opened.tokenizer.convert_ids_to_tokens
    assert name(begin.start) == start
    assert (name(begin.forced) if begin.forced is not None else None) == forced


def test_training_goes_on_after_a_kill_with_the_same_result(tiny, tmp_path):
    whole = finetune(
        recipe(tiny, "mbart", 6), pairs(), pairs()[::6], tmp_path / "a", ("de", "gsg"), 1, silent
    )

    def stop(done: int, total: int, note: str = "") -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        finetune(recipe(tiny, "mbart", 6), pairs(), pairs()[::6], tmp_path / "b", ("de", "gsg"), 1, stop)
    seen: list[int] = []
    again = finetune(
        recipe(tiny, "mbart", 6), pairs(), pairs()[::6], tmp_path / "b", ("de", "gsg"), 1,
        lambda done, total, note="": seen.append(done),
    )  # fmt: skip
    assert seen == [3, 4, 5] and again == whole


def broken(tiny, tmp_path: Path, change) -> Path:
    path = tmp_path / "broken"
    shutil.copytree(tiny("mbart"), path)
    change(path)
    return path


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda path: shutil.rmtree(path), "no folder"),
        (lambda path: (path / "config.json").unlink(), "no config.json"),
        (lambda path: (path / "config.json").write_text("{"), "damaged"),
        (lambda path: (path / "config.json").write_text('{"model_type": "bert"}'), "no encoder and decoder"),
        (lambda path: (path / "model.safetensors").unlink(), "no weights"),
        (lambda path: (path / "model.safetensors").write_bytes(b"x"), "cannot be opened"),
        (lambda path: (path / "tokenizer.json").unlink(), "no tokenizer"),
    ],
)
def test_a_folder_that_is_no_model_is_a_sentence(tiny, tmp_path, change, sentence):
    with pytest.raises(BadInput, match=sentence):
        folders.open_folder(broken(tiny, tmp_path, change))


def test_a_tokenizer_that_lost_its_pieces_is_noticed(tiny, tmp_path):
    def forget(path: Path) -> None:
        tokenizer = json.loads((path / "tokenizer.json").read_text())
        tokenizer["model"]["vocab"] = tokenizer["model"]["vocab"][:4]
        (path / "tokenizer.json").write_text(json.dumps(tokenizer))

    with pytest.raises(BadInput, match=r"knows no letters|does not fit together"):
        folders.open_folder(broken(tiny, tmp_path, forget))


def test_a_language_code_that_is_not_there_is_a_sentence(tiny):
    with pytest.raises(BadInput, match="no language code 'xx_YY'"):
        folders.open_folder(tiny("mbart"), "xx_YY")
    with pytest.raises(BadInput, match="has no language codes"):
        folders.open_folder(tiny("t5"), "de_DE")


def corpus(folder: Path) -> Path:
    folder.mkdir()
    for part, made in (("train", pairs()), ("dev", pairs()[::6])):
        (folder / f"{part}.de").write_text("".join(pair.text + "\n" for pair in made))
        (folder / f"{part}.gloss").write_text("".join(" ".join(pair.glosses) + "\n" for pair in made))
    return folder


def test_two_processes_train_as_one_does(tiny, tmp_path):
    """The gradient of two processes with half the batch each is the mean that one process has."""
    data = corpus(tmp_path / "data")
    common = ["train", "text2gloss", "--corpus", str(data), "--language", "de", "--sign-language", "gsg",
              "--pretrained", str(tiny("mbart")), "--source-code", "de_DE", "--epochs", "25",
              "--patience", "25", "--rate", "0.01", "--smoothing", "0", "--beams", "2"]  # fmt: skip
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    one = [sys.executable, "main.py", *common, "-o", str(tmp_path / "one"), "--batch", "10"]
    two = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2", "main.py",
           *common, "-o", str(tmp_path / "two"), "--batch", "5"]  # fmt: skip
    for command in (one, two):
        result = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240
        )
        assert result.returncode == 0, result.stderr[-2000:]
    cards = [json.loads((tmp_path / name / "card.json").read_text()) for name in ("one", "two")]
    assert [card["processes"] for card in cards] == [1, 2]
    assert all(card["dev"]["bleu"][0] > 60 for card in cards)
    assert abs(cards[0]["dev"]["bleu"][0] - cards[1]["dev"]["bleu"][0]) < 25
    assert isinstance(open_model(tmp_path / "two"), PretrainedTranslator)
