"""The main window: docks, menus, and the wiring between panels, document and pipeline."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QUndoView, QVBoxLayout, QWidget

from pipeline.text.languages import LANGUAGE_PAIRS
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
from studio.motions import Motions
from studio.onions import Onions
from studio.panels.candidates import CandidatesPanel
from studio.panels.compose.panel import ComposePanel
from studio.panels.correct.panel import CorrectPanel
from studio.panels.glosses import GlossPanel
from studio.panels.inspector.panel import InspectorPanel
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
from studio.showing import Showing
from studio.tasks import Tasks
from studio.thumbnails import Thumbnails
from studio.tiers import Tiers
from studio.timeline.manners import MannerTools
from studio.timeline.tools import TimelineTools
from studio.timeline.view import TimelineView
from studio.translating import Translating
from studio.viewport.widget import Viewport
from studio.working import Working
from studio.workshop import FPS, Workshop

LAYOUT = 4
"""Version of the dock arrangement; one saved by another version is ignored."""


class MainWindow(QMainWindow):
    """One open project and everything to work on it with."""

    started = Signal()  # the window is on the screen and the rest has begun

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.is_begun = False
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
        self.motions = Motions(self)
        self.showing = Showing(self)
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
        self._restore_layout()
        self.showing.project()
        self.showing.state()
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
        self.docks.correct.visibilityChanged.connect(self.correcting.set_open)
        self.composing.closed.connect(self.editor.perform_again)
        self.playback.playing.connect(self.transport.show_playing)
        self.playback.playing.connect(self.timeline.set_playing)
        self.playback.playing.connect(self.viewport.set_playing)
        self.playback.playing.connect(lambda playing: self.thumbnails.rest("playing", playing))
        self.viewport.built.connect(self.status.show_renderer)

    def _connect_pipeline(self) -> None:
        self.editor.failed.connect(self.status.warn)
        self.bodies.failed.connect(self.status.warn)
        self.files.said.connect(self.status.say)
        self.sample.said.connect(self.status.advise)
        self.sample.said.connect(lambda _: self.viewport.setFocus())  # where Space plays
        self.sample.failed.connect(self.status.warn)
        self.editor.draft.changed.connect(self.status.show_busy)
        self.exports.said.connect(self.status.say)
        self.exports.running.connect(self.viewport.set_frozen)
        self.exports.running.connect(lambda running: self.thumbnails.rest("export", running))

    # The window's life

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_begun:
            self.is_begun = True
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
        self.files.close()
        self._close()
        event.accept()

    def end(self) -> None:
        """Close without a question: jobs stop, and what is not saved is recovered at the next start."""
        self.files.keep()
        self._close()

    def _close(self) -> None:
        self.playback.pause()
        self.working.close()
        self.settings.geometry = self.saveGeometry()
        self.settings.layout = self.saveState(LAYOUT)
        self.settings.flush()
        self.interpreter.close()
        self.composing.close()
        self.motions.close()
        self.thumbnails.close()
        self.viewport.end()
        self.guiding.close()
        self.workshop.close()
        self.editor.shelf.close()
