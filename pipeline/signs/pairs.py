"""Minimal pairs: signs of a dictionary that differ from a form in exactly one parameter."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pipeline.signs.sign import Sign
from pipeline.signs.store import SignStore

Form = Collection[tuple[str, str]]

PARAMETERS = ("handshape", "location", "movement", "local", "hands", "base handshape")
"""What signs of a minimal pair are compared by, as `features` names it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sign and the one parameter in which it differs."""

    sign: Sign
    parameter: str


def minimal_pairs(store: SignStore, language: str, form: Form) -> list[Pair]:
    """The signs whose features differ from `form` in one parameter, in the order of the alphabet."""
    wanted = _by_parameter(form)
    found: list[Pair] = []
    for parameter in PARAMETERS:
        others = [(name, value) for name, value in form if name in PARAMETERS and name != parameter]
        for sign in store.with_form(language, others, limit=100_000):
            values = _by_parameter(store.features(sign.id))
            if [name for name in PARAMETERS if values.get(name) != wanted.get(name)] == [parameter]:
                found.append(Pair(sign, parameter))
    return sorted(found, key=lambda pair: (pair.sign.gloss, pair.sign.id))


def _by_parameter(form: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, value in form:
        found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}
