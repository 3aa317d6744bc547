"""What can be built of captured signs on the command line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from tyro.conf import Positional, arg


@dataclass(frozen=True)
class BuildAlphabets:
    """Build manual alphabets out of their captures: a dictionary for each sign language."""

    output: Annotated[Path, arg(aliases=["-o"])]
    """The folder to write to."""
    languages: Annotated[Positional[tuple[str, ...]], arg(metavar="LANGUAGE")] = ()
    """Sign languages by their ISO 639-3 codes, such as psr; by default all 19 that were filmed."""
    captures: Annotated[Path | None, arg(metavar="PATH")] = None
    """The spoken-to-signed 0.4.0 wheel or its unpacked folder; by default it is fetched with pip."""
    sheets: bool = False
    """Also draw a contact sheet of every alphabet: what was seen, and the avatar's hands."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


@dataclass(frozen=True)
class BuildFeatures:
    """Add ASL-LEX's phonological columns to the signs of a dictionary of ASL, to search them by."""

    dictionary: Annotated[Positional[Path], arg(metavar="DICTIONARY")]
    """The dictionary to add to; a sign gets the features when its gloss stands in the table."""
    asl_lex: Annotated[Path, arg(metavar="CSV")]
    """The table signdata.csv of ASL-LEX 2.0."""
    json: bool = False
    """Report as JSON lines on standard output."""


@dataclass(frozen=True)
class BuildCuration:
    """Write curators' decisions about a dictionary's signs as CSV, or take them from such a file."""

    dictionary: Annotated[Positional[Path], arg(metavar="DICTIONARY")]
    """The dictionary; its decisions are in a file beside it, and the dictionary itself is left as it is."""
    to: Annotated[Path | None, arg(metavar="CSV")] = None
    """The table to write: a row for every sign that something is decided about."""
    take: Annotated[Path | None, arg(name="from", metavar="CSV")] = None
    """The table to take decisions from, as --to writes it; rows that change nothing are passed over."""
    by: str = ""
    """Who decided, where the table does not say it; by default the user of this computer."""
    json: bool = False
    """Report as JSON lines on standard output."""
