"""Fine-tuning on the processor, one graphics card, or several through torchrun and accelerate."""

import json
import logging
import math
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader

from pipeline.datasets.parallel import Pair, Pairs, vocabulary
from pipeline.evaluation.translation import Scores, scores
from pipeline.progress import Progress
from pipeline.text.pretrained.folder import Pretrained, open_folder
from pipeline.text.pretrained.recipe import Finetune
from pipeline.text.pretrained.translator import (
    LONGEST,
    PretrainedTranslator,
    beginning,
    encode_targets,
    load,
    save,
)
from pipeline.text.source_words import source_words

STATE = "training"
"""Folder in the model's own, with all that is needed to go on after a kill; removed at the end."""


@dataclass(slots=True)
class _Course:
    """How far training is."""

    epoch: int = 0
    best: float = -1.0
    waited: int = 0


def finetune(
    recipe: Finetune,
    train: Pairs,
    dev: Pairs,
    out: Path,
    languages: tuple[str, str],
    seed: int,
    progress: Progress,
) -> Scores | None:
    """Train and leave the best model by dev BLEU-4 in `out`; its dev scores, None in helping processes.

    The same command goes on after a kill, from the last whole epoch. Raises BadInput and Cancelled.
    """
    set_seed(seed)
    logging.getLogger("accelerate").setLevel(logging.ERROR)  # it warns of every shared embedding it saves
    accelerator = Accelerator(cpu=not torch.cuda.is_available())  # else processes without a GPU train apart
    pretrained = open_folder(recipe.pretrained or Path(), recipe.source_code, recipe.target_code)
    translator = PretrainedTranslator(
        pretrained,
        *languages,
        frozenset(vocabulary(train)),
        beginning(pretrained, [pair.glosses for pair in train]),
        recipe.beams,
    )
    network, optimizer, loader, schedule = accelerator.prepare(*_parts(recipe, pretrained, train, seed))
    state, course = out / STATE, _Course()
    if (state / "course.json").is_file():
        accelerator.load_state(str(state / "weights"))
        course = _Course(**json.loads((state / "course.json").read_text()))
    while course.epoch < recipe.epochs and course.waited < recipe.patience:
        progress(course.epoch, recipe.epochs, f"Training, best BLEU-4 on dev {max(course.best, 0):.2f}")
        if hasattr(loader, "set_epoch"):
            loader.set_epoch(course.epoch)
        _one_epoch(accelerator, network, optimizer, loader, schedule, recipe)
        course.epoch += 1
        _judge(accelerator, translator, network, dev, out, course)
        accelerator.wait_for_everyone()
        accelerator.save_state(str(state / "weights"))
        if accelerator.is_main_process:
            (state / "course.json").write_text(json.dumps({s: getattr(course, s) for s in course.__slots__}))
    accelerator.wait_for_everyone()
    if not accelerator.is_main_process:
        return None
    shutil.rmtree(state, ignore_errors=True)
    return judged(load(out), dev)


def processes() -> int:
    """How many processes the training shares its batches among."""
    return torch.distributed.get_world_size() if torch.distributed.is_initialized() else 1


def judged(translator: PretrainedTranslator, pairs: Pairs) -> Scores:
    """The scores of a translator on sentence pairs."""
    found = [translator.translate(source_words(pair.text))[0].glosses for pair in pairs]
    return scores(found, [pair.glosses for pair in pairs])


def _parts(recipe: Finetune, pretrained: Pretrained, train: Pairs, seed: int) -> tuple[Any, Any, Any, Any]:
    """Network, optimizer, batches and schedule."""

    def collate(pairs: Sequence[Pair]) -> dict[str, torch.Tensor]:
        texts = [" ".join(source_words(pair.text)) for pair in pairs]
        made = pretrained.tokenizer(
            texts, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
        )
        labels = encode_targets(pretrained, [pair.glosses for pair in pairs])
        return {"input_ids": made["input_ids"], "attention_mask": made["attention_mask"], "labels": labels}

    order = torch.Generator().manual_seed(seed)
    pairs: Any = list(train)
    loader: Any = DataLoader(pairs, recipe.batch, shuffle=True, collate_fn=collate, generator=order)
    optimizer = torch.optim.AdamW(pretrained.network.parameters(), lr=recipe.rate, weight_decay=0.01)
    steps = max(1, recipe.epochs * math.ceil(len(train) / recipe.batch))

    def share(step: int) -> float:
        warm = 0.1 * steps
        return step / warm if step < warm else 0.5 * (1 + math.cos(math.pi * min(step / steps, 1.0)))

    return pretrained.network, optimizer, loader, torch.optim.lr_scheduler.LambdaLR(optimizer, share)


def _one_epoch(
    accelerator: Accelerator, network: Any, optimizer: Any, loader: Any, schedule: Any, recipe: Finetune
) -> None:
    network.train()
    for batch in loader:
        labels = batch["labels"]
        scored = network(**batch).logits
        loss = cross_entropy(scored.flatten(0, 1), labels.flatten(), label_smoothing=recipe.smoothing)
        accelerator.backward(loss)
        accelerator.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()


def _judge(
    accelerator: Accelerator,
    translator: PretrainedTranslator,
    network: Any,
    dev: Pairs,
    out: Path,
    course: _Course,
) -> None:
    """Score on dev in the first process, keep the best, and let all processes know."""
    found = torch.zeros(1, device=accelerator.device)
    if accelerator.is_main_process:
        accelerator.unwrap_model(network).eval()
        found[0] = judged(translator, dev).bleu[3]
        if float(found) > course.best:
            out.mkdir(parents=True, exist_ok=True)
            save(out, translator)
    if accelerator.num_processes > 1:
        torch.distributed.broadcast(found, 0)
    better = float(found) > course.best
    course.best, course.waited = max(course.best, float(found)), 0 if better else course.waited + 1
