"""Fitted clips as signs of a dictionary."""

from collections.abc import Sequence
from typing import Any

from pipeline.errors import BadInput
from pipeline.fitting.commands import Fit
from pipeline.fitting.results import MOTION
from pipeline.fitting.takes import Take
from pipeline.motion import files
from pipeline.motion.motion import Motion
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
                if _known(store, label, report["sha256"]):
                    continue
                try:
                    store.add(_draft(command, report, label), _motion(command, report))
                    added += 1
                except BadInput as error:
                    failed.append((str(report["clip"]), str(error)))
    return added, failed


def _motion(command: Fit, report: dict[str, Any]) -> Motion:
    return files.load(command.output / f"{report['clip']}{MOTION}")


def _draft(command: Fit, report: dict[str, Any], label: dict[str, str]) -> Draft:
    return Draft(
        gloss=label["gloss"],
        language=label["language"],
        variant=label["variant"],
        source=report["clip"],
        licence=command.licence,
        signer=report["signer"],
        scores={"grade": report["quality"]["grade"]},
    )


def _known(store: SignStore, label: dict[str, str], sha256: str) -> bool:
    found = store.find(label["gloss"], label["language"], rejected=True)
    return any(sign.motion == sha256 and sign.variant == label["variant"] for sign in found)
