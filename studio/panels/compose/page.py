"""What all pages of the compose panel have in common."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pipeline.compose.description import Description
from pipeline.compose.shown import Hand
from studio.language import tr
from studio.told import refused


class Page(QWidget):
    """Shows one hand at one moment of a description; `edited` carries a title and the changed description."""

    edited = Signal(str, object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.description: Description | None = None
        self.moment, self.hand = 0, Hand.LEADING
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(7)

    def show_moment(self, description: Description, moment: int, hand: Hand) -> None:
        """Show what a description says of a hand at a moment."""
        self.description, self.moment, self.hand = description, moment, hand
        self._show(description)

    def _show(self, description: Description) -> None:
        raise NotImplementedError

    def _offer(self, title: str, change: Callable[..., Description], **changes: Any) -> None:
        """Offer what `change` makes of the description, moment and hand; what makes no sense is told."""
        if self.description is None:
            return
        try:
            self.edited.emit(title, change(self.description, self.moment, self.hand, **changes))
        except ValueError as problem:
            self._show(self.description)
            self.failed.emit(tr("This cannot be signed: {problem}.").format(problem=refused(str(problem))))
