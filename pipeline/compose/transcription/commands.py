"""What can be asked for on the command line about transcribed signs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from tyro.conf import arg


@dataclass(frozen=True)
class BuildLexicon:
    """Make a dictionary of signs composed from a folder of SiGML files, and list what could not be mapped."""

    sigml: Annotated[Path, arg(metavar="FOLDER")]
    """The folder of .sigml files; folders in it count too."""
    output: Annotated[Path, arg(aliases=["-o"], metavar="DICTIONARY")]
    """The dictionary to write; what is at its place is replaced once the new one is whole."""
    sign_language: str
    """The sign language by its ISO 639-3 code, such as dse for NGT."""
    source: str = ""
    """Where the transcriptions come from; by default the folder's name."""
    licence: str = ""
    """The licence of the transcriptions."""
    signer: str = "woman"
    """Who signs: woman, man, or user for your own SMPL-X file named by SIGNWRIGHT_SMPLX."""
    processes: int = 0
    """How many processes compose; 0 for one on every core."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""
