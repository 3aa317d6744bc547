"""Fine-tuning as `train text2gloss --pretrained FOLDER` asks for it."""

import json
import shlex
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from pipeline.console import Console, Json
from pipeline.datasets.parallel import Corpus, vocabulary
from pipeline.evaluation.translation import SIGNATURE, Scores
from pipeline.motion.files import write_whole
from pipeline.text.commands import Train
from pipeline.text.models import CARD
from pipeline.text.requirements import prepare_networks


def train_pretrained(command: Train, corpus: Corpus, console: Console) -> None:
    """Fine-tune and write the model with its card, the card last. Raises BadInput, OSError and Cancelled.

    Under torchrun every process runs this; the first alone reports and writes.
    """
    prepare_networks()
    from pipeline.text.pretrained.train import finetune, processes

    began = time.monotonic()
    languages = command.language, command.sign_language
    judged = finetune(
        command.finetune, corpus.train, corpus.dev, command.output, languages, command.seed, console
    )
    if judged is None:
        return
    card = _card(command, corpus, judged, processes(), time.monotonic() - began)
    write_whole(command.output / CARD, json.dumps(card, ensure_ascii=False, indent=2).encode())
    console.result(
        f"Trained {command.output} in {card['seconds']} s. BLEU-4 on dev: {judged.bleu[3]:.2f}.",
        {"path": str(command.output), **card},
    )


def _card(command: Train, corpus: Corpus, judged: Scores, processes: int, seconds: float) -> dict[str, Json]:
    figures = {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(judged).items()}
    recipe = {key: str(v) if isinstance(v, Path) else v for key, v in asdict(command.finetune).items()}
    return {
        "name": command.name or command.output.name,
        "language": command.language,
        "sign_language": command.sign_language,
        "system": "neural",
        "kind": "pretrained",
        "data": str(command.corpus),
        "sentences": len(corpus.train),
        "glosses": len(vocabulary(corpus.train)),
        "cleaning": corpus.cleaning,
        "licence": command.licence or "not stated: ask whoever made the corpus and the pretrained model",
        "recipe": recipe,
        "processes": processes,
        "dev": {"sentences": len(corpus.dev), **figures, "signature": SIGNATURE},
        "seed": command.seed,
        "seconds": round(seconds, 1),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "command": "python3 main.py " + shlex.join(sys.argv[1:]),
    }
