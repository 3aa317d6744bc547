"""Work done by a child process that reports in JSON lines."""

import json
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

import pipeline
from studio.language import tr

PATIENCE = 3000
"""Milliseconds that a child is given to stop by itself."""

MAIN = Path(pipeline.__file__).resolve().parent.parent / "main.py"


def command_line(arguments: Sequence[str]) -> list[str]:
    """The program and its arguments that run a Signwright command in this environment."""
    return [sys.executable, str(MAIN), *arguments]


class ProcessJob(QObject):
    """A child process; `unfinished` are files that it must not leave behind when it fails.

    The child prints objects with an `event`: `progress` (done, total, note), `note`, `result` or
    `error` (message). One of `done`, `failed` or `cancelled` is emitted, then the job is over.
    """

    progressed = Signal(int, int, str)  # done, total, note
    said = Signal(str)  # a note of the child, or a line of its standard error
    done = Signal(dict)  # what the child says about its result
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self, command: Sequence[str], unfinished: Sequence[Path] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._command, self._unfinished = list(command), tuple(unfinished)
        self._stopping = False
        self._over = False
        self._result: dict[str, object] = {}
        self._problem = ""
        self._last_words = ""
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._listen)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail_to_start)
        self._deadline = QTimer(self, singleShot=True, interval=PATIENCE)
        self._deadline.timeout.connect(self._process.kill)

    @property
    def is_running(self) -> bool:
        """Whether the outcome is still open."""
        return not self._over

    def start(self) -> None:
        """Start the child."""
        self.said.emit(shlex.join(self._command))
        self._process.start(self._command[0], self._command[1:])

    def cancel(self) -> None:
        """Ask the child to stop, and make it stop when it does not."""
        if self._over or self._stopping:
            return
        self._stopping = True
        self._process.write(b"cancel\n")
        self._deadline.start()

    def kill(self) -> None:
        """Stop the child now and clean up after it; returns when it is gone."""
        if self._over:
            return
        self._stopping = True
        self._process.kill()
        self._process.waitForFinished(PATIENCE)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                message = json.loads(line)
            except ValueError:
                continue
            if isinstance(message, dict):
                self._take(message)

    def _listen(self) -> None:
        """Pass on what the child writes to its standard error, and remember the last line."""
        spoken = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        lines = [line.strip() for line in spoken.splitlines() if line.strip()]
        if lines:
            self._last_words = lines[-1]
            self.said.emit("\n".join(lines))

    def _take(self, message: dict[str, object]) -> None:
        event = message.get("event")
        if event == "progress":
            done, total, note = (message.get(name, 0) for name in ("done", "total", "note"))
            if isinstance(done, int) and isinstance(total, int):
                self.progressed.emit(done, total, str(note or ""))
        elif event == "note":
            self.said.emit(str(message.get("message", "")))
        elif event == "result":
            self._result = message
        elif event == "error":
            self._problem = str(message.get("message", ""))

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._problem = tr("{command} cannot be started: {reason}").format(
                command=self._command[0], reason=self._process.errorString()
            )
            self._finish(1)

    def _finish(self, code: int, *_: object) -> None:
        if self._over:
            return
        self._read()
        self._listen()
        self._over = True
        self._deadline.stop()
        if code == 0 and self._process.exitStatus() == QProcess.ExitStatus.NormalExit and not self._stopping:
            self.done.emit(self._result)
            return
        for path in self._unfinished:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        if self._stopping:
            self.cancelled.emit()
        else:
            ended = tr("The work ended unexpectedly (code {code}).").format(code=code)
            self.failed.emit(self._problem or self._last_words or ended)
