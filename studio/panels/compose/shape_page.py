"""The page of the compose panel for handshapes."""

from typing import Any

from PySide6.QtWidgets import QPushButton

from pipeline.compose import edits
from pipeline.compose.description import Description, Handshape
from pipeline.compose.shapes import Bend, Shape, Spread, Thumb
from pipeline.compose.shown import shown_at
from studio.language import mark, tr
from studio.panels.compose.fields import Fields, More
from studio.panels.compose.page import Page
from studio.panels.compose.pickers import ShapeGrid
from studio.panels.compose.values import Fingers, ShapeWords, Words
from studio.panels.pieces import STRETCH, row

THUMBS = {Thumb.OUT: mark("stretched out"), Thumb.IN: mark("tucked in")}


class ShapePage(Page):
    """The handshape of a hand and how it differs from its citation form."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = ShapeGrid()
        self.grid.picked.connect(lambda name: self._change("name", name))
        usual = tr("as pictured")
        self.fields = Fields(
            {
                "thumb": (tr("Thumb"), Words(tr("Where the thumb is"), Thumb, usual, THUMBS)),
                "bend": (tr("Fingers"), Words(tr("How the stretched fingers bend"), Bend, usual)),
            }
        )
        self.details = Fields(
            {
                "index": (tr("Index"), Words(tr("How the index finger bends"), Bend, usual)),
                "middle": (tr("Middle"), Words(tr("How the middle finger bends"), Bend, usual)),
                "ring": (tr("Ring"), Words(tr("How the ring finger bends"), Bend, usual)),
                "pinky": (tr("Little"), Words(tr("How the little finger bends"), Bend, usual)),
                "spread": (tr("Spread"), Words(tr("How the fingers lie beside each other"), Spread, usual)),
                "between": (
                    tr("Half-way to"),
                    ShapeWords(tr("Half-way to another handshape"), tr("no other")),
                ),
                "contact": ("\n" + tr("Thumb meets"), Fingers(tr("Fingers whose tips the thumb touches"))),
            }
        )
        self.plain = QPushButton(tr("As Pictured"))
        self.plain.setToolTip(tr("Take away everything that differs from the picture"))
        self.plain.clicked.connect(self._make_plain)
        self.before = QPushButton(tr("As Before"))
        self.before.setToolTip(tr("Keep the handshape that the hand had before this moment"))
        self.before.clicked.connect(
            lambda: self._offer(tr("Keep the Handshape"), edits.with_posture, shape=None)
        )
        for fields in (self.fields, self.details):
            fields.picked.connect(self._change)
        self.more = More(self.details, row(self.plain, self.before, STRETCH))
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.more)

    def _show(self, description: Description) -> None:
        shape = shown_at(description, self.moment, self.hand).shape or Handshape(Shape.FIVE)
        self.grid.show_value(shape.name)
        self.fields.show_values(shape)
        self.details.show_values(shape)
        self.plain.setEnabled(shape != Handshape(shape.name))
        self.before.setEnabled(self.moment > 0)

    def _change(self, field: str, value: Any) -> None:
        self._offer(tr("Change Handshape"), edits.with_shape, **{field: value})

    def _make_plain(self) -> None:
        if self.description is not None:
            shape = shown_at(self.description, self.moment, self.hand).shape
            if shape is not None:
                self._offer(tr("Plain Handshape"), edits.with_posture, shape=Handshape(shape.name))
