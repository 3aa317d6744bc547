"""The pages of the compose panel as tabs; each is made when it is first looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget

from pipeline.compose.description import Description
from pipeline.compose.shapes import Shape
from pipeline.compose.shown import Hand
from studio.language import mark, tr
from studio.panels.compose.aim_page import AimPage
from studio.panels.compose.face_page import FacePage
from studio.panels.compose.fields import More
from studio.panels.compose.hands_page import HandsPage
from studio.panels.compose.move_page import MovePage
from studio.panels.compose.page import Page
from studio.panels.compose.pickers import ShapeGrid, as_it_is
from studio.panels.compose.place_page import PlacePage
from studio.panels.compose.shape_page import ShapePage
from studio.panels.compose.values import ShapeWords

KINDS: dict[str, type[Page]] = {
    mark("Shape"): ShapePage,
    mark("Place"): PlacePage,
    mark("Palm"): AimPage,
    mark("Movement"): MovePage,
    mark("Hands"): HandsPage,
    mark("Face"): FacePage,
}


class Pages(QTabWidget):
    """Shows one hand at one moment of a description, a page of parameters at a time."""

    edited = Signal(str, object)  # title, Description
    failed = Signal(str)
    other_wanted = Signal()

    def __init__(self, last: QWidget, title: str) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self._made: dict[str, Page] = {}
        self._shown: tuple[Description, int, Hand] | None = None
        self._pictures: dict[Shape, QIcon] = {}
        self._marks = {"start": 0.0, "end": 1.0}
        self._areas = {kind: _area() for kind in KINDS}
        for kind, area in self._areas.items():
            self.addTab(area, tr(kind))
        self.addTab(last, title)
        self.currentChanged.connect(lambda _: self._renew())

    def page(self, title: str) -> Page:
        """The page of a title."""
        if title not in self._made:
            made = KINDS[title]()
            made.edited.connect(self.edited)
            made.failed.connect(self.failed)
            if isinstance(made, HandsPage):
                made.other_wanted.connect(self.other_wanted)
            if isinstance(made, FacePage):
                made.show_marks(self._marks)
            self._made[title] = made
            self._put(made, self._areas[title])
        return self._made[title]

    def turn_to(self, title: str) -> None:
        """Turn to the page of a title."""
        self.setCurrentWidget(self._areas[title])

    def show_moment(self, description: Description, moment: int, hand: Hand) -> None:
        """Show what a description says of a hand at a moment, on the page that is open."""
        self._shown = description, moment, hand
        self._renew()

    def show_picture(self, shape: Shape, image: QImage) -> None:
        """Show what a handshape looks like, wherever one is chosen."""
        self._pictures[shape] = as_it_is(QPixmap.fromImage(image))
        for page in self._made.values():
            _illustrate(page, {shape: self._pictures[shape]})

    def show_marks(self, marks: dict[str, float]) -> None:
        """Offer these moments, shares of the sign by name, wherever one is chosen."""
        self._marks = marks
        face = self._made.get("Face")
        if isinstance(face, FacePage):
            face.show_marks(marks)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)  # which takes over the size that it was given while it was hidden
        self._renew()

    def _renew(self) -> None:
        title = next((kind for kind, area in self._areas.items() if area is self.currentWidget()), "")
        if self._shown is not None and self.isVisible() and title:
            self.page(title).show_moment(*self._shown)

    def _put(self, page: Page, area: QScrollArea) -> None:
        area.setWidget(page)
        page.setAutoFillBackground(False)
        for more in page.findChildren(More):
            more.opened.connect(lambda more=more: area.ensureWidgetVisible(more.body))
        _illustrate(page, self._pictures)


def _illustrate(page: Page, pictures: dict[Shape, QIcon]) -> None:
    for picker in (*page.findChildren(ShapeGrid), *page.findChildren(ShapeWords)):
        for shape, picture in pictures.items():
            picker.show_picture(shape, picture)


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    return area
