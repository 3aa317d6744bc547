"""One network from sentence pairs: a few minutes of one core."""

import hashlib
import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy
from torch.nn.utils import clip_grad_norm_

from pipeline.progress import Progress, silent
from pipeline.text.neural.codes import FILL, Codes
from pipeline.text.neural.network import Network
from pipeline.text.neural.recipe import Recipe, Size

Sentences = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Lesson:
    """What one network learns from; everything random follows from the seed."""

    sources: Sentences
    targets: Sentences
    codes: Codes
    size: Size
    recipe: Recipe
    seed: int

    @property
    def steps(self) -> int:
        """Of one epoch."""
        return math.ceil(len(self.sources) / self.recipe.batch)

    @property
    def fingerprint(self) -> str:
        """The same for the same lesson only."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def train_network(lesson: Lesson, state: Path, progress: Progress = silent) -> Network:
    """The network with the running mean of its weights. Raises Cancelled.

    After every epoch all that is needed to go on is in the file `state`; with it there, training goes on
    and comes to the same network. The state of another lesson is written over.
    """
    recipe = lesson.recipe
    torch.manual_seed(lesson.seed)
    network = Network(
        lesson.size, len(lesson.codes.features), len(lesson.codes.glosses), recipe.dropout, recipe.forgotten
    )
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    mean = {name: values.detach().clone() for name, values in network.named_parameters()}
    first = 0
    saved = torch.load(state, weights_only=True) if state.is_file() else {}
    if saved.get("lesson") == lesson.fingerprint:
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        mean, first = saved["mean"], saved["epochs"]
    for epoch in range(first, recipe.epochs):
        progress(epoch, recipe.epochs, "Training")
        _one_epoch(lesson, network, optimizer, mean, epoch)
        content = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "mean": mean}
        _keep(state, content | {"epochs": epoch + 1, "lesson": lesson.fingerprint})
    network.load_state_dict(mean)
    return network.eval()


def _one_epoch(
    lesson: Lesson, network: Network, optimizer: torch.optim.Optimizer, mean: dict[str, Tensor], epoch: int
) -> None:
    torch.manual_seed(lesson.seed + 1000 * (epoch + 1))
    network.train()
    for number, (words, given, following) in enumerate(_batches(lesson, epoch), start=1):
        step = epoch * lesson.steps + number
        for group in optimizer.param_groups:
            group["lr"] = rate(step, lesson.steps * lesson.recipe.epochs, lesson.recipe.rate)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scored, _ = network.decode(given, *network.encode(*words))
        loss = cross_entropy(
            scored.float().flatten(0, 1),
            following.flatten(),
            ignore_index=FILL,
            label_smoothing=lesson.recipe.smoothing,
        )
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        share = 1 - min(lesson.recipe.average, (1 + step) / (10 + step))
        torch._foreach_lerp_(list(mean.values()), [one.detach() for one in network.parameters()], share)


def rate(step: int, steps: int, highest: float) -> float:
    """The learning rate of a step: up over the first tenth, then down as a cosine."""
    warm = 0.1 * steps
    if step < warm:
        return highest * step / warm
    return highest * 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm)))


def _batches(lesson: Lesson, epoch: int) -> Iterator[tuple[tuple[Tensor, Tensor], Tensor, Tensor]]:
    """Sentences of about the same length together, in another order every epoch."""
    chance = np.random.default_rng([lesson.seed, epoch])
    about = np.array([len(words) for words in lesson.sources]) + 4 * chance.random(len(lesson.sources))
    order = np.argsort(about)
    for batch in chance.permutation(lesson.steps):
        chosen = order[batch * lesson.recipe.batch : (batch + 1) * lesson.recipe.batch]
        words = lesson.codes.words([lesson.sources[index] for index in chosen])
        yield words, *lesson.codes.targets([lesson.targets[index] for index in chosen])


def _keep(state: Path, content: dict[str, object]) -> None:
    state.parent.mkdir(parents=True, exist_ok=True)
    part = state.with_name(state.name + ".part")
    torch.save(content, part)
    os.replace(part, state)
