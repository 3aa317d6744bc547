"""The text panel: language pair, the sentence, and what became of its words."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from pipeline.text.gloss import GlossSequence, Origin, Span
from pipeline.text.languages import LANGUAGE_NAMES
from studio import theme
from studio.language import decimal, tr
from studio.panels.pieces import STRETCH, label, row
from studio.terms import term
from studio.told import listed

LONGEST = 20_000
"""Characters beyond which a paste is cut, so that a whole book does not stop the studio."""


class _Editor(QPlainTextEdit):
    """A text field that leaves undo and redo to the document, and says where it is pointed at."""

    pointed = Signal(int)  # place between its letters in UTF-16 units, -1 for none

    def __init__(self) -> None:
        super().__init__()
        self.viewport().setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        cursor = self.cursorForPosition(place)
        box = self.cursorRect(cursor).adjusted(-12, 0, 12, 0)
        self.pointed.emit(cursor.position() if box.contains(place) else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)


class TextPanel(QWidget):
    """Where the sentence is typed. Characters are counted as Python counts them."""

    typed = Signal(str)
    cut = Signal(str)  # why the text is not taken whole
    languages_chosen = Signal(str, str)  # text, sign language
    pointed = Signal(int)  # position of the gloss whose words are under the pointer, -1 for none

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._pairs = list(pairs)
        self._languages = QComboBox()
        self._languages.setAccessibleName(tr("Languages"))
        self._languages.setToolTip(tr("The language of the text and the sign language"))
        for text, sign in self._pairs:
            self._languages.addItem(f"{term(LANGUAGE_NAMES[text])}  →  {LANGUAGE_NAMES[sign]}")
        self._languages.activated.connect(lambda index: self.languages_chosen.emit(*self._pairs[index]))
        self._counts = label(tone="faint")
        self.editor = _Editor()
        self.editor.setAccessibleName(tr("Text to sign"))
        self.editor.setPlaceholderText(tr("Type a sentence. It is signed as you type."))
        self.editor.setUndoRedoEnabled(False)
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(theme.font(14))
        self.editor.textChanged.connect(self._tell_typed)
        self.editor.pointed.connect(self._point)
        self._sequence: GlossSequence | None = None
        self._selected: Span | None = None
        self._lit: Span | None = None
        self._left_out = label(tone="faint")
        self._left_out.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(row(self._languages, STRETCH, self._counts))
        layout.addWidget(self.editor, 1)
        layout.addWidget(self._left_out)
        self._left_out.hide()

    def show_text(self, text: str) -> None:
        """Show `text`, with the cursor where the first difference ends."""
        shown = self.editor.toPlainText()
        if shown == text:
            return
        start = _common(shown, text)
        end = _common(shown[start:][::-1], text[start:][::-1])
        self.editor.blockSignals(True)
        cursor = self.editor.textCursor()
        cursor.setPosition(_units(shown[:start]))
        cursor.setPosition(_units(shown[: len(shown) - end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self.editor.setTextCursor(cursor)
        self.editor.blockSignals(False)

    def show_languages(self, text: str, sign: str) -> None:
        """Show which pair is in use."""
        if (text, sign) in self._pairs:
            self._languages.setCurrentIndex(self._pairs.index((text, sign)))

    def show_glosses(self, sequence: GlossSequence, selected: Span | None) -> None:
        """Mark the selected gloss's words, words that are not signed, and words that no sign exists for."""
        self._sequence, self._selected = sequence, selected
        self._mark(sequence, selected)
        words = len(sequence.text.split())
        self._counts.setText(
            (tr("1 word") if words == 1 else tr("{count} words").format(count=words)) if words else ""
        )
        reasons: dict[str, list[str]] = {}
        for dropped in sequence.dropped:
            word = sequence.text[slice(*dropped.span)]
            if word.strip() and word not in reasons.setdefault(dropped.reason, []):
                reasons[dropped.reason].append(word)
        told = "; ".join(
            f"{', '.join(words)} ({listed(reason)})" for reason, words in reasons.items() if words
        )
        self._left_out.setToolTip(tr("Not signed: {told}").format(told=told) if told else "")
        self._left_out.setText(tr("Not signed: {told}").format(told=_short(told)))
        self._left_out.setVisible(bool(told))

    def show_lit(self, position: int) -> None:
        """Light up the words of a gloss, -1 for none."""
        glosses = self._sequence.glosses if self._sequence else ()
        span = glosses[position].span if 0 <= position < len(glosses) else None
        if span != self._lit:
            self._lit = span
            if self._sequence:
                self._mark(self._sequence, self._selected)

    def _point(self, place: int) -> None:
        sequence = self._sequence
        if sequence is None or place < 0 or sequence.text != self.editor.toPlainText():
            self.pointed.emit(-1)
            return
        letter = bisect_right(_offsets(sequence.text), place) - 1
        spans = ((index, gloss.span) for index, gloss in enumerate(sequence.glosses) if gloss.span)
        self.pointed.emit(next((index for index, (a, b) in spans if a <= letter <= b), -1))

    def _mark(self, sequence: GlossSequence, selected: Span | None) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        if sequence.text == self.editor.toPlainText():
            quiet, missing = _form(color="faint"), _form(wave="bad")
            offsets = _offsets(sequence.text)
            spans = [(dropped.span, quiet) for dropped in sequence.dropped]
            spans += [
                (gloss.span, missing)
                for gloss in sequence.glosses
                if gloss.span and (gloss.origin is Origin.MISSING or gloss.unspelled)
            ]
            if selected:
                spans.append((selected, _form(color="text", back="accent_deep")))
            if self._lit and self._lit[1] <= len(sequence.text):
                spans.append((self._lit, _form(color="text", back="accent_lit")))
            marks = [self._selection(offsets[a], offsets[b], form) for (a, b), form in spans]
        self.editor.setExtraSelections(marks)

    def _selection(self, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = form
        return selection

    def _tell_typed(self) -> None:
        text = self.editor.toPlainText()
        if len(text) > LONGEST:
            text = text[:LONGEST]
            self.show_text(text)
            self.cut.emit(
                tr("The text was cut to {count} characters: sign longer texts in parts.").format(
                    count=decimal(LONGEST)
                )
            )
        self.typed.emit(text)


def _form(*, color: str = "", back: str = "", wave: str = "") -> QTextCharFormat:
    form = QTextCharFormat()
    if color:
        form.setForeground(theme.color(color))
    if back:
        form.setBackground(theme.color(back))
    if wave:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(theme.color(wave))
    return form


def _offsets(text: str) -> Sequence[int]:
    """For every character, and the end, its place in UTF-16 units, which Qt counts: an emoji is two."""
    if not text or max(text) <= "\uffff":
        return range(len(text) + 1)
    return [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]


def _units(text: str) -> int:
    """Length in UTF-16 units, which Qt counts: an emoji is two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _short(text: str, length: int = 110) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
