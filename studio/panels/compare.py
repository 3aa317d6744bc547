"""Signs large and side by side: the same camera, the same clock, and a decision under each."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pipeline.signs.recording import Recording
from pipeline.signs.sign import Sign
from studio import theme
from studio.language import decimal, mark, tr
from studio.panels.pieces import STRETCH, label, row
from studio.panels.recording import RecordingView
from studio.panels.signs import KEYS, describe, marks, name_of, score_text
from studio.playback import Playback
from studio.terms import term
from studio.viewport.widget import Viewport

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from pipeline.render.camera import Camera

BUTTONS = (
    ("approve", "check", mark("Approve")),
    ("reject", "close", mark("Reject")),
    ("represent", "star", mark("Represent")),
)
VERDICTS = ("approve", "reject", "flag", "undecide", "represent", "mirror")
OWN_KEYS = frozenset(
    [Qt.Key.Key_Space, Qt.Key.Key_V, Qt.Key.Key_Return, Qt.Key.Key_Enter]
    + [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4]
    + [key for key, name in KEYS.items() if name in VERDICTS]
)

TICKS = 1000
"""Steps of the slider."""


class Pane(QWidget):
    """One sign: which it is, the signer, what is known of it, and buttons to decide."""

    wanted = Signal(int)  # index of another sign, chosen from the list
    commanded = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sign: Sign | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Sign to compare"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(self.wanted)
        self.choice.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the window
        self.viewport = Viewport()
        self.about = label(tone="dim")
        self.about.setAccessibleName(tr("About the sign"))
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons = {name: _button(icon, tr(tip)) for name, icon, tip in BUTTONS}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, command=name: self._command(command))
        self.use = _button("export", tr("Use in this sentence"))
        self.use.clicked.connect(lambda: self._command("use"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(row(self.choice, STRETCH, *self.buttons.values(), self.use, spacing=2))
        self.recording = RecordingView()
        self.has_recording = False
        beside = QHBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.viewport, 1)
        beside.addWidget(self.recording, 1)
        layout.addLayout(beside, 1)
        layout.addWidget(self.about)

    def show_sign(self, sign: Sign) -> None:
        """Say what is known and decided of a sign."""
        self.sign = sign
        said = [
            tr("{score} of 100").format(score=score_text(sign)),
            sign.signer,
            sign.licence,
            sign.source,
        ]
        told = [term(sign.status), *marks(sign), f"{decimal(sign.offset - sign.onset, 2)} s"]
        self.about.setText(" · ".join(part for part in [*told, *said] if part))
        self.about.setToolTip(describe(sign))

    def show_recordings(self, sign: Sign, recordings: Sequence[Recording]) -> None:
        """Show the part of its recording that a sign is, if it has any."""
        parts = [
            replace(one, start=one.start + sign.onset, end=one.start + sign.offset) for one in recordings
        ]
        self.has_recording = bool(parts)
        self.recording.show_recordings(parts, sign.decision.mirrored)

    def _command(self, name: str) -> None:
        self.entered.emit()
        self.commanded.emit(name)


class CompareWindow(QDialog):
    """Two or four of the signs of a list. Keys of the list decide about the pane that was used last."""

    commanded = Signal(object, str)  # Sign, "use" or one of `signs.KEYS`
    undo_wanted = Signal()
    redo_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        body: "BodyModel",
        motion: "Callable[[Sign], Motion]",
        recordings: Callable[[Sign], Sequence[Recording]],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Compare signs"))
        self._motion, self._recordings = motion, recordings
        self.signs: list[Sign] = []
        self.panes = [Pane() for _ in range(4)]
        self._active = 0
        self.playback = Playback(self)
        self.playback.set_loop(True)
        self.playback.moved.connect(self._show_time)
        grid = QGridLayout()
        grid.setSpacing(10)
        for number, pane in enumerate(self.panes):
            grid.addWidget(pane, number // 2, number % 2)
            pane.viewport.set_body(body)
            pane.viewport.camera_changed.connect(self._look)
            pane.viewport.drawn.connect(self._keep_time)
            pane.wanted.connect(lambda index, at=number: self._choose(at, index))
            pane.entered.connect(lambda at=number: self._enter(at))
            pane.commanded.connect(lambda name, at=number: self._command(name, at))
            self.playback.playing.connect(pane.viewport.set_playing)
        self.play, self.four = _button("play", tr("Play or pause  (Space)")), QToolButton(text="4")
        self.play.clicked.connect(self.playback.toggle)
        self.playback.playing.connect(lambda on: self.play.setIcon(theme.icon("pause" if on else "play")))
        self.four.setToolTip(tr("Four signs instead of two"))
        self.four.setCheckable(True)
        self.four.toggled.connect(self._arrange)
        self.films = QToolButton(text=tr("Recordings"))
        self.films.setToolTip(tr("What the signs were captured from, beside them  (V)"))
        self.films.setCheckable(True)
        self.films.setChecked(True)
        self.films.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.films.toggled.connect(lambda _: self._show_recordings())
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, TICKS)
        self.slider.setAccessibleName(tr("Moment"))
        self.slider.sliderMoved.connect(
            lambda place: self.playback.seek(place / TICKS * self.playback.duration)
        )
        self.time = QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addLayout(grid, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(row(self.play, self.slider, self.time, self.films, self.four))
        self.resize(1180, 640)

    def compare(self, signs: Sequence[Sign], first: int) -> None:
        """Show the sign at `first` beside the next ones."""
        self.signs = list(signs)
        for number, pane in enumerate(self.panes):
            pane.choice.clear()
            pane.choice.addItems([name_of(sign) for sign in self.signs])
            self._choose(number, (first + number) % len(self.signs))
        self._enter(0)
        self._arrange()
        self.setFocus()  # and not the first list, which would keep Space and letters
        self.playback.play()

    def refresh(self, signs: Sequence[Sign]) -> None:
        """Show the same signs as they are decided about now, whatever their order."""
        known = {sign.id: sign for sign in signs}
        self.signs = [known.get(sign.id, sign) for sign in self.signs]
        for number, pane in enumerate(self.panes):
            if pane.sign is not None:
                self._choose(number, pane.choice.currentIndex())

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here do not reach the main window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in OWN_KEYS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = KEYS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.playback.toggle()
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_4:
            self._enter(event.key() - Qt.Key.Key_1)
        elif event.key() == Qt.Key.Key_V:
            self.films.toggle()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._command("use", self._active)
        elif command in VERDICTS:
            self._command(command, self._active)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.done(0)

    def done(self, result: int) -> None:
        self.playback.pause()
        for pane in self.panes:
            pane.recording.close_film()
        self.closed.emit()
        super().done(result)

    def _choose(self, at: int, index: int) -> None:
        pane, sign = self.panes[at], self.signs[index]
        pane.choice.setCurrentIndex(index)
        pane.show_sign(sign)
        pane.viewport.set_motion(self._motion(sign))
        pane.show_recordings(sign, self._recordings(sign))
        self._show_recordings()
        self._take_duration()

    def _show_recordings(self) -> None:
        """Show films and keypoints beside the signs that have them, as far as they are wanted."""
        for pane in self.panes:
            pane.recording.setVisible(self.films.isChecked() and pane.has_recording)
        self.films.setEnabled(any(pane.has_recording for pane in self.panes))

    def _take_duration(self) -> None:
        """Play as long as the longest sign that is seen."""
        shown = [pane.sign for pane in self.panes[: self._count] if pane.sign is not None]
        self.playback.set_duration(max(sign.offset - sign.onset for sign in shown))

    @property
    def _count(self) -> int:
        """How many panes are seen."""
        return min(4 if self.four.isChecked() else 2, len(self.signs))

    def _arrange(self) -> None:
        count = self._count
        self.four.setEnabled(len(self.signs) > 2)
        for number, pane in enumerate(self.panes):
            pane.setVisible(number < count)
        self._take_duration()
        if self._active >= count:
            self._enter(0)

    def _enter(self, at: int) -> None:
        """Let keys be about a pane."""
        self._active = at
        for number, pane in enumerate(self.panes):
            pane.about.setProperty("tone", "strong" if number == at else "dim")
            pane.about.style().polish(pane.about)

    def _command(self, name: str, at: int) -> None:
        sign = self.panes[at].sign
        if sign is not None and self.panes[at].isVisible():
            self.commanded.emit(sign, name)

    def _look(self, camera: "Camera") -> None:
        """Look at every sign from the same place."""
        for pane in self.panes:
            pane.viewport.set_camera(camera)

    def _show_time(self, seconds: float) -> None:
        self._keep_time()
        if self.playback.duration and not self.slider.isSliderDown():
            self.slider.setValue(round(seconds / self.playback.duration * TICKS))
        self.time.setText(f"{seconds:.2f} s")

    def _keep_time(self) -> None:
        """Go on to the present moment everywhere at once, as soon as every sign shows the last one."""
        seen = [pane for pane in self.panes if pane.isVisible()]
        if any(pane.viewport.is_awaited for pane in seen):
            return
        for pane in seen:
            pane.viewport.show_time(self.playback.time)
            pane.recording.show_time(self.playback.time)


def _button(icon: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(theme.icon(icon))
    made.setToolTip(tip)
    made.setAccessibleName(tip.split("  (")[0])
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
