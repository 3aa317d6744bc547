"""What the studio remembers between two starts."""

import getpass
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from studio.viewport.onion import Onion

FOLDER_VARIABLE = "SIGNWRIGHT_CONFIG_HOME"
"""Environment variable that puts settings and recovery files into another folder."""

RECENT = 8
SCALES = ("75", "100", "125", "150", "200")
"""Per cent that the interface may be scaled to."""


def _own_folder() -> Path | None:
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else None


def data_folder() -> Path:
    """Where recovery files and logs go; made when missing, in the temporary folder if it cannot be made."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    folder = _own_folder() or Path(QStandardPaths.writableLocation(location))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir()) / "signwright"
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache_folder() -> Path:
    """Where pictures are kept that can be drawn again; need not exist."""
    location = QStandardPaths.StandardLocation.CacheLocation
    own = _own_folder()
    return own / "cache" if own else Path(QStandardPaths.writableLocation(location))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


class Settings:
    """Typed properties over QSettings; every value has a default and survives a damaged file."""

    def __init__(self) -> None:
        folder = _own_folder()
        if folder is None:
            self._store = QSettings("Signwright", "Signwright")
        else:
            self._store = QSettings(str(folder / "signwright.ini"), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def signer(self) -> str:
        """The signer of new projects: a key of `SIGNERS`, or "user"."""
        return self._text("signer", "woman")

    @signer.setter
    def signer(self, key: str) -> None:
        self._store.setValue("signer", key)

    @property
    def body_model(self) -> str:
        """Path of the user's own SMPL-X file, empty without one."""
        return self._text("body_model", "")

    @body_model.setter
    def body_model(self, path: str) -> None:
        self._store.setValue("body_model", path)

    @property
    def dictionary(self) -> str:
        """Path of the dictionary of new projects, empty for the starter dictionary."""
        return self._text("dictionary", "")

    @dictionary.setter
    def dictionary(self, path: str) -> None:
        self._store.setValue("dictionary", path)

    @property
    def languages(self) -> tuple[str, str]:
        """Text and sign language of new projects."""
        text, _, sign = self._text("languages", "en ase").partition(" ")
        return text, sign

    @languages.setter
    def languages(self, pair: tuple[str, str]) -> None:
        self._store.setValue("languages", " ".join(pair))

    def translator(self, text: str, sign: str) -> str:
        """Folder of the model that translates between two languages, empty for the rules."""
        return self._text(f"translator/{text}-{sign}", "")

    def set_translator(self, text: str, sign: str, folder: str) -> None:
        """Translate between two languages with a model from now on."""
        self._store.setValue(f"translator/{text}-{sign}", folder)

    def look(self, part: str) -> str:
        """What is chosen for the lights, the skin, the top or the background; empty for the usual."""
        return self._text(f"look/{part}", "")

    def set_look(self, part: str, name: str) -> None:
        """Choose lights, skin, top or background."""
        self._store.setValue(f"look/{part}", name)

    @property
    def onion(self) -> Onion:
        """How many ghosts the onion skin has and how far apart; the usual for a damaged value."""
        count, _, spacing = self._text("onion", "").partition(" ")
        sound = count.isdecimal() and spacing.isdecimal() and 1 <= int(count) <= 9 and 1 <= int(spacing) <= 99
        return Onion(int(count), int(spacing)) if sound else Onion()

    @onion.setter
    def onion(self, onion: Onion) -> None:
        self._store.setValue("onion", f"{onion.count} {onion.spacing}")

    @property
    def theme(self) -> str:
        """The colours of the interface: dark or light."""
        return self._text("theme", "dark")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def welcomed(self) -> bool:
        """Whether the studio has been started before."""
        return self._text("welcomed", "") == "yes"

    @welcomed.setter
    def welcomed(self, done: bool) -> None:
        self._store.setValue("welcomed", "yes" if done else "")

    @property
    def language(self) -> str:
        """The language of the interface as a tag; empty for the computer's."""
        return self._text("language", "")

    @language.setter
    def language(self, tag: str) -> None:
        self._store.setValue("language", tag)

    @property
    def scale(self) -> int:
        """How large everything is, in per cent; 100 for a damaged value."""
        chosen = self._text("scale", "100")
        return int(chosen) if chosen in SCALES else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", str(percent))

    @property
    def only_dictionary(self) -> bool:
        """Whether models may choose only glosses that the dictionary has."""
        return self._text("only_dictionary", "") == "yes"

    @only_dictionary.setter
    def only_dictionary(self, only: bool) -> None:
        self._store.setValue("only_dictionary", "yes" if only else "")

    @property
    def curator(self) -> str:
        """Who decides about signs here; the user's name on this computer unless another is given."""
        return self._text("curator", "") or _user()

    @curator.setter
    def curator(self, name: str) -> None:
        self._store.setValue("curator", name.strip())

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the user gave to commands, by the names of these; empty for a damaged value."""
        try:
            found = json.loads(self._text("keys", "{}"))
            return {str(name): tuple(str(key) for key in keys) for name, keys in found.items()}
        except (ValueError, AttributeError, TypeError):
            return {}

    @keys.setter
    def keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        self._store.setValue("keys", json.dumps(chosen))

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved."""
        return self._text("folder", str(Path.home()))

    @folder.setter
    def folder(self, path: str) -> None:
        self._store.setValue("folder", path)

    @property
    def recent(self) -> list[str]:
        """Paths of the projects used last, newest first."""
        value = self._store.value("recent", [])
        paths = [value] if isinstance(value, str) else value
        return [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []

    def add_recent(self, path: str) -> None:
        """Put `path` first among the projects used last."""
        self._store.setValue("recent", [path, *(old for old in self.recent if old != path)][:RECENT])

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt saved it; empty before the first close."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, saved: QByteArray) -> None:
        self._store.setValue("window/geometry", saved)

    @property
    def layout(self) -> QByteArray:
        """Arrangement of the docks, as Qt saved it; empty before the first close."""
        return self._bytes("window/layout")

    @layout.setter
    def layout(self, saved: QByteArray) -> None:
        self._store.setValue("window/layout", saved)

    def flush(self) -> None:
        """Write to disk now."""
        self._store.sync()
