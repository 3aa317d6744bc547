"""What the window shows of the project, its performance and the moment: from the values to the panels."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pipeline.errors import BadInput
from pipeline.timeline.timeline import spans
from studio.describe import chips, performed_at, summary
from studio.language import tr
from studio.workshop import FPS, Performance

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.compose.compose import Composed
    from pipeline.signs.sign import Sign
    from studio.window import MainWindow


class Showing(QObject):
    """Hands every change to the panels that show something of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._moments: list[tuple[float, float]] = []
        self._chosen: tuple[object, ...] | None = None  # glosses, library and signs that the chips show
        self._can_undo = False
        self._connect()
        self._connect_panels()
        self._connect_history()

    def _connect(self) -> None:
        window = self._window
        window.document.changed.connect(lambda _: self.project())
        window.document.opened.connect(self._start_anew)
        window.document.state_changed.connect(self.state)
        window.workshop.ready.connect(self.project)
        window.editor.performed.connect(self._performance)
        window.bodies.loaded.connect(self._body)
        window.playback.moved.connect(self._time)
        window.files.autosave.saved.connect(self._autosaved)

    def _connect_panels(self) -> None:
        window = self._window
        window.candidates.pictures_wanted.connect(self._want_pictures)
        window.curating.changed.connect(self.decisions)
        window.docks.compose.visibilityChanged.connect(self._composing)
        window.composing.composed.connect(self._composed)
        window.selection.changed.connect(self.selection)
        window.selection.visited.connect(self._visit)

    def _start_anew(self) -> None:
        self._window.playback.pause()
        self._window.playback.seek(0.0)
        self._window.selection.select(-1)
        if not self._window.document.project.text:
            self._window.text.editor.setFocus()

    def project(self) -> None:
        """Show the project as it is now, everywhere."""
        project = self._window.document.project
        if not self._window.editor.draft.is_pending:
            self._window.text.show_text(project.text)
        self._window.text.show_languages(project.language, project.sign_language)
        self._window.timeline.show_project(project)
        self._window.manner.show_manner(project.timeline.manner)
        self._moments = spans(project.timeline)
        self._window.top.show_signers(self._window.bodies.choices(), project.signer)
        if self._window.is_begun:
            self._window.bodies.show(project.signer)
            self.glosses()

    def glosses(self) -> None:
        """Show its glosses, each with what it is signed with."""
        project = self._window.document.project
        try:
            library = self._window.editor.library if project.glosses.glosses else None
            edition = library.edition if library else 0
            chosen = project.glosses, library, edition, [clip.sign for clip in project.timeline.clips]
            if chosen != self._chosen:  # an edit of times alone leaves the glosses as they are
                shown = chips(project, library) if library else ()
                self._window.glosses.show_chips(shown, self._window.selection.position)
                self._window.docks.glosses.tell(summary(project))
            self._chosen = chosen
        except (BadInput, LookupError) as problem:
            self._chosen = None
            self._window.glosses.show_chips((), self._window.selection.position)
            self._window.docks.glosses.tell(summary(project))
            self._window.status.warn(str(problem))
        self._window.selection.refresh()
        self.selection()

    def selection(self) -> None:
        """Show which gloss is selected."""
        project = self._window.document.project
        self._window.text.show_glosses(project.glosses, self._window.selection.span)
        self._window.timeline.select(self._window.selection.position, self._window.selection.others)
        self._window.inspecting.refresh()
        glosses, position = project.glosses.glosses, self._window.selection.position
        self._window.docks.candidates.tell(glosses[position].name if 0 <= position < len(glosses) else "")

    def _want_pictures(self, signs: "list[Sign]") -> None:
        self._window.thumbnails.set_ratio(self._window.devicePixelRatioF())
        self._window.thumbnails.want(signs)

    def decisions(self) -> None:
        """Show what a curator has just decided, in the lists and in the performance."""
        self.glosses()
        self._window.candidates.refresh()
        self._window.editor.perform_again()

    def _composing(self, visible: bool) -> None:
        self._window.actions_by_name["compose"].setChecked(visible)
        self._window.composing.set_open(visible)

    def _composed(self, composed: "Composed", seconds: float) -> None:
        self._window.viewport.set_motion(composed.motion)
        self._window.playback.set_duration(composed.motion.seconds)
        self._window.transport.show_duration(composed.motion.seconds, FPS)
        if not self._window.playback.is_playing:
            self._window.playback.seek(seconds)
        self._time(self._window.playback.time)

    def _performance(self, performance: Performance) -> None:
        if self._window.composing.is_open:
            return
        self._window.viewport.set_motion(performance.motion)
        self._window.playback.set_duration(performance.motion.seconds)
        self._window.transport.show_duration(performance.motion.seconds, FPS)
        self._window.timeline.set_speeds(
            performance.speeds, performance.motion.fps, performance.jerk, performance.doubts
        )
        self._window.inspecting.tell_doubts(performance.doubts)
        self._time(self._window.playback.time)

    def _time(self, seconds: float) -> None:
        self._window.viewport.show_time(seconds)
        self._window.timeline.show_time(seconds)
        self._window.transport.show_time(seconds, FPS)
        performed = performed_at(self._window.document.project.timeline, self._moments, seconds)
        self._window.glosses.show_performed(performed)
        self._window.linking.perform(performed if self._window.playback.is_playing else -1)

    def _body(self, body: "BodyModel") -> None:
        self._window.workshop.set_body(body)
        self._window.thumbnails.set_body(body)
        self._window.comparing.set_body(body)
        self._window.motions.set_body(body)
        self._window.composing.set_body(body)
        self._window.correcting.set_body(body)
        self._window.viewport.set_body(body)
        self._window.status.show_vertices(len(body.template))
        self._window.top.show_signers(self._window.bodies.choices(), self._window.document.project.signer)
        self._window.editor.perform_again()

    def again(self) -> None:
        """Paint everything anew, as another theme asks for."""
        self.project()
        self._window.update()

    def state(self) -> None:
        """Show what the project is called and whether it is saved."""
        document = self._window.document
        self._window.top.show_project(document.name, document.is_edited)
        self._window.setWindowTitle(f"{document.name}[*] — Signwright")
        self._window.setWindowModified(document.is_edited)
        self._window.status.show_saved(
            tr("edited") if document.is_edited else tr("saved") if document.path else ""
        )

    def _autosaved(self) -> None:
        self._window.status.show_saved(
            tr("edited  ·  autosaved at {time}").format(time=time.strftime("%H:%M"))
        )

    def _visit(self, seconds: float) -> None:
        if not self._window.playback.is_playing:
            self._window.playback.seek(seconds)

    def _connect_history(self) -> None:
        history, undo, redo = (
            self._window.document.history,
            self._window.actions_by_name["undo"],
            self._window.actions_by_name["redo"],
        )
        history.canRedoChanged.connect(redo.setEnabled)
        history.canUndoChanged.connect(self._allow_undo)
        self._window.editor.draft.changed.connect(self._history)
        history.undoTextChanged.connect(
            lambda what: undo.setText(tr("Undo {what}").format(what=what) if what else tr("Undo"))
        )
        history.redoTextChanged.connect(
            lambda what: redo.setText(tr("Redo {what}").format(what=what) if what else tr("Redo"))
        )
        redo.setEnabled(False)
        self._window.editor.draft.changed.connect(self._window.history.setDisabled)
        self._history()

    def _allow_undo(self, able: bool) -> None:
        self._can_undo = able
        self._history()

    def _history(self) -> None:
        able = self._can_undo or self._window.editor.draft.is_pending
        self._window.actions_by_name["undo"].setEnabled(able)
