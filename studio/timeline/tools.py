"""What stands in the head of the timeline: snapping, fitting and zoom."""

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from studio import theme
from studio.language import tr
from studio.timeline.scale import CLOSEST, FURTHEST
from studio.timeline.view import TimelineView

STEPS = 100
"""Positions of the zoom slider, of equal ratios."""


class TimelineTools(QWidget):
    """Buttons and a slider for one timeline."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__()
        self._view = view
        self._snap = self._button("magnet", tr("Snap to frames, edges and proposals"))
        self._snap.setCheckable(True)
        self._snap.setChecked(True)
        self._snap.toggled.connect(view.set_snapping)
        self._ripple = self._button(
            "ripple", tr("Move everything later with an edit  (Shift: the other way)")
        )
        self._ripple.setCheckable(True)
        self._ripple.setChecked(True)
        self._ripple.toggled.connect(view.set_rippling)
        self._fit = self._button("fit", tr("Show everything  (F)"))
        self._fit.clicked.connect(view.fit)
        self._zoom = QSlider(Qt.Orientation.Horizontal)
        self._zoom.setMaximum(STEPS)
        self._zoom.setFixedWidth(110)
        self._zoom.setAccessibleName(tr("Zoom of the timeline"))
        self._zoom.setToolTip(tr("Zoom  (Ctrl+wheel)"))
        self._zoom.valueChanged.connect(self._zoom_to)
        view.rescaled.connect(self._show_zoom)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setSpacing(4)
        for part in (self._snap, self._ripple, self._fit, self._zoom):
            layout.addWidget(part)
        self._show_zoom()

    def _button(self, icon: str, what: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(theme.icon(icon))
        made.setIconSize(QSize(16, 16))
        made.setToolTip(what)
        made.setAccessibleName(what.split("  ")[0])
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _zoom_to(self, step: int) -> None:
        wanted = FURTHEST * (CLOSEST / FURTHEST) ** (step / STEPS)
        self._view.zoom(wanted / self._view.scale.pixels)

    def _show_zoom(self) -> None:
        share = math.log(self._view.scale.pixels / FURTHEST) / math.log(CLOSEST / FURTHEST)
        with QSignalBlocker(self._zoom):
            self._zoom.setValue(round(STEPS * share))
