"""Small parts that the panels are made of: rows, tool buttons and the frame of a dock."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from studio import theme
from studio.language import tr

Margins = tuple[int, int, int, int]
STRETCH = None


def row(
    *parts: QWidget | int | None, margins: Margins = (0, 0, 0, 0), spacing: int = 6, height: int = 0
) -> QWidget:
    """Widgets side by side, at least `height` pixels high; a number is a gap, `STRETCH` the rest."""
    holder = QWidget()
    fill(holder, *parts, margins=margins, spacing=spacing, height=height)
    return holder


def fill(
    holder: QWidget,
    *parts: QWidget | int | None,
    margins: Margins = (0, 0, 0, 0),
    spacing: int = 6,
    height: int = 0,
) -> None:
    """Put widgets side by side into another one, as `row` does."""
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    layout.addStrut(height)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)


def label(text: str = "", tone: str = "") -> QLabel:
    """A label; `tone` is "dim", "faint", "strong" or "bad"."""
    made = QLabel(text)
    made.setProperty("tone", tone)
    return made


def tool(action: QAction, icon: str, size: int = 16) -> QToolButton:
    """A flat button for an action, with an icon; the action's shortcut is in its tooltip."""
    action.setIcon(theme.icon(icon))
    action.setIconVisibleInMenu(False)
    made = QToolButton()
    made.setDefaultAction(action)
    made.setIconSize(QSize(size, size))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setAccessibleName(action.text().rstrip("…"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


class Picture(QWidget):
    """An icon that follows the theme."""

    def __init__(self, icon: str, size: int) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, theme.pixmap(self._icon, self.width(), "dim", self.devicePixelRatioF()))
        painter.end()


class Dock(QDockWidget):
    """A dock with a slim head: icon, title (English, marked), a few words about the contents, tools."""

    def __init__(self, title: str, icon: str, body: QWidget, tools: Sequence[QWidget] = ()) -> None:
        super().__init__(tr(title))
        self.setObjectName(f"dock.{title}")
        self._about = label(tone="faint")
        name = QLabel(tr(title))
        name.setObjectName("PanelTitle")
        head = row(Picture(icon, 14), name, 2, self._about, STRETCH, *tools, margins=(10, 0, 6, 0), height=29)
        head.setObjectName("PanelHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setTitleBarWidget(head)
        body.setObjectName(body.objectName() or "Panel")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(body)

    def tell(self, about: str) -> None:
        """Write a few words beside the title."""
        self._about.setText(about)
