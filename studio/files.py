"""The project's life on disk: new, open, save, recover, and the question before anything is lost."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pipeline.errors import BadInput
from studio.document import Document
from studio.editor import Editor
from studio.language import tr
from studio.panels import dialogs
from studio.panels.dialogs import PROJECTS, SUFFIX, Answer
from studio.recovery import Autosave, Snapshot, find_snapshots, remove, set_aside
from studio.settings import Settings, data_folder
from studio.told import refused

if TYPE_CHECKING:
    from pipeline.timeline.project import Project


class Files(QObject):
    """Opens and saves the document, keeps its autosave, and asks before changes are lost."""

    said = Signal(str)  # what was done
    recent_changed = Signal()

    def __init__(self, document: Document, editor: Editor, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._editor = document, editor
        self._settings, self._window = settings, window
        self._folder = data_folder() / "recovery"
        self.autosave = Autosave(self._folder, self._take, self)
        self.autosave.failed.connect(self.said)
        document.changed.connect(lambda _: self._autosave_later())
        document.state_changed.connect(self._autosave_later)

    def new(self) -> None:
        """Begin an empty project."""
        if self.may_leave():
            self._document.open(empty_project(self._settings), None)

    def open(self) -> None:
        """Ask for a project and open it."""
        if self.may_leave():
            path = dialogs.ask_file_to_open(
                self._window, tr("Open Project"), self._settings.folder, tr(PROJECTS)
            )
            if path:
                self.load(path)

    def open_path(self, path: Path) -> None:
        """Open a project that was named, once the present one may be left."""
        if self.may_leave():
            self.load(path)

    def load(self, path: Path) -> bool:
        """Open a project; a sentence says why when it cannot be."""
        from pipeline.timeline.project import load_project

        try:
            project, notes = self._editor.shelf.resolved(load_project(path))
        except (BadInput, OSError) as problem:
            dialogs.tell(
                self._window, tr("“{file}” cannot be opened").format(file=path.name), _sentence(problem)
            )
            return False
        self._document.open(project, path, altered=bool(notes))
        self._remember(path)
        self.said.emit(tr("Opened {file}").format(file=path.name))
        self._tell(notes)
        return True

    def save(self) -> bool:
        """Save to the project's file, or ask for one; False when it was not saved."""
        return self._write(self._document.path) if self._document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        folder = self._document.path.parent if self._document.path else Path(self._settings.folder)
        proposal = str(folder / (self._document.name + SUFFIX))
        path = dialogs.ask_file_to_save(self._window, tr("Save Project As"), proposal, tr(PROJECTS), SUFFIX)
        return self._write(path) if path else False

    def may_leave(self) -> bool:
        """Whether the present project may go: it is saved, or the user gives up the changes."""
        self._editor.draft.flush()
        if not self._document.is_edited:
            return True
        answer = dialogs.ask_whether_to_save(self._window, self._document.name)
        if answer == Answer.YES:
            return self.save()
        return answer == Answer.NO

    def offer_recovery(self) -> None:
        """Ask whether to go on with what a crash left behind, newest first."""
        for snapshot in find_snapshots(self._folder):
            if not self._recover(snapshot):
                continue
            return

    def close(self) -> None:
        """End without leaving an autosave behind."""
        self.autosave.close()

    def keep(self) -> None:
        """End without asking: what is not saved is kept, and recovered at the next start."""
        self._editor.draft.flush()
        if self._document.is_edited:
            self.autosave.save()
            self.autosave.leave()
        else:
            self.autosave.close()

    def _recover(self, snapshot: Snapshot) -> bool:
        from pipeline.timeline.project import from_json

        name = Path(snapshot.origin).stem if snapshot.origin else tr("Untitled")
        when = time.strftime(tr("%d %b %H:%M"), time.localtime(snapshot.saved))
        answer = dialogs.ask(
            self._window,
            tr("Recover “{name}”?").format(name=name),
            tr("The studio ended without closing it; this is its state of {when}.").format(when=when),
            {Answer.YES: tr("Recover"), Answer.NO: tr("Discard")},
        )
        if answer != Answer.YES:
            remove(snapshot)
            return False
        try:
            project, notes = self._editor.shelf.resolved(from_json(snapshot.contents))
        except BadInput as problem:
            kept = set_aside(snapshot)
            dialogs.tell(
                self._window,
                tr("“{name}” cannot be recovered").format(name=name),
                tr("{problem} It is kept as {kept}.").format(problem=refused(str(problem)), kept=kept),
            )
            return False
        self._document.open(project, _path(snapshot.origin), altered=True)
        if self.autosave.save():
            remove(snapshot)
        self._tell(notes)
        return True

    def _write(self, path: Path) -> bool:
        from pipeline.timeline.project import save_project

        self._editor.draft.flush()
        try:
            save_project(path, self._document.project)
        except (BadInput, OSError) as problem:
            dialogs.tell(
                self._window, tr("“{file}” cannot be saved").format(file=path.name), _sentence(problem)
            )
            return False
        self._document.mark_saved(path)
        self._remember(path)
        self.said.emit(tr("Saved {file}").format(file=path.name))
        return True

    def _tell(self, notes: tuple[str, ...]) -> None:
        if notes:
            more = "\n" + tr("… and {count} more").format(count=len(notes) - 6) if len(notes) > 6 else ""
            dialogs.tell(
                self._window, tr("Some signs are not as they were saved"), "\n".join(notes[:6]) + more
            )

    def _remember(self, path: Path) -> None:
        self._settings.folder = str(path.absolute().parent)
        self._settings.add_recent(str(path.absolute()))
        self.recent_changed.emit()

    def _autosave_later(self) -> None:
        if self._document.is_edited:
            self.autosave.note_change()
        else:
            self.autosave.discard()

    def _take(self) -> tuple[str, str]:
        from pipeline.timeline.project import to_json

        origin = os.fspath(self._document.path) if self._document.path else ""
        return to_json(self._document.project), origin


def empty_project(settings: Settings) -> "Project":
    """A project without text, in the languages and with the signer used last."""
    from pipeline.text.gloss import GlossSequence
    from pipeline.timeline.project import Project
    from pipeline.timeline.timeline import Timeline

    text, sign = settings.languages
    return Project(
        text="",
        language=text,
        sign_language=sign,
        glosses=GlossSequence("", text, sign, ()),
        timeline=Timeline(),
        signer=settings.signer,
        dictionary=settings.dictionary or None,
    )


def _path(origin: str) -> Path | None:
    return Path(origin) if origin else None


def _sentence(problem: BadInput | OSError) -> str:
    if isinstance(problem, OSError):
        return f"{problem.filename or tr('The file')}: {problem.strerror or problem}."
    return str(problem)
