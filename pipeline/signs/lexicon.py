"""Lexicons: folders of described signs, a folder for each sign language and a file for each theme."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.compose.text_form import DescribedSign, read_signs
from pipeline.errors import BadInput
from pipeline.resources import RESOURCES
from pipeline.signs.matching import key

LEXICONS = RESOURCES / "starter"
"""What comes with the program."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A described sign and the file it stands in."""

    sign: DescribedSign
    file: str


def files(folder: Path, language: str) -> list[Path]:
    """The files of a language's lexicon in the order of the alphabet; none when it has no lexicon."""
    return sorted((folder / language).glob("*.yaml"))


def read_lexicon(folder: Path, language: str) -> tuple[Entry, ...]:
    """All signs of a language's lexicon. Raises BadInput that names the file, the sign and the line."""
    entries: list[Entry] = []
    places: dict[tuple[str, str], str] = {}
    for path in files(folder, language):
        for sign in read_signs(_text(path), path.name):
            name = (key(sign.gloss), sign.variant)
            if name in places:
                raise BadInput(
                    f"{places[name]} and {path.name} both describe {sign.gloss}: "
                    "remove one, or give it another variant."
                )
            places[name] = path.name
            entries.append(Entry(sign, path.name))
    return tuple(entries)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadInput(f"The lexicon {path} cannot be read ({problem}): save it as UTF-8 text.") from None
