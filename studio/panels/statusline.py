"""The line at the bottom: what just happened, what draws the avatar, whether all is saved."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from studio.language import decimal, mark, tr
from studio.panels.pieces import label
from studio.told import refused

SHOWN = 8000
"""Milliseconds that a message stays; a problem stays until the next message."""

SLOW = 500
"""Milliseconds after which a translation is worth a word."""

BUSY = mark("Translating…")


class StatusLine(QStatusBar):
    """Messages on the left, jobs and lasting facts on the right."""

    jobs_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._message = QLabel()
        self._message.setContentsMargins(10, 0, 0, 0)
        self._message.setAccessibleName(tr("Message"))
        self._jobs = QToolButton(autoRaise=True)
        self._jobs.setToolTip(tr("Show the jobs"))
        self._jobs.clicked.connect(lambda: self.jobs_wanted.emit())
        self._renderer, self._vertices, self._saved = label(), label(), label()
        self._saved.setContentsMargins(0, 0, 10, 0)
        self.addWidget(self._message, 1)
        self.addPermanentWidget(self._jobs)
        self.addPermanentWidget(self._renderer)
        self.addPermanentWidget(self._vertices)
        self.addPermanentWidget(self._saved)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self._message.clear)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._say_busy)

    @property
    def message(self) -> str:
        """What is said now."""
        return self._message.text()

    @property
    def jobs(self) -> str:
        """What is said about the jobs that are under way."""
        return self._jobs.text()

    def say(self, message: str) -> None:
        """Show a message for a while."""
        self._show(message, "")
        self._timer.start()

    def advise(self, step: str) -> None:
        """Show what can be done next until something else is said."""
        self._show(step, "")
        self._timer.stop()

    def warn(self, problem: str) -> None:
        """Show a problem until something else is said."""
        self._show(refused(problem), "bad")
        self._timer.stop()

    def show_busy(self, busy: bool) -> None:
        """Say that the text is being translated, if it takes long and there is no problem to be read."""
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            if self.message == tr(BUSY):
                self._message.clear()

    def show_jobs(self, summary: str) -> None:
        """Say what is under way, nothing when all is done."""
        self._jobs.setText(summary)
        self._jobs.setAccessibleName(summary)
        self._jobs.setVisible(bool(summary))

    def show_renderer(self, renderer: str) -> None:
        """Show what draws the avatar."""
        self._renderer.setText(renderer)

    def show_vertices(self, count: int) -> None:
        """Show how detailed the avatar is."""
        self._vertices.setText("·  " + tr("{count} vertices").format(count=decimal(count)))

    def show_saved(self, text: str) -> None:
        """Show where the project is saved, or that it is not."""
        self._saved.setText(f"·  {text}" if text else "")

    def _say_busy(self) -> None:
        if self._message.property("tone") != "bad":
            self._show(tr(BUSY), "")

    def _show(self, message: str, tone: str) -> None:
        self._message.setText(message)
        self._message.setToolTip(message)
        self._message.setProperty("tone", tone)
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
