"""`train text2gloss`: a corpus becomes a translator in a folder, with a card that says what it is."""

import json
import shlex
import shutil
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime

from pipeline.console import Console, Json
from pipeline.datasets.parallel import Corpus, vocabulary
from pipeline.datasets.read import read_corpus
from pipeline.errors import BadInput
from pipeline.evaluation.translation import SIGNATURE, Scores, scores
from pipeline.motion.files import write_whole
from pipeline.text.commands import Train
from pipeline.text.hypothesis import Translator
from pipeline.text.models import CARD
from pipeline.text.phrases import storage
from pipeline.text.phrases.train import PARTS, train
from pipeline.text.pretrained.command import train_pretrained
from pipeline.text.requirements import prepare_networks
from pipeline.text.source_words import source_words

LEAST = 4 * PARTS
"""Sentences that a corpus needs, so that parts of it can be left out."""

STATE = "training"
"""Folder in the model's own, with all that is needed to go on after a kill; removed at the end."""


def train_text2gloss(command: Train, console: Console) -> None:
    """Train what `command` asks for. Raises BadInput, OSError and Cancelled.

    The card is written last: a folder without it is no model.
    """
    corpus = read_corpus(command.corpus, command.dev, cleaning=command.cleaning)
    if len(corpus.train) < LEAST:
        raise BadInput(
            f"{command.corpus} has {len(corpus.train)} sentences to train on: give at least {LEAST}."
        )
    if command.output.is_file():
        raise BadInput(f"{command.output} is a file: name a folder for the model.")
    console.say(
        f"{len(corpus.train)} sentences to train on, {len(corpus.dev)} to judge by, "
        f"{len(vocabulary(corpus.train))} glosses."
    )
    if command.finetune.pretrained is not None:
        train_pretrained(command, corpus, console)
        return
    began = time.monotonic()
    command.output.mkdir(parents=True, exist_ok=True)
    translator = _trained(command, corpus, console)
    seconds = time.monotonic() - began
    judged = judge(translator, corpus)
    card = _card(command, corpus, judged, seconds)
    write_whole(command.output / CARD, json.dumps(card, ensure_ascii=False, indent=2).encode())
    shutil.rmtree(command.output / STATE, ignore_errors=True)
    bleu = ", ".join(f"{value:.2f}" for value in judged.bleu)
    console.result(
        f"Trained {command.output} in {seconds:.0f} s. On dev: BLEU-1 to 4 {bleu}, "
        f"ROUGE-L {judged.rouge:.2f}, WER {judged.wer:.2f}.",
        {"path": str(command.output), **card},
    )


def _trained(command: Train, corpus: Corpus, console: Console) -> Translator:
    """The translator as it was written into the folder."""
    folder, languages = command.output, (command.language, command.sign_language)
    pairs = [source_words(pair.text) for pair in corpus.train], [pair.glosses for pair in corpus.train]
    if command.model == "phrases":
        storage.save(folder, train(*pairs, *languages, console, command.seed))
        return storage.load(folder)
    prepare_networks()
    if command.model == "neural":
        from pipeline.text.neural import storage as networks
        from pipeline.text.neural.train import train as train_neural

        networks.save(folder, train_neural(*pairs, languages, folder / STATE, console, command.seed))
        return networks.load(folder)
    from pipeline.text.combined import storage as combinations
    from pipeline.text.combined.train import train as train_combined

    combinations.save(folder, train_combined(*pairs, languages, folder / STATE, console, command.seed))
    return combinations.load(folder)


def judge(translator: Translator, corpus: Corpus) -> Scores:
    """The scores on the dev part."""
    found = [translator.translate(source_words(pair.text))[0].glosses for pair in corpus.dev]
    return scores(found, [pair.glosses for pair in corpus.dev])


def _card(command: Train, corpus: Corpus, judged: Scores, seconds: float) -> dict[str, Json]:
    figures = {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(judged).items()}
    return {
        "name": command.name or command.output.name,
        "language": command.language,
        "sign_language": command.sign_language,
        "system": command.model,
        "data": str(command.corpus),
        "sentences": len(corpus.train),
        "glosses": len(vocabulary(corpus.train)),
        "cleaning": corpus.cleaning,
        "licence": command.licence or "not stated: ask whoever made the corpus before passing the model on",
        "dev": {"sentences": len(corpus.dev), **figures, "signature": SIGNATURE},
        "seed": command.seed,
        "seconds": round(seconds, 1),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": "python3 main.py " + shlex.join(sys.argv[1:]),
    }
