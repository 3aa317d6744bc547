"""The candidates panel: the signs that a gloss could be performed with, and a search through all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLineEdit, QListView, QTabBar, QVBoxLayout, QWidget

from pipeline.signs.sign import Sign, SignId
from studio import theme
from studio.panels.pieces import label
from studio.panels.signs import SignDelegate, SignList, Signs

MOST_LETTERS = 60
"""Letters of a word that can be chosen from at once; those nearest to the chosen one are shown."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the panel shows: signs to choose from, and which one is used now."""

    title: str  # the gloss; empty for none
    labels: tuple[str, ...] = ()  # the signs it is made of: the letters of a fingerspelled word
    label: int = 0  # which of them is being chosen for
    signs: tuple[Sign, ...] = ()
    used: SignId | None = None
    note: str = ""  # said when there are no signs


class CandidatesPanel(QWidget):
    """Offers signs; a click chooses one."""

    chosen = Signal(object)  # Sign, for the gloss and letter on offer
    picked = Signal(object)  # Sign, found by searching: it replaces the gloss
    label_chosen = Signal(int)
    searched = Signal(str)
    pictures_wanted = Signal(list)  # Signs

    def __init__(self) -> None:
        super().__init__()
        self._model = Signs()
        self._offer = Offer("")
        self._first = 0  # which letter the first one shown is
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the dictionary")
        self.search.setAccessibleName("Search the dictionary")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.letters = QTabBar()
        self.letters.setDrawBase(False)
        self.letters.setExpanding(False)
        self.letters.setUsesScrollButtons(True)
        self.letters.setAccessibleName("Signs of the gloss")
        self.letters.currentChanged.connect(self._choose_label)
        self._note = label(tone="dim")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = SignList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(SignDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("Candidates")
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._choose)
        self.list.confirmed.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.setSpacing(8)
        for part in (self.search, self.letters, self._note):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        self.show_offer(Offer("", note="Select a gloss to see the signs it can be performed with."))

    def show_offer(self, offer: Offer) -> None:
        """Show the signs of a gloss, unless a search is shown."""
        self._offer = offer
        self._show_letters(offer)
        if not self.search.text().strip():
            self._show_signs(offer.signs, offer.used, offer.note)

    def show_found(self, words: str, signs: Sequence[Sign]) -> None:
        """Show the result of a search, if it is still the one asked for."""
        if words == self.search.text().strip():
            self._show_signs(signs, None, f"No sign's name contains “{words}”.")

    def show_picture(self, motion: str, picture: QPixmap) -> None:
        """Show what a sign looks like; `motion` is the hash of its motion."""
        self._model.show_picture(motion, picture)

    def _show_signs(self, signs: Sequence[Sign], used: SignId | None, note: str) -> None:
        if self._model.signs != tuple(signs) or self._model.used != used:
            self._model.show(signs, used)
            self.pictures_wanted.emit(list(signs))
        self._note.setText(note)
        self._note.setVisible(not signs)

    def _show_letters(self, offer: Offer) -> None:
        shown = offer.labels if len(offer.labels) > 1 else ()
        self._first = max(0, min(offer.label - MOST_LETTERS // 2, len(shown) - MOST_LETTERS))
        self.letters.blockSignals(True)
        while self.letters.count():
            self.letters.removeTab(0)
        for number, text in enumerate(shown[self._first :][:MOST_LETTERS], start=self._first + 1):
            tab = self.letters.addTab(text)
            self.letters.setTabToolTip(tab, f"Candidates for {text}, sign {number} of {len(shown)}")
        self.letters.setCurrentIndex(offer.label - self._first)
        self.letters.blockSignals(False)
        self.letters.setVisible(bool(shown))

    def _choose_label(self, index: int) -> None:
        if self._first + index != self._offer.label:
            self.label_chosen.emit(self._first + index)

    def _search(self) -> None:
        words = self.search.text().strip()
        if words:
            self.searched.emit(words)
        else:
            self._show_signs(self._offer.signs, self._offer.used, self._offer.note)

    def _choose(self, index: QModelIndex) -> None:
        sign = self._model.signs[index.row()]
        if self.search.text().strip():
            self.picked.emit(sign)
            self.search.clear()
        else:
            self.chosen.emit(sign)
