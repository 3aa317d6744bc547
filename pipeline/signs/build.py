"""`build starter`: the shipped dictionary made anew, and a report of how well its signs could be composed."""

from collections.abc import Sequence

from pipeline.commands import BuildStarter
from pipeline.console import Console, Json
from pipeline.signs import starter
from pipeline.signs.composing import Report
from pipeline.signs.lexicon import LEXICONS

FAR = 0.010
"""Metres between what should touch that are worth telling of."""


def build_starter(command: BuildStarter, console: Console) -> None:
    """Write the dictionary that `command` asks for. Raises BadInput and Cancelled."""
    out, lexicons = command.output or starter.STARTER, command.lexicons or LEXICONS
    if command.keep_letters:
        reports = starter.compose_starter(out, console, lexicons)
    else:
        from pipeline.signs.fitted import build_starter as fitted

        reports = fitted(command.captures, out, console, lexicons)
    for sentence in told(reports):
        console.say(sentence)
    composed = [_facts(report) for report in reports]
    console.result(f"Wrote {out}.", {"path": str(out), "composed": composed})


def told(reports: Sequence[Report]) -> list[str]:
    """How many signs were composed in each language, and which miss what they should touch."""
    lines = []
    for language in dict.fromkeys(report.language for report in reports):
        own = [report for report in reports if report.language == language]
        seconds = sum(report.seconds for report in own) / len(own)
        lines.append(f"Composed {len(own)} signs of {language}, {seconds:.2f} s long on average.")
        missed = sorted(
            (report for report in own if report.contact > FAR), key=lambda report: -report.contact
        )
        if missed:
            names = ", ".join(f"{report.gloss} {1e3 * report.contact:.0f} mm" for report in missed)
            lines.append(f"Contacts missed by more than {1e3 * FAR:.0f} mm in {language}: {names}.")
    return lines


def _facts(report: Report) -> Json:
    return {
        "language": report.language,
        "gloss": report.gloss,
        "seconds": round(report.seconds, 3),
        "contact": round(report.contact, 5),
    }
