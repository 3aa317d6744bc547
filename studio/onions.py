"""The menu View › Onion Skin: ghosts of the poses before and after, and what it remembers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from studio.language import tr
from studio.viewport.onion import Onion

if TYPE_CHECKING:
    from studio.window import MainWindow

COUNTS = (1, 2, 3, 4)
SPACINGS = (1, 2, 4, 8, 15)


class Onions(QObject):
    """How many ghosts there are and how far apart; the command `onion` shows and hides them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.shows = window.actions_by_name["onion"]
        self.menu = QMenu(tr("Ghosts of the Onion Skin"), window)
        onion = window.settings.onion
        self._group(tr("On Each Side"), COUNTS, onion.count, self._choose_count)
        self._group(tr("Frames Between Them"), SPACINGS, onion.spacing, self._choose_spacing)
        window.menus["View"].insertMenu(window.actions_by_name["safe_frame"], self.menu)

    def _group(self, title: str, numbers: tuple[int, ...], now: int, choose: Callable[[int], None]) -> None:
        menu = self.menu.addMenu(title)
        group = QActionGroup(menu)
        for number in numbers:
            action = menu.addAction(str(number))
            action.setCheckable(True)
            action.setChecked(number == now)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, chosen=number: choose(chosen))

    def _choose_count(self, count: int) -> None:
        self._choose(Onion(count, self._window.settings.onion.spacing))

    def _choose_spacing(self, spacing: int) -> None:
        self._choose(Onion(self._window.settings.onion.count, spacing))

    def _choose(self, onion: Onion) -> None:
        self._window.settings.onion = onion
        self.shows.setChecked(True)
        self.show()

    def show(self) -> None:
        """Show the ghosts, or leave them away, as the command is ticked."""
        self._window.viewport.set_onion(self._window.settings.onion if self.shows.isChecked() else None)
