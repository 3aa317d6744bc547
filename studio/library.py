"""The dictionary in use, as the window asks for it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, overload

from pipeline.errors import BadInput
from studio.language import tr
from studio.told import refused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pipeline.signs.sign import Sign, SignId
    from pipeline.signs.store import SignStore
    from pipeline.timeline.project import Project


def open_store(dictionary: str | None) -> "SignStore":
    """Open a project's dictionary, the starter dictionary for None; raises BadInput.

    Imports SQLAlchemy, which takes a fifth of a second: not before the window is on the screen.
    """
    from pipeline.signs.starter import STARTER
    from pipeline.signs.store import SignStore

    return SignStore(Path(dictionary) if dictionary else STARTER)


class Library:
    """A dictionary with what was read from it lately; used in the thread that made it."""

    def __init__(self, dictionary: str | None) -> None:
        self.dictionary = dictionary
        self.store = open_store(dictionary)
        self.edition = 0  # how often it has changed since it was opened
        self._signs: dict[SignId, Sign] = {}
        self._found: dict[tuple[str, str, bool], tuple[Sign, ...]] = {}
        self._known: dict[str, frozenset[str]] = {}

    def known(self, language: str) -> frozenset[str]:
        """Keys of all glosses of a sign language."""
        if language not in self._known:
            self._known[language] = self.store.glosses(language)
        return self._known[language]

    def sign(self, id: "SignId") -> "Sign":
        """One sign; raises UnknownSign."""
        if id not in self._signs:
            self._signs[id] = self.store.sign(id)
        return self._signs[id]

    def find(self, gloss: str, language: str, *, rejected: bool = False) -> "tuple[Sign, ...]":
        """The signs of a gloss, best first; those that a curator rejected last, and only if `rejected`."""
        key = (gloss, language, rejected)
        if key not in self._found:
            self._found[key] = tuple(self.store.find(gloss, language, rejected=rejected))
        return self._found[key]

    def forget(self) -> None:
        """Read everything anew: a curator has decided something."""
        self.edition += 1
        self._signs.clear()
        self._found.clear()
        self._known.clear()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()


PAGE = 32
"""Signs that are read at once where a long list is shown."""


class Pages(Sequence["Sign"]):
    """Signs by their ids, read page by page when they are looked at; the latest pages are kept."""

    def __init__(self, ids: "NDArray[np.int64]", library: Library) -> None:
        self.ids = ids
        self._page = lru_cache(maxsize=24)(
            lambda page: library.store.signs([int(id) for id in ids[page * PAGE : (page + 1) * PAGE]])
        )

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, row: int) -> "Sign": ...
    @overload
    def __getitem__(self, row: slice) -> "Sequence[Sign]": ...
    def __getitem__(self, row: int | slice) -> "Sign | Sequence[Sign]":
        if isinstance(row, slice):
            return [self[place] for place in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        page, place = divmod(row % len(self), PAGE)
        return self._page(page)[place]

    def refresh(self) -> None:
        """Read everything anew."""
        self._page.cache_clear()


class Shelf:
    """Keeps the dictionary open that was asked for last."""

    def __init__(self) -> None:
        self._library: Library | None = None

    def library(self, dictionary: str | None) -> Library:
        """A dictionary, opened unless it is already; raises BadInput."""
        if self._library is None or self._library.dictionary != dictionary:
            opened = Library(dictionary)
            self.close()
            self._library = opened
        return self._library

    def resolved(self, project: "Project") -> "tuple[Project, tuple[str, ...]]":
        """A project from a file with its signs found, and sentences about what is not as it was saved.

        Where its dictionary cannot be opened, the starter dictionary takes its place. Raises BadInput.
        """
        from pipeline.timeline.resolve import resolve

        try:
            library = self.library(project.dictionary)
        except BadInput as problem:
            project = replace(project, dictionary=None)
            found, notes = resolve(project, self.library(None).store)
            return found, (refused(str(problem)), tr("The starter dictionary takes its place."), *notes)
        return resolve(project, library.store)

    def close(self) -> None:
        """Let go of the file."""
        if self._library is not None:
            self._library.close()
            self._library = None
