"""Exporting from the window: the dialog, the progress, the outcome."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pipeline.body.signers import USER
from pipeline.errors import BadInput
from studio.document import Document
from studio.exporting import KINDS, Export, ExportOptions
from studio.language import tr
from studio.panels import dialogs
from studio.panels.dialogs import Answer
from studio.panels.export import ExportDialog, ExportProgress
from studio.process import command_line
from studio.settings import Settings


class Exports(QObject):
    """At most one export at a time."""

    said = Signal(str)
    running = Signal(bool)

    def __init__(
        self, document: Document, settings: Settings, flush: Callable[[], None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._document, self._settings, self._flush, self._window = document, settings, flush, window
        self._last: ExportOptions | None = None
        self._export: Export | None = None
        self._progress: ExportProgress | None = None
        self.command = command_line
        """Turns arguments of main.py into a command."""

    @property
    def is_running(self) -> bool:
        """Whether an export is on its way."""
        return self._export is not None

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
            self._proposal(),
            self._document.path,
            self._model(),
            saved=not self._document.is_edited,
        )
        dialog.chosen.connect(self._begin)
        dialog.open()
        return dialog

    def may_close(self) -> bool:
        """Whether the studio may close: nothing is being exported, or the user stops it."""
        if self._export is None:
            return True
        name = self._export.options.path.name
        answer = dialogs.ask(
            self._window,
            tr("Stop exporting “{name}”?").format(name=name),
            tr("The video is not finished; closing the studio stops it and leaves no file behind."),
            {Answer.YES: tr("Stop and Close"), Answer.NO: tr("Go On")},
        )
        if answer != Answer.YES:
            return False
        if self._export is not None:
            self._export.kill()
        return True

    def _proposal(self) -> ExportOptions:
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
        try:
            export = Export(self._document.project, options, self._model(), self.command, self)
        except (BadInput, OSError) as problem:
            dialogs.tell(
                self._window, tr("“{file}” cannot be exported").format(file=options.path.name), str(problem)
            )
            return
        progress = ExportProgress(self._window, options.path)
        export.progressed.connect(progress.show_progress)
        export.done.connect(lambda _: self._end(tr("Exported {path}").format(path=options.path)))
        export.cancelled.connect(lambda: self._end(tr("The export was cancelled; nothing was written.")))
        export.failed.connect(self._fail)
        progress.cancel_asked.connect(export.cancel)
        self._export, self._progress = export, progress
        self.running.emit(True)
        progress.show()
        export.start()

    def _end(self, message: str) -> None:
        if self._progress is not None:
            self._progress.finish()
        self._export = self._progress = None
        self.running.emit(False)
        self.said.emit(message)

    def _fail(self, problem: str) -> None:
        name = self._export.options.path.name if self._export else tr("The video")
        self._end(tr("{name} was not exported.").format(name=name))
        dialogs.tell(self._window, tr("“{file}” cannot be exported").format(file=name), problem)
