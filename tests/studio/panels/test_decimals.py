"""Numbers are understood with a point and with a comma, in English and in German."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studio.panels.decimals import DecimalBox


def _typed(keys: str, language: str) -> DecimalBox:
    box = DecimalBox("Length", " s")
    box.setLocale(QLocale(language))
    box.setRange(-20.0, 20.0)
    box.setValue(3.25)
    box.show()
    box.selectAll()
    QTest.keyClicks(box.lineEdit(), keys)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    return box


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("keys", "value"), [("1.5", 1.5), ("1,5", 1.5), ("12.75", 12.75), (",5", 0.5), ("-2.25", -2.25)]
)
def test_a_decimal_is_typed_with_a_point_or_a_comma(
    qapp: QApplication, language: str, keys: str, value: float
) -> None:
    assert _typed(keys, language).value() == value


def test_a_typed_decimal_is_shown_as_the_language_writes_it(qapp: QApplication) -> None:
    assert _typed("1.5", "de").text() == "1,50 s"
    assert _typed("1,5", "en").text() == "1.50 s"


@pytest.mark.parametrize("keys", ["1.5.", "1x5", "1,5,"])
def test_what_is_no_number_cannot_be_typed(qapp: QApplication, keys: str) -> None:
    assert _typed(keys, "de").value() == {"1x5": 15.0}.get(keys, 1.5)
