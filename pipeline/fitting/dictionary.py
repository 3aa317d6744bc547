"""Fitted clips as signs of a dictionary."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import BadInput
from pipeline.fitting.commands import Fit
from pipeline.fitting.points import KEYPOINTS
from pipeline.fitting.results import MOTION
from pipeline.fitting.takes import Take
from pipeline.keypoints.detect.frames import VIDEOS
from pipeline.motion import files
from pipeline.motion.motion import Motion
from pipeline.signs.recording import Kind, Recording
from pipeline.signs.sign import Sign
from pipeline.signs.store import Draft, SignStore


def check(command: Fit, found: Sequence[Take]) -> None:
    """Raise BadInput unless the dictionary can be opened or made, and every clip has a sign language."""
    nameless = [take.source.name for take in found if not all(label.language for label in take.labels)]
    if nameless:
        raise BadInput(
            f"{len(nameless)} of {len(found)} clips have no sign language, such as {nameless[0]}: "
            "say it with --language, such as --language ase."
        )
    assert command.dictionary is not None
    with SignStore(command.dictionary, create=True):
        pass


def enter(command: Fit, reports: Sequence[dict[str, Any]]) -> tuple[int, list[tuple[str, str]]]:
    """Add every fitted clip that is not in the dictionary yet, once for each of its labels.

    Returns how many were added, and clips with the reason why they could not be.
    """
    assert command.dictionary is not None
    added, failed = 0, []
    with SignStore(command.dictionary, create=True) as store:
        for report in reports:
            for label in report["labels"]:
                try:
                    if known := _known(store, label, report["sha256"]):
                        _note(store, known, command, report)
                        continue
                    motion = _motion(command, report)
                    store.add(_draft(command, report, label, motion.seconds), motion)
                    added += 1
                except BadInput as error:
                    failed.append((str(report["clip"]), str(error)))
    return added, failed


def _motion(command: Fit, report: dict[str, Any]) -> Motion:
    return files.load(command.output / f"{report['clip']}{MOTION}")


def _note(store: SignStore, known: Sign, command: Fit, report: dict[str, Any]) -> None:
    """Remember what a sign was captured from that was added when dictionaries did not know it yet."""
    if not store.recordings(known.id):
        store.note_recordings(known.id, recordings(command.output, report, known.seconds))


def recordings(output: Path, report: dict[str, Any], seconds: float) -> tuple[Recording, ...]:
    """The film of a fitted clip of `seconds` and its keypoints, as far as either is a file."""
    source, start = Path(report["input"]), float(report.get("start", 0.0))
    filmed = source.suffix.lower() in VIDEOS or source.is_dir()
    film = Path(report["film"]) if report.get("film") else source if filmed else None
    points = output / f"{report['clip']}{KEYPOINTS}" if filmed else source
    given = ((Kind.FILM, film, ""), (Kind.KEYPOINTS, points, str(report.get("part", ""))))
    return tuple(
        Recording(kind, path, start, start + seconds, part)
        for kind, path, part in given
        if path is not None and path.is_file()
    )


def _draft(command: Fit, report: dict[str, Any], label: dict[str, str], seconds: float) -> Draft:
    return Draft(
        gloss=label["gloss"],
        language=label["language"],
        variant=label["variant"],
        source=report["clip"],
        licence=command.licence,
        signer=report["signer"],
        scores={"grade": report["quality"]["grade"]},
        recordings=recordings(command.output, report, seconds),
    )


def _known(store: SignStore, label: dict[str, str], sha256: str) -> Sign | None:
    found = store.find(label["gloss"], label["language"], rejected=True)
    same = (sign for sign in found if sign.motion == sha256 and sign.variant == label["variant"])
    return next(same, None)
