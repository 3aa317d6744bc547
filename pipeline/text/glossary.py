"""What a user has corrected, so that it is right the next time."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import Any

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole

FORMAT = "signwright-glossary"
VERSION = 1

_HEAD = """\
# Words and how they are signed, as corrected in Signwright. "glosses" stand in signing order; an empty
# list means that the words are not signed. "exact" entries leave other forms of the word alone.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of one language and the glosses they are signed with, none when they are not signed.

    An entry of one word holds for all its forms, unless it is `exact`.
    """

    text: str
    glosses: tuple[str, ...]
    language: str  # IETF tag
    sign_language: str  # ISO 639-3
    exact: bool = False

    @property
    def words(self) -> tuple[str, str, str]:
        """What makes it another entry: the words and the languages, however the words are written."""
        return " ".join(self.text.casefold().split()), self.language, self.sign_language


@dataclass(frozen=True, slots=True)
class Glossary:
    """Entries, oldest first, at most one for the same words and languages."""

    entries: tuple[Entry, ...] = ()

    def with_entry(self, entry: Entry) -> "Glossary":
        """The glossary with an entry that takes the place of one for the same words."""
        kept = tuple(old for old in self.entries if old.words != entry.words)
        return Glossary((*kept, entry))

    def without(self, words: tuple[str, str, str]) -> "Glossary":
        """The glossary without the entry for these words and languages."""
        return Glossary(tuple(entry for entry in self.entries if entry.words != words))

    def merged(self, others: Iterable[Entry]) -> "Glossary":
        """The glossary with other entries, which win."""
        result = self
        for entry in others:
            result = result.with_entry(entry)
        return result

    def of(self, language: str, sign_language: str) -> tuple[Entry, ...]:
        """The entries of one pair of languages."""
        pair = language, sign_language
        return tuple(entry for entry in self.entries if (entry.language, entry.sign_language) == pair)


EMPTY = Glossary()


def entry(text: str, glosses: Sequence[str], language: str, sign_language: str, exact: bool = False) -> Entry:
    """An entry from what somebody typed; raises BadInput for one without words."""
    words = " ".join(text.split())
    if not words:
        raise BadInput("An entry of the glossary needs words: type what the text says.")
    signed = tuple(" ".join(gloss.split()) for gloss in glosses if gloss.strip())
    return Entry(words, signed, language, sign_language, exact)


def correction(text: str, word: str, gloss: str, language: str, sign_language: str) -> Entry:
    """The entry that a correction of one gloss is remembered by.

    Of one word its base form `word` is kept, so that the correction holds for all its forms, unless
    the gloss is just the form that stands in the text: KINDER for "Kinder" says nothing about "Kind".
    """
    words = " ".join(text.split())
    exact = words.casefold() == gloss.casefold()
    separated = " " in words and word and " " not in word
    kept = word if word and (separated or " " not in words) and not exact else words
    return entry(kept, (gloss,), language, sign_language, exact)


def to_toml(glossary: Glossary) -> str:
    """The glossary as the text of its file."""
    parts = [_HEAD, f"format = {_quoted(FORMAT)}\nversion = {VERSION}\n"]
    for one in glossary.entries:
        glosses = ", ".join(map(_quoted, one.glosses))
        parts.append(
            f"\n[[entry]]\ntext = {_quoted(one.text)}\nglosses = [{glosses}]\n"
            f"language = {_quoted(one.language)}\nsign_language = {_quoted(one.sign_language)}\n"
            + ("exact = true\n" if one.exact else "")
        )
    return "".join(parts)


def from_toml(text: str) -> Glossary:
    """The glossary that `to_toml` wrote or a person typed; raises BadInput for anything else."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise BadInput(
            f"The glossary is not readable ({problem}): correct it or choose another file."
        ) from None
    if content.get("format") != FORMAT:
        raise BadInput("This is not a glossary of Signwright: choose a file that was exported as one.")
    if content.get("version") != VERSION:
        raise BadInput("The glossary was made by another version of Signwright: update it.")
    listed = content.get("entry", [])
    if not isinstance(listed, list):
        raise BadInput("The entries of the glossary are no list: begin each with a line [[entry]].")
    return EMPTY.merged(_entry(number, one) for number, one in enumerate(listed, 1))


def load_glossary(path: Path) -> Glossary:
    """The glossary in a file, empty when there is no file. Raises BadInput when it cannot be read."""
    try:
        return from_toml(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return EMPTY
    except OSError as problem:
        raise BadInput(f"The glossary {path} cannot be read ({problem.strerror}): check the file.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not a text file: choose a glossary.") from None
    except BadInput as problem:
        raise BadInput(f"{path}: {problem}") from None


def save_glossary(path: Path, glossary: Glossary) -> None:
    """Write a glossary, whole or not at all. Raises BadInput when the place cannot be written to."""
    write_whole(path, to_toml(glossary).encode("utf-8", "replace"))


def _entry(number: int, content: object) -> Entry:
    fields: dict[str, Any] = content if isinstance(content, dict) else {}
    texts = [fields.get(name) for name in ("text", "language", "sign_language")]
    glosses = fields.get("glosses")
    known = isinstance(glosses, list) and all(isinstance(gloss, str) for gloss in glosses)
    exact = fields.get("exact", False)
    if not known or not all(isinstance(text, str) for text in texts) or not isinstance(exact, bool):
        raise BadInput(
            f"Entry {number} of the glossary needs text, glosses, language and sign_language: complete it."
        )
    text, language, sign_language = (str(text) for text in texts)
    return entry(text, glosses or (), language, sign_language, exact)


def _quoted(text: str) -> str:
    """A basic string of TOML, whose escapes are JSON's and one more."""
    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
