"""A motion in motion, and the part of it that is the sign: played in a loop, dragged or typed."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from studio import theme
from studio.language import tr
from studio.panels.decimals import DecimalBox
from studio.panels.pieces import STRETCH, row
from studio.panels.trim_bar import LEAST, TrimBar
from studio.playback import Playback
from studio.viewport.widget import Viewport

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion

Span = tuple[float, float]


class TrimView(QWidget):
    """Plays what is chosen of a motion, again and again, and stands still at an edge that is moved."""

    changed = Signal()

    def __init__(
        self, motion: "Motion", speed: NDArray[np.float32], proposed: Span, body: "BodyModel | None"
    ) -> None:
        super().__init__()
        self._proposed, self._whole = proposed, (0.0, motion.seconds)
        self.viewport = Viewport()
        self.viewport.setMinimumSize(300, 260)
        if body is not None:
            self.viewport.set_body(body)
        self.viewport.set_motion(motion)
        self.bar = TrimBar(speed, motion.fps)
        self.start, self.end = self._seconds(tr("From"), motion), self._seconds(tr("To"), motion)
        self.proposal, self.whole = QPushButton(tr("Proposal")), QPushButton(tr("Whole Motion"))
        self.proposal.setToolTip(tr("From where the hands have come up to where they go down again"))
        for button, span in ((self.proposal, self._proposed), (self.whole, self._whole)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, to=span: self.set_span(*to))
        self.play = QToolButton()
        self.play.setToolTip(tr("Play or pause"))
        self.play.setAccessibleName(tr("Play or pause"))
        self.playback = Playback(self)
        self.playback.set_loop(True)
        self.playback.moved.connect(lambda seconds: self._show(self.bar.start + seconds))
        self.playback.playing.connect(self.viewport.set_playing)
        self.playback.playing.connect(lambda on: self.play.setIcon(theme.icon("pause" if on else "play")))
        self.play.clicked.connect(self._play)
        self.bar.trimmed.connect(self._trim)
        self.bar.sought.connect(self._seek)
        self.start.valueChanged.connect(
            lambda value: self._trim(min(value, self.bar.end - LEAST), self.bar.end)
        )
        self.end.valueChanged.connect(
            lambda value: self._trim(self.bar.start, max(value, self.bar.start + LEAST))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.viewport, 1)
        layout.addWidget(self.bar)
        edges = (QLabel(tr("From")), self.start, QLabel(tr("To")), self.end)
        layout.addWidget(row(self.play, 4, *edges, STRETCH, self.proposal, self.whole))
        self.set_span(*proposed)

    @property
    def span(self) -> Span:
        """Seconds from and to which the motion is the sign."""
        return self.bar.start, self.bar.end

    def set_span(self, start: float, end: float) -> None:
        """Choose a part and play it from its beginning."""
        self._take(start, end)
        self.playback.seek(0.0)
        self._show(start)
        self.playback.play()

    def _play(self) -> None:
        """Play what is chosen from its beginning, or stand still."""
        if self.playback.is_playing:
            self.playback.pause()
        else:
            self.set_span(*self.span)

    def stop(self) -> None:
        """Play no more."""
        self.playback.pause()

    def _seconds(self, name: str, motion: "Motion") -> DecimalBox:
        spin = DecimalBox(name, " s")
        spin.setRange(0.0, motion.seconds)
        spin.setSingleStep(1 / motion.fps)
        return spin

    def _trim(self, start: float, end: float) -> None:
        """Choose a part by its edges, and stand at the one that was moved."""
        at = end if start == self.bar.start and end != self.bar.end else start
        self._take(start, end)
        self.playback.pause()
        self._show(at)

    def _take(self, start: float, end: float) -> None:
        self.bar.show_span(start, end)
        for spin, value in ((self.start, start), (self.end, end)):
            with QSignalBlocker(spin):
                spin.setValue(value)
        self.playback.set_duration(end - start)
        self.proposal.setEnabled(self.span != self._proposed)
        self.whole.setEnabled(self.span != self._whole)
        self.changed.emit()

    def _seek(self, seconds: float) -> None:
        self.playback.pause()
        self._show(seconds)

    def _show(self, seconds: float) -> None:
        self.viewport.show_time(seconds)
        self.bar.show_time(seconds)
