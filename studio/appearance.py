"""Theme, size and language of the interface: three menus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from studio import theme
from studio.colors import THEMES
from studio.language import LANGUAGES, tr
from studio.settings import SCALES
from studio.terms import capital

if TYPE_CHECKING:
    from studio.window import MainWindow


class Appearance(QObject):
    """The menus View › Theme, which works at once, and View › Size and Language, taken at the next start."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.themes = self._menu(
            tr("Theme"), {name: tr(capital(name)) for name in THEMES}, window.settings.theme
        )
        self.sizes = self._menu(
            tr("Size"), {size: f"{size} %" for size in SCALES}, str(window.settings.scale)
        )
        self.languages = self._menu(
            tr("Language"), LANGUAGES | {"": tr(LANGUAGES[""])}, window.settings.language
        )
        self.themes.triggered.connect(lambda action: self.choose_theme(action.data()))
        self.sizes.triggered.connect(lambda action: self.choose_size(int(action.data())))
        self.languages.triggered.connect(lambda action: self.choose_language(action.data()))

    def choose_theme(self, name: str) -> None:
        """Show the studio in other colours from now on."""
        self._window.settings.theme = name
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.choose(application, name)
        self._window.showing.again()

    def choose_size(self, percent: int) -> None:
        """Make everything larger or smaller from the next start on."""
        self._window.settings.scale = percent
        self._window.status.say(
            tr("Everything is shown at {percent} % from the next start on.").format(percent=percent)
        )

    def choose_language(self, tag: str) -> None:
        """Speak another language from the next start on."""
        self._window.settings.language = tag
        self._window.status.say(tr("The chosen language is spoken from the next start on."))

    def _menu(self, title: str, choices: dict[str, str], chosen: str) -> QMenu:
        menu = QMenu(title, self._window)
        group = QActionGroup(menu)
        for name, shown in choices.items():
            action = menu.addAction(shown)
            action.setCheckable(True)
            action.setData(name)
            action.setChecked(name == chosen)
            group.addAction(action)
        self._window.menus["View"].insertMenu(self._window.actions_by_name["full_screen"], menu)
        return menu
