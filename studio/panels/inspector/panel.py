"""The inspector: the transition, the sign or the marker that is held on the timeline, in numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from studio.language import mark, tr
from studio.panels.inspector.marker import MarkerPage
from studio.panels.inspector.page import Page
from studio.panels.inspector.sign import SignPage
from studio.panels.inspector.way import WayPage
from studio.panels.pieces import label, row

NOTHING = mark(
    "Click a transition, a sign or a non-manual marker on the timeline to see and change its numbers."
)


class InspectorPanel(QWidget):
    """One page at a time, for what is held."""

    asked = Signal(str, object, int)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.ways, self.signs, self.markers = WayPage(), SignPage(), MarkerPage()
        nothing = label(tr(NOTHING), "faint")
        nothing.setWordWrap(True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing = row(nothing, margins=(12, 12, 12, 12))
        self._pages = QStackedWidget()
        for page in (self._nothing, self.ways, self.signs, self.markers):
            self._pages.addWidget(page)
            if isinstance(page, Page):
                page.asked.connect(self.asked)
                page.failed.connect(self.failed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_page(self, page: Page | None) -> None:
        """Show a page that was filled, or that nothing is held."""
        self._pages.setCurrentWidget(page or self._nothing)
