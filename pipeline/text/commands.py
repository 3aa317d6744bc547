"""What can be asked of the translation from text to glosses on the command line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from tyro.conf import Positional, arg

OptionalPath = Annotated[Path | None, arg(metavar="PATH")]


@dataclass(frozen=True)
class GlossText:
    """Translate sentences to glosses, one a line, and say how much of them the dictionary can sign."""

    text: Annotated[Positional[str], arg(metavar="TEXT")] = ""
    """What to translate; - reads it from standard input, a sentence a line."""
    file: OptionalPath = None
    """A text file with a sentence a line, instead of a text."""
    language: str = "en"
    """The text's language: en, de or zh."""
    sign_language: str = ""
    """The sign language: ase (ASL), gsg (DGS) or csl (CSL); by default the one that goes with the text."""
    dictionary: OptionalPath = None
    """A sign dictionary (.sqlite); by default the starter dictionary."""
    model: OptionalPath = None
    """A folder with a trained translator; by default the rules translate."""
    glossary: OptionalPath = None
    """A glossary exported by the studio, whose entries win."""
    nbest: int = 1
    """How many ways to sign each sentence are told."""
    only_dictionary: bool = False
    """Let the model choose only glosses that the dictionary has, and say what that costs."""
    explain: bool = False
    """Tell the reason of every gloss and how sure it is."""
    serve: bool = False
    """Answer requests in JSON lines on standard input, for the studio; needs --model."""
    json: bool = False
    """Report as JSON lines on standard output."""
