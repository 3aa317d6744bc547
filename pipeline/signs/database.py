"""The SQLite file of a dictionary: made whole, checked before it is opened, its complaints as sentences."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.pool import StaticPool

from pipeline.errors import BadInput
from pipeline.signs.migrations import is_old, readable
from pipeline.signs.schema import APPLICATION_ID, METADATA, VERSION


def make_empty(path: Path) -> None:
    """Make a dictionary without signs, whole or not at all."""
    unfinished = path.with_name(path.name + ".new")
    try:
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch()
        opened = engine(unfinished, writable=True)
        with plainly(path, "made"), opened.begin() as connection:
            METADATA.create_all(connection)
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
            connection.execute(text(f"PRAGMA user_version = {VERSION}"))
        opened.dispose()
        os.replace(unfinished, path)
    except OSError as problem:
        raise BadInput(f"{path} cannot be made ({problem.strerror}): choose another place.") from problem
    finally:
        unfinished.unlink(missing_ok=True)


def engine(path: Path, *, writable: bool) -> Engine:
    """An engine with one connection to the file, which is never made by opening it.

    A dictionary of an earlier version is read as one of this version, and stays as it is.
    """
    mode = "mode=rw" if writable else "mode=ro" if os.access(path, os.W_OK) else "mode=ro&immutable=1"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        if not writable and is_old(connection):
            return readable(connection)
        return connection

    return create_engine("sqlite://", creator=connect, poolclass=StaticPool)


def check_file(path: Path) -> None:
    """Raise BadInput unless the file is a whole SQLite database."""
    try:
        with path.open("rb") as file:
            head = file.read(32)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise BadInput(f"There is no dictionary at {path}: choose another file.") from None
    except (OSError, ValueError) as problem:
        raise BadInput(f"The dictionary {path} cannot be opened ({problem}): choose another file.") from None
    if len(head) < 32 or not head.startswith(b"SQLite format 3\0"):
        raise BadInput(f"{path} is not a dictionary of signs: choose another file.")
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if size < pages * (65536 if page == 1 else page):
        raise BadInput(f"The dictionary {path} is cut short: get it again.")


@contextmanager
def plainly(path: Path, verb: str) -> Iterator[None]:
    """Turn what SQLite complains about into a sentence; misuse by the program stays what it is."""
    try:
        yield
    except ProgrammingError:
        raise
    except (DBAPIError, UnicodeDecodeError) as problem:  # sqlite3 cannot decode messages about damaged names
        reason = problem.orig if isinstance(problem, DBAPIError) else "it is damaged"
        raise BadInput(
            f"The dictionary {path} cannot be {verb} ({reason}): get it again or choose another."
        ) from problem
