"""Searching the dictionary: its catalogue is read in the background, once for each language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pipeline.errors import BadInput
from studio.document import Document
from studio.editor import Editor
from studio.jobs import Latest
from studio.language import tr
from studio.library import Pages, open_store
from studio.panels.candidates import CandidatesPanel

if TYPE_CHECKING:
    from pipeline.signs.catalogue import Catalogue
    from pipeline.signs.sign import Sign

    Place = tuple[str | None, str]  # dictionary and sign language


class Searching(QObject):
    """Answers what is typed into the candidates' search field, as soon as the catalogue is read."""

    ready = Signal()

    def __init__(
        self, document: Document, editor: Editor, panel: CandidatesPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._editor, self._panel = document, editor, panel
        self._place: Place | None = None  # what the catalogue is of, or is being read of
        self._catalogue: Catalogue | None = None
        self._waiting: str | None = None
        self._reading = Latest(parent=self)
        self._reading.done.connect(self._take)
        self._reading.failed.connect(self._fail)
        panel.searched.connect(self.search)
        document.changed.connect(lambda _: self._follow())

    def search(self, words: str) -> None:
        """Show what fits, now or once the catalogue is read."""
        self._follow(begin=True)
        if self._catalogue is None:
            self._waiting = words
            self._panel.show_found(words, (), tr("Reading the dictionary…"))
            return
        from pipeline.signs.query import read_query

        try:
            found = self._catalogue.search(read_query(words))
            self._panel.show_found(words, Pages(found, self._editor.library))
        except BadInput as problem:
            self._editor.failed.emit(str(problem))

    def revise(self, signs: "list[Sign]") -> None:
        """Know what was decided about these signs."""
        if self._catalogue is not None:
            self._catalogue.revise(signs)

    def handshapes(self) -> tuple[str, ...]:
        """The handshapes that can be asked for; none before the catalogue is read."""
        return self._catalogue.values("handshape") if self._catalogue is not None else ()

    def next_undecided(self, words: str, pages: Pages, after: int) -> int:
        """The row of the next sign in a found list that nobody has decided about; -1 for none."""
        import numpy as np

        from pipeline.signs.query import read_query

        if self._catalogue is None:
            return -1
        open_ones = self._catalogue.search(read_query(f"{words} status:undecided"))
        rows = np.flatnonzero(np.isin(pages.ids, open_ones))
        later = rows[rows > after]
        return int(later[0]) if len(later) else int(rows[0]) if len(rows) else -1

    def forget(self) -> None:
        """Read the catalogue anew: the dictionary has changed on disk."""
        self._place = self._catalogue = None
        self._follow(begin=bool(self._panel.search.text().strip()))

    def _follow(self, begin: bool = False) -> None:
        """Read the catalogue of the document's language, if it is wanted or was there before."""
        project = self._document.project
        place = project.dictionary, project.sign_language
        if place == self._place or not (begin or self._place is not None):
            return
        self._place, self._catalogue = place, None
        self._reading.start(lambda _: _read(*place))

    def _take(self, catalogue: "Catalogue") -> None:
        self._catalogue = catalogue
        self.ready.emit()
        words, self._waiting = self._waiting, None
        if words is not None and words == self._panel.search.text().strip():
            self.search(words)

    def _fail(self, problem: Exception) -> None:
        self._place = None
        self._editor.failed.emit(str(problem))


def _read(dictionary: str | None, language: str) -> "Catalogue":
    from pipeline.signs.catalogue import Catalogue

    store = open_store(dictionary)
    try:
        return Catalogue(store, language)
    finally:
        store.close()
