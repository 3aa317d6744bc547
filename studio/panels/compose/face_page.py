"""The page of the compose panel for face, head and trunk: what each does, and from when to when."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pipeline.compose import edits
from pipeline.compose.description import Description
from pipeline.compose.face import ACTIONS, Channel, NonManual
from studio.language import tr
from studio.panels.compose.local_list import small_button
from studio.panels.compose.page import Page
from studio.panels.compose.span_ends import SpanEnd
from studio.panels.compose.values import Words
from studio.panels.pieces import fill, label, row
from studio.terms import capital, term

LABEL, END = 64, 78


class SpanRow(QWidget):
    """One thing that a channel does, or nothing.

    `changed` carries the NonManual there was, None for none, and the fields that are to be otherwise, None
    to take it away.
    """

    changed = Signal(object, object)
    more_wanted = Signal()

    def __init__(self, channel: Channel, is_first: bool) -> None:
        super().__init__()
        self.channel = channel
        self.item: NonManual | None = None
        name = label(capital(term(channel)) if is_first else "", tone="dim")
        name.setFixedWidth(LABEL)
        self.action: Words | QLineEdit = self._picker()
        self.start, self.end = (
            SpanEnd(tr("{channel}: from").format(channel=capital(term(channel)))),
            SpanEnd(tr("{channel}: to").format(channel=capital(term(channel)))),
        )
        self.start.picked.connect(lambda share: self._change(start=share))
        self.end.picked.connect(lambda share: self._change(end=share))
        self.more = small_button(
            "+",
            tr("Let the {channel} do something else at another time").format(channel=capital(term(channel))),
        )
        self.more.clicked.connect(self.more_wanted)
        self._is_first = is_first
        for part in (self.start, self.end):
            part.setFixedWidth(END)
        for part in (self.start, self.end, self.more):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        fill(self, name, self.action, self.start, self.end, self.more, spacing=4)

    def _picker(self) -> Words | QLineEdit:
        if ACTIONS[self.channel]:
            words = Words(capital(term(self.channel)), ACTIONS[self.channel], tr("nothing"))
            words.picked.connect(self._do)
            return words
        made = QLineEdit(placeholderText=tr("spoken words"))
        made.setAccessibleName(capital(term(self.channel)))
        made.editingFinished.connect(lambda: self._do(" ".join(made.text().split()) or None))
        return made

    def show_item(self, item: NonManual | None, marks: dict[str, float]) -> None:
        """Show what the channel does, and the moments of the sign by name."""
        self.item = item
        if isinstance(self.action, Words):
            self.action.show_value(item.action if item else None)
        elif self.action.text() != (item.action if item else ""):
            self.action.setText(item.action if item else "")
        for part, share in ((self.start, item.start if item else 0.0), (self.end, item.end if item else 1.0)):
            part.show_marks(marks)
            part.show_value(share)
            part.setVisible(item is not None)
        self.more.setVisible(item is not None and self._is_first)

    def _do(self, action: str | None) -> None:
        if action != (self.item.action if self.item else None):
            self.changed.emit(self.item, {"action": action} if action else None)

    def _change(self, **ends: float) -> None:
        if self.item is not None:
            self.changed.emit(self.item, ends)


class FacePage(Page):
    """What face, head and trunk do, each for the whole sign or for parts of it."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[str, float] = {"start": 0.0, "end": 1.0}
        self.rows: dict[Channel, list[SpanRow]] = {channel: [] for channel in Channel}
        self._columns: dict[Channel, QVBoxLayout] = {}
        head = [label("", tone="faint"), label(tr("does"), tone="faint"), label(tr("from"), tone="faint")]
        head[0].setFixedWidth(LABEL)
        head[2].setFixedWidth(END)
        last = label(tr("to"), tone="faint")
        last.setFixedWidth(END + 28)
        self.column.setSpacing(4)
        self.column.addWidget(row(*head, last, spacing=4))
        for channel in Channel:
            self._columns[channel] = QVBoxLayout()
            self._columns[channel].setSpacing(4)
            self.column.addLayout(self._columns[channel])
        self.column.addStretch(1)

    def show_marks(self, marks: dict[str, float]) -> None:
        """Offer these moments, shares of the sign by name, as starts and ends."""
        if marks != self.marks:
            self.marks = marks
            if self.description is not None:
                self._show(self.description)

    def _show(self, description: Description) -> None:
        for channel, rows in self.rows.items():
            items: list[NonManual | None] = [item for item in description.face if item.channel is channel]
            items = items or [None]
            while len(rows) < len(items):
                self._add_row(channel)
            while len(rows) > len(items):
                gone = rows.pop()
                gone.hide()
                gone.deleteLater()
            for line, item in zip(rows, items, strict=True):
                line.show_item(item, self.marks)

    def _add_row(self, channel: Channel) -> None:
        line = SpanRow(channel, not self.rows[channel])
        line.changed.connect(lambda before, changes: self._put(channel, before, changes))
        line.more_wanted.connect(lambda: self._add(channel))
        self.rows[channel].append(line)
        self._columns[channel].addWidget(line)

    def _put(self, channel: Channel, before: NonManual | None, changes: dict[str, Any] | None) -> None:
        def change(was: Description, *_: object) -> Description:
            after = None
            if changes is not None:
                after = replace(before, **changes) if before else NonManual(channel, **changes)
            return edits.with_face(was, before, after)

        self._offer(tr("Change the {channel}").format(channel=capital(term(channel))), change)

    def _add(self, channel: Channel) -> None:
        """One more, after the last one or in its second half."""
        last = self.rows[channel][-1].item
        if last is not None:
            start = last.end if last.end < 1 else round((last.start + 1) / 2, 3)
            after = replace(last, start=start, end=1.0)
            self._offer(tr("Add to the Face"), lambda was, *_: edits.with_face(was, None, after))
