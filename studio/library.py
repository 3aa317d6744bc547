"""The dictionary in use, as the window asks for it."""

from pathlib import Path

from pipeline.signs.sign import Sign, SignId
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore


def open_store(dictionary: str | None) -> SignStore:
    """Open a project's dictionary, the starter dictionary for None; raises BadInput."""
    return SignStore(Path(dictionary) if dictionary else STARTER)


class Library:
    """A dictionary with what was read from it lately; used in the thread that made it."""

    def __init__(self, dictionary: str | None) -> None:
        self.dictionary = dictionary
        self.store = open_store(dictionary)
        self._signs: dict[SignId, Sign] = {}
        self._found: dict[tuple[str, str], tuple[Sign, ...]] = {}
        self._known: dict[str, frozenset[str]] = {}

    def known(self, language: str) -> frozenset[str]:
        """Keys of all glosses of a sign language."""
        if language not in self._known:
            self._known[language] = self.store.glosses(language)
        return self._known[language]

    def sign(self, id: SignId) -> Sign:
        """One sign; raises UnknownSign."""
        if id not in self._signs:
            self._signs[id] = self.store.sign(id)
        return self._signs[id]

    def find(self, gloss: str, language: str) -> tuple[Sign, ...]:
        """The signs of a gloss, best first."""
        key = (gloss, language)
        if key not in self._found:
            self._found[key] = tuple(self.store.find(gloss, language))
        return self._found[key]

    def search(self, words: str, language: str) -> tuple[Sign, ...]:
        """Signs whose gloss contains `words`."""
        return tuple(self.store.search(words, language))

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
