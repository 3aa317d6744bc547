"""The compose panel at work: composing in the background, pictures of hands, the dictionary."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from pipeline.compose.description import Description
from pipeline.compose.features import features
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import read_description
from pipeline.errors import BadInput
from studio.hand_pictures import HandPictures
from studio.jobs import Job, Latest
from studio.language import tr
from studio.own_signs import NewSign, keep
from studio.panels.compose.panel import ComposePanel
from studio.panels.compose.pickers import PICTURE
from studio.settings import data_folder
from studio.tasks import Task
from studio.terms import term

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.compose.compose import Composed
    from pipeline.signs.sign import Sign
    from studio.window import MainWindow

PAUSE = 40
"""Milliseconds without a change after which the sign is composed."""


class Composing(QObject):
    """Composes what the panel describes while it is open, and shows it in the viewport."""

    composed = Signal(object, float)  # Composed, the second of the moment that is edited
    closed = Signal()

    def __init__(self, panel: ComposePanel, window: "MainWindow") -> None:
        super().__init__(window)
        self.panel, self._window = panel, window
        self._body: BodyModel | None = None
        self._shown: Composed | None = None
        self._pictured: BodyModel | None = None
        self.is_open = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._compositions = Latest(self._pool, self)
        self._compositions.done.connect(self._deliver)
        self._compositions.failed.connect(self._tell)
        self.pictures = HandPictures(window.tasks, self)
        self.pictures.drawn.connect(panel.pages.show_picture)
        self.pictures.finished.connect(self._note_pictures)
        self.pictures.failed.connect(window.status.warn)
        self._wait = QTimer(self, singleShot=True, interval=PAUSE)
        self._wait.timeout.connect(self._compose)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.changed.connect(lambda _: self._wait.start() if self.is_open else None)
        panel.moment_chosen.connect(lambda _: self._show_moment())
        panel.saved.connect(self._save)
        panel.sign_wanted.connect(self._start_from)
        panel.said.connect(self._window.status.warn)
        panel.form.searched.connect(self._search)
        panel.form.pairs_wanted.connect(self._pair)
        panel.form.chosen.connect(self._adopt)

    def set_body(self, body: "BodyModel") -> None:
        """Compose for this signer from now on."""
        self._body = body
        if self.is_open:
            self.set_open(True)

    def set_open(self, is_open: bool) -> None:
        """Begin to show the described sign, or leave the viewport to the project again."""
        was, self.is_open = self.is_open, is_open
        if is_open and self._body is not None:
            self._wait.start()
            if self._pictured is not self._body:
                shape = self.panel.description.start.shape
                size = PICTURE * self.panel.devicePixelRatioF()
                self.pictures.want(self._body, size, shape.name if shape else Shape.FIVE)
        elif was and not is_open:
            self._compositions.cancel()
            self.pictures.stop()
            self.closed.emit()

    def close(self) -> None:
        """End the threads: what they compose and draw is not wanted any more."""
        self._wait.stop()
        self._compositions.cancel()
        self.pictures.close()
        self._pool.waitForDone()

    def _compose(self) -> None:
        from pipeline.compose.compose import compose

        body, description = self._body, self.panel.description
        if body is not None and self.is_open:
            self.pictures.set_waiting(True)
            self._compositions.start(lambda _: compose(description, body))

    def _tell(self, problem: Exception) -> None:
        self.pictures.set_waiting(False)
        self.panel.said.emit(str(problem))

    def _deliver(self, composed: "Composed") -> None:
        self.pictures.set_waiting(False)
        self._shown = composed
        self.panel.show_moments(composed.onset, composed.offset, composed.moments)
        self._show_moment()

    def _show_moment(self) -> None:
        """Show the composed sign at the moment that is edited."""
        composed = self._shown
        if composed is not None and self.is_open and self.panel.moment < len(composed.moments):
            self.composed.emit(composed, composed.moments[self.panel.moment])

    def _note_pictures(self) -> None:
        self._pictured = self._body

    # Dictionary

    def _start_from(self, gloss: str) -> None:
        project = self._window.document.project
        try:
            signs = self._window.editor.library.find(gloss, project.sign_language) if gloss else ()
            described = [sign for sign in signs if sign.description]
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        if described:
            self._adopt(described[0])
        else:
            why = (
                tr("“{gloss}” is not described: choose another sign.")
                if signs
                else tr("“{gloss}” is not in the dictionary: choose another sign.")
            )
            self._window.status.warn(why.format(gloss=gloss))

    def _adopt(self, sign: "Sign") -> None:
        try:
            self.panel.start_from(read_description(sign.description, sign.gloss), sign.gloss, sign.variant)
        except BadInput as problem:
            self._window.status.warn(str(problem))

    def _search(self, names: tuple[str, ...]) -> None:
        form = [(name, value) for name, value in features(self.panel.description) if name in names]
        try:
            store = self._window.editor.library.store
            signs = store.with_form(self._window.document.project.sign_language, form) if form else []
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        self.panel.form.show_signs(signs)

    def _pair(self) -> None:
        from pipeline.signs.pairs import minimal_pairs

        try:
            pairs = minimal_pairs(
                self._window.editor.library.store,
                self._window.document.project.sign_language,
                features(self.panel.description),
            )
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        self.panel.form.show_signs(
            [pair.sign for pair in pairs],
            [tr("differs in {parameter}").format(parameter=term(pair.parameter)) for pair in pairs],
        )

    def _save(self, gloss: str, variant: str, description: Description) -> None:
        """Keep the sign in the project's dictionary, or in the user's own one."""
        if self._body is None:
            return
        project, body = self._window.document.project, self._body
        dictionary, folder = Path(project.dictionary) if project.dictionary else None, data_folder()
        sign = NewSign(gloss, variant, project.sign_language, description)
        self.panel.keep.set_busy(True)
        task = Task(
            tr("Save {gloss}").format(gloss=gloss),
            lambda: Job(lambda progress: keep(sign, dictionary, folder, body, progress), pool=self._pool),
            waited_for=True,
        )
        task.done.connect(lambda path: self._kept(gloss, path))
        task.failed.connect(self._not_kept)
        task.cancelled.connect(lambda: self.panel.keep.set_busy(False))
        self._window.tasks.add(task)

    def _kept(self, gloss: str, path: Path) -> None:
        self.panel.keep.set_busy(False)
        self._window.commands.use_dictionary(path)
        self._window.status.say(tr("{gloss} is in {file}").format(gloss=gloss, file=path.name))

    def _not_kept(self, problem: str) -> None:
        self.panel.keep.set_busy(False)
        self.panel.written.tell(problem)
