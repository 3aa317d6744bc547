"""The jobs of the window: where they are shown, and the question before the studio stops them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt

from studio.language import tr
from studio.panels import dialogs
from studio.panels.dialogs import Answer
from studio.tasks import State, Task

if TYPE_CHECKING:
    from studio.window import MainWindow

HEIGHT = 320
"""Pixels that the panel is high when it appears."""

_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


class Working(QObject):
    """Shows the panel when a job begins that takes a while, and a summary in the status line."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._tasks = window, window.tasks
        self._tasks.added.connect(self._show_new)
        for told in (self._tasks.added, self._tasks.changed, self._tasks.removed):
            told.connect(lambda _: self._summarise())
        window.status.jobs_wanted.connect(self.show)
        self._summarise()

    def show(self) -> None:
        """Bring the panel to the front, with room for some jobs."""
        dock = self._window.docks.jobs
        if not dock.isVisible():
            dock.show()
            self._window.resizeDocks([dock], [HEIGHT], Qt.Orientation.Vertical)
        dock.raise_()

    def may_close(self) -> bool:
        """Whether the studio may close: what is short is waited for, the rest the user lets stop."""
        while any(task.waited_for for task in self._tasks.open):
            QCoreApplication.processEvents(_NO_INPUT | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        asked = [task for task in self._tasks.open if not task.unasked]
        return not asked or self._gives_up(asked)

    def close(self) -> None:
        """Stop all that is under way."""
        self._tasks.kill()

    def _gives_up(self, tasks: list[Task]) -> bool:
        title = tr("Stop “{title}”?").format(title=tasks[0].title)
        if len(tasks) > 1:
            title = tr("Stop {count} jobs?").format(count=len(tasks))
        sentence = tr("Closing the studio stops what is not finished and leaves no half file behind.")
        buttons = {Answer.YES: tr("Stop and Close"), Answer.NO: tr("Go On")}
        return dialogs.ask(self._window, title, sentence, buttons) == Answer.YES

    def _show_new(self, place: int) -> None:
        task = self._tasks.all[place]
        if not (task.waited_for or task.unasked):
            self.show()
            if len(self._tasks.open) == 1:  # not every one of a long queue
                self._window.jobs.choose(task)

    def _summarise(self) -> None:
        open_ = [task for task in self._tasks.open if not task.unasked]
        running = [task for task in open_ if task.state is not State.WAITING]
        if not running:
            self._window.status.show_jobs("")
            return
        done, total, _ = running[0].progress
        parts = [running[0].title]
        if total:
            parts.append(f"{done / total:.0%}")
        if others := len(open_) - 1:
            parts.append(tr("and {count} more").format(count=others))
        self._window.status.show_jobs("  ·  ".join(parts))
