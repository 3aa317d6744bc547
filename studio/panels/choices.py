"""Menus of things to choose between, each with a few words about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

LONGEST = 70
"""Characters of a choice that are shown; the tip has all of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what it is called, a few words about it, whether it is in use."""

    name: str
    about: str
    current: bool
    value: object


def choice_menu(
    parent: QWidget, title: str, choices: Sequence[Choice], chosen: Callable[[object], object]
) -> QMenu:
    """A menu under a title, with the choice in use checked; choosing another calls `chosen` with it."""
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(True)
    menu.addAction(title.replace("&", "&&")).setEnabled(False)
    group = QActionGroup(menu)
    for choice in choices:
        action = QAction(_row(choice), group)
        action.setCheckable(True)
        action.setChecked(choice.current)
        action.setToolTip(f"{choice.name}\n{choice.about}".strip())
        if not choice.current:
            action.triggered.connect(lambda _checked=False, value=choice.value: chosen(value))
        menu.addAction(action)
    return menu


def _row(choice: Choice) -> str:
    name = choice.name if len(choice.name) <= LONGEST else choice.name[: LONGEST - 1] + "…"
    return f"{name.replace('&', '&&')}\t{choice.about.replace('&', '&&')}"
