"""Choosing lights, colours and background: a menu, and what it remembers."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QColor
from PySide6.QtWidgets import QColorDialog, QMenu

from pipeline.render.lights import LIGHTS
from pipeline.render.look import CLOTHES, SKINS, look
from studio.language import mark, tr
from studio.terms import capital

if TYPE_CHECKING:
    from studio.window import MainWindow

CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    "lights": (mark("Lights"), {name: capital(name) for name in LIGHTS}),
    "skin": (mark("Skin"), {"": mark("As It Is"), **{name: capital(name) for name in SKINS}}),
    "top": (
        mark("Top"),
        {"": mark("Legible with the Skin"), **{name: capital(name) for name in CLOTHES}},
    ),
    "background": (mark("Background"), {"studio": mark("Studio (dark)"), "light": mark("Light")}),
}
"""Title and choices of each part of a look; the first choice is the usual one."""
COLOUR = re.compile("#[0-9a-fA-F]{6}")
COLOURED = ("skin", "top", "background")
"""Parts that may have any colour."""


def usual(part: str) -> str:
    """The first choice of a part."""
    return next(iter(CHOICES[part][1]))


class Looks(QObject):
    """The menu View › Look; what is chosen holds for the viewport and is proposed for exports."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(tr("Look"), window)
        self.actions: dict[tuple[str, str], QAction] = {}
        for part, (title, choices) in CHOICES.items():
            self._add(part, self.menu.addMenu(tr(title)), choices)
        window.menus["View"].insertMenu(window.actions_by_name["skeleton"], self.menu)
        self._forget_unknown()
        self._show()

    def choose(self, part: str, name: str) -> None:
        """Use another choice of a part, or a colour such as `#203040`."""
        self._window.settings.set_look(part, name)
        self._show()

    def _add(self, part: str, menu: QMenu, choices: dict[str, str]) -> None:
        group = QActionGroup(menu)
        for name, title in choices.items():
            action = menu.addAction(tr(title))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, chosen=name: self.choose(part, chosen))
            self.actions[part, name] = action
        if part in COLOURED:
            menu.addSeparator()
            menu.addAction(tr("Another Colour…")).triggered.connect(lambda: self._ask(part))

    def _ask(self, part: str) -> None:
        dialog = QColorDialog(QColor(self._window.settings.look(part)), self._window)
        dialog.setWindowTitle(tr(CHOICES[part][0]))
        dialog.colorSelected.connect(lambda colour: self.choose(part, colour.name()))
        dialog.open()

    def _show(self) -> None:
        chosen = {part: self._window.settings.look(part) or usual(part) for part in CHOICES}
        for (part, name), action in self.actions.items():
            action.setChecked(chosen[part] == name)
        self._window.viewport.set_look(
            look(chosen["lights"], chosen["skin"], chosen["top"]), chosen["background"]
        )

    def _forget_unknown(self) -> None:
        """Drop what another version or a damaged file has left in the settings."""
        for part, (_, choices) in CHOICES.items():
            name = self._window.settings.look(part)
            if name and name not in choices and not (part in COLOURED and COLOUR.fullmatch(name)):
                self._window.settings.set_look(part, "")
