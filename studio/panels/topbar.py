"""The bar at the top: history, the project's name, who signs, export."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QToolBar, QWidget

from studio import theme
from studio.language import tr
from studio.panels.pieces import Picture, label, row, tool


class TopBar(QToolBar):
    """What concerns the project as a whole."""

    signer_chosen = Signal(str)  # key

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__(tr("Project"))
        self.setObjectName("TopBar")
        self.setMovable(False)
        self._name = QLabel()
        self._name.setObjectName("ProjectName")
        self._state = label(tone="faint")
        self._signers = QComboBox()
        self._signers.setAccessibleName(tr("Signer"))
        self._signers.setToolTip(tr("Who signs"))
        self._signers.activated.connect(lambda index: self.signer_chosen.emit(self._signers.itemData(index)))
        export = QPushButton(tr("Export"))
        export.setProperty("primary", True)
        export.setIcon(theme.icon("export", "#ffffff"))
        export.setIconSize(QSize(15, 15))
        export.setAccessibleName(tr("Export video"))
        export.clicked.connect(actions["export"].trigger)
        self._export, self._exporting = export, actions["export"]
        self._exporting.changed.connect(self._follow_export)
        self._follow_export()
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        history = row(tool(actions["undo"], "undo"), tool(actions["redo"], "redo"), spacing=2)
        self.addWidget(row(history, 6, self._name, self._state, margins=(0, 0, 8, 0)))
        self.addWidget(space)
        self.addWidget(row(Picture("person", 16), self._signers, 6, export))

    def show_project(self, name: str, edited: bool) -> None:
        """Show the project's name, and whether it has changes that are not saved."""
        self._name.setText(name)
        self._state.setText(tr("edited") if edited else "")

    def show_signers(self, signers: Sequence[tuple[str, str]], current: str) -> None:
        """Offer signers as (key, title)."""
        self._signers.clear()
        for key, title in signers:
            self._signers.addItem(title, key)
        self._signers.setCurrentIndex(max(self._signers.findData(current), 0))

    def _follow_export(self) -> None:
        self._export.setEnabled(self._exporting.isEnabled())
        self._export.setToolTip(self._exporting.toolTip())
