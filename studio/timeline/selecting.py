"""Choosing glosses on the timeline: by clicks, with keys held, and by a rubber band."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from studio.timeline.canvas import TimelineCanvas
from studio.timeline.drags import Band

CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""Keys with which more is chosen than was."""

THRESHOLD = 3
"""Pixels that a press may tremble before it is a drag."""


class SelectingCanvas(TimelineCanvas):
    """The canvas, asking for other glosses to be selected."""

    clip_selected = Signal(int)  # position of the gloss
    clips_selected = Signal(int, object)  # position of a gloss, positions selected beside it

    @property
    def _chosen(self) -> frozenset[int]:
        """Positions of the selected glosses."""
        first = self._picture.selected
        return self._picture.also | ({first} if first >= 0 else frozenset())

    def _is_one_of_many(self, position: int) -> bool:
        """Whether a gloss is selected beside others, which a drag then moves along."""
        return len(self._chosen) > 1 and position in self._chosen

    def _stretch(self, band: Band, event: QMouseEvent) -> None:
        """Select what the rubber band covers."""
        x, y = event.position().x(), event.position().y()
        if max(abs(x - band.start[0]), abs(y - band.start[1])) < THRESHOLD and band.end == band.start:
            return
        self._drag = band = replace(band, end=(x, y))
        covered = band.covered(self.strip, self.scale)
        if covered != self._chosen:
            first = min(covered, default=-1)
            self.clips_selected.emit(first, covered - {first})
        self.update()

    def _select(self, position: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select a gloss, one more with Ctrl, or all up to it with Shift."""
        before, also = self._picture.selected, self._picture.also
        if modifiers & Qt.KeyboardModifier.ShiftModifier and before >= 0:
            reached = range(min(before, position), max(before, position) + 1)
            self.clips_selected.emit(before, frozenset(reached) - {before})
        elif modifiers & Qt.KeyboardModifier.ControlModifier and before >= 0 and before != position:
            self.clips_selected.emit(before, also ^ {position})
        else:
            self.clip_selected.emit(position)
