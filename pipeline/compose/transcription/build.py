"""A folder of SiGML files composed into a dictionary."""

import csv
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.compose.compose import Composed, compose
from pipeline.compose.features import features
from pipeline.compose.text_writing import write_description
from pipeline.compose.transcription.commands import BuildLexicon
from pipeline.compose.transcription.figures import coverage
from pipeline.compose.transcription.read import Transcription, read_sigml
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.signs.draft import Draft
from pipeline.signs.sign import Provenance
from pipeline.signs.store import SignStore, new_store

CHUNK = 8
"""Files that a process takes at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A file's sign with its motion, or why there is none."""

    file: str
    transcription: Transcription | None = None
    composed: Composed | None = None
    refused: str = ""


def build_lexicon(command: BuildLexicon, console: Console) -> None:
    """Compose every sign of the folder. Raises BadInput, OSError and Cancelled."""
    files = sorted(command.sigml.rglob("*.sigml"))
    if not files:
        raise BadInput(f"{command.sigml} holds no .sigml files: name the folder that they are in.")
    report = command.output.with_name(command.output.stem + ".unmapped.csv")
    unfinished = report.with_name(report.name + ".part")
    outcomes: list[Outcome] = []
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as text, new_store(command.output) as store:
            table = csv.writer(text)
            table.writerow(["file", "gloss", "symbols", "unmapped", "refused"])
            for done, outcome in enumerate(_outcomes(files, command), 1):
                console(done, len(files), outcome.file)
                outcome = _stored(outcome, store, command)
                table.writerow(_row(outcome))
                outcomes.append(Outcome(outcome.file, outcome.transcription, refused=outcome.refused))
        os.replace(unfinished, report)
    finally:
        unfinished.unlink(missing_ok=True)
    read = [outcome.transcription for outcome in outcomes if outcome.transcription and not outcome.refused]
    refused = sum(bool(outcome.refused) for outcome in outcomes)
    figures = coverage(read, refused)
    facts: dict[str, Json] = {
        "path": str(command.output),
        "report": str(report),
        "signs": figures.signs,
        "refused": refused,
    }
    console.result(f"Wrote {command.output}: {figures}. What is missing stands in {report.name}.", facts)


def _outcomes(files: Sequence[Path], command: BuildLexicon) -> Iterator[Outcome]:
    """What becomes of every file, in order."""
    count = command.processes or os.cpu_count() or 1
    if count == 1:
        body = signer(command.signer)
        for file in files:
            yield from _compose_file(file, body)
        return
    with ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_prepare, initargs=(command.signer,)
    ) as pool:
        try:
            for outcomes in pool.map(_compose_in_process, files, chunksize=CHUNK):
                yield from outcomes
        finally:
            pool.shutdown(cancel_futures=True)


_prepared: list[BodyModel] = []


def _prepare(name: str) -> None:
    """Load the signer once in each process."""
    _prepared[:] = [signer(name)]


def _compose_in_process(file: Path) -> list[Outcome]:
    return list(_compose_file(file, _prepared[0]))


def _compose_file(file: Path, body: BodyModel) -> Iterator[Outcome]:
    try:
        transcriptions = read_sigml(file.read_bytes(), file.name)
    except (BadInput, OSError) as problem:
        yield Outcome(file.name, refused=str(problem))
        return
    for transcription in transcriptions:
        try:
            yield Outcome(file.name, transcription, compose(transcription.description, body))
        except ValueError as problem:
            yield Outcome(file.name, transcription, refused=f"It cannot be composed: {problem}.")


def _stored(outcome: Outcome, store: SignStore, command: BuildLexicon) -> Outcome:
    """Put a sign into the dictionary; a gloss that is there already gets the file's name as its variant."""
    transcription, composed = outcome.transcription, outcome.composed
    if transcription is None or composed is None:
        return outcome
    gloss = transcription.gloss or Path(outcome.file).stem
    known = bool(store.find(gloss, command.sign_language))
    draft = Draft(
        gloss,
        command.sign_language,
        variant=Path(outcome.file).stem if known else "",
        source=command.source or command.sigml.name,
        licence=command.licence,
        onset=composed.onset,
        offset=composed.offset,
        provenance=Provenance.COMPOSED,
        description=write_description(transcription.description),
        features=features(transcription.description),
    )
    try:
        store.add(draft, composed.motion, compact=True)
    except BadInput as problem:
        return Outcome(outcome.file, transcription, refused=str(problem))
    return outcome


def _row(outcome: Outcome) -> list[str]:
    transcription = outcome.transcription
    if transcription is None:
        return [outcome.file, "", "", "", outcome.refused]
    missing = "; ".join(transcription.unmapped)
    return [outcome.file, transcription.gloss, str(transcription.symbols), missing, outcome.refused]
