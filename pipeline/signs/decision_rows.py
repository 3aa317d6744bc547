"""The table of curators' decisions, and how its rows become a `Decision`.

A file is recognised by SQLite's `application_id`; its `user_version` is the number of the schema.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Column, Float, Index, Integer, MetaData, String, Table

from pipeline.signs.decision import Decision, Status, Subject

APPLICATION_ID = 0x53674E44
"""The bytes "SgND"."""

VERSION = 1

METADATA = MetaData()

DECISIONS = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("language", String, nullable=False),
    Column("gloss", String, nullable=False),
    Column("variant", String, nullable=False),
    Column("source", String, nullable=False),
    Column("motion", String, nullable=False),
    Column("status", String, nullable=False),  # empty for the dictionary's own
    Column("representative", Boolean, nullable=False),
    Column("flagged", Boolean, nullable=False),
    Column("mirrored", Boolean, nullable=False),
    Column("start", Float),
    Column("end", Float),
    Column("tags", String, nullable=False),  # a JSON list
    Column("note", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),  # ISO 8601, UTC
    Index("decisions_by_subject", "language", "gloss", "variant", "source", "motion"),
)

SUBJECT = ("language", "gloss", "variant", "source", "motion")


@dataclass(frozen=True, slots=True)
class Record:
    """A decision with who made it and when."""

    subject: Subject
    decision: Decision
    by: str
    at: str  # ISO 8601, UTC


def row_of(record: Record) -> dict[str, object]:
    """The row of a decision."""
    decision = record.decision
    told = {name: getattr(record.subject, name) for name in SUBJECT}
    told |= {name: getattr(decision, name) for name in ("representative", "flagged", "mirrored")}
    status = decision.status.value if decision.status else ""
    return told | {
        "status": status, "start": decision.start, "end": decision.end, "tags": json.dumps(decision.tags),
        "note": decision.note, "by": record.by, "at": record.at,
    }  # fmt: skip


def record_from(row: Any) -> Record:
    """The decision of a row; raises ValueError when it makes no sense."""
    decision = Decision(
        status=Status(row.status) if row.status else None,
        representative=bool(row.representative),
        flagged=bool(row.flagged),
        mirrored=bool(row.mirrored),
        start=row.start,
        end=row.end,
        tags=tuple(str(tag) for tag in json.loads(row.tags)),
        note=row.note,
    )
    return Record(Subject(*(getattr(row, name) for name in SUBJECT)), decision, row.by, row.at)
