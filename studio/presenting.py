"""Presenting: the avatar alone on the whole screen, with the sentence large below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDockWidget, QLabel, QLineEdit, QSizePolicy, QWidget

from pipeline.exchange.captions import Cue, sentence_cues
from studio import theme
from studio.language import mark, tr

if TYPE_CHECKING:
    from studio.window import MainWindow

SLOW = 0.5
"""Speed of slow motion."""
LINES = 16
"""Lines of text that would fill the screen."""
NOTE = mark(
    "Presenting: Enter takes a new sentence, Space plays, R replays, S is slow motion, C shows captions, "
    "Esc ends"
)


class CaptionLine(QLabel):
    """The sentence that is signed now, in large letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("CaptionLine")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Caption"))
        self._cues: tuple[Cue, ...] = ()
        self.hide()

    def show_cues(self, cues: tuple[Cue, ...]) -> None:
        """Take over the sentences and their times."""
        self._cues = cues

    def show_time(self, seconds: float) -> None:
        """Show what is signed at a moment: the sentence that began last."""
        begun = [cue.text for cue in self._cues if cue.begin <= seconds]
        self.setText(begun[-1] if begun else self._cues[0].text if self._cues else "")

    def fit(self, height: int) -> None:
        """Choose letters for a screen of `height` pixels, and keep room for two lines."""
        size = max(18, height // LINES)
        self.setFont(theme.font(size, bold=True))
        self.setMinimumHeight(round(2.6 * size))


class Presenting(QObject):
    """Hides everything else, and brings it back as it was."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._layout = QByteArray()
        self._was_full_screen = False
        self._speed = 1.0  # which slow motion before an audience does not change for later
        self._leave = QShortcut(Qt.Key.Key_Escape, window)
        self._leave.activated.connect(self._escape)
        self._leave.setEnabled(False)
        self.line = QLineEdit(placeholderText=tr("Type what to sign, and press Enter"))
        self.line.setAccessibleName(tr("What to sign"))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.hide()
        window.centralWidget().layout().insertWidget(1, self.line)
        self._enter = [QShortcut(key, window) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)]
        for key in self._enter:
            key.activated.connect(self._ask_or_say)
            key.setEnabled(False)
        self._is_awaited = False  # whether what was typed is signed as soon as it is ready
        window.editor.performed.connect(self._perform)
        window.actions_by_name["captions"].setChecked(True)
        window.playback.moved.connect(window.caption.show_time)
        window.document.changed.connect(self._follow)

    @property
    def is_on(self) -> bool:
        """Whether only the avatar is shown."""
        return self._leave.isEnabled()

    def toggle(self) -> None:
        """Begin, or end."""
        if self.is_on:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Show the avatar alone on the whole screen."""
        window = self._window
        self._layout, self._was_full_screen = window.saveState(), window.isFullScreen()
        self._enable(True)
        self._follow()
        self._speed = window.playback.speed
        for part in (*window.findChildren(QDockWidget), *self._bars()):
            part.hide()
        window.caption.fit(window.screen().size().height())
        self.line.setFont(window.caption.font())
        window.caption.setVisible(window.actions_by_name["captions"].isChecked())
        window.viewport.set_bare(True)
        window.guiding.rest(True)
        window.viewport.show_note(tr(NOTE))
        window.showFullScreen()
        window.viewport.setFocus()
        window.actions_by_name["present"].setChecked(True)

    def stop(self) -> None:
        """Bring everything back."""
        window = self._window
        self._enable(False)
        self._put_line_away()
        for part in self._bars():
            part.show()
        window.caption.hide()
        window.viewport.set_bare(False)
        window.guiding.rest(False)
        window.viewport.show_note("")
        window.commands.set_speed(self._speed)
        window.restoreState(self._layout)
        if not self._was_full_screen:
            window.showNormal()
        window.actions_by_name["present"].setChecked(False)

    def replay(self) -> None:
        """Sign from the beginning."""
        self._window.playback.seek(0.0)
        self._window.playback.play()
        self._window.viewport.show_note("")

    def _enable(self, on: bool) -> None:
        for key in (self._leave, *self._enter):
            key.setEnabled(on)

    def _escape(self) -> None:
        """Leave the line of text, or else the audience."""
        if self.line.isVisible():
            self._put_line_away()
        else:
            self.stop()

    def _ask_or_say(self) -> None:
        """Show a line to type in; once something is typed, sign it."""
        if not self.line.isVisible():
            self.line.clear()
            self._window.caption.hide()
            self._window.viewport.show_note("")
            self.line.show()
            self.line.setFocus()
            return
        text = self.line.text().strip()
        self._put_line_away()
        if text:
            self._is_awaited = True
            self._window.editor.draft.type_text(text)
            self._window.editor.draft.flush()

    def _put_line_away(self) -> None:
        self.line.hide()
        self.show_captions()
        self._window.viewport.setFocus()

    def _perform(self) -> None:
        """Sign what was typed before the audience."""
        if self._is_awaited:
            self._is_awaited = False
            self.replay()

    def show_captions(self) -> None:
        """Show the sentence, or leave it away."""
        self._window.caption.setVisible(self.is_on and self._window.actions_by_name["captions"].isChecked())

    def toggle_slow_motion(self) -> None:
        """Sign at half the speed, or as fast as signers do."""
        slow = self._window.playback.speed != SLOW
        self._window.commands.set_speed(SLOW if slow else 1.0)

    def _follow(self) -> None:
        if self.is_on:
            self._window.caption.show_cues(sentence_cues(self._window.document.project))
            self._window.caption.show_time(self._window.playback.time)

    def _bars(self) -> tuple[QWidget, ...]:
        window = self._window
        return window.menuBar(), window.top, window.status, window.transport
