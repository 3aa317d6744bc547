"""What can be asked for on the command line about composed signs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from tyro.conf import Positional, arg

from pipeline.console import Console


@dataclass(frozen=True)
class BuildSheets:
    """Compose the signs that YAML files describe and draw contact sheets of them, or of all handshapes."""

    output: Annotated[Path, arg(aliases=["-o"], metavar="FOLDER")]
    """The folder to write the pictures to."""
    lexicon: Annotated[Positional[tuple[Path, ...]], arg(metavar="FILE")] = ()
    """Files of described signs, or folders of them; without any, the handshapes are drawn."""
    glosses: tuple[str, ...] = ()
    """Only these signs."""
    signer: str = "woman"
    """Who signs: woman, man, or user for your own SMPL-X file named by SIGNWRIGHT_SMPLX."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


def build_sheets(command: BuildSheets, console: Console) -> None:
    """Draw what the command asks for. Raises BadInput, OSError and Cancelled."""
    from pipeline.body.signers import signer
    from pipeline.compose.sheets import handshape_pages, sign_pages, write_pages
    from pipeline.compose.text_form import read_signs
    from pipeline.errors import BadInput

    body = signer(command.signer)
    files = [
        file
        for path in command.lexicon
        for file in (sorted(path.glob("*.y*ml")) if path.is_dir() else [path])
    ]
    signs = [sign for file in files for sign in read_signs(file.read_text(encoding="utf-8"), file.name)]
    if command.glosses:
        wanted = {gloss.casefold() for gloss in command.glosses}
        signs = [sign for sign in signs if sign.gloss.casefold() in wanted]
    if command.lexicon and not signs:
        raise BadInput(
            "No sign to draw was found: name a YAML file of described signs, and glosses that are in it."
        )
    pages = sign_pages(signs, body, console) if signs else handshape_pages(body, console)
    written = write_pages(pages, command.output)
    console.result(
        f"Wrote {len(written)} pages to {command.output}.", {"paths": [str(path) for path in written]}
    )
