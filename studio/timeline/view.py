"""The timeline under the mouse: it turns presses, drags and keys into wishes."""

from collections.abc import Callable
from dataclasses import replace
from math import inf

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from pipeline.timeline import correcting, markers, timing
from pipeline.timeline.markers import Marker
from pipeline.timeline.timeline import Clip
from studio.document import APART, new_gesture
from studio.language import tr
from studio.timeline.bar_grips import Rerange, anchor_of
from studio.timeline.drags import Band, Pace, Pan, Scrub, snapped
from studio.timeline.grips import Adjust, Draw, Grip, Slide, Trim, grip_on
from studio.timeline.layout import HEAD, Hit, Part, hit
from studio.timeline.scale import in_seconds
from studio.timeline.selecting import CHOOSING, THRESHOLD, SelectingCanvas
from studio.timeline.tips import of_length, tip

_CURSORS = {
    Part.WEDGE_START: Qt.CursorShape.SplitHCursor,
    Part.WEDGE_END: Qt.CursorShape.SplitHCursor,
    Part.WEDGE: Qt.CursorShape.SizeHorCursor,
    Part.CLIP_START: Qt.CursorShape.SizeHorCursor,
    Part.CLIP_END: Qt.CursorShape.SizeHorCursor,
    Part.LANE: Qt.CursorShape.CrossCursor,
    Part.MARKER: Qt.CursorShape.OpenHandCursor,
    Part.MARKER_START: Qt.CursorShape.SizeHorCursor,
    Part.MARKER_END: Qt.CursorShape.SizeHorCursor,
    Part.EASE_IN: Qt.CursorShape.SizeBDiagCursor,
    Part.EASE_OUT: Qt.CursorShape.SizeFDiagCursor,
    Part.BAR: Qt.CursorShape.OpenHandCursor,
    Part.BAR_START: Qt.CursorShape.SizeHorCursor,
    Part.BAR_END: Qt.CursorShape.SizeHorCursor,
    Part.BAR_EASE_IN: Qt.CursorShape.SizeBDiagCursor,
    Part.BAR_EASE_OUT: Qt.CursorShape.SizeFDiagCursor,
    Part.GLOSS: Qt.CursorShape.PointingHandCursor,
    Part.SIGN: Qt.CursorShape.PointingHandCursor,
    Part.WORD: Qt.CursorShape.PointingHandCursor,
    Part.GAP: Qt.CursorShape.PointingHandCursor,
}


