"""Exporting from the window: the dialog, the job, the outcome."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pipeline.body.signers import USER
from studio.document import Document
from studio.exporting import KINDS, Export, ExportOptions
from studio.language import tr
from studio.panels import dialogs
from studio.panels.export import ExportDialog
from studio.process import command_line
from studio.settings import Settings
from studio.tasks import Task, Tasks


class Exports(QObject):
    """Exports one after the other; each is a job of its own."""

    said = Signal(str)
    running = Signal(bool)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        tasks: Tasks,
        flush: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._settings, self._flush, self._window = document, settings, flush, window
        self._tasks = tasks
        self._last: ExportOptions | None = None
        self._mine: list[Task] = []
        self._was_running = False
        self.command = command_line
        """Turns arguments of main.py into a command."""

    @property
    def is_running(self) -> bool:
        """Whether an export is on its way."""
        return any(not task.state.is_over for task in self._mine)

    def ask(self) -> ExportDialog | None:
        """Ask what to export and begin; None when there is nothing to export."""
        self._flush()
        if not self._document.project.timeline.clips:
            dialogs.tell(
                self._window,
                tr("There is nothing to export yet"),
                tr("Type a sentence, then export it."),
            )
            return None
        dialog = ExportDialog(
            self._window,
            self.proposal(),
            self._document.path,
            self._model(),
            saved=not self._document.is_edited,
        )
        dialog.chosen.connect(self._begin)
        dialog.open()
        return dialog

    def proposal(self) -> ExportOptions:
        """What was exported last, with the look of the viewport, for the project that is open."""
        folder = self._document.path.parent if self._document.path else Path(self._settings.folder)
        look = self._settings.look
        last = self._last or ExportOptions(folder, background=look("background") or "studio")
        end = "" if last.kind == "png" else KINDS[last.kind].suffix
        return replace(
            last,
            path=folder / f"{self._document.name}{end}",
            lights=look("lights") or "studio",
            skin=look("skin"),
            top=look("top"),
            ground=look("ground") != "none",
        )

    def _model(self) -> str:
        return self._settings.body_model if self._document.project.signer == USER else ""

    def _begin(self, options: ExportOptions) -> None:
        self._last = options
        path, project, model = options.path, self._document.project, self._model()
        self._mine = [task for task in self._mine if task in self._tasks.all]
        if any(task.made == path and not task.state.is_over for task in self._mine):
            wait = tr("It is being exported already: wait until that is done, or choose another name.")
            dialogs.tell(self._window, tr("“{file}” cannot be exported").format(file=path.name), wait)
            return
        task = Task(
            tr("Export {name}").format(name=path.name),
            lambda: Export(project, options, model, self.command, self),
            made=path,
        )
        task.changed.connect(self._tell_running)
        task.done.connect(lambda _: self.said.emit(tr("Exported {path}").format(path=path)))
        task.cancelled.connect(lambda: self.said.emit(tr("The export was cancelled; nothing was written.")))
        task.failed.connect(lambda problem: self._fail(path, problem))
        self._mine.append(task)
        self._tasks.add(task, "export")

    def _tell_running(self) -> None:
        if self.is_running != self._was_running:
            self._was_running = self.is_running
            self.running.emit(self.is_running)

    def _fail(self, path: Path, problem: str) -> None:
        self.said.emit(tr("{name} was not exported.").format(name=path.name))
        dialogs.tell(self._window, tr("“{file}” cannot be exported").format(file=path.name), problem)
