"""The chips of the gloss strip as Qt's views ask for them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from studio.language import tr
from studio.panels.chips import LIT, PERFORMED, Chip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Chips(QAbstractListModel):
    """The chips, and at times one more: a draft, whose name is being typed."""

    renamed = Signal(int, str)
    inserted = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.chips: tuple[Chip, ...] = ()
        self.draft = -1
        self.performed = self.lit = -1

    def show(self, chips: Sequence[Chip]) -> None:
        self.beginResetModel()
        self.chips, self.draft = tuple(chips), -1
        self.endResetModel()

    def begin_draft(self, row: int) -> None:
        self.end_draft()
        self.beginInsertRows(QModelIndex(), row, row)
        self.chips, self.draft = (*self.chips[:row], Chip("", tr("new gloss"), 0.0), *self.chips[row:]), row
        self.endInsertRows()

    def end_draft(self) -> None:
        if self.draft >= 0:
            row = self.draft
            self.beginRemoveRows(QModelIndex(), row, row)
            self.chips, self.draft = (*self.chips[:row], *self.chips[row + 1 :]), -1
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.chips)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.chips):
            return None
        chip = self.chips[index.row()]
        return {
            Role.UserRole: chip,
            Role.DisplayRole: chip.name,
            Role.EditRole: chip.name,
            Role.ToolTipRole: chip.tip,
            PERFORMED: index.row() == self.performed,
            LIT: index.row() == self.lit,
            Role.AccessibleTextRole: ", ".join(
                filter(None, (chip.name, chip.problem or chip.origin, chip.sure))
            ),
        }.get(role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        name = str(value).strip()
        if role != Role.EditRole or not name or name == self.chips[index.row()].name:
            return False
        (self.inserted if index.row() == self.draft else self.renamed).emit(index.row(), name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable
