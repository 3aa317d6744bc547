"""Where the panels stand around the avatar."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from studio.panels.pieces import Dock

Area, Corner = Qt.DockWidgetArea, Qt.Corner

LEFT_WIDTH = 330
COMPOSE_WIDTH = 370
TIMELINE_SHARE, TEXT_SHARE = 0.32, 0.38
"""Height of the timeline in the window, and of the text above the candidates."""


@dataclass(frozen=True, slots=True)
class Docks:
    """The docks of the main window; `compose` stays away until it is asked for."""

    text: Dock
    glosses: Dock
    candidates: Dock
    timeline: Dock
    compose: Dock

    @property
    def all(self) -> tuple[Dock, ...]:
        """Those that are always of use, in the order of the menu."""
        return self.text, self.glosses, self.candidates, self.timeline

    def place(self, window: QMainWindow) -> None:
        """Put every dock in its place: the text in a corner, the timeline below, composing at the right."""
        window.setCorner(Corner.TopLeftCorner, Area.LeftDockWidgetArea)
        window.setCorner(Corner.TopRightCorner, Area.TopDockWidgetArea)
        window.setCorner(Corner.BottomLeftCorner, Area.BottomDockWidgetArea)
        window.setCorner(Corner.BottomRightCorner, Area.RightDockWidgetArea)
        window.addDockWidget(Area.LeftDockWidgetArea, self.text)
        window.addDockWidget(Area.LeftDockWidgetArea, self.candidates)
        window.addDockWidget(Area.TopDockWidgetArea, self.glosses)
        window.addDockWidget(Area.BottomDockWidgetArea, self.timeline)
        window.addDockWidget(Area.RightDockWidgetArea, self.compose)
        for dock in self.all:
            dock.setFloating(False)
            dock.show()
        self.compose.hide()
        timeline = round(TIMELINE_SHARE * window.height())
        above = window.height() - timeline
        text = round(TEXT_SHARE * above)
        window.resizeDocks([self.text], [LEFT_WIDTH], Qt.Orientation.Horizontal)
        window.resizeDocks([self.text, self.candidates], [text, above - text], Qt.Orientation.Vertical)
        window.resizeDocks([self.compose], [COMPOSE_WIDTH], Qt.Orientation.Horizontal)
        window.resizeDocks([self.timeline], [timeline], Qt.Orientation.Vertical)
