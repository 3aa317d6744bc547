"""The pages of the compose panel, each for some parameters; a page shows a description and offers changes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pipeline.compose import edits
from pipeline.compose.description import Description, Handshape, LocalMovement, Location, Movement
from pipeline.compose.face import ACTIONS, Channel
from pipeline.compose.manner import Local, OtherHand, Path, Repeat, Size, Speed
from pipeline.compose.places import Distance, HandPart, Place, Side
from pipeline.compose.shapes import Bend, Shape, Spread, Thumb
from studio.panels.compose.bodymap import BodyMap
from studio.panels.compose.dial import Dial
from studio.panels.compose.pickers import PathGrid, ShapeGrid, Words
from studio.panels.pieces import label, row

LOCALS = [local for local in Local if local is not Local.CHANGE]


class Page(QWidget):
    """Shows one moment of a description; `edited` carries a title and the changed description."""

    edited = Signal(str, object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.description: Description | None = None
        self.moment = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(6)

    def show_moment(self, description: Description, moment: int) -> None:
        """Show what a description says of a moment."""
        self.description, self.moment = description, moment
        self._show(description)

    def _show(self, description: Description) -> None:
        raise NotImplementedError

    def _offer(self, title: str, change: Callable[[Description], Description]) -> None:
        """Offer a change, unless it makes no sense."""
        if self.description is None:
            return
        try:
            self.edited.emit(title, change(self.description))
        except ValueError as problem:
            self.failed.emit(f"This cannot be signed: {problem}.")


class ShapePage(Page):
    """The handshape of the leading hand and how it differs from its citation form."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = ShapeGrid()
        self.grid.picked.connect(self._choose)
        self.thumb = Words("Thumb", Thumb, "thumb as usual")
        self.bend = Words("Bend", Bend, "bend as usual")
        self.spread = Words("Spread", Spread, "spread as usual")
        for field, menu in (("thumb", self.thumb), ("bend", self.bend), ("spread", self.spread)):
            menu.picked.connect(lambda value, field=field: self._modify(field, value))
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(row(self.thumb, self.bend, self.spread))

    def _show(self, description: Description) -> None:
        shape = edits.shown_at(description, self.moment).shape
        self.grid.show_value(shape.name if shape else None)
        self.thumb.show_value(shape.thumb if shape else None)
        self.bend.show_value(shape.bend if shape else None)
        self.spread.show_value(shape.spread if shape else None)

    def _choose(self, name: Shape) -> None:
        self._offer(
            "Change Handshape", lambda was: edits.with_posture(was, self.moment, shape=Handshape(name))
        )

    def _modify(self, field: str, value: Any) -> None:
        def change(was: Description) -> Description:
            shape = edits.shown_at(was, self.moment).shape or Handshape(Shape.FIVE)
            return edits.with_posture(was, self.moment, shape=replace(shape, **{field: value}))

        self._offer(f"Change {field.capitalize()}", change)


class PlacePage(Page):
    """Where the leading hand is, and with which part it touches."""

    def __init__(self) -> None:
        super().__init__()
        self.map = BodyMap()
        self.map.chosen.connect(self._choose)
        self.place = Words("Place", Place)
        self.side = Words("Side", Side, "its own side")
        self.distance = Words("Distance", Distance, "usual distance")
        self.part = Words("With which part of the hand", HandPart, "no part in particular")
        self.place.picked.connect(lambda place: self._choose(place, None, None))
        self.side.picked.connect(lambda side: self._place("Change Side", side=side))
        self.distance.picked.connect(lambda distance: self._place("Change Distance", distance=distance))
        self.part.picked.connect(self._touch)
        self.column.addWidget(self.map, 1)
        self.column.addWidget(row(self.place, self.side))
        self.column.addWidget(row(self.distance, self.part))

    def _show(self, description: Description) -> None:
        posture = edits.shown_at(description, self.moment)
        location = posture.location or Location()
        self.map.show_location(location)
        self.place.show_value(location.place)
        self.side.show_value(location.side)
        self.distance.show_value(location.distance)
        self.part.show_value(posture.by)

    def _choose(self, place: Place, side: Side | None, height: Any) -> None:
        def change(was: Description) -> Description:
            now = edits.shown_at(was, self.moment).location or Location()
            there = Location(place, side=side, height=height, distance=now.distance)
            return edits.with_posture(was, self.moment, location=there)

        self._offer("Change Place", change)

    def _place(self, title: str, **changes: Any) -> None:
        self._offer(title, lambda was: edits.with_place(was, self.moment, **changes))

    def _touch(self, part: HandPart | None) -> None:
        self._offer("Change Part of the Hand", lambda was: edits.with_posture(was, self.moment, by=part))


class AimPage(Page):
    """Where the palm faces and the fingers point."""

    def __init__(self) -> None:
        super().__init__()
        self.palm, self.fingers = Dial("The palm faces"), Dial("The fingers point")
        self.palm.chosen.connect(lambda way: self._aim("Turn the Palm", palm=way))
        self.fingers.chosen.connect(lambda way: self._aim("Turn the Fingers", fingers=way))
        self.column.addWidget(row(self.palm, self.fingers))
        self.column.addWidget(label("As the signer sees it: right is the signer's right.", tone="faint"))
        self.column.addStretch(1)

    def _show(self, description: Description) -> None:
        posture = edits.shown_at(description, self.moment)
        self.palm.show_direction(posture.palm)
        self.fingers.show_direction(posture.fingers)

    def _aim(self, title: str, **change: Any) -> None:
        self._offer(title, lambda was: edits.with_posture(was, self.moment, **change))


