"""What can be asked for on the command line about composed signs."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from tyro.conf import Positional, arg

from pipeline.console import Console, Json

if TYPE_CHECKING:
    from pipeline.compose.text_form import DescribedSign


@dataclass(frozen=True)
class BuildSheets:
    """Compose the signs that YAML files describe and draw contact sheets of them, or of all handshapes."""

    output: Annotated[Path, arg(aliases=["-o"], metavar="FOLDER")]
    """The folder to write the pictures to."""
    lexicon: Annotated[Positional[tuple[Path, ...]], arg(metavar="FILE")] = ()
    """Files of described signs, or folders of them; without any, the handshapes are drawn."""
    glosses: tuple[str, ...] = ()
    """Only these signs."""
    each: bool = False
    """A picture for each sign instead of pages of seven."""
    signer: str = "woman"
    """Who signs: woman, man, or user for your own SMPL-X file named by SIGNWRIGHT_SMPLX."""
    json: bool = False
    """Report as JSON lines on standard output; the line `cancel` on standard input stops the work."""


def build_sheets(command: BuildSheets, console: Console) -> None:
    """Draw what the command asks for. Raises BadInput, OSError and Cancelled."""
    from pipeline.body.signers import signer
    from pipeline.compose.sheets import SIGNS_A_PAGE, handshape_pages, sign_pages, write_pages
    from pipeline.errors import BadInput

    body = signer(command.signer)
    signs, problems = _described(command.lexicon)
    if command.glosses:
        wanted = {gloss.casefold() for gloss in command.glosses}
        signs = [sign for sign in signs if sign.gloss.casefold() in wanted]
    for problem in problems:
        console.say(problem)
    if command.lexicon and not signs:
        raise BadInput(
            "No sign to draw was found: name a YAML file of described signs, and glosses that are in it."
        )
    if signs:
        pages = sign_pages(signs, body, 1 if command.each else SIGNS_A_PAGE, console)
    else:
        pages = handshape_pages(body, console)
    written = write_pages(pages, command.output)
    left_out = f" {len(problems)} could not be read and are left out." if problems else ""
    facts: dict[str, Json] = {"paths": [str(path) for path in written], "problems": list(problems)}
    console.result(f"Wrote {len(written)} pages to {command.output}.{left_out}", facts)


def _described(paths: tuple[Path, ...]) -> tuple[list["DescribedSign"], list[str]]:
    """The signs of files and folders, and what is wrong with those that cannot be read; raises OSError."""
    from pipeline.compose.text_form import read_what_can_be
    from pipeline.errors import BadInput

    signs: list[DescribedSign] = []
    problems: list[str] = []
    for path in paths:
        for file in sorted(path.glob("*.y*ml")) if path.is_dir() else [path]:
            try:
                read, wrong = read_what_can_be(file.read_text(encoding="utf-8"), file.name)
            except BadInput as error:
                read, wrong = [], [str(error)]
            except UnicodeError:
                read, wrong = [], [f"{file.name} is not readable: save it as plain UTF-8 text."]
            signs += read
            problems += wrong
    return signs, problems
