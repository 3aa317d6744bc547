"""Autosave, and what is left of it after a crash."""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QIODevice, QLockFile, QObject, QSaveFile, QTimer, Signal

from studio.language import tr

DELAY = 1000
"""Milliseconds of rest after which a change is saved."""

LONGEST_WAIT = 5.0
"""Seconds after which it is saved even while changes go on."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An autosaved project: its text, the file it came from (empty: never saved), and when."""

    file: Path
    origin: str
    saved: float  # seconds since the epoch
    contents: str


class Autosave(QObject):
    """Keeps the newest state of one open project in a file of this process.

    The file is locked as long as the process lives, so that another studio does not take it
    for the remains of a crash.
    """

    saved = Signal()
    failed = Signal(str)

    def __init__(
        self, folder: Path, take: Callable[[], tuple[str, str]], parent: QObject | None = None
    ) -> None:
        """`take` returns the project's text and the path it came from."""
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._take = take
        self.file = folder / f"{os.getpid()}-{time.time_ns()}.autosave"
        self._lock = QLockFile(str(_lock_of(self.file)))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self._waiting_since: float | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.save)

    def note_change(self) -> None:
        """Save soon."""
        now = time.monotonic()
        self._waiting_since = self._waiting_since or now
        if now - self._waiting_since > LONGEST_WAIT:
            self.save()
        else:
            self._timer.start()

    def save(self) -> bool:
        """Save now; whether that succeeded."""
        self._timer.stop()
        self._waiting_since = None
        contents, origin = self._take()
        data = json.dumps({"origin": origin, "saved": time.time(), "project": contents})
        file = QSaveFile(str(self.file))
        if (
            file.open(QIODevice.OpenModeFlag.WriteOnly)
            and file.write(data.encode("utf-8")) >= 0
            and file.commit()
        ):
            self.saved.emit()
            return True
        self.failed.emit(
            tr("The autosave failed ({reason}): save the project yourself.").format(reason=file.errorString())
        )
        return False

    def discard(self) -> None:
        """Forget what was saved: the project is safe in its own file, or not wanted."""
        self._timer.stop()
        self._waiting_since = None
        self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """End without leaving anything behind."""
        self.discard()
        self._lock.unlock()

    def leave(self) -> None:
        """End and leave what was saved to the next studio."""
        self._timer.stop()
        self._lock.unlock()


def find_snapshots(folder: Path) -> list[Snapshot]:
    """What crashed studios left in `folder`, newest first; what cannot be read is kept under another name."""
    found = []
    for file in folder.glob("*.autosave"):
        lock = QLockFile(str(_lock_of(file)))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue
        snapshot = _read(file)
        lock.unlock()
        if snapshot is None:
            with suppress(OSError):
                file.replace(file.with_suffix(".damaged"))
        else:
            found.append(snapshot)
    return sorted(found, key=lambda snapshot: snapshot.saved, reverse=True)


def remove(snapshot: Snapshot) -> None:
    """Delete a snapshot that was restored or is not wanted."""
    snapshot.file.unlink(missing_ok=True)


def set_aside(snapshot: Snapshot) -> Path:
    """Keep a snapshot that cannot be opened as a project file, and offer it no more; returns the file."""
    kept = snapshot.file.with_suffix(".signwright")
    try:
        kept.write_text(snapshot.contents, encoding="utf-8")
    except OSError:
        return snapshot.file
    remove(snapshot)
    return kept


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")


def _read(file: Path) -> Snapshot | None:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return Snapshot(file, str(data["origin"]), float(data["saved"]), str(data["project"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
