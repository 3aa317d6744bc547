"""The page of the compose panel for what two hands have to do with each other."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pipeline.compose import edits
from pipeline.compose.description import Description, Meeting
from pipeline.compose.manner import OtherHand
from pipeline.compose.places import Distance, HandPart
from pipeline.compose.shown import meeting_at
from pipeline.compose.symmetry import SignType, sign_type
from studio.language import mark, tr
from studio.panels.compose.dial import Dial
from studio.panels.compose.fields import Fields
from studio.panels.compose.page import Page
from studio.panels.compose.values import Tick, Words
from studio.panels.pieces import STRETCH, label, row

NAMES = {
    OtherHand.ABSENT: mark("takes no part"),
    OtherHand.BASE: mark("holds still as a base"),
    OtherHand.MIRRORED: mark("mirrors the leading one"),
    OtherHand.ALTERNATING: mark("mirrors it in turn"),
    OtherHand.PARALLEL: mark("moves in parallel"),
}
TYPES = {
    SignType.ONE_HANDED: mark("A one-handed sign."),
    SignType.SYMMETRIC: mark("Battison's type 1: both hands move alike."),
    SignType.SAME_BASE: mark("Battison's type 2: a base of the same handshape."),
    SignType.OTHER_BASE: mark("Battison's type 3: a base of another handshape."),
    SignType.IRREGULAR: mark("Outside Battison's types: check that it is meant so."),
}

PARTS = {HandPart.BACK: mark("back of the hand")}


class HandsPage(Page):
    """What the other hand does, and where the hands meet at a moment."""

    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hands = Words(tr("What the other hand does"), OtherHand, names=NAMES)
        self.hands.picked.connect(
            lambda hands: self._offer(tr("Change Hands"), lambda was, *_: edits.with_hands(was, hands))
        )
        self.type = label(tone="dim")
        self.type.setWordWrap(True)
        self.edit_other = QPushButton(tr("Edit the Other Hand"))
        self.edit_other.setToolTip(tr("Shape, Place, Palm and Movement then are those of the other hand"))
        self.edit_other.clicked.connect(self.other_wanted)
        self.meet = Tick(tr("The hands meet at this moment"))
        self.meet.picked.connect(lambda is_on: self._set(Meeting() if is_on else None))
        self.fields = Fields(
            {
                "by": (
                    tr("Leading"),
                    Words(tr("The part of the leading hand"), HandPart, tr("any part"), PARTS),
                ),
                "to": (tr("Other"), Words(tr("The part of the other hand"), HandPart, tr("the same"), PARTS)),
                "distance": (tr("Distance"), Words(tr("How far apart"), Distance)),
                "crossed": (tr("Wrists"), Tick(tr("crossed"))),
                "interlocked": (tr("Fingers"), Tick(tr("interlocked"))),
            }
        )
        self.fields.picked.connect(self._change)
        self.where = Dial(tr("The leading hand lies"), tr("where it is"))
        self.where.picked.connect(lambda way: self._change("where", way))
        self._arrange()

    def _arrange(self) -> None:
        self.meeting = QWidget()
        inside = QVBoxLayout(self.meeting)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.fields)
        inside.addWidget(row(self.where, STRETCH))
        self.column.addWidget(Fields({"hands": ("\n" + tr("The other hand"), self.hands)}))
        self.column.addWidget(self.type)
        self.column.addWidget(row(self.edit_other, STRETCH))
        self.column.addWidget(self.meet)
        self.column.addWidget(self.meeting)
        self.column.addStretch(1)

    def _show(self, description: Description) -> None:
        alone = description.hands is OtherHand.ABSENT
        meeting = meeting_at(description, self.moment)
        self.hands.show_value(description.hands)
        self.type.setText(tr(TYPES[sign_type(description)]))
        self.edit_other.setHidden(alone)
        self.meet.setHidden(alone)
        self.meet.show_value(meeting is not None)
        self.meeting.setVisible(meeting is not None)
        self.fields.show_values(meeting or Meeting())
        self.where.show_value(meeting.where if meeting else None)

    def _change(self, field: str, value: Any) -> None:
        if self.description is not None:
            meeting = meeting_at(self.description, self.moment) or Meeting()
            self._set(replace(meeting, **{field: value}))

    def _set(self, meeting: Meeting | None) -> None:
        self._offer(tr("Change Meeting"), lambda was, at, _: edits.with_meeting(was, at, meeting))
