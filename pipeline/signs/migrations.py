"""Dictionaries of earlier versions, brought to the tables of this one."""

import os
import shutil
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.signs.schema import APPLICATION_ID, VERSION

STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE signs ADD COLUMN provenance VARCHAR DEFAULT 'captured' NOT NULL",
        "ALTER TABLE signs ADD COLUMN description VARCHAR DEFAULT '' NOT NULL",
        "CREATE TABLE features ("
        "sign INTEGER NOT NULL REFERENCES signs (id) ON DELETE CASCADE, name VARCHAR NOT NULL, "
        "value VARCHAR NOT NULL, PRIMARY KEY (sign, name, value)) WITHOUT ROWID",
        "CREATE INDEX features_by_value ON features (name, value, sign)",
    ),
    2: (
        "CREATE TABLE recordings ("
        "sign INTEGER NOT NULL REFERENCES signs (id) ON DELETE CASCADE, kind VARCHAR NOT NULL, "
        'path VARCHAR NOT NULL, clip VARCHAR NOT NULL, start FLOAT NOT NULL, "end" FLOAT NOT NULL, '
        "PRIMARY KEY (sign, kind)) WITHOUT ROWID",
    ),
}
"""By the version it starts from: what makes the next version of it. Steps are never changed, only added."""


WITHOUT: dict[int, tuple[str, ...]] = {
    2: (
        "CREATE TEMP TABLE recordings (sign INTEGER, kind VARCHAR, path VARCHAR, clip VARCHAR, "
        'start FLOAT, "end" FLOAT)',
    ),
}
"""By the version of a file that lacks nothing but tables: empty ones, beside which it is read as it is.

A dictionary may be large, and copying it to memory takes as long as it is."""


def is_old(connection: sqlite3.Connection) -> bool:
    """Whether a file is a dictionary of an earlier version."""
    (kind,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return kind == APPLICATION_ID and version in STEPS


def upgrade(connection: sqlite3.Connection) -> None:
    """Take every step up to this version, all or none; raises sqlite3.Error when the file is damaged."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    with connection:
        connection.execute("BEGIN")
        for start in range(version, VERSION):
            for statement in STEPS[start]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def readable(old: sqlite3.Connection) -> sqlite3.Connection:
    """A connection that reads an old dictionary as one of this version, and leaves the file alone."""
    (version,) = old.execute("PRAGMA user_version").fetchone()
    if version not in WITHOUT:
        with closing(old):
            return in_memory(old)
    old.execute("PRAGMA temp_store = MEMORY")
    for statement in WITHOUT[version]:
        old.execute(statement)
    return old


def in_memory(old: sqlite3.Connection) -> sqlite3.Connection:
    """An upgraded copy for reading, which leaves the file alone."""
    copy = sqlite3.connect(":memory:")
    old.backup(copy)
    upgrade(copy)
    copy.execute("PRAGMA query_only = ON")
    return copy


def upgrade_file(path: Path) -> Path | None:
    """Upgrade a dictionary where it lies, if it is old; returns the copy of it that was kept beside it.

    The upgrade happens in a copy that takes the old file's name once it is whole. Raises BadInput.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as old:
            if not is_old(old):
                return None
            (version,) = old.execute("PRAGMA user_version").fetchone()
            unfinished.unlink(missing_ok=True)
            with closing(sqlite3.connect(unfinished)) as copy:
                old.backup(copy)
                upgrade(copy)
        kept = _free_name(path, version)
        shutil.copy2(path, kept)
        os.replace(unfinished, path)
        return kept
    except (sqlite3.Error, OSError) as problem:
        raise BadInput(
            f"The dictionary {path} is of an earlier version and cannot be upgraded ({problem}): "
            "copy it to a folder that you may write to, or get it again."
        ) from problem
    finally:
        unfinished.unlink(missing_ok=True)


def _free_name(path: Path, version: int) -> Path:
    """A name beside the file that says what it holds."""
    stem = f"{path.stem}.version{version}"
    first = path.with_name(stem + path.suffix)
    others = (path.with_name(f"{stem}-{number}{path.suffix}") for number in count(2))
    return first if not first.exists() else next(name for name in others if not name.exists())
