"""How long work reports how far it is, and how it is stopped."""

from typing import Protocol


class Cancelled(Exception):
    """Raised by a `Progress` when nobody wants the result any more."""


class Progress(Protocol):
    """Called by long work with the steps done so far; may raise `Cancelled`."""

    def __call__(self, done: int, total: int, note: str = "") -> None: ...


def silent(done: int, total: int, note: str = "") -> None:
    """Report to nobody."""
