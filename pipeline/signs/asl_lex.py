"""ASL-LEX's phonological columns as features of the signs of a dictionary.

The table is that of asl-lex.org (Sehyr et al. 2021, ASL-LEX 2.0), which users bring themselves: it is for
research and nothing of it is shipped.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.console import Console
from pipeline.errors import BadInput
from pipeline.signs.commands import BuildFeatures
from pipeline.signs.matching import key
from pipeline.signs.store import SignStore

COLUMNS = {
    "Handshape.2.0": "ASL-LEX handshape",
    "SelectedFingers.2.0": "ASL-LEX selected fingers",
    "Flexion.2.0": "ASL-LEX flexion",
    "SignType.2.0": "ASL-LEX sign type",
    "Movement.2.0": "ASL-LEX movement",
    "MajorLocation.2.0": "ASL-LEX major location",
    "MinorLocation.2.0": "ASL-LEX minor location",
    "NonDominantHandshape.2.0": "ASL-LEX base handshape",
}
"""The name of the feature that a column becomes."""

_NOTHING = frozenset({"", "NA", "N/A"})


def build_features(command: BuildFeatures, console: Console) -> None:
    """Add the features. Raises BadInput and OSError."""
    table = read_asl_lex(command.asl_lex)
    found = 0
    with SignStore(command.dictionary, writable=True) as store:
        for gloss in sorted(store.glosses("ase") & table.keys()):
            for sign in store.find(gloss, "ase", rejected=True):
                store.add_features(sign.id, table[gloss])
                found += 1
    console.result(
        f"{found} signs of {command.dictionary} can be searched by ASL-LEX's features.", {"signs": found}
    )


def read_asl_lex(path: Path) -> dict[str, frozenset[tuple[str, str]]]:
    """Features by the key of a gloss; several entries of one gloss add up. Raises BadInput and OSError."""
    found: dict[str, frozenset[tuple[str, str]]] = {}
    try:
        for row in _rows(path):
            gloss = key(re.sub(r"_[0-9]+$", "", row["LemmaID"]).replace("_", "-"))
            told = {
                (name, row[column].strip())
                for column, name in COLUMNS.items()
                if (row.get(column) or "").strip() not in _NOTHING
            }
            found[gloss] = found.get(gloss, frozenset()) | told
    except (UnicodeDecodeError, csv.Error) as problem:
        raise BadInput(f"{path} is not readable as CSV ({problem}): get the table anew.") from None
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # as the table was published
    rows = csv.DictReader(text.splitlines())
    missing = sorted({"LemmaID", *COLUMNS} - set(rows.fieldnames or ()))
    if missing:
        raise BadInput(f"{path} has no column {missing[0]}: choose signdata.csv of ASL-LEX 2.0.")
    yield from rows
