"""Actions and menus, made from the table of commands."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from studio.language import tr
from studio.shortcuts import COMMANDS, MENUS

Handler = Callable[[], object]


def make_actions(window: QMainWindow) -> dict[str, QAction]:
    """An action of the window for every command, by its name; `Keys` gives them their keys and tips."""
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.title), window)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        window.addAction(action)
        actions[command.name] = action
    return actions


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """The menus of the window, by their English titles."""
    menus = {title: window.menuBar().addMenu(f"&{tr(title)}") for title in MENUS}
    for command in COMMANDS:
        menus[command.menu].addAction(actions[command.name])
        if command.ends_group:
            menus[command.menu].addSeparator()
    return menus


def connect(actions: Mapping[str, QAction], handlers: Mapping[str, Handler]) -> None:
    """Let each action call its handler; raises KeyError for a command without one."""
    for command in COMMANDS:
        handler = handlers[command.name]
        actions[command.name].triggered.connect(lambda _checked=False, call=handler: call())
