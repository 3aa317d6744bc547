"""The timeline as something to look at: what is shown, how far in, and where the playhead stands."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pipeline.timeline.markers import Marker, Markers
from pipeline.timeline.project import Project
from pipeline.timeline.timeline import Timeline
from studio.language import decimal, tr
from studio.timeline.drags import Band, Pace, Pan, Scrub
from studio.timeline.grips import Grip
from studio.timeline.layout import HEAD, lanes
from studio.timeline.live import PLAYHEAD, paint_band, paint_bubble, paint_lit, paint_playhead
from studio.timeline.paint import Picture
from studio.timeline.scale import Scale
from studio.timeline.speeds import Speeds
from studio.timeline.still import StillLayer
from studio.timeline.strip import Strip, strip

READABLE = 40.0
"""Pixels per second below which a long project is not squeezed unasked."""


class TimelineCanvas(QWidget):
    """Shows text, signs, transitions and wrist speed along one time axis; `TimelineView` hears the mouse.

    What does not move is painted once into a pixmap; a tick of the playhead copies two strips of it.
    """

    rescaled = Signal()  # another zoom

    def __init__(self, parent: QWidget | None = None, fps: float = 30.0) -> None:
        super().__init__(parent)
        self._picture = Picture(Strip(), Scale(HEAD, HEAD + 1.0, 0.0, 120.0), 0.0, fps)
        self._still = StillLayer()
        self._time = 0.0
        self._playing = False
        self._keeps_fitting = True
        self._drag: Scrub | Pan | Band | Pace | Grip | None = None
        self._bubble = ""
        self._timeline = Timeline()
        self._doubts: dict[int, str] = {}
        self._lit = -1
        self._pointer = 0.0  # pixel column of the last drag
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(HEAD + 160, 200)
        self.setAccessibleName(tr("Timeline"))
        self._describe()

    @property
    def strip(self) -> Strip:
        """What stands on the timeline, and when."""
        return self._picture.strip

    @property
    def scale(self) -> Scale:
        """Which stretch of time is visible."""
        return self._picture.scale

    @property
    def transition(self) -> int:
        """Index of the transition that was clicked last, -1 after a click elsewhere."""
        return self._picture.held

    def show_project(self, project: Project) -> None:
        """Show the signs of a project; zoom and scroll stay once the user has chosen them."""
        self._timeline = project.timeline
        made = strip(project.glosses, project.timeline)
        held = self._picture.held if self._picture.held < len(made.wedges) else -1
        if isinstance(self._drag, Pace) and self._drag.wedge.index >= len(made.wedges):
            self._drag, self._bubble = None, ""
        marked = _found_again(self._picture.marked, made.markers)
        self._change(strip=made, held=held, hovered=-1, marked=marked)
        if self._drag is None:
            self._refit()
        self._describe()

    def set_speeds(
        self,
        speeds: ArrayLike | None,
        fps: float = 30.0,
        jerk: ArrayLike | None = None,
        doubts: Mapping[int, str] | None = None,
    ) -> None:
        """Show wrist speeds (T, 2) in metres per second, right then left; None while they are unknown.

        jerk: the larger of both wrists' (T,) in metres per second cubed; doubts: sentences about
        transitions that look unnatural, by index.
        """
        torn = None if jerk is None else np.asarray(jerk, np.float32)
        known = None if speeds is None else Speeds(np.asarray(speeds, np.float32).reshape(-1, 2), fps, torn)
        self._doubts = dict(doubts or {})
        self._change(speeds=known, doubts=frozenset(self._doubts))

    def show_time(self, seconds: float) -> None:
        """Move the playhead; only where it was and where it is gets painted."""
        before, self._time = self._time, seconds
        if self._playing and self._drag is None:
            turned = self.scale.following(min(seconds, self.strip.seconds))
            if turned is not self.scale:
                self._look(turned)
                return
        for moment in (before, seconds):
            column = round(self.scale.x(moment))
            self.update(QRect(column - PLAYHEAD, 0, 2 * PLAYHEAD + 1, self.height()))

    def select(self, position: int, also: frozenset[int] = frozenset()) -> None:
        """Mark the clips of a gloss, -1 for none, and bring them into sight; `also` others are marked."""
        if (position, also) == (self._picture.selected, self._picture.also):
            return
        self._change(selected=position, also=also, held=-1)
        block = self.strip.block(position)
        if block and not self._playing and self._drag is None:
            self._look(self.scale.revealing(block.start, block.end))

    def hold_correction(self, clip: int, index: int) -> None:
        """Mark the bar of a clip's correction, -1 for none."""
        if (clip, index) != self._picture.bar:
            self._change(bar=(clip, index))

    def light(self, position: int) -> None:
        """Light up a gloss, its word and its clips, -1 for none."""
        if position != self._lit:
            self._lit = position
            self.update()

    def set_playing(self, playing: bool) -> None:
        """Follow the playhead from now on, or stay."""
        self._playing = playing

    def fit(self) -> None:
        """Zoom so that everything is in sight, and keep it so when the length changes."""
        self._keeps_fitting = True
        self._look(self.scale.fitted(self.strip.seconds))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as much detail about pixel column `x`, or about the playhead."""
        if x is None:
            playhead = self.scale.x(self._time)
            inside = self.scale.left <= playhead <= self.scale.right
            x = playhead if inside else (self.scale.left + self.scale.right) / 2
        self._keeps_fitting = False
        self._look(self.scale.zoomed(factor, x))

    def sizeHint(self) -> QSize:
        return QSize(1200, 236)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._change(
            scale=replace(self.scale, right=float(max(self.width(), HEAD + 1))), height=float(self.height())
        )
        self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._still.show(self._picture, self.size(), self.devicePixelRatioF())
        painter = QPainter(self)
        self._still.copy(painter, event.rect())
        block = self.strip.block(self._lit) if self._lit >= 0 else None
        if block:
            paint_lit(painter, block, self.scale, lanes(self.height()))
        if isinstance(self._drag, Band):
            paint_band(painter, self._drag.start, self._drag.end, self.scale)
        x = self.scale.x(self._time)
        if x >= HEAD - 1:
            paint_playhead(painter, round(x), self.height())
        if self._bubble:
            paint_bubble(painter, self._bubble, self._held_column(), self.scale)
        painter.end()

    def _held_column(self) -> float:
        """The pixel column above which the words about a drag stand."""
        if isinstance(self._drag, Pace):
            wedge = self.strip.wedges[self._drag.wedge.index]
            return self.scale.x((wedge.start + wedge.end) / 2)
        return self._pointer

    def _change(self, **changes: Any) -> None:
        """Show another picture, which differs in some fields of `Picture`."""
        self._picture = replace(self._picture, **changes)
        self.update()

    def _look(self, scale: Scale) -> None:
        before = self.scale.pixels
        self._change(scale=scale.bounded(self.strip.seconds))
        if self.scale.pixels != before:
            self.rescaled.emit()

    def _refit(self) -> None:
        fitting = self._keeps_fitting and self.strip.seconds > 0
        self._look(self.scale.fitted(self.strip.seconds, READABLE) if fitting else self.scale)

    def _describe(self) -> None:
        signs = sum(len(block.cells) for block in self.strip.blocks)
        self.setAccessibleDescription(
            tr("{count} signs in {seconds} seconds").format(
                count=signs, seconds=decimal(self.strip.seconds, 1)
            )
        )


def _found_again(marked: Marker | None, markers: Markers) -> Marker | None:
    """A marker, or what it has become: the one that takes its place in its lane."""
    if marked is None or marked in markers:
        return marked
    middle = (marked.start + marked.end) / 2
    there = (
        marker for marker in markers if marker.lane is marked.lane and marker.start <= middle <= marker.end
    )
    return next(there, None)
