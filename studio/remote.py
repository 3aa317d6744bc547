"""A translator that needs PyTorch, in a child process that stays warm."""

import json
from collections.abc import Callable, Sequence
from itertools import count

from PySide6.QtCore import QObject, QProcess, Signal

from studio.language import tr

Allowed = Callable[[frozenset[str]], frozenset[str]]
"""Those of a translator's glosses that it may choose."""

PATIENCE = 2000
"""Milliseconds that the child is given to end."""


class Remote(QObject):
    """Asks the child for the newest text only; answers to older ones are dropped."""

    answered = Signal(object, list)  # what was asked with, the answers: hypotheses as JSON fields
    failed = Signal(str)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._asked: tuple[int, object] | None = None
        self._waiting: tuple[object, list[list[str]], Allowed | None] | None = None
        self.glosses: frozenset[str] | None = None  # of the translator, None until it is ready
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)
        self._process.start(command[0], list(command[1:]))

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None or self._waiting is not None

    def ask(self, about: object, sentences: list[list[str]], allowed: Allowed | None) -> None:
        """Ask for the translation of sentences; `about` comes back with the answers."""
        self._waiting = about, sentences, allowed
        if self._asked is None and self.glosses is not None:
            self._send()

    def forget(self) -> None:
        """Want no answer any more."""
        self._waiting = None
        if self._asked is not None:
            self._asked = self._asked[0], None

    def close(self) -> None:
        """End the child."""
        self._process.finished.disconnect(self._end)
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(PATIENCE // 20):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)

    def _send(self) -> None:
        if self._waiting is None:
            return
        about, sentences, allowed = self._waiting
        self._waiting = None
        self._asked = next(self._numbers), about
        only = sorted(allowed(self.glosses or frozenset())) if allowed else None
        request = {"id": self._asked[0], "sentences": sentences, "n": 5, "allowed": only}
        self._process.write(json.dumps(request).encode() + b"\n")

    def _read(self) -> None:
        while self._process.canReadLine():
            try:
                message = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                continue
            if isinstance(message, dict):
                self._take(message)

    def _take(self, message: dict[str, object]) -> None:
        event, glosses = message.get("event"), message.get("glosses")
        if event == "ready" and isinstance(glosses, list):
            self.glosses = frozenset(map(str, glosses))
            self._send()
        elif event == "error" and self._asked is None:
            self.failed.emit(str(message.get("message", "")))
        elif event in ("answer", "error") and self._asked and message.get("id") == self._asked[0]:
            about, self._asked = self._asked[1], None
            answers = message.get("answers")
            if self._waiting is None and about is not None and isinstance(answers, list):
                self.answered.emit(about, answers)
            self._send()

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(
                tr("The translator cannot be started: {reason}").format(reason=self._process.errorString())
            )

    def _end(self) -> None:
        self._asked = self._waiting = None
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").split("\n")
        spoken = [line.strip() for line in said if line.strip()]
        self.failed.emit(spoken[-1] if spoken else tr("The translator ended unexpectedly."))
