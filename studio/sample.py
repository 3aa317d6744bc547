"""The sample: a sentence that is signed at the very first start, so that there is something to play with."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pipeline.errors import BadInput
from pipeline.text.languages import LANGUAGE_PAIRS
from studio.document import Document
from studio.editor import Editor
from studio.files import Files
from studio.language import mark, tr
from studio.settings import Settings

if TYPE_CHECKING:
    from pipeline.timeline.project import Project

FOLDER = Path(__file__).parent.parent / "resources" / "sample"
"""A sentence for each language of texts that has a dictionary."""

NEXT = mark("A sample: press Space to watch it, click a gloss for other signs, or click the text and type.")


class Sample(QObject):
    """Opens the sample in the language used last, never in the place of somebody's work."""

    said = Signal(str)  # the next step
    failed = Signal(str)

    def __init__(self, document: Document, editor: Editor, files: Files, settings: Settings) -> None:
        super().__init__(files)
        self._document, self._editor, self._files, self._settings = document, editor, files, settings

    def open(self) -> None:
        """Open the sample once the present project may be left."""
        if self._files.may_leave():
            self._open()

    def welcome(self) -> None:
        """Open the sample at the very first start, if nothing has been opened, recovered or typed."""
        if self._settings.welcomed:
            return
        self._settings.welcomed = True
        self._settings.flush()
        document, draft = self._document, self._editor.draft
        if not (document.project.text or document.path or document.history.count() or draft.is_pending):
            self._open()

    def _open(self) -> None:
        try:
            project = self._made()
        except BadInput as problem:
            self.failed.emit(str(problem))
            return
        self._document.open(project, None)
        self.said.emit(tr(NEXT))

    def _made(self) -> "Project":
        """The sample, signed with the starter dictionary as it is now."""
        from pipeline.timeline.edits import set_text
        from pipeline.timeline.project import Project

        language, sign_language = self._settings.languages
        file = FOLDER / f"{language}.txt"
        if not file.exists():
            (language, sign_language), file = LANGUAGE_PAIRS[0], FOLDER / f"{LANGUAGE_PAIRS[0][0]}.txt"
        empty = Project(language=language, sign_language=sign_language, signer=self._settings.signer)
        text = file.read_text(encoding="utf-8").strip()
        return set_text(empty, text, self._editor.shelf.library(None).store)
