"""The page of the compose panel for locations."""

from typing import Any

from PySide6.QtWidgets import QPushButton

from pipeline.compose import edits
from pipeline.compose.description import Description, Location
from pipeline.compose.places import ON_BODY, Distance, HandPart, Height, Part, Place, Side, Surface
from pipeline.compose.shown import shown_at
from studio.language import tr
from studio.panels.compose.bodymap import BodyMap
from studio.panels.compose.fields import Fields, More
from studio.panels.compose.hands_page import PARTS
from studio.panels.compose.page import Page
from studio.panels.compose.values import Offset, Words
from studio.panels.pieces import STRETCH, row


def place_details() -> Fields:
    """Pickers for what says more precisely where a place is."""
    return Fields(
        {
            "height": (tr("Height"), Words(tr("How high in the space in front"), Height, tr("chest"))),
            "surface": (
                tr("Surface"),
                Words(tr("On which side of the finger, hand or arm"), Surface, tr("any side")),
            ),
            "between": (
                "\n" + tr("Half-way to"),
                Words(tr("Half-way to another place"), ON_BODY, tr("no other")),
            ),
            "part": ("\n" + tr("Along finger"), Words(tr("Where along a finger"), Part, tr("anywhere"))),
            "offset": ("\n" + tr("Moved by"), Offset(tr("Moved by"))),
        }
    )


class PlacePage(Page):
    """Where a hand is, and with which part it touches."""

    def __init__(self) -> None:
        super().__init__()
        self.map = BodyMap()
        self.map.chosen.connect(self._click)
        self.fields = Fields(
            {
                "place": (tr("Place"), Words(tr("Place"), Place)),
                "side": (tr("Side"), Words(tr("On which side of the place"), Side, tr("its own"))),
                "distance": (tr("Distance"), Words(tr("How far from the place"), Distance, tr("near"))),
                "by": (
                    tr("With"),
                    Words(tr("The part of the hand that is at the place"), HandPart, tr("any part"), PARTS),
                ),
            }
        )
        self.fields.picked.connect(self._place)
        self.details = place_details()
        self.details.picked.connect(self._place)
        self.before = QPushButton(tr("As Before"))
        self.before.setToolTip(tr("Stay at the place where the hand was before this moment"))
        self.before.clicked.connect(
            lambda: self._offer(tr("Keep the Place"), edits.with_posture, location=None)
        )
        self.more = More(self.details, row(self.before, STRETCH))
        self.column.addWidget(self.map, 1)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.more)

    def _show(self, description: Description) -> None:
        posture = shown_at(description, self.moment, self.hand)
        location = posture.location or Location()
        self.map.show_location(location, self.hand)
        self.fields.show_values(location, posture)
        self.details.show_values(location)
        self.before.setEnabled(self.moment > 0)

    def _click(self, place: Place, side: Side | None, height: Height | None) -> None:
        where = {"height": height} if place is Place.NEUTRAL else {"side": side}
        self._offer(tr("Change Place"), edits.with_place, place=place, **where)

    def _place(self, field: str, value: Any) -> None:
        if field == "by":
            self._offer(tr("Change Part of the Hand"), edits.with_posture, by=value)
        else:
            self._offer(tr("Change Place"), edits.with_place, **{field: value})
