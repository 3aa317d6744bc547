"""The page of the compose panel for movements."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pipeline.compose import edits
from pipeline.compose.description import Description, Location, Movement
from pipeline.compose.manner import Path, Size
from pipeline.compose.places import ON_BODY, Place
from pipeline.compose.shown import Hand, movement_of
from studio.language import mark, tr
from studio.panels.compose.dial import Dial
from studio.panels.compose.fields import Fields, More
from studio.panels.compose.local_list import LocalList
from studio.panels.compose.manner_fields import course_fields, manner_fields, repeat_fields, sign_fields
from studio.panels.compose.page import Page
from studio.panels.compose.pickers import PathGrid
from studio.panels.compose.place_page import place_details
from studio.panels.compose.values import Tick, Words
from studio.panels.pieces import label, row
from studio.terms import words_of

VIA = {
    Path.ARC: mark("It bulges to"),
    Path.CIRCLE: mark("A quarter later"),
    Path.SEVEN: mark("The stroke before"),
    Path.ZIGZAG: mark("The first swing"),
    Path.WIGGLE: mark("The first swing"),
}
SWINGING = (Path.ARC, Path.ZIGZAG, Path.WIGGLE)


class MovePage(Page):
    """The movement that leads to a moment; at the start, what concerns the whole sign."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = sign_fields()
        self.own = Tick(
            tr("The other hand moves on its own"), tr("Otherwise it follows from what the hands do together")
        )
        self.paths = PathGrid()
        self.way, self.via = Dial(tr("Direction"), tr("none")), Dial(tr("Via"), tr("none"))
        self.goal = label(tone="dim")
        self.size = Fields({"size": (tr("Size"), Words(tr("How large the path is"), Size))})
        self.repeats, self.local = repeat_fields(), LocalList()
        self.course, self.manner = course_fields(), manner_fields()
        self.along = Dial(tr("Long side of the circle"), tr("round"))
        self.brush = Words(tr("A place touched in passing"), ON_BODY, tr("nothing"))
        self.brushed = place_details()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.whole, self.one = QWidget(), QWidget()
        above, column = QVBoxLayout(self.whole), QVBoxLayout(self.one)
        for layout in (above, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(7)
        hint = label(tr("Each movement above has a page of its own here; + adds one."), tone="dim")
        hint.setWordWrap(True)
        above.addWidget(self.sign)
        above.addWidget(hint)
        brush = Fields({"brush": (tr("Brushes"), self.brush)})
        self.more = More(self.course, row(self.along, None), self.manner, brush, self.brushed)
        parts = (self.own, self.paths, row(self.way, self.via, spacing=14), self.goal, self.size)
        for part in (*parts, self.local, self.repeats, self.more):
            column.addWidget(part)
        self.column.addWidget(self.whole)
        self.column.addWidget(self.one)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.sign.picked.connect(self._change_sign)
        self.own.picked.connect(
            lambda own: self._offer(
                tr("Move on Its Own"), lambda was, at, _: edits.with_own_movement(was, at, own)
            )
        )
        self.paths.picked.connect(lambda path: self._move("path", path))
        for name, picker in {
            "direction": self.way,
            "via": self.via,
            "along": self.along,
            "local": self.local,
        }.items():
            picker.picked.connect(lambda value, name=name: self._move(name, value))
        for fields in (self.size, self.repeats, self.course, self.manner):
            fields.picked.connect(self._move)
        self.brush.picked.connect(self._brush)
        self.brushed.picked.connect(self._brush_at)

    def _show(self, description: Description) -> None:
        self.whole.setVisible(self.moment == 0)
        self.one.setVisible(self.moment > 0)
        if self.moment == 0:
            self.sign.show_values(description)
            return
        movement = movement_of(description, self.moment, self.hand)
        is_other = self.hand is Hand.OTHER
        self.own.setVisible(is_other)
        self.own.show_value(description.movements[self.moment - 1].other is not None)
        for part in (self.repeats, self.manner):
            part.setHidden(is_other)  # both hands share their time
        self._show_course(movement)
        for fields in (self.size, self.repeats, self.course, self.manner):
            fields.show_values(movement)
        self.local.show_value(movement.local)
        self.brush.show_value(movement.brush.place if movement.brush else None)
        self.brushed.setVisible(movement.brush is not None)
        self.brushed.show_values(movement.brush or Location())

    def _show_course(self, movement: Movement) -> None:
        path, goal = movement.path, movement.to.location
        self.paths.show_value(path)
        self.way.show_value(movement.direction)
        self.via.show_value(movement.via)
        self.along.show_value(movement.along)
        self.via.title.setText(tr(VIA[path]) if path in VIA else tr("Via"))
        self.via.setEnabled(path in VIA)
        self.along.setVisible(path is Path.CIRCLE)
        free = goal is None and path is not Path.NONE
        self.size.enable(size=free or path is Path.CIRCLE)
        self.course.enable(
            depth=path in SWINGING,
            centimetres=free or path is Path.CIRCLE,
            turns=path is Path.CIRCLE,
            growth=path in (Path.CIRCLE, Path.ZIGZAG, Path.WIGGLE),
        )
        self.goal.setVisible(goal is not None)
        if goal is not None:
            where = tr("another place in front") if goal.place is Place.NEUTRAL else words_of(goal.place)
            self.goal.setText(tr("It leads to a place ({where}): see Place.").format(where=where))

    def _change_sign(self, field: str, value: Any) -> None:
        self._offer(tr("Change Sign"), lambda was, *_: replace(was, **{field: value}))

    def _move(self, field: str, value: Any) -> None:
        self._offer(tr("Change Movement"), edits.with_movement, **{field: value})

    def _brush(self, place: Place | None) -> None:
        if place is None:
            self._move("brush", None)
        else:
            self._brush_at("place", place)

    def _brush_at(self, field: str, value: Any) -> None:
        def change(was: Description, moment: int, hand: Hand) -> Description:
            now = movement_of(was, moment, hand).brush or Location()
            brush = edits.moved_place(now, **{field: value})
            return edits.with_movement(was, moment, hand, brush=brush)

        self._offer(tr("Change Brushed Place"), change)
