"""How a command speaks: a progress bar and sentences for people, JSON lines for programs."""

import json
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from tqdm import tqdm

from pipeline.progress import Cancelled

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class Console(Protocol):
    """Where a command reports to; it is also the command's `Progress`."""

    def __call__(self, done: int, total: int, note: str = "") -> None: ...

    def say(self, sentence: str) -> None:
        """Tell something worth knowing while the work goes on."""

    def result(self, sentence: str, facts: dict[str, Json]) -> None:
        """Tell what came out."""

    def fail(self, sentence: str) -> None:
        """Tell why nothing came out."""


class _Stop:
    def __init__(self) -> None:
        self.asked = threading.Event()

    def check(self) -> None:
        if self.asked.is_set():
            raise Cancelled


class People(_Stop):
    """Sentences and a bar on standard error, the result on standard output."""

    def __init__(self) -> None:
        super().__init__()
        self._bar: tqdm | None = None

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.check()
        if self._bar is None or self._bar.total != total:
            self.close()
            self._bar = tqdm(total=total, desc=note or None, leave=False, disable=None)
        self._bar.set_description(note or None, refresh=False)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def say(self, sentence: str) -> None:
        self.close()
        print(sentence, file=sys.stderr, flush=True)

    def result(self, sentence: str, facts: dict[str, Json]) -> None:
        self.close()
        print(sentence)

    def fail(self, sentence: str) -> None:
        self.say(sentence)


class Program(_Stop):
    """One JSON object a line on standard output; a line `cancel` on standard input stops the work.

    Without `listening`, standard input is left to the command.
    """

    def __init__(self, listening: bool = True) -> None:
        super().__init__()
        if listening:
            threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            if line.strip() == "cancel":
                self.asked.set()

    def _write(self, event: str, facts: dict[str, Json]) -> None:
        print(json.dumps({"event": event, **facts}, ensure_ascii=False), flush=True)

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.check()
        self._write("progress", {"done": done, "total": total, "note": note})

    def say(self, sentence: str) -> None:
        self._write("note", {"message": sentence})

    def result(self, sentence: str, facts: dict[str, Json]) -> None:
        self._write("result", {"message": sentence, **facts})

    def fail(self, sentence: str) -> None:
        self._write("error", {"message": sentence})


@contextmanager
def stoppable(console: People | Program) -> Iterator[None]:
    """Let Ctrl+C and a request to terminate cancel the work at its next report."""
    chosen = [getattr(signal, name) for name in ("SIGINT", "SIGTERM") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_: console.asked.set()) for number in chosen}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
