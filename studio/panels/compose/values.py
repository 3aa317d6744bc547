"""Pickers for single values: `picked` tells what the user chose, `show_value` tells nobody."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from pipeline.compose.shapes import Finger, Shape
from studio.language import tr
from studio.panels.decimals import DecimalBox
from studio.panels.pieces import STRETCH, fill
from studio.terms import term, words_of

Value = StrEnum | str | None


class Words(QComboBox):
    """One of several words, the first of which may mean that nothing is said."""

    picked = Signal(object)  # the value, None for the first word

    def __init__(
        self,
        title: str,
        values: Iterable[StrEnum | str],
        nothing: str | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.values: tuple[Value, ...] = (*([None] if nothing else []), *values)
        called = names or {}
        self.addItems(
            [
                nothing or "" if value is None else tr(called[value]) if value in called else words_of(value)
                for value in self.values
            ]
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setMinimumWidth(64)
        self.setMaxVisibleItems(24)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda index: self.picked.emit(self.values[index]))

    def show_value(self, value: Value) -> None:
        """Show a value."""
        index = self.values.index(value) if value in self.values else 0
        with QSignalBlocker(self):
            self.setCurrentIndex(index)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page scrolls, nothing changes by the way


class ShapeWords(Words):
    """One of the handshapes, each with its picture as they arrive."""

    def __init__(self, title: str, nothing: str | None = None) -> None:
        super().__init__(title, Shape, nothing)
        self.setIconSize(QSize(18, 18))

    def showPopup(self) -> None:
        self.view().setIconSize(QSize(44, 44))
        super().showPopup()

    def show_picture(self, shape: Shape, picture: QIcon) -> None:
        """Show what a handshape looks like."""
        self.setItemIcon(self.values.index(shape), picture)


class Number(DecimalBox):
    """A number; its lowest value may mean that nothing is said, or have a word of its own (`least_is`)."""

    picked = Signal(object)  # float or int, None for nothing

    def __init__(
        self,
        title: str,
        least: float,
        most: float,
        *,
        step: float = 1.0,
        digits: int = 0,
        unit: str = "",
        nothing: str = "",
        least_is: str = "",
    ) -> None:
        super().__init__(title, unit)
        self._digits, self._nothing = digits, nothing
        self.setToolTip(title)
        self.setDecimals(digits)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSpecialValueText(nothing or least_is)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(56)
        self.valueChanged.connect(lambda _: self.picked.emit(self.number()))

    def number(self) -> float | int | None:
        """What is chosen."""
        if self._nothing and self.value() == self.minimum():
            return None
        return round(self.value(), self._digits) if self._digits else round(self.value())

    def show_value(self, value: float | None) -> None:
        """Show a value; what is beyond the last digit is rounded to the eye only."""
        with QSignalBlocker(self):
            self.setValue(self.minimum() if value is None else value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Tick(QCheckBox):
    """Yes or no."""

    picked = Signal(object)

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__(title)
        self.setToolTip(about)
        self.clicked.connect(lambda is_on: self.picked.emit(is_on))

    def show_value(self, value: bool) -> None:
        """Show a value."""
        self.setChecked(value)


class Fingers(QWidget):
    """Some of the fingers, in the order in which they were chosen."""

    picked = Signal(object)  # tuple of Finger

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._chosen: tuple[Finger, ...] = ()
        self.ticks = {finger: Tick(words_of(finger), f"{title}: {words_of(finger)}") for finger in Finger}
        for finger, tick in self.ticks.items():
            tick.picked.connect(lambda is_on, finger=finger: self._choose(finger, is_on))
        fill(self, *self.ticks.values(), STRETCH, spacing=8)

    def show_value(self, chosen: tuple[Finger, ...]) -> None:
        """Show which are chosen."""
        self._chosen = chosen
        for finger, tick in self.ticks.items():
            tick.show_value(finger in chosen)

    def _choose(self, finger: Finger, is_on: bool) -> None:
        others = tuple(other for other in self._chosen if other is not finger)
        self.picked.emit((*others, finger) if is_on else others)


class Offset(QWidget):
    """Centimetres to the left, up and out."""

    picked = Signal(object)  # (left, up, out)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._offset = (0.0, 0.0, 0.0)
        self.numbers = [
            Number(
                tr("{title}: centimetres {way}").format(title=title, way=term(way)),
                -50,
                50,
                step=0.5,
                digits=1,
                unit=f" {term(way)}",
            )
            for way in ("left", "up", "out")
        ]
        for index, number in enumerate(self.numbers):
            number.picked.connect(lambda value, index=index: self._choose(index, value))
        fill(self, *self.numbers, spacing=4)

    def show_value(self, offset: tuple[float, float, float]) -> None:
        """Show an offset."""
        self._offset = offset
        for number, value in zip(self.numbers, offset, strict=True):
            number.show_value(value)

    def _choose(self, index: int, value: float) -> None:
        before = self._offset
        self.picked.emit((*before[:index], float(value), *before[index + 1 :]))
