"""`build curation`: curators' decisions as a table that a spreadsheet opens, and back."""

import csv
import io
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pipeline.console import Console
from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.signs.commands import BuildCuration
from pipeline.signs.decision import NONE, Decision, Status, Subject, tagged
from pipeline.signs.decision_rows import Record
from pipeline.signs.decisions import Decisions, curator, decisions_file
from pipeline.signs.store import SignStore

COLUMNS = (
    "language", "gloss", "variant", "source", "motion", "status", "representative", "flagged", "mirrored",
    "start", "end", "tags", "note", "by", "at",
)  # fmt: skip


def build_curation(command: BuildCuration, console: Console) -> None:
    """Write or take the table that `command` names. Raises BadInput."""
    if (command.to is None) == (command.take is None):
        raise BadInput("Name one table: --to FILE.csv writes decisions, --from FILE.csv takes them.")
    SignStore(command.dictionary).close()  # a sentence when it is none
    decisions = Decisions(decisions_file(command.dictionary))
    try:
        if command.to is not None:
            records = decisions.current()
            write_whole(command.to, written(records).encode())
            console.result(
                f"{len(records)} decisions are in {command.to}.",
                {"path": str(command.to), "decisions": len(records)},
            )
        elif command.take is not None:
            given = read_table(command.take, command.by)
            known = decisions.all()
            fresh = [record for record in given if known.get(record.subject, NONE) != record.decision]
            decisions.put_records(fresh)
            console.result(
                f"Took {len(fresh)} decisions from {command.take}; "
                f"{len(given) - len(fresh)} changed nothing.",
                {"path": str(decisions.path), "decisions": len(fresh)},
            )
    finally:
        decisions.close()


def written(records: list[Record]) -> str:
    """The table of decisions, a header first."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    for record in records:
        subject, decision = record.subject, record.decision
        table.writerow(
            {name: getattr(subject, name) for name in COLUMNS[:5]}
            | {name: "yes" if getattr(decision, name) else "" for name in COLUMNS[6:9]}
            | {name: "" if (time := getattr(decision, name)) is None else time for name in ("start", "end")}
            | {"status": decision.status.value if decision.status else "", "tags": ", ".join(decision.tags)}
            | {"note": decision.note, "by": record.by, "at": record.at}
        )
    return text.getvalue()


def read_table(path: Path, by: str = "") -> list[Record]:
    """The decisions of a table, where `by` decided what says no name. Raises BadInput that names the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadInput(f"The table {path} cannot be read ({problem}): save it as UTF-8 CSV.") from None
    table = csv.DictReader(io.StringIO(text))
    missing = {"language", "gloss"} - set(table.fieldnames or ())
    if missing:
        raise BadInput(f"{path} has no column {sorted(missing)[0]}: begin with a table that --to wrote.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    found = []
    for row in table:
        try:
            found.append(_record({name: (row.get(name) or "").strip() for name in COLUMNS}, by, now))
        except ValueError as problem:
            raise BadInput(f"{path}, line {table.line_num}: {problem}. Correct it and try again.") from None
    return found


def _record(row: Mapping[str, str], by: str, now: str) -> Record:
    if not row["language"] or not row["gloss"]:
        raise ValueError("language and gloss are needed")
    if row["status"] not in ("", *Status):
        raise ValueError(f"status {row['status']!r} is not {', '.join(Status)} or empty")
    for name in ("representative", "flagged", "mirrored"):
        if row[name].casefold() not in ("", "yes", "no"):
            raise ValueError(f"{name} {row[name]!r} is not yes, no or empty")
    decision = Decision(
        status=Status(row["status"]) if row["status"] else None,
        representative=row["representative"].casefold() == "yes",
        flagged=row["flagged"].casefold() == "yes",
        mirrored=row["mirrored"].casefold() == "yes",
        start=float(row["start"]) if row["start"] else None,
        end=float(row["end"]) if row["end"] else None,
        note=row["note"],
    )
    if not all(math.isfinite(time) for time in (decision.start, decision.end) if time is not None):
        raise ValueError("start and end are seconds")
    subject = Subject(*(row[name] for name in COLUMNS[:5]))
    return Record(subject, tagged(decision, row["tags"]), row["by"] or by or curator(), row["at"] or now)
