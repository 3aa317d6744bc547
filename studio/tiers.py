"""Importing the glosses of an ELAN file as a new project."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pipeline.errors import BadInput
from studio.document import Document
from studio.editor import Editor
from studio.files import Files, empty_project
from studio.language import mark, tr
from studio.panels import dialogs
from studio.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pipeline.exchange.eaf import Tier

ELAN = mark("ELAN files (*.eaf)")


class Tiers(QObject):
    """Asks for an ELAN file and, where its names do not say it, for the tier with the glosses."""

    def __init__(
        self, document: Document, editor: Editor, files: Files, settings: Settings, window: "QWidget"
    ) -> None:
        super().__init__(window)
        self._document, self._editor, self._files = document, editor, files
        self._settings, self._window = settings, window

    def ask(self) -> None:
        """Ask for a file and sign its glosses."""
        path = dialogs.ask_file_to_open(
            self._window, tr("Import ELAN Tiers"), self._settings.folder, tr(ELAN)
        )
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Sign the glosses of a file in the languages used last, once the present project may be left."""
        from pipeline.exchange.eaf import read_eaf
        from pipeline.exchange.from_eaf import sign_tier

        try:
            tier = self._tier(path, read_eaf(path))
            if tier is None or not self._files.may_leave():
                return
            project = empty_project(self._settings)
            store = self._editor.shelf.library(project.dictionary).store
            self._document.open(sign_tier(project, tier, store), None, altered=True)
        except BadInput as problem:
            dialogs.tell(self._window, tr("“{file}” cannot be imported").format(file=path.name), str(problem))
            return
        self._settings.folder = str(path.absolute().parent)
        self._files.said.emit(
            tr("Imported {count} glosses of the tier {tier}").format(count=len(tier.cues), tier=tier.name)
        )

    def _tier(self, path: Path, tiers: "tuple[Tier, ...]") -> "Tier | None":
        """The tier of glosses, chosen by the user where it cannot be told; None when nothing is chosen."""
        from pipeline.exchange.from_eaf import gloss_tier

        try:
            return gloss_tier(tiers)
        except BadInput:
            if not tiers:
                raise BadInput(
                    tr("It has no tier with annotations: choose another file, or annotate it in ELAN.")
                ) from None
        names = [tier.name for tier in tiers]
        question = tr("Which tier of {file} holds the glosses?").format(file=path.name)
        chosen = dialogs.ask_which(self._window, tr("Import ELAN Tiers"), question, names)
        return tiers[names.index(chosen)] if chosen else None
