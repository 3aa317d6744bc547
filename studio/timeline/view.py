"""The timeline under the mouse: it turns presses, drags and keys into wishes."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from studio.document import new_gesture
from studio.timeline.canvas import TimelineCanvas
from studio.timeline.drags import Pace, Pan, Scrub, snapped
from studio.timeline.layout import HEAD, Hit, Part, hit
from studio.timeline.tips import of_length, tip

_CURSORS = {
    Part.WEDGE_START: Qt.CursorShape.SplitHCursor,
    Part.WEDGE_END: Qt.CursorShape.SplitHCursor,
    Part.WEDGE: Qt.CursorShape.SizeHorCursor,
    Part.SIGN: Qt.CursorShape.PointingHandCursor,
    Part.WORD: Qt.CursorShape.PointingHandCursor,
    Part.GAP: Qt.CursorShape.PointingHandCursor,
}


class TimelineView(TimelineCanvas):
    """The timeline with all that can be done to it.

    It changes nothing but its own zoom and marks: edits are asked for by signals, and what they
    lead to is shown by the next `show_project`.
    """

    scrubbed = Signal(float)  # seconds
    clip_selected = Signal(int)  # position of the gloss
    transition_dragged = Signal(int, float, int)  # index, seconds, gesture
    transition_reset = Signal(int)  # index

    def __init__(self, parent: QWidget | None = None, fps: float = 30.0) -> None:
        super().__init__(parent, fps)
        self._snapping = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_snapping(self, snapping: bool) -> None:
        """Draw moments and lengths to frames, edges and proposals, or leave them where they are."""
        self._snapping = snapping

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, part = event.position().x(), self._under(event.position())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = Pan(x, self.scale)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() != Qt.MouseButton.LeftButton or x < HEAD:
            return
        elif part.transition >= 0:
            wedge = self.strip.wedges[part.index]
            self._drag = Pace(wedge, part.part is Part.WEDGE_START, x, self.scale, new_gesture())
            self._change(held=part.index)
        elif part.part in (Part.SIGN, Part.WORD, Part.PAUSE, Part.GAP):
            self._change(held=-1)
            self.clip_selected.emit(part.index)
        else:
            self._drag = Scrub()
            self._scrub(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        match self._drag:
            case None:
                self._hover(self._under(event.position()))
            case Scrub():
                self._scrub(event)
            case Pan(start, scale):
                self._keeps_fitting = False
                self._look(scale.scrolled(start - event.position().x()))
            case Pace() as drag:
                self._pace(drag, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag, self._bubble = None, ""
        self._hover(self._under(event.position()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part = self._under(event.position())
        block = self.strip.block(part.index) if part.part in (Part.SIGN, Part.WORD) else None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if part.transition >= 0:
            self.transition_reset.emit(part.transition)
        elif block:
            self.scrubbed.emit(block.start)

    def wheelEvent(self, event: QWheelEvent) -> None:
        precise, turn = event.pixelDelta(), event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.2 ** (turn.y() / 120), event.position().x())
        else:
            exact = not precise.isNull()
            distance = (precise.x() or precise.y()) if exact else 0.8 * (turn.x() or turn.y())
            self._keeps_fitting = False
            self._look(self.scale.scrolled(-distance))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape and isinstance(self._drag, Pace):
            drag, self._drag, self._bubble = self._drag, None, ""
            self.transition_dragged.emit(drag.wedge.index, drag.wedge.seconds, drag.gesture)
        elif event.key() == Qt.Key.Key_F and not control:
            self.fit()
        elif control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom(0.8)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(Hit(Part.NOTHING))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = tip(self.strip, self._under(QPointF(event.pos())), self._picture.fps)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _under(self, position: QPointF) -> Hit:
        return hit(self.strip, self.scale, self.height(), position.x(), position.y())

    def _snaps(self, event: QMouseEvent) -> bool:
        """Whether to snap: Alt turns it round while it is pressed."""
        return self._snapping != bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _scrub(self, event: QMouseEvent) -> None:
        """Ask for the moment under the pointer; beyond an edge the strip scrolls along."""
        x = event.position().x()
        beyond = max(x - self.scale.right, 0.0) or min(x - self.scale.left, 0.0)
        if beyond and not self._keeps_fitting:
            self._look(self.scale.scrolled(max(-40.0, min(beyond, 40.0))))
        seconds = self.scale.seconds(x)
        self.scrubbed.emit(snapped(seconds, self.strip, self.scale, self._picture.fps, self._snaps(event)))

    def _pace(self, drag: Pace, event: QMouseEvent) -> None:
        """Ask for another length of the transition, and keep the edge that is held under the pointer."""
        x, index = event.position().x(), drag.wedge.index
        if abs(x - drag.x) < 2 and not self._bubble:
            return
        self._keeps_fitting = False
        seconds = drag.seconds(x, self._picture.fps, self._snaps(event))
        if abs(seconds - self.strip.wedges[index].seconds) > 1e-6:
            self.transition_dragged.emit(index, seconds, drag.gesture)
        if self._drag is drag:
            wedge = self.strip.wedges[index]
            self._bubble = of_length(wedge, self._picture.fps)
            self._change(scale=drag.scrolled(wedge.seconds))

    def _hover(self, part: Hit) -> None:
        if self._drag is None:
            self.setCursor(_CURSORS.get(part.part, Qt.CursorShape.ArrowCursor))
        if part.transition != self._picture.hovered:
            self._change(hovered=part.transition)
