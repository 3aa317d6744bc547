"""How long work reports how far it is, and how it is stopped."""

from dataclasses import dataclass
from typing import Protocol


class Cancelled(Exception):
    """Raised by a `Progress` when nobody wants the result any more."""


class Progress(Protocol):
    """Called by long work with the steps done so far; may raise `Cancelled`."""

    def __call__(self, done: int, total: int, note: str = "") -> None: ...


def silent(done: int, total: int, note: str = "") -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Part:
    """Progress of a part as progress of the whole."""

    whole: Progress
    before: int
    total: int

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.whole(self.before + done, self.total, note)
