"""The main window: docks, menus, and the wiring between panels, document and pipeline."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QUndoView, QVBoxLayout, QWidget

from pipeline.errors import BadInput
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.timeline.timeline import spans
from studio import menus
from studio.appearance import Appearance
from studio.bodies import Bodies
from studio.choosing import Choosing
from studio.commands import Commands
from studio.comparing import Comparing
from studio.composing import Composing
from studio.copying import Copying
from studio.correcting import Correcting
from studio.curating import Curating
from studio.describe import chips, performed_at, summary
from studio.docks import Docks
from studio.document import Document
from studio.drops import Drops
from studio.editor import Editor
from studio.exports import Exports
from studio.files import Files, empty_project
from studio.guiding import Guiding
from studio.inspecting import Inspecting
from studio.interpreter import Interpreter
from studio.keys import Keys
from studio.language import mark, tr
from studio.learning import Learning
from studio.linking import Linking
from studio.looks import Looks
from studio.onions import Onions
from studio.panels.candidates import CandidatesPanel
from studio.panels.compose.panel import ComposePanel
from studio.panels.correct.panel import CorrectPanel
from studio.panels.glosses import GlossPanel
from studio.panels.inspector import InspectorPanel
from studio.panels.jobs import JobsPanel
from studio.panels.pieces import Dock
from studio.panels.recording import RecordingView
from studio.panels.statusline import StatusLine
from studio.panels.text import TextPanel
from studio.panels.topbar import TopBar
from studio.panels.transport import Transport
from studio.playback import Playback
from studio.presenting import CaptionLine, Presenting
from studio.sample import Sample
from studio.searching import Searching
from studio.selection import Selection
from studio.sentences import Sentences
from studio.settings import Settings
from studio.tasks import Tasks
from studio.thumbnails import Thumbnails
from studio.tiers import Tiers
from studio.timeline.manners import MannerTools
from studio.timeline.tools import TimelineTools
from studio.timeline.view import TimelineView
from studio.translating import Translating
from studio.viewport.widget import Viewport
from studio.working import Working
from studio.workshop import FPS, Performance, Workshop

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.compose.compose import Composed
    from pipeline.signs.sign import Sign

LAYOUT = 4
"""Version of the dock arrangement; one saved by another version is ignored."""


class MainWindow(QMainWindow):
    """One open project and everything to work on it with."""

    started = Signal()  # the window is on the screen and the rest has begun

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self._painted = False
        self._moments: list[tuple[float, float]] = []
        self._chosen: tuple[object, ...] | None = None  # glosses, library and signs that the chips show
        self.document = Document(empty_project(settings), self)
        self.learning = Learning(self)
        self.interpreter = Interpreter(settings, self.learning, self)
        self.workshop = Workshop(self, by=self.interpreter.translate)
        self.editor = Editor(self.document, self.workshop, self.interpreter, self.learning, self)
        self.bodies = Bodies(settings, self)
        self.playback = Playback(self, FPS)
        self.files = Files(self.document, self.editor, settings, self)
        self.sample = Sample(self.document, self.editor, self.files, settings)
        self.tiers = Tiers(self.document, self.editor, self.files, settings, self)
        self.tasks = Tasks(self)
        self.exports = Exports(self.document, settings, self.tasks, self.editor.draft.flush, self)
        self.actions_by_name = menus.make_actions(self)
        self.keys = Keys(self.actions_by_name, settings, self)
        self._build()
        self.selection = Selection(self.document, self.editor, self.glosses, self.candidates, self)
        self.choosing = Choosing(self.document, self.editor, self.interpreter, self.selection, self.glosses)
        self.searching = Searching(self.document, self.editor, self.candidates, self)
        self.curating = Curating(self.document, self.editor, self.candidates, self.searching, settings, self)
        self.comparing = Comparing(self.editor, self.candidates, self.curating)
        self.thumbnails = Thumbnails(lambda: self.document.project.dictionary, self)
        self.composing = Composing(self.compose, self)
        self.correcting = Correcting(self)
        self.inspecting = Inspecting(self)
        self.linking = Linking(self)
        self.copying = Copying(self)
        self.working = Working(self)
        self.sentences = Sentences(self)
        self._connect_panels()
        self._connect_pipeline()
        self.translating = Translating(self)
        self.looks = Looks(self)
        self.onions = Onions(self)
        self.guiding = Guiding(self)
        self.appearance = Appearance(self)
        self.presenting = Presenting(self)
        self.drops = Drops(self)
        self.commands = Commands(self)
        menus.connect(self.actions_by_name, self.commands.handlers())
        self._connect_history()
        self._restore_layout()
        self._show_project()
        self._show_state()
        self.text.editor.setFocus()

    # Building

    def _build(self) -> None:
        self.top = TopBar(self.actions_by_name)
        self.text = TextPanel(LANGUAGE_PAIRS)
        self.glosses = GlossPanel()
        self.candidates = CandidatesPanel()
        self.timeline = TimelineView(fps=FPS)
        self.manner = MannerTools()
        self.inspector = InspectorPanel()
        self.compose = ComposePanel()
        self.correct = CorrectPanel()
        self.jobs = JobsPanel(self.tasks)
        self.history = QUndoView(self.document.history, emptyLabel=tr("As it was opened"))
        self.history.setAccessibleName(tr("History"))
        self.viewport = Viewport()
        self.guide = RecordingView()
        self.guide.hide()
        self.caption = CaptionLine()
        self.transport = Transport(self.actions_by_name)
        self.status = StatusLine()
        central = QWidget()
        central.setObjectName("Central")
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        seen = QHBoxLayout()
        seen.addWidget(self.viewport, 1)
        seen.addWidget(self.guide, 1)
        layout.addLayout(seen, 1)
        layout.addWidget(self.caption)
        layout.addWidget(self.transport)
        self.setCentralWidget(central)
        self.addToolBar(self.top)
        self.setStatusBar(self.status)
        self._build_docks()
        self.menus = menus.fill_menus(self, self.actions_by_name)
        for dock in (*self.docks.all, self.docks.history, self.docks.jobs):
            action = dock.toggleViewAction()
            self.menus["View"].insertAction(self.actions_by_name["full_screen"], action)
        self.menus["View"].insertSeparator(self.actions_by_name["full_screen"])

    def _build_docks(self) -> None:
        self.docks = Docks(
            Dock(mark("Text"), "text", self.text),
            Dock(mark("Glosses"), "gloss", self.glosses),
            Dock(mark("Candidates"), "candidates", self.candidates),
            Dock(mark("Timeline"), "timeline", self.timeline, [self.manner, TimelineTools(self.timeline)]),
            Dock(mark("Inspector"), "inspector", self.inspector),
            Dock(mark("Compose"), "wave", self.compose),
            Dock(mark("History"), "undo", self.history),
            Dock(mark("Correct"), "body", self.correct),
            Dock(mark("Jobs"), "jobs", self.jobs),
        )
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        self.docks.place(self)

    def _restore_layout(self) -> None:
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
        if not self.settings.layout.isEmpty():
            self.restoreState(self.settings.layout, LAYOUT)

    # Wiring

    def _connect_panels(self) -> None:
        self.text.typed.connect(self.editor.draft.type_text)
        self.text.cut.connect(self.status.warn)
        self.text.languages_chosen.connect(self.editor.draft.set_languages)
        self.top.signer_chosen.connect(self.editor.set_signer)
        self.candidates.pictures_wanted.connect(self._want_pictures)
        self.curating.changed.connect(self._show_decisions)
        self.curating.said.connect(self.status.say)
        self.comparing.used.connect(self.selection.use)
        self.comparing.opened.connect(lambda opened: self.thumbnails.rest("comparing", opened))
        self.curating.gloss_wanted.connect(self.selection.step)
        self.thumbnails.made.connect(self.candidates.show_picture)
        self.timeline.scrubbed.connect(self.playback.seek)
        self.timeline.clip_selected.connect(self.selection.select)
        self.timeline.transition_dragged.connect(self.editor.set_transition)
        self.timeline.clips_selected.connect(self.selection.select)
        self.timeline.transition_reset.connect(self.editor.reset_transition)
        self.timeline.retimed.connect(self.editor.retime)
        self.manner.chosen.connect(self.editor.set_manner)
        self.docks.compose.visibilityChanged.connect(self._show_composing)
        self.docks.correct.visibilityChanged.connect(self.correcting.set_open)
        self.composing.composed.connect(self._show_composed)
        self.composing.closed.connect(self.editor.perform_again)
        self.playback.moved.connect(self._show_time)
        self.playback.playing.connect(self.transport.show_playing)
        self.playback.playing.connect(self.timeline.set_playing)
        self.playback.playing.connect(self.viewport.set_playing)
        self.playback.playing.connect(lambda playing: self.thumbnails.rest("playing", playing))
        self.viewport.built.connect(self.status.show_renderer)
        self.selection.changed.connect(self._show_selection)
        self.selection.visited.connect(self._visit)

    def _connect_pipeline(self) -> None:
        self.document.changed.connect(lambda _: self._show_project())
        self.document.opened.connect(self._start_anew)
        self.document.state_changed.connect(self._show_state)
        self.editor.performed.connect(self._show_performance)
        self.editor.failed.connect(self.status.warn)
        self.bodies.loaded.connect(self._show_body)
        self.bodies.failed.connect(self.status.warn)
        self.workshop.ready.connect(self._show_project)
        self.files.said.connect(self.status.say)
        self.sample.said.connect(self.status.advise)
        self.sample.said.connect(lambda _: self.viewport.setFocus())  # where Space plays
        self.sample.failed.connect(self.status.warn)
        self.files.autosave.saved.connect(self._show_autosaved)
        self.editor.draft.changed.connect(self.status.show_busy)
        self.exports.said.connect(self.status.say)
        self.exports.running.connect(self.viewport.set_frozen)
        self.exports.running.connect(lambda running: self.thumbnails.rest("export", running))

    def _connect_history(self) -> None:
        history, undo, redo = (
            self.document.history,
            self.actions_by_name["undo"],
            self.actions_by_name["redo"],
        )
        history.canRedoChanged.connect(redo.setEnabled)
        history.canUndoChanged.connect(self._show_history)
        self.editor.draft.changed.connect(self._show_history)
        history.undoTextChanged.connect(
            lambda what: undo.setText(tr("Undo {what}").format(what=what) if what else tr("Undo"))
        )
        history.redoTextChanged.connect(
            lambda what: redo.setText(tr("Redo {what}").format(what=what) if what else tr("Redo"))
        )
        redo.setEnabled(False)
        self.editor.draft.changed.connect(self.history.setDisabled)
        self._show_history()

    def _show_history(self) -> None:
        can_undo = self.document.history.canUndo() or self.editor.draft.is_pending
        self.actions_by_name["undo"].setEnabled(can_undo)

    # Showing

    def _start_anew(self) -> None:
        self.playback.pause()
        self.playback.seek(0.0)
        self.selection.select(-1)
        if not self.document.project.text:
            self.text.editor.setFocus()

    def _show_project(self) -> None:
        project = self.document.project
        if not self.editor.draft.is_pending:
            self.text.show_text(project.text)
        self.text.show_languages(project.language, project.sign_language)
        self.timeline.show_project(project)
        self.manner.show_manner(project.timeline.manner)
        self._moments = spans(project.timeline)
        self.top.show_signers(self.bodies.choices(), project.signer)
        if self._painted:
            self.bodies.show(project.signer)
            self._show_glosses()

    def _show_glosses(self) -> None:
        project = self.document.project
        try:
            library = self.editor.library if project.glosses.glosses else None
            edition = library.edition if library else 0
            chosen = project.glosses, library, edition, [clip.sign for clip in project.timeline.clips]
            if chosen != self._chosen:  # an edit of times alone leaves the glosses as they are
                shown = chips(project, library) if library else ()
                self.glosses.show_chips(shown, self.selection.position)
                self.docks.glosses.tell(summary(project))
            self._chosen = chosen
        except (BadInput, LookupError) as problem:
            self._chosen = None
            self.glosses.show_chips((), self.selection.position)
            self.docks.glosses.tell(summary(project))
            self.status.warn(str(problem))
        self.selection.refresh()
        self._show_selection()

    def _show_selection(self) -> None:
        project = self.document.project
        self.text.show_glosses(project.glosses, self.selection.span)
        self.timeline.select(self.selection.position, self.selection.others)
        self.inspecting.refresh()
        glosses, position = project.glosses.glosses, self.selection.position
        self.docks.candidates.tell(glosses[position].name if 0 <= position < len(glosses) else "")

    def _want_pictures(self, signs: "list[Sign]") -> None:
        self.thumbnails.set_ratio(self.devicePixelRatioF())
        self.thumbnails.want(signs)

    def _show_decisions(self) -> None:
        """Show what a curator has just decided, in the lists and in the performance."""
        self._show_glosses()
        self.candidates.refresh()
        self.editor.perform_again()

    def _show_composing(self, visible: bool) -> None:
        self.actions_by_name["compose"].setChecked(visible)
        self.composing.set_open(visible)

    def _show_composed(self, composed: "Composed", seconds: float) -> None:
        self.viewport.set_motion(composed.motion)
        self.playback.set_duration(composed.motion.seconds)
        self.transport.show_duration(composed.motion.seconds, FPS)
        if not self.playback.is_playing:
            self.playback.seek(seconds)
        self._show_time(self.playback.time)

    def _show_performance(self, performance: Performance) -> None:
        if self.composing.is_open:
            return
        self.viewport.set_motion(performance.motion)
        self.playback.set_duration(performance.motion.seconds)
        self.transport.show_duration(performance.motion.seconds, FPS)
        self.timeline.set_speeds(
            performance.speeds, performance.motion.fps, performance.jerk, performance.doubts
        )
        self.inspecting.tell_doubts(performance.doubts)
        self._show_time(self.playback.time)

    def _show_time(self, seconds: float) -> None:
        self.viewport.show_time(seconds)
        self.timeline.show_time(seconds)
        self.transport.show_time(seconds, FPS)
        performed = performed_at(self.document.project.timeline, self._moments, seconds)
        self.glosses.show_performed(performed)
        self.linking.perform(performed if self.playback.is_playing else -1)

    def _show_body(self, body: "BodyModel") -> None:
        self.workshop.set_body(body)
        self.thumbnails.set_body(body)
        self.comparing.set_body(body)
        self.composing.set_body(body)
        self.correcting.set_body(body)
        self.viewport.set_body(body)
        self.status.show_vertices(len(body.template))
        self.top.show_signers(self.bodies.choices(), self.document.project.signer)
        self.editor.perform_again()

    def show_again(self) -> None:
        """Paint everything anew, as another theme asks for."""
        self._show_project()
        self.update()

    def _show_state(self) -> None:
        document = self.document
        self.top.show_project(document.name, document.is_edited)
        self.setWindowTitle(f"{document.name}[*] — Signwright")
        self.setWindowModified(document.is_edited)
        self.status.show_saved(tr("edited") if document.is_edited else tr("saved") if document.path else "")

    def _show_autosaved(self) -> None:
        self.status.show_saved(tr("edited  ·  autosaved at {time}").format(time=time.strftime("%H:%M")))

    def _visit(self, seconds: float) -> None:
        if not self.playback.is_playing:
            self.playback.seek(seconds)

    # The window's life

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        """What may wait until the window is on the screen."""
        self.bodies.show(self.document.project.signer)
        self.workshop.warm_up(self.document.project)
        self.interpreter.refine(self.document.project)
        self.started.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.working.may_close() and self.files.may_leave()):
            event.ignore()
            return
        self.playback.pause()
        self.working.close()
        self.settings.geometry = self.saveGeometry()
        self.settings.layout = self.saveState(LAYOUT)
        self.settings.flush()
        self.files.close()
        self.interpreter.close()
        self.composing.close()
        self.thumbnails.close()
        self.guiding.close()
        self.workshop.close()
        self.editor.shelf.close()
        event.accept()
