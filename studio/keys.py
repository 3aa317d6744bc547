"""The keys of the commands: the usual ones, and those that the user chose instead."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from studio.language import mark, tr
from studio.settings import Settings
from studio.shortcuts import COMMANDS

Choice = tuple[str, ...]
"""Keys of one command in Qt's portable notation, the first one is shown."""

USUAL: dict[str, Choice] = {command.name: command.keys for command in COMMANDS}
TITLES: dict[str, str] = {command.name: command.title for command in COMMANDS}
RESERVED = frozenset(("Esc", "Tab", "Shift+Tab", "Backtab", "Return", "Enter", "Shift+Backtab"))
"""What every window needs to be moved about in."""

_TAKEN = mark("{keys} belongs to “{command}”: choose other keys, or give that command others first.")
_FIXED = mark("{keys} is what one moves about with in every window: choose other keys.")


def native(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def titled(name: str) -> str:
    """What a command is called in sentences."""
    return tr(TITLES[name]).rstrip("…")


class Keys(QObject):
    """Gives every action its keys, at once and in the settings."""

    changed = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions, self._settings = actions, settings
        self._chosen: dict[str, Choice] = {}
        for name, keys in settings.keys.items():  # which may be from another version
            if name in USUAL and not self.refusal(name, keys):
                self._chosen[name] = keys
        self._apply()

    def of(self, name: str) -> Choice:
        """The keys of a command."""
        return self._chosen.get(name, USUAL[name])

    def is_usual(self, name: str) -> bool:
        """Whether a command has the keys that it comes with."""
        return self.of(name) == USUAL[name]

    def owner(self, keys: str, but: str = "") -> str | None:
        """The command that has these keys, `but` for one."""
        wanted = _plain(keys)
        owners = (name for name in USUAL if name != but and wanted in map(_plain, self.of(name)))
        return next(owners, None)

    def refusal(self, name: str, keys: Choice) -> str:
        """Why a command cannot have these keys, in a sentence; empty when it can."""
        for key in keys:
            if _plain(key) in RESERVED or not _plain(key):
                return tr(_FIXED).format(keys=native(key) or key)
            owner = self.owner(key, but=name)
            if owner is not None:
                return tr(_TAKEN).format(keys=native(key), command=titled(owner))
        return ""

    def choose(self, name: str, keys: Choice) -> str:
        """Give a command other keys; returns why not, empty when it was done."""
        keys = tuple(dict.fromkeys(map(_plain, keys)))
        refusal = self.refusal(name, keys)
        if not refusal:
            self._chosen[name] = keys
            self._keep()
        return refusal

    def reset(self, name: str) -> str:
        """Give a command its usual keys; returns why not, empty when it was done."""
        refusal = self.refusal(name, USUAL[name])
        if not refusal:
            self._chosen.pop(name, None)
            self._keep()
        return refusal

    def reset_all(self) -> None:
        """Give all commands their usual keys."""
        self._chosen.clear()
        self._keep()

    def _keep(self) -> None:
        self._chosen = {name: keys for name, keys in self._chosen.items() if keys != USUAL[name]}
        self._settings.keys = self._chosen
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        for name, action in self._actions.items():
            keys = self.of(name)
            action.setShortcuts([QKeySequence(key) for key in keys])
            title = titled(name)
            action.setToolTip(f"{title}  ({native(keys[0])})" if keys else title)


def _plain(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
