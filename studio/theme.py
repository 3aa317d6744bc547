"""How the studio looks: from a table of colours come palette, style sheet and icons."""

from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from pipeline.resources import RESOURCES
from studio.colors import DARK, THEMES

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "background",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.ToolTipBase: "raised_high",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent_deep",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Light: "raised_high",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "line",
}


_current: dict[str, str] = dict(DARK)


def name() -> str:
    """The theme that is shown."""
    return next(key for key, table in THEMES.items() if table == _current)


def value(name: str) -> str:
    """The colour called `name` of the present theme as `#rrggbb`."""
    return _current[name]


def color(name: str, alpha: float = 1.0) -> QColor:
    """The colour called `name` of the present theme, `alpha` from 0 (clear) to 1."""
    found = QColor(value(name))
    found.setAlphaF(alpha)
    return found


def judgement(score: float) -> str:
    """The colour name for a score from 0 to 1."""
    return "good" if score >= 0.75 else "fair" if score >= 0.5 else "bad"


def font(pixels: int = 12, bold: bool = False) -> QFont:
    """The interface font, with figures of equal width so that running numbers stand still."""
    made = QFont(QApplication.font())
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int = 16, tint: str = "dim", ratio: float = 1.0) -> QPixmap:
    """The icon `name` drawn `size` logical pixels wide in a colour of the theme, or one such as `#ffffff`."""
    return _painted(name, size, _current.get(tint, tint), ratio)


@lru_cache(maxsize=512)
def _painted(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    source = _drawing(name).replace("currentColor", colour)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


class _Engine(QIconEngine):
    """Draws an icon sharp at every size, brighter when hovered or on."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name, self._tint = name, tint

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return "edge_high"
        if state == QIcon.State.On:
            return "accent_high"
        return "text" if mode in (QIcon.Mode.Active, QIcon.Mode.Selected) else self._tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatio()
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        painter.drawPixmap(corner, pixmap(self._name, side, self._color(mode, state), ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._color(mode, state))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, side, self._color(mode, state), scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint)


@lru_cache(maxsize=128)
def icon(name: str, tint: str = "dim") -> QIcon:
    """The icon `name` of resources/icons; `tint` is its colour at rest."""
    return QIcon(_Engine(name, tint))


def apply(application: QApplication, theme: str = "dark") -> None:
    """Dress `application`: Fusion style, the bundled font, palette and style sheet of a theme."""
    application.setStyle("Fusion")
    for path in sorted((RESOURCES / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    base = QFont("Inter")
    base.setPixelSize(12)
    base.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(base)
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "signwright.svg")))
    choose(application, theme)


def choose(application: QApplication, theme: str) -> None:
    """Show everything in the colours of another theme, `dark` or `light`."""
    _current.update(THEMES.get(theme, DARK))
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color("faint"))
    application.setPalette(palette)
    sheet = Template((RESOURCES / "theme" / "studio.qss").read_text(encoding="utf-8"))
    icons = (RESOURCES / "icons").as_posix()
    application.setStyleSheet(sheet.substitute(_current, icons=icons))
