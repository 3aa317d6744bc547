"""Where the panels stand around the avatar."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMainWindow

from studio.panels.pieces import Dock

Area, Corner = Qt.DockWidgetArea, Qt.Corner

COMPOSE_WIDTH, INSPECTOR_WIDTH, CORRECT_WIDTH = 400, 250, 300


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How much room the panels get for one kind of work."""

    left: int = 330  # pixels that text and candidates are wide
    timeline: float = 0.36  # of the window's height; 0 hides it
    text: float = 0.38  # of the height above the timeline; 0 hides it, 1 leaves the candidates no room
    composes: bool = False


USUAL = Arrangement()
CURATING = Arrangement(left=520, timeline=0.0, text=0.0)
PRESENTING = Arrangement(timeline=0.0, text=1.0)
COMPOSING = Arrangement(left=0, timeline=0.0, text=0.0, composes=True)


@dataclass(frozen=True, slots=True)
class Docks:
    """The docks of the main window; `compose` and those after it stay away until they are asked for."""

    text: Dock
    glosses: Dock
    candidates: Dock
    timeline: Dock
    inspector: Dock
    compose: Dock
    history: Dock
    correct: Dock
    jobs: Dock

    @property
    def all(self) -> tuple[Dock, ...]:
        """Those that are always of use, in the order of the menu."""
        return self.text, self.glosses, self.candidates, self.timeline, self.inspector

    def place(self, window: QMainWindow, arrangement: Arrangement = USUAL) -> None:
        """Put every dock in its place: the text in a corner, the timeline below, composing at the right."""
        window.setCorner(Corner.TopLeftCorner, Area.LeftDockWidgetArea)
        window.setCorner(Corner.TopRightCorner, Area.TopDockWidgetArea)
        window.setCorner(Corner.BottomLeftCorner, Area.BottomDockWidgetArea)
        window.setCorner(Corner.BottomRightCorner, Area.RightDockWidgetArea)
        window.addDockWidget(Area.LeftDockWidgetArea, self.text)
        window.addDockWidget(Area.LeftDockWidgetArea, self.candidates)
        window.addDockWidget(Area.TopDockWidgetArea, self.glosses)
        window.addDockWidget(Area.BottomDockWidgetArea, self.timeline)
        window.addDockWidget(Area.RightDockWidgetArea, self.inspector)
        window.addDockWidget(Area.RightDockWidgetArea, self.compose)
        window.addDockWidget(Area.RightDockWidgetArea, self.history)
        window.addDockWidget(Area.RightDockWidgetArea, self.correct)
        window.addDockWidget(Area.RightDockWidgetArea, self.jobs)
        shown = self._shown(arrangement)
        for dock in (*self.all, self.compose, self.history, self.correct, self.jobs):
            dock.setFloating(False)
            dock.setVisible(dock in shown)
        self._share(window, arrangement)
        if window.isVisible():  # only then the docks that were hidden have a size to change
            QTimer.singleShot(0, window, lambda: self._share(window, arrangement))

    def _shown(self, arrangement: Arrangement) -> list[Dock]:
        wanted = (
            (self.glosses, True),
            (self.candidates, arrangement.left > 0 and arrangement.text < 1),
            (self.text, arrangement.text > 0),
            (self.timeline, arrangement.timeline > 0),
            (self.inspector, arrangement.timeline > 0),
            (self.compose, arrangement.composes),
        )
        return [dock for dock, there in wanted if there]

    def _share(self, window: QMainWindow, arrangement: Arrangement) -> None:
        timeline = round(arrangement.timeline * window.height())
        above = window.height() - timeline
        text = round(arrangement.text * above)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for dock, pixels, way in (
            (self.candidates, arrangement.left, across),
            (self.text, arrangement.left, across),
            (self.text, text, down),
            (self.candidates, above - text, down),
            (self.compose, COMPOSE_WIDTH, across),
            (self.inspector, INSPECTOR_WIDTH, across),
            (self.timeline, timeline, down),
        ):
            if dock in self._shown(arrangement):
                window.resizeDocks([dock], [pixels], way)
