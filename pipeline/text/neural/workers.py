"""Several networks trained side by side, each in a process of its own on one core."""

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from pipeline.errors import BadInput
from pipeline.progress import Cancelled, Progress
from pipeline.text.neural.lesson import Lesson, train_network
from pipeline.text.neural.network import Network

MOST = 4
"""Processes at once, each of which takes half a gigabyte."""


def train_networks(lessons: Sequence[Lesson], folder: Path, progress: Progress) -> list[Network]:
    """A network for each lesson. Goes on from what an earlier call left in `folder`.

    Raises Cancelled, and BadInput when a process dies.
    """
    spawning = multiprocessing.get_context("spawn")
    epochs = spawning.Array("i", len(lessons))
    total = sum(lesson.recipe.epochs for lesson in lessons)
    waiting, running = list(enumerate(lessons)), list[SpawnProcess]()
    try:
        while waiting or running:
            progress(sum(epochs[:]), total, "Training networks")
            running = [process for process in running if not _ended(process)]
            while waiting and len(running) < min(MOST, os.cpu_count() or 1):
                number, lesson = waiting.pop(0)
                where = _state(folder, number)
                process = spawning.Process(target=_learn, args=(lesson, where, number, epochs, os.getpid()))
                process.start()
                running.append(process)
            time.sleep(0.5)
    finally:
        for process in running:
            process.kill()
            process.join()
    return [train_network(lesson, _state(folder, number)) for number, lesson in enumerate(lessons)]


def _state(folder: Path, number: int) -> Path:
    return folder / f"network-{number}.pt"


def _ended(process: SpawnProcess) -> bool:
    if process.exitcode:
        raise BadInput(
            f"A training process ended early (code {process.exitcode}): free memory and start again; it "
            "goes on where it stopped."
        )
    return process.exitcode is not None


def _learn(lesson: Lesson, state: Path, number: int, epochs: Any, parent: int) -> None:
    """Train in a child process, as long as its parent lives."""
    import torch

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    torch.set_num_threads(1)

    def tell(done: int, total: int, note: str = "") -> None:
        epochs[number] = done
        if os.getppid() != parent:
            raise Cancelled

    train_network(lesson, state, tell)
    epochs[number] = lesson.recipe.epochs
