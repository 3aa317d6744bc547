"""Choosing lights, colours and background: a menu, and what it remembers."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QColor
from PySide6.QtWidgets import QColorDialog, QMenu

from pipeline.render.background import background
from pipeline.render.lights import LIGHTS
from pipeline.render.look import CLOTHES, SKINS, look
from studio.jobs import Latest
from studio.language import mark, tr
from studio.panels import dialogs
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
    "ground": (mark("Ground"), {"": mark("With the Signer's Shadow"), "none": mark("None")}),
}
"""Title and choices of each part of a look; the first choice is the usual one."""
COLOUR = re.compile("#[0-9a-fA-F]{6}")
COLOURS = re.compile(f"{COLOUR.pattern}(-{COLOUR.pattern})?")
"""One colour, or that of the middle and that of the edge."""
PICTURES = " (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)"
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
        self._background = usual("background")  # what the viewport shows, or will once it is read
        for part, (title, choices) in CHOICES.items():
            self._add(part, self.menu.addMenu(tr(title)), choices)
        backgrounds = self.actions["background", "light"].parent()
        assert isinstance(backgrounds, QMenu)
        backgrounds.addAction(tr("Two Colours…")).triggered.connect(self._ask_two)
        backgrounds.addAction(tr("Picture…")).triggered.connect(self._ask_picture)
        self._reading = Latest(parent=self)
        self._reading.done.connect(window.viewport.set_background)
        self._reading.failed.connect(self._do_without)
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

    def _ask_two(self) -> None:
        """Ask for the colour of the middle, then for that of the edge."""
        middle = QColorDialog.getColor(parent=self._window, title=tr("Colour of the Middle"))
        edge = QColorDialog.getColor(middle, self._window, tr("Colour of the Edge"))
        if middle.isValid() and edge.isValid():
            self.choose("background", f"{middle.name()}-{edge.name()}")

    def _ask_picture(self) -> None:
        folder = self._window.settings.folder
        path = dialogs.ask_file_to_open(
            self._window, tr("Choose a Background"), folder, tr("Pictures") + PICTURES
        )
        if path:
            self.choose("background", str(path.resolve()))

    def _do_without(self, problem: Exception) -> None:
        """Go back to the usual background, as a picture cannot be read."""
        self._window.status.warn(str(problem))
        self._window.settings.set_look("background", "")
        self._show()

    def _show(self) -> None:
        chosen = {part: self._window.settings.look(part) or usual(part) for part in CHOICES}
        for (part, name), action in self.actions.items():
            action.setChecked(chosen[part] == name)
        ground = chosen["ground"] != "none"
        self._window.viewport.set_look(look(chosen["lights"], chosen["skin"], chosen["top"], ground))
        if chosen["background"] != self._background:
            self._background = chosen["background"]
            self._reading.start(lambda _, name=self._background: background(name))

    def _forget_unknown(self) -> None:
        """Drop what another version or a damaged file has left in the settings."""
        for part, (_, choices) in CHOICES.items():
            name = self._window.settings.look(part)
            if name and name not in choices and not _is_own(part, name):
                self._window.settings.set_look(part, "")


def _is_own(part: str, name: str) -> bool:
    """Whether a choice is a colour or a picture of the user's own."""
    if part == "background":
        return bool(COLOURS.fullmatch(name)) or Path(name).is_absolute()
    return part in COLOURED and bool(COLOUR.fullmatch(name))