class MovePage(Page):
    """The movement that leads to a moment; the start has none."""

    def __init__(self) -> None:
        super().__init__()
        self.paths = PathGrid()
        self.paths.picked.connect(self._take)
        self.way, self.via = Dial("Direction"), Dial("Via")
        self.way.chosen.connect(lambda way: self._move("Change Direction", direction=way))
        self.via.chosen.connect(lambda way: self._move("Change the Bulge", via=way))
        self.size = Words("Size", Size)
        self.speed = Words("Speed", Speed)
        self.local = Words("Fingers and wrist", LOCALS, "fingers still")
        self.times = Words("How often", [str(times) for times in range(1, 7)])
        self.again = Words("How repeated", Repeat)
        self.size.picked.connect(lambda size: self._move("Change Size", size=size, centimetres=None))
        self.speed.picked.connect(lambda speed: self._move("Change Speed", speed=speed))
        self.local.picked.connect(self._set_local)
        self.times.picked.connect(lambda times: self._move("Repeat", repeat=int(times)))
        self.again.picked.connect(lambda way: self._move("Change Repetition", way=way))
        self.column.addWidget(self.paths)
        self.column.addWidget(row(self.way, self.via), 1)
        self.column.addWidget(row(self.size, self.speed, self.local))
        self.column.addWidget(row(self.times, self.again))

    def _show(self, description: Description) -> None:
        self.setEnabled(self.moment > 0)
        movement = description.movements[self.moment - 1] if self.moment else Movement()
        self.paths.show_value(movement.path)
        self.way.show_direction(movement.direction)
        self.via.show_direction(movement.via)
        self.size.show_value(movement.size)
        self.speed.show_value(movement.speed)
        self.local.show_value(movement.local[0].kind if movement.local else None)
        self.times.show_value(str(movement.repeat))
        self.again.show_value(movement.way)

    def _take(self, path: Path) -> None:
        self._offer("Change Path", lambda was: edits.with_path(was, self.moment, path, None))

    def _move(self, title: str, **changes: Any) -> None:
        def change(was: Description) -> Description:
            path = was.movements[self.moment - 1].path
            if "direction" in changes and path is Path.NONE:
                was = edits.with_path(was, self.moment, Path.STRAIGHT, changes["direction"])
            return edits.with_movement(was, self.moment, **changes)

        self._offer(title, change)

    def _set_local(self, kind: Local | None) -> None:
        self._move("Change Fingers and Wrist", local=(LocalMovement(kind),) if kind else ())


class HandsPage(Page):
    """What the other hand has to do with the leading one, and the base hand's shape and orientation."""

    def __init__(self) -> None:
        super().__init__()
        self.hands = Words("Other hand", OtherHand)
        self.hands.picked.connect(
            lambda hands: self._offer("Change Hands", lambda was: edits.with_hands(was, hands))
        )
        self.shape = Words("Handshape of the other hand", Shape, "the same handshape")
        self.shape.picked.connect(
            lambda name: self._other("Change the Other Handshape", shape=Handshape(name) if name else None)
        )
        self.palm, self.fingers = Dial("Its palm faces"), Dial("Its fingers point")
        self.palm.chosen.connect(lambda way: self._other("Turn the Other Palm", palm=way))
        self.fingers.chosen.connect(lambda way: self._other("Turn the Other Fingers", fingers=way))
        self.column.addWidget(row(self.hands, self.shape))
        self.column.addWidget(row(self.palm, self.fingers))
        self.column.addStretch(1)

    def _show(self, description: Description) -> None:
        self.hands.show_value(description.hands)
        alone = description.hands is OtherHand.ABSENT
        for part in (self.shape, self.palm, self.fingers):
            part.setDisabled(alone)
        self.shape.show_value(description.other.shape.name if description.other.shape else None)
        self.palm.show_direction(description.other.palm)
        self.fingers.show_direction(description.other.fingers)

    def _other(self, title: str, **changes: Any) -> None:
        self._offer(title, lambda was: replace(was, other=replace(was.other, **changes)))


class FacePage(Page):
    """What the face, the head and the trunk do for the whole sign; spans are written in the text."""

    def __init__(self) -> None:
        super().__init__()
        self.channels: dict[Channel, Words] = {}
        grid = QGridLayout()
        for index, channel in enumerate(channel for channel in Channel if ACTIONS[channel]):
            menu = Words(channel.capitalize(), ACTIONS[channel], "nothing")
            menu.picked.connect(lambda action, channel=channel: self._do(channel, action))
            self.channels[channel] = menu
            grid.addWidget(label(channel.capitalize(), tone="dim"), index, 0)
            grid.addWidget(menu, index, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def _show(self, description: Description) -> None:
        for channel, menu in self.channels.items():
            menu.show_value(next((item.action for item in description.face if item.channel is channel), None))

    def _do(self, channel: Channel, action: str | None) -> None:
        self._offer(
            f"Change the {channel.capitalize()}", lambda was: edits.with_face(was, channel, action or "")
        )
