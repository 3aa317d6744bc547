"""Curators' decisions in a SQLite file of their own, which a rebuild of the dictionary leaves alone.

Every decision is a new row with who made it and when; the newest about a sign counts. Signs are found
again by language, gloss, variant and source, and by the hash of the motion where that is not enough.
"""

import getpass
import os
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, func, insert, select, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from pipeline.errors import BadInput
from pipeline.resources import RESOURCES
from pipeline.signs.decision import NONE, Decision, Subject
from pipeline.signs.decision_rows import (
    APPLICATION_ID,
    DECISIONS,
    METADATA,
    SUBJECT,
    VERSION,
    Record,
    record_from,
    row_of,
)
from pipeline.signs.header import check_header
from pipeline.signs.matching import key
from pipeline.signs.sign import Sign, SignId


def decisions_file(dictionary: Path) -> Path:
    """Where decisions about a dictionary's signs are: beside it; for a shipped one in the user's folder."""
    name = f"{dictionary.stem}.decisions.sqlite"
    shipped = dictionary.resolve().is_relative_to(RESOURCES.resolve())
    return user_folder() / name if shipped else dictionary.with_name(name)


def user_folder() -> Path:
    """Where the user's own data is: SIGNWRIGHT_CONFIG_HOME, else the platform's place for it."""
    chosen = os.environ.get("SIGNWRIGHT_CONFIG_HOME")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "Signwright" / "Signwright"


class Decisions:
    """The decisions of one file, which is made by the first of them; used in the thread that opened it.

    What another process or thread decides is seen at the next question. Raises BadInput for a file that
    is damaged, of another kind, or made by a newer version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine: Engine | None = None
        self._seen = b""  # SQLite's count of changes of the file
        self._mirrored: set[Subject] = set()
        self._current: dict[tuple[str, str], dict[Subject, Decision]] = {}
        self.changes = 0  # grows whenever what is decided may be another than before

    def close(self) -> None:
        """Let go of the file."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
            self._seen = b""

    def of(self, language: str, gloss: str) -> Mapping[Subject, Decision]:
        """What is decided about the signs of a gloss."""
        self.refresh()
        return self._current.get((language, key(gloss)), {})

    def all(self) -> dict[Subject, Decision]:
        """What is decided about every sign."""
        self.refresh()
        return {subject: found for group in self._current.values() for subject, found in group.items()}

    @property
    def any_mirrored(self) -> bool:
        """Whether some sign is to be performed with left and right exchanged."""
        self.refresh()
        return bool(self._mirrored)

    def put(self, decided: Mapping[Subject, Decision], by: str = "", at: str = "") -> None:
        """Record decisions, all or none; by the user of this computer and now unless said otherwise."""
        by, at = by or curator(), at or datetime.now(UTC).isoformat(timespec="seconds")
        self.put_records([Record(subject, decision, by, at) for subject, decision in decided.items()])

    def put_records(self, records: Sequence[Record]) -> None:
        """Record decisions that were made elsewhere, all or none."""
        if not records:
            return
        with self._plainly("changed"):
            with self._open(make=True).begin() as connection:
                connection.execute(insert(DECISIONS), [row_of(record) for record in records])
            self.refresh()

    def history(self) -> list[Record]:
        """Every decision ever made, oldest first."""
        if not self.path.exists():
            return []
        with self._plainly("read"), self._open().connect() as connection:
            return [
                record_from(row) for row in connection.execute(select(DECISIONS).order_by(DECISIONS.c.id))
            ]

    def current(self) -> list[Record]:
        """The newest decision about every sign, those that were taken back left out."""
        newest = {record.subject: record for record in self.history()}
        return [record for record in newest.values() if record.decision != NONE]

    def refresh(self) -> None:
        """See what others have decided since."""
        with self._plainly("read"):
            changed = _changes(self.path)
            if changed != self._seen:
                self._read()
                self._seen = changed
                self.changes += 1

    def _read(self) -> None:
        self._current.clear()
        self._mirrored.clear()
        if not self.path.exists():
            return
        newest = select(func.max(DECISIONS.c.id)).group_by(*(DECISIONS.c[name] for name in SUBJECT))
        rows = select(DECISIONS).where(DECISIONS.c.id.in_(newest)).order_by(DECISIONS.c.id)
        with self._open().connect() as connection:
            for record in map(record_from, connection.execute(rows)):
                self._know(record.subject, record.decision)

    def _know(self, subject: Subject, decision: Decision) -> None:
        group = self._current.setdefault((subject.language, key(subject.gloss)), {})
        group[subject] = decision  # also NONE, which hides what was said of an older motion
        if decision.mirrored:
            self._mirrored.add(subject)
        else:
            self._mirrored.discard(subject)

    def _open(self, *, make: bool = False) -> Engine:
        if self._engine is None:
            fresh = make and not self.path.exists()
            if fresh:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            opened = _engine(self.path, "rwc" if fresh else "rw")
            with opened.begin() as connection:
                if fresh:
                    METADATA.create_all(connection)
                    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
                    connection.execute(text(f"PRAGMA user_version = {VERSION}"))
                refusal = f"{self.path} does not hold decisions about signs: move it away."
                check_header(connection, self.path, (APPLICATION_ID, VERSION), refusal)
            self._engine = opened
        return self._engine

    @contextmanager
    def _plainly(self, verb: str) -> Iterator[None]:
        try:
            yield
        except BadInput:
            raise
        except (DBAPIError, OSError, ValueError) as problem:
            reason = problem.orig if isinstance(problem, DBAPIError) else problem
            raise BadInput(
                f"The decisions in {self.path} cannot be {verb} ({reason}): "
                "free the file, or put a backup in its place."
            ) from problem


def matched(signs: Iterable[Sign], decisions: Mapping[Subject, Decision]) -> dict[SignId, Decision]:
    """Which decision is about which of all the signs of a gloss.

    One about the same motion is; one about a motion that the dictionary has no more goes to the only
    sign of its language, gloss, variant and source, which was made anew then.
    """
    alike: dict[tuple[str, ...], list[Sign]] = defaultdict(list)
    for sign in signs:
        alike[_kept(sign.subject)].append(sign)
    found: dict[SignId, Decision] = {}
    exact: dict[SignId, Decision] = {}
    for subject, decision in decisions.items():
        candidates = alike.get(_kept(subject), [])
        same = [sign for sign in candidates if sign.motion == subject.motion]
        if same:
            exact[same[0].id] = decision
        elif len(candidates) == 1:
            found[candidates[0].id] = decision
    return found | exact


def curator() -> str:
    """Who is at this computer, as decisions are signed unless another name is given."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _kept(subject: Subject) -> tuple[str, ...]:
    return subject.language, key(subject.gloss), subject.variant, subject.source


def _changes(path: Path) -> bytes:
    """The file's change counter, which SQLite's file format keeps at byte 24; empty without a file."""
    try:
        with path.open("rb") as file:
            return file.read(28)[24:]
    except FileNotFoundError:
        return b""


def _engine(path: Path, mode: str) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    return create_engine("sqlite://", creator=connect, poolclass=StaticPool)
