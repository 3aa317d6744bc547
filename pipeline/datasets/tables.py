"""Corpora in tables: the official Phoenix-2014T CSV, CSL-Daily's video map, and a linguist's spreadsheet."""

import csv
from pathlib import Path
from typing import Literal

from pipeline.datasets.parallel import Pair, Pairs
from pipeline.errors import BadInput

TEXT = ("translation", "text", "sentence", "satz", "word", "spoken", "german", "english", "deutsch")
GLOSS = ("orth", "gloss", "glosses", "glossen", "signed", "dgs", "asl")
NAME = ("name", "id", "video")
_SEPARATORS = ("|", "\t", ";", ",")


def is_table(text: str) -> bool:
    """Whether the first line names a column of text and one of glosses."""
    return _columns(text) is not None


def read(path: Path, text: str) -> Pairs:
    """The pairs of a table with a heading. Raises BadInput naming the line that is broken."""
    found = _columns(text)
    if found is None:
        raise BadInput(f"{path} has no columns text and gloss: name them in its first line.")
    separator, sentence, gloss, name = found
    quoting: Literal[0, 3] = csv.QUOTE_NONE if separator == "|" else csv.QUOTE_MINIMAL
    pairs = []
    try:
        rows = list(csv.reader(text.splitlines(), delimiter=separator, quoting=quoting, strict=True))
    except csv.Error as error:
        raise BadInput(f"{path} is a damaged table ({error}): open it and save it again.") from None
    for number, row in enumerate(rows[1:], start=2):
        if not any(row):
            continue
        if len(row) <= max(sentence, gloss):
            raise BadInput(f"{path}, line {number} has {len(row)} columns, too few: fill in text and gloss.")
        called = row[name] if name is not None and name < len(row) else str(number)
        pairs.append(Pair(row[sentence], tuple(row[gloss].split()), called))
    return tuple(pairs)


def _columns(text: str) -> tuple[str, int, int, int | None] | None:
    """Separator and places of the text, the glosses and the name in the first line."""
    heading = text.split("\n", 1)[0].strip().lower()
    for separator in _SEPARATORS:
        names = [name.strip(' "') for name in heading.split(separator)]
        sentence, gloss = (_place(names, wanted) for wanted in (TEXT, GLOSS))
        if sentence is not None and gloss is not None and sentence != gloss:
            return separator, sentence, gloss, _place(names, NAME)
    return None


def _place(names: list[str], wanted: tuple[str, ...]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)
