"""All signs of a language as arrays, so that a hundred thousand are searched between two keystrokes."""

import json
from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from pipeline.signs.decision import Status
from pipeline.signs.matching import key
from pipeline.signs.query import Query
from pipeline.signs.sign import Sign
from pipeline.signs.store import SignStore

Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]

_STATUSES = tuple(Status)
_FAR = 4
TRANSLATION = "translation"
"""The feature that says what a sign means in a spoken language."""


class Catalogue:
    """The signs of one language in the order of the alphabet; N rows.

    It is a picture of the dictionary at the time it was made; `revise` brings single glosses up to date
    with what curators decide. Needs nothing of the store afterwards, so it may go to another thread.
    """

    def __init__(self, store: SignStore, language: str) -> None:
        self.language = language
        ids, keys, scores, statuses = list[int](), list[str](), array("f"), array("b")
        for id, name, status, told in store.entries(language):
            ids.append(id)
            keys.append(name)
            scores.append(_score(told))
            statuses.append(_STATUSES.index(Status(status)))
        self.ids: Rows = np.array(ids, np.int64)  # (N,)
        self._row = {id: row for row, id in enumerate(ids)}
        self._scores = np.array(scores, np.float32)  # (N,), 0 to 1
        self._status = np.array(statuses, np.int8)  # (N,), indices into _STATUSES
        self._flagged: Flags = np.zeros(len(ids), np.bool_)  # (N,)
        self._tags: dict[int, tuple[str, ...]] = {}  # of the rows that have some
        self._features, meanings = self._index(store.feature_rows(language))
        self._text, self._starts = _written(keys, ids, meanings)
        self._lengths = np.array([len(name.encode()) for name in keys], np.int64)
        self.revise(store.decided(language))

    def __len__(self) -> int:
        return len(self.ids)

    def values(self, feature: str) -> tuple[str, ...]:
        """The values that a feature has here, such as the handshapes, sorted."""
        return tuple(sorted(self._features.get(feature, {})))

    def revise(self, signs: Iterable[Sign]) -> None:
        """Note what curators have decided about these signs."""
        for sign in signs:
            row = self._row.get(sign.id)
            if row is None:
                continue
            self._status[row] = _STATUSES.index(sign.status)
            self._flagged[row] = sign.decision.flagged
            self._tags.pop(row, None)
            if sign.decision.tags:
                self._tags[row] = tuple(tag.casefold() for tag in sign.decision.tags)

    def search(self, query: Query) -> Rows:
        """Ids of the signs that fit: the gloss itself first, then by its start, then the rest.

        Within these, in the order of the alphabet.
        """
        fitting = self._conditions(query)
        words = key(query.words)
        if not words:
            return self.ids[fitting]
        nearness = self._nearness(words)
        rows = np.flatnonzero(fitting & (nearness < _FAR))
        return self.ids[rows[np.argsort(nearness[rows], kind="stable")]]

    def _conditions(self, query: Query) -> Flags:
        fitting = (self._scores >= query.least - 1e-6) & (self._scores <= query.most + 1e-6)
        if query.statuses:
            fitting &= np.isin(self._status, [_STATUSES.index(status) for status in query.statuses])
        if query.flagged:
            fitting &= self._flagged
        for tag in query.tags:
            fitting &= self._having([row for row, tags in self._tags.items() if tag in tags])
        for name, value in query.features:
            found = self._features.get(name, {}).get(value.casefold())
            fitting &= self._having(found if found is not None else [])
        return fitting

    def _having(self, rows: "Rows | list[int]") -> Flags:
        flags = np.zeros(len(self.ids), np.bool_)
        flags[np.asarray(rows, np.int64)] = True
        return flags

    def _nearness(self, words: str) -> NDArray[np.int8]:
        """How near each gloss is to the words, (N,): 0 for itself to `_FAR`."""
        nearness = np.full(len(self.ids), _FAR, np.int8)
        for row, tags in self._tags.items():
            if any(words in key(tag) for tag in tags):
                nearness[row] = 3
        wanted = np.frombuffer(words.encode(), np.uint8)
        places = _places(self._text, wanted)
        rows = np.searchsorted(self._starts, places, side="right") - 1
        since = places - self._starts[rows]
        nearness[rows[since >= self._lengths[rows]]] = 3
        inside = since + len(wanted) <= self._lengths[rows]
        nearness[rows[inside]] = 2
        nearness[rows[since == 0]] = 1
        nearness[rows[(since == 0) & (self._lengths[rows] == len(wanted))]] = 0
        return nearness

    def _index(
        self, features: Iterable[tuple[int, str, str]]
    ) -> tuple[dict[str, dict[str, Rows]], dict[int, str]]:
        """The rows of each value of each feature, and by id the translations with tabs between them."""
        found: dict[str, dict[str, array[int]]] = {}
        meanings: dict[int, str] = {}
        for id, name, value in features:
            if name == TRANSLATION:
                meanings[id] = f"{meanings[id]}\t{key(value)}" if id in meanings else key(value)
            else:
                values = found.setdefault(name.casefold(), {})
                values.setdefault(value.casefold(), array("q")).append(self._row[id])
        rows = {
            name: {value: np.array(given, np.int64) for value, given in values.items()}
            for name, values in found.items()
        }
        return rows, meanings


def _score(text: str) -> float:
    scores = json.loads(text)
    return sum(scores.values()) / len(scores) if scores else 0.0


def _written(keys: list[str], ids: list[int], meanings: dict[int, str]) -> tuple[NDArray[np.uint8], Rows]:
    """A line of UTF-8 for each sign, its key and its translations, and where the lines start."""
    lines = [
        (f"{name}\t{meanings[id]}\n" if id in meanings else f"{name}\n").encode()
        for name, id in zip(keys, ids, strict=True)
    ]
    lengths = np.array([len(line) for line in lines], np.int64)
    return np.frombuffer(b"".join(lines), np.uint8), np.cumsum(lengths) - lengths


def _places(text: NDArray[np.uint8], wanted: NDArray[np.uint8]) -> Rows:
    """Where `wanted` begins in `text`."""
    last = len(text) - len(wanted)
    if last < 0:
        return np.zeros(0, np.int64)
    places = np.flatnonzero(text[: last + 1] == wanted[0])
    for offset in range(1, len(wanted)):
        places = places[text[places + offset] == wanted[offset]]
    return places
