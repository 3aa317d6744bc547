"""The candidates panel: the signs that a gloss could be performed with, and a search through all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListView, QTabBar, QVBoxLayout, QWidget

from pipeline.signs.sign import Sign, SignId
from studio import theme
from studio.language import tr
from studio.library import Pages
from studio.panels.curation import CurationBar
from studio.panels.loop import LOOP_FPS, REST, Loop, loop_key
from studio.panels.pieces import label
from studio.panels.signs import ROW_HEIGHT, SignDelegate, SignList, Signs

SETTLE = 40
"""Milliseconds of rest after which pictures of what is in sight are asked for."""

BATCH = 1000
"""Rows that are laid out at once."""

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
    """Offers signs of a gloss, which a click uses; a click marks found ones, and a double click uses them."""

    chosen = Signal(object)  # Sign, for the gloss and letter on offer
    picked = Signal(object)  # Sign, found by searching: it replaces the gloss
    label_chosen = Signal(int)
    searched = Signal(str)
    pictures_wanted = Signal(list)  # Signs that can be seen
    decided = Signal(str, object)  # what is done to the marked sign, such as "Approve"; the Change
    next_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = Signs()
        self._offer = Offer("")
        self._first = 0  # which letter the first one shown is
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the dictionary"))
        self.search.setAccessibleName(tr("Search the dictionary"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._search)
        self.letters = QTabBar()
        self.letters.setDrawBase(False)
        self.letters.setExpanding(False)
        self.letters.setUsesScrollButtons(True)
        self.letters.setAccessibleName(tr("Signs of the gloss"))
        self.letters.currentChanged.connect(self._choose_label)
        self._note = label(tone="dim")
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = SignList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(SignDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(tr("Candidates"))
        self.list.setUniformItemSizes(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # a hundred thousand rows at once take 0.4 s
        self.list.setBatchSize(BATCH)
        self.list.clicked.connect(lambda index: None if self.words else self._choose(index))
        self.list.doubleClicked.connect(lambda index: self._choose(index) if self.words else None)
        self.list.confirmed.connect(self._choose)
        self.list.marked.connect(lambda _: self.curation.show_sign(self.marked))
        self.list.commanded.connect(self.command)
        self.search.installEventFilter(self)
        self.curation = CurationBar()
        self.curation.decided.connect(self.decided)
        self.curation.written.connect(self.list.setFocus)
        self.curation.next_wanted.connect(self.next_wanted)
        self.curation.compare_wanted.connect(self.compare_wanted)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self._want_pictures)
        self.list.verticalScrollBar().valueChanged.connect(self._settle.start)
        self._clock = QElapsedTimer()
        self._clock.start()
        self._beat = QTimer(self, interval=1000 // LOOP_FPS)
        self._beat.timeout.connect(self._move_pictures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.setSpacing(8)
        for part in (self.search, self.letters, self._note):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.curation)
        self.show_offer(Offer("", note=tr("Select a gloss to see the signs it can be performed with.")))

    def show_offer(self, offer: Offer) -> None:
        """Show the signs of a gloss, unless a search is shown."""
        self._offer = offer
        self._show_letters(offer)
        if not self.words:
            self._show_signs(offer.signs, offer.used, offer.note)

    def show_found(self, words: str, signs: Sequence[Sign], note: str = "") -> None:
        """Show the result of a search, if it is still the one asked for."""
        if words == self.words:
            self._show_signs(signs, None, note or tr("No sign fits “{words}”.").format(words=words))

    def show_picture(self, key: str, picture: Loop) -> None:
        """Show what a sign looks like; `key` is what `loop_key` says of it."""
        self._model.pictures[key] = picture
        self.list.viewport().update()

    @property
    def words(self) -> str:
        """What is searched for; empty while the signs of a gloss are shown."""
        return self.search.text().strip()

    @property
    def signs(self) -> Sequence[Sign]:
        """The signs in the list."""
        return self._model.signs

    @property
    def row(self) -> int:
        """The marked row, -1 without one."""
        return self.list.currentIndex().row()

    @property
    def marked(self) -> Sign | None:
        """The sign that keys and the curation bar are about."""
        return self._model.signs[self.row] if 0 <= self.row < len(self._model.signs) else None

    def mark(self, row: int) -> None:
        """Let keys and the curation bar be about a row."""
        self.list.setCurrentIndex(self._model.index(row, 0))
        self.list.scrollTo(self.list.currentIndex())
        self.curation.show_sign(self.marked)

    def command(self, name: str) -> None:
        """Do to the marked sign what a key of the list or a menu says."""
        if name == "next":
            self.next_wanted.emit()
        elif name == "compare":
            self.compare_wanted.emit()
        elif name in ("tag", "note"):
            self.curation.write(self.curation.tags if name == "tag" else self.curation.note)
        else:
            self.curation.decide(name)

    def refresh(self) -> None:
        """Show found signs as they are decided about now."""
        signs = self._model.signs
        if isinstance(signs, Pages):
            signs.refresh()
            self.curation.show_sign(self.marked)
            self.list.viewport().update()
            self._settle.start()

    def _show_signs(self, signs: Sequence[Sign], used: SignId | None, note: str) -> None:
        shown = self._model.signs
        same = signs is shown if isinstance(signs, Pages) else tuple(signs) == shown
        if not same or self._model.used != used:
            before = self.marked
            self._model.show(signs if isinstance(signs, Pages) else tuple(signs), used)
            self._mark_again(before, used)
            self._settle.start()
        self._note.setText(note)
        self._note.setVisible(not len(signs))
        self.curation.setVisible(bool(len(signs)))

    def _mark_again(self, before: Sign | None, used: SignId | None) -> None:
        """Keep the mark on its sign where that is still listed, else on the one in use."""
        signs = self._model.signs
        ids = [sign.id for sign in signs] if not isinstance(signs, Pages) else []
        kept = before.id if before is not None else None
        wanted = kept if kept in ids else used
        if len(signs):
            self.mark(ids.index(wanted) if wanted in ids else 0)
        else:
            self.curation.show_sign(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the search into what was found by the down key."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._beat.start()
        self._settle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()

    def _move_pictures(self) -> None:
        """Show the next picture of every thumbnail in sight; they begin again together, after the longest."""
        signs, (first, count) = self._model.signs, self._in_sight()
        found = [self._model.pictures.get(loop_key(sign)) for sign in signs[first : first + count]]
        longest = max((loop.frames for loop in found if loop is not None), default=0)
        if longest > 1:
            self._model.seconds = (self._clock.elapsed() / 1000) % (longest / LOOP_FPS + REST)
            self.list.viewport().update()

    def _in_sight(self) -> tuple[int, int]:
        """The first row that can be seen, and how many there are with a few below."""
        first = max(self.list.indexAt(QPoint(4, 4)).row(), 0)
        return first, self.list.viewport().height() // ROW_HEIGHT + 4

    def _want_pictures(self) -> None:
        """Ask for pictures of what can be seen, and of a few signs below it."""
        signs, (first, count) = self._model.signs, self._in_sight()
        self.pictures_wanted.emit(list(signs[first : first + count]))

    def _show_letters(self, offer: Offer) -> None:
        shown = offer.labels if len(offer.labels) > 1 else ()
        self._first = max(0, min(offer.label - MOST_LETTERS // 2, len(shown) - MOST_LETTERS))
        self.letters.blockSignals(True)
        while self.letters.count():
            self.letters.removeTab(0)
        for number, text in enumerate(shown[self._first :][:MOST_LETTERS], start=self._first + 1):
            tab = self.letters.addTab(text)
            self.letters.setTabToolTip(
                tab,
                tr("Candidates for {gloss}, sign {number} of {count}").format(
                    gloss=text, number=number, count=len(shown)
                ),
            )
        self.letters.setCurrentIndex(offer.label - self._first)
        self.letters.blockSignals(False)
        self.letters.setVisible(bool(shown))

    def _choose_label(self, index: int) -> None:
        if self._first + index != self._offer.label:
            self.label_chosen.emit(self._first + index)

    def _search(self) -> None:
        words = self.words
        if words:
            self.searched.emit(words)
        else:
            self._show_signs(self._offer.signs, self._offer.used, self._offer.note)

    def _choose(self, index: QModelIndex) -> None:
        sign = self._model.signs[index.row()]
        if self.words:
            self.picked.emit(sign)
            self.search.clear()
        else:
            self.chosen.emit(sign)