class TimelineView(SelectingCanvas):
    """The timeline with all that can be done to it.

    It changes nothing but its own zoom and marks: edits are asked for by signals, and what they
    lead to is shown by the next `show_project`.
    """

    scrubbed = Signal(float)  # seconds
    transition_dragged = Signal(int, float, int)  # index, seconds, gesture
    transition_reset = Signal(int)  # index
    retimed = Signal(str, object, int)  # what is done, the Timeline it leads to, gesture
    pointed = Signal(int)  # position of the gloss under the pointer, -1 for none
    correction_held = Signal(int, int)  # clip, index of its correction
    correction_wanted = Signal()  # the panel of the correction that is held
    held_changed = Signal()  # another transition or marker is held
    actions_wanted = Signal(int, QPoint)  # index of a marker, where on the screen

    def __init__(self, parent: QWidget | None = None, fps: float = 30.0) -> None:
        super().__init__(parent, fps)
        self._snapping = True
        self._rippling = True
        self._pressed = self._timeline  # at the last press
        self._pressed_many = False  # whether it was on a sign that is selected beside others
        self.sign_seconds: Callable[[Clip], float] = lambda clip: inf  # how long the sign of a clip is
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_snapping(self, snapping: bool) -> None:
        """Draw moments and lengths to frames, edges and proposals, or leave them where they are."""
        self._snapping = snapping

    def set_rippling(self, rippling: bool) -> None:
        """Let everything later move with an edit, or stay where it is."""
        self._rippling = rippling

    @property
    def marker(self) -> int:
        """Index of the marker that is held, -1 for none."""
        marked = self._picture.marked
        return self.strip.markers.index(marked) if marked is not None else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, part = event.position().x(), self._under(event.position())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = Pan(x, self.scale)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() != Qt.MouseButton.LeftButton or x < HEAD:
            return
        else:
            self._hold(part)
            self._take(part, event)

    def _hold(self, part: Hit) -> None:
        """Mark the transition or the marker under the pointer, and nothing else."""
        marked = self.strip.markers[part.marker] if part.marker >= 0 else None
        self._change(held=part.transition, marked=marked)
        self.held_changed.emit()

    def _take(self, part: Hit, event: QMouseEvent) -> None:
        """Begin the drag that the part under the pointer allows."""
        x = event.position().x()
        if part.transition >= 0:
            wedge = self.strip.wedges[part.index]
            self._pressed = self._timeline
            self._drag = Pace(wedge, part.part is Part.WEDGE_START, x, self.scale, new_gesture())
        elif part.bar >= 0:
            bar = self.strip.bars[part.bar]
            self.correction_held.emit(*bar.key)
            start = (self._timeline, x, self.scale, new_gesture())
            self._drag = Rerange(*start, anchor_of(bar, part.held), bar, part.held)
        elif part.gloss >= 0:
            self._pressed_many = self._is_one_of_many(part.gloss)
            if not self._pressed_many:
                self._select(part.gloss, event.modifiers())
            self._drag = self._grip(part, x) if part.part is Part.SIGN else None
        elif part.part is Part.NOTHING:
            chosen = self._chosen if event.modifiers() & CHOOSING else frozenset()
            self._drag = Band((x, event.position().y()), (x, event.position().y()), chosen)
        elif part.part is Part.RULER:
            self._drag = Scrub()
            self._scrub(event)
        else:
            copying = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._drag = self._grip(part, x, copying)

    def _let_go(self, event: QMouseEvent) -> None:
        """Do what a click does where a press became no drag: scrub, or choose one sign of many."""
        match self._drag:
            case Band(start, end) if start == end:
                self._scrub(event)
                if not event.modifiers() & CHOOSING and len(self._chosen) > 1:
                    self.clips_selected.emit(-1, frozenset())
            case Slide() if not self._bubble and self._pressed_many:
                self._select(self._under(event.position()).gloss, event.modifiers())

    def _grip(self, part: Hit, x: float, copying: bool = False) -> Grip | None:
        start = (self._timeline, x, self.scale, new_gesture())
        pressed = snapped(self.scale.seconds(x), self.strip, self.scale, self._picture.fps, self._snapping)
        grip = grip_on(part, self.strip, start, pressed, copying, self._chosen)
        if isinstance(grip, Trim):
            return replace(grip, longest=self.sign_seconds(self._timeline.clips[grip.clip]))
        return grip

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        match self._drag:
            case None:
                self._hover(self._under(event.position()))
            case Scrub():
                self._scrub(event)
            case Band() as band:
                self._stretch(band, event)
            case Pan(start, scale):
                self._keeps_fitting = False
                self._look(scale.scrolled(start - event.position().x()))
            case Pace() as drag:
                self._pace(drag, event)
            case Grip() as grip:
                self._pull(grip, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._let_go(event)
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
        elif part.marker >= 0:
            self.actions_wanted.emit(part.marker, event.globalPosition().toPoint())
        elif part.bar >= 0:
            self.correction_wanted.emit()
        elif block:
            self.scrubbed.emit(block.start)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        part = self._under(QPointF(event.pos()))
        if part.marker >= 0:
            self._hold(part)
            self.actions_wanted.emit(part.marker, event.globalPos())

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
        elif event.key() == Qt.Key.Key_Escape and isinstance(self._drag, Grip):
            grip, self._drag, self._bubble = self._drag, None, ""
            self.retimed.emit(grip.title, grip.base, grip.gesture)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.marker >= 0:
            self.remove_marker()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._picture.bar[1] >= 0:
            changed = correcting.removed(self._timeline, *self._picture.bar)
            self.retimed.emit(tr("Delete Correction"), changed, APART)
        elif event.key() == Qt.Key.Key_F and not control:
            self.fit()
        elif control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1.25)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom(0.8)
        else:
            super().keyPressEvent(event)

    def remove_marker(self) -> None:
        """Ask for the timeline without the marker that is held."""
        changed = replace(self._timeline, markers=markers.remove(self._timeline.markers, [self.marker]))
        self.retimed.emit(tr("Delete Marker"), changed, APART)

    def mark(self, marker: Marker) -> None:
        """Hold a marker that is on the timeline."""
        self._change(marked=marker if marker in self.strip.markers else None, held=-1)
        self.held_changed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(Hit(Part.NOTHING))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = tip(self.strip, self._under(QPointF(event.pos())), self._picture.fps, self._doubts)
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
            self._ask_for_length(drag, seconds, event)
        if self._drag is drag:
            wedge = self.strip.wedges[index]
            self._bubble = of_length(wedge, self._picture.fps)
            self._change(scale=drag.scrolled(wedge.seconds))

    def _ask_for_length(self, drag: Pace, seconds: float, event: QMouseEvent) -> None:
        if self._ripples(event):
            self.transition_dragged.emit(drag.wedge.index, seconds, drag.gesture)
            return
        # In place: what was there before the drag is what it starts from again.
        before = timing.pace(
            self._timeline, drag.wedge.index, seconds, ripple=False, at=-1 if drag.at_start else 1
        )
        self.retimed.emit(tr("Change Transition"), before, drag.gesture)

    def _pull(self, grip: Grip, event: QMouseEvent) -> None:
        """Ask for the timeline that the pointer makes of what is held."""
        x = event.position().x()
        if abs(x - grip.x) < THRESHOLD and not self._bubble:
            return
        self._keeps_fitting, self._pointer = False, x
        wanted = grip.anchor + (x - grip.x) / self.scale.pixels
        moment = self._drawn_to(wanted, event)
        made = grip.made(moment, self._ripples(event))
        self._bubble = f"{grip.title} · {in_seconds(abs(moment - grip.anchor))}"
        if made != self._timeline:
            self.retimed.emit(grip.title, made, grip.gesture)
        if self._drag is grip:
            marked = grip.marker(moment) if isinstance(grip, Draw | Adjust) else None
            self._change(scale=grip.scrolled(made), marked=marked if marked in self.strip.markers else None)
            self.held_changed.emit()

    def _drawn_to(self, seconds: float, event: QMouseEvent) -> float:
        """The moment on a frame, or at an edge nearby when snapping."""
        if not self._snaps(event):
            return seconds
        if isinstance(self._drag, Draw | Adjust):
            return snapped(seconds, self.strip, self.scale, self._picture.fps, True)
        return round(seconds * self._picture.fps) / self._picture.fps

    def _ripples(self, event: QMouseEvent) -> bool:
        """Whether what is later moves along: Shift turns it round while it is pressed."""
        return self._rippling != bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def _hover(self, part: Hit) -> None:
        self.pointed.emit(part.gloss)
        if self._drag is None:
            self.setCursor(_CURSORS.get(part.part, Qt.CursorShape.ArrowCursor))
        if part.transition != self._picture.hovered:
            self._change(hovered=part.transition)
