"""A mouse for tests: QTest's moves carry no buttons, so events are made by hand."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def _send(widget: QWidget, kind: QEvent.Type, at: tuple[float, float], pressed: tuple, modifiers) -> None:
    button, buttons = pressed
    place = QPointF(*at)
    event = QMouseEvent(kind, place, QPointF(widget.mapToGlobal(place)), button, buttons, modifiers)
    QApplication.sendEvent(widget, event)


def press(widget, x, y, button=LEFT, modifiers=NONE):
    """Push a button at (x, y) of the widget."""
    _send(widget, QEvent.Type.MouseButtonPress, (x, y), (button, button), modifiers)


def move(widget, x, y, button=None, modifiers=NONE):
    """Move to (x, y), with `button` held down."""
    held = button or Qt.MouseButton.NoButton
    _send(widget, QEvent.Type.MouseMove, (x, y), (Qt.MouseButton.NoButton, held), modifiers)


def release(widget, x, y, button=LEFT, modifiers=NONE):
    """Let a button go."""
    _send(widget, QEvent.Type.MouseButtonRelease, (x, y), (button, Qt.MouseButton.NoButton), modifiers)


def click(widget, x, y, modifiers=NONE):
    """Press and release."""
    press(widget, x, y, modifiers=modifiers)
    release(widget, x, y, modifiers=modifiers)


def double_click(widget, x, y):
    """Two clicks, the second as Qt reports it."""
    click(widget, x, y)
    _send(widget, QEvent.Type.MouseButtonDblClick, (x, y), (LEFT, LEFT), NONE)
    release(widget, x, y)


def drag(widget, start, end, button=LEFT, modifiers=NONE, steps=4):
    """Press at `start`, move in `steps` to `end`, release."""
    press(widget, *start, button, modifiers)
    for step in range(1, steps + 1):
        x, y = (a + (b - a) * step / steps for a, b in zip(start, end, strict=True))
        move(widget, x, y, button, modifiers)
    release(widget, *end, button, modifiers)


def wheel(widget, x, y, turn, modifiers=NONE):
    """Turn the wheel by eighths of a degree; 120 is one notch away from the user."""
    place = QPointF(x, y)
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
