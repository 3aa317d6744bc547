"""A field for a number that is understood however its decimal point is typed."""

from PySide6.QtWidgets import QDoubleSpinBox


class DecimalBox(QDoubleSpinBox):
    """A number with a name and a unit, told when it is whole, not at every key.

    Both the point and the comma part the decimals, in every language: no field of ours holds thousands to
    be parted, and Qt would read 1.5 as 15 in German.
    """

    def __init__(self, name: str, unit: str = "") -> None:
        super().__init__()
        self.setSuffix(unit)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setTextMargins(5, 0, 0, 0)
        self.setKeyboardTracking(False)

    def validate(self, text: str, position: int) -> object:
        return super().validate(self._with_our_point(text), position)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._with_our_point(text))

    def _with_our_point(self, text: str) -> str:
        number = text.removesuffix(self.suffix())
        point = self.locale().decimalPoint()
        return number.replace(".", point).replace(",", point) + text[len(number) :]
