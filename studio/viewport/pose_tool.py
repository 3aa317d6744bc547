"""The mouse on the joints of the avatar: choosing one, turning it by rings, moving a wrist by its square."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from pipeline.body.kinematics import joint_transforms
from studio.language import decimal
from studio.viewport.gizmo import (
    GRAB,
    RADIUS,
    SQUARE,
    Pulling,
    Ringing,
    Rolling,
    Sight,
    joint_under,
    ring_under,
)
from studio.viewport.handles import Handles, Shown
from studio.viewport.joints import JOINTS, WRISTS
from studio.viewport.overlay import AXES

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from studio.viewport.widget import Viewport

THRESHOLD = 3.0
"""Pixels that a press on a square may tremble before it is a drag."""
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)


class PoseTool(QObject):
    """Hears the viewport's mouse while it is on; what it does not need, the camera gets.

    A drag begins with `taken`, says with every move how far it has come since then, and ends with
    `released`, or with `given_up` when Esc was pressed.
    """

    chosen = Signal(int)  # joint, -1 for none
    taken = Signal(int)  # the joint that a drag turns or moves
    turned = Signal(object)  # quaternion (4,) of the world
    moved = Signal(object)  # (3,) metres of the world
    released = Signal()
    given_up = Signal()

    def __init__(self, viewport: "Viewport") -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._handles = Handles(viewport)
        self._drag: Ringing | Rolling | Pulling | None = None
        self._press: QPointF | None = None  # on a square, before it is a drag
        self._shown: Shown | None = None
        self._is_free = False
        self.is_on = False
        viewport.drawn.connect(self._paint)
        viewport.installEventFilter(self)

    @property
    def joint(self) -> int:
        """The joint that is chosen, -1 for none."""
        return self._shown.chosen if self._shown is not None else -1

    @property
    def shown(self) -> Shown | None:
        """The handles, None while there are none."""
        return self._shown

    @property
    def angle(self) -> str:
        """How far the ring or the ball that is held has been turned: "X +12.5°"."""
        if not isinstance(self._drag, Ringing | Rolling):
            return ""
        index = self._shown.ring if self._shown is not None else -1
        axis = f"{AXES[index][0]} " if index >= 0 and isinstance(self._drag, Ringing) else ""
        return f"{axis}{decimal(np.degrees(self._drag.angle), 1, signed=True)}°"

    @property
    def is_free(self) -> bool:
        """Whether Alt is held, so that joints may go beyond their limits."""
        return self._is_free

    @property
    def is_pulling(self) -> bool:
        """Whether a wrist is moved."""
        return isinstance(self._drag, Pulling)

    @property
    def is_dragging(self) -> bool:
        """Whether something is held."""
        return self._drag is not None

    @property
    def sight(self) -> Sight:
        """What the camera sees in the viewport, or in its left half beside another view."""
        shown = self._viewport.shown
        width = self._viewport.width() / len(shown.shots)
        return Sight(shown.camera, QRectF(0, 0, max(width, 1), max(self._viewport.height(), 1)))

    def set_on(self, is_on: bool) -> None:
        """Hear the mouse and show the joints, or leave both."""
        if is_on == self.is_on:
            return
        self.give_up()
        self.is_on = is_on
        self._viewport.setMouseTracking(is_on)
        self._handles.setGeometry(self._viewport.rect())
        self._handles.setVisible(is_on)
        self._handles.raise_()
        self._paint()

    def show_pose(self, body: "BodyModel | None", frame: "Motion | None") -> None:
        """Put the handles where a body has its joints in a motion of one frame, or nowhere."""
        if body is None or frame is None:
            self._shown = None
        else:
            found = joint_transforms(body.rest_joints, frame.pose, frame.translation)[0].astype(np.float64)
            places, axes = found[:, :, 3], found[:, :, :3].transpose(0, 2, 1)
            was = self._shown
            self._shown = Shown(places, axes) if was is None else replace(was, places=places, axes=axes)
        self._paint()

    def choose(self, joint: int) -> None:
        """Choose a joint, -1 for none."""
        if self._shown is not None and joint != self._shown.chosen:
            self._change(chosen=joint, ring=-1)
            self.chosen.emit(joint)

    def give_up(self) -> None:
        """Let go of what is held, as if it had never been."""
        self._press = None
        if self._drag is not None:
            self._drag = None
            self._change(told="", pulled=-1, ring=-1)
            self.given_up.emit()

    def tell(self, told: str) -> None:
        """Write beside the handles what the drag has done."""
        self._change(told=told)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_on:
            return False
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._handles.setGeometry(self._viewport.rect())
            self._paint()
        elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._press_key(event)
        elif kind == QEvent.Type.Leave and self._drag is None:
            self._change(hovered=-1, ring=-1, pulled=-1)
        elif kind in _MOUSE and isinstance(event, QMouseEvent) and self._shown is not None:
            return self._hear(event)
        return False

    def _hear(self, event: QMouseEvent) -> bool:
        pointer = event.position()
        self._is_free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.type() == QEvent.Type.MouseMove:
            if self._drag is None and self._press is None:
                if not event.buttons():
                    self._hover(pointer)
                return False
            self._pull(pointer, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return self._drag is not None
        if event.type() == QEvent.Type.MouseButtonPress:
            return not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._take(pointer)
        held = self._drag is not None or self._press is not None
        self._press = None
        if self._drag is not None:
            self._drag = None
            self._change(told="", pulled=-1)
            self.released.emit()
        return held

    def _take(self, pointer: QPointF) -> bool:
        """Take hold of what is under the pointer: a wrist's square, a ring, a joint, or the ball."""
        if not self._viewport.is_current:
            self._viewport.catch_up()  # what is taken is turned as it is at this moment
        if self._shown is None:
            return False
        shown, sight = self._shown, self.sight
        square = self._square_under(pointer)
        if square >= 0:
            self.choose(square)
            self._press = pointer
            return True
        if shown.chosen >= 0:
            centre = shown.places[shown.chosen]
            index = ring_under(pointer, centre, shown.axes[shown.chosen], sight)
            if index is not None:
                self._begin(Ringing(shown.axes[shown.chosen][index], centre, sight, pointer), ring=index)
                return True
        joint = joint_under(pointer, shown.places, JOINTS, sight)
        if joint is not None and joint != shown.chosen:
            self.choose(joint)
            return True
        if shown.chosen >= 0 and self._away(pointer, shown.chosen) < RADIUS - GRAB:
            self._begin(Rolling(sight, pointer))
            return True
        return False

    def _begin(self, drag: Ringing | Rolling | Pulling, **changes: int) -> None:
        self._drag = drag
        self._change(**changes)
        self.taken.emit(self.joint)

    def _pull(self, pointer: QPointF, by_steps: bool) -> None:
        """Go on with what is held; a square that is dragged far enough begins to be."""
        if self._press is not None and self._shown is not None:
            away = pointer - self._press
            if abs(away.x()) + abs(away.y()) < THRESHOLD:
                return
            press, self._press = self._press, None
            place = self._shown.places[self._shown.chosen]
            self._begin(Pulling(place, self.sight, press), pulled=self._shown.chosen)
        if isinstance(self._drag, Pulling):
            self.moved.emit(self._drag.moved(pointer))
        elif self._drag is not None:
            self.turned.emit(self._drag.turned(pointer, by_steps))

    def _hover(self, pointer: QPointF) -> None:
        """Light up what a press would take hold of."""
        assert self._shown is not None
        square = self._square_under(pointer)
        ring = None
        if square < 0 and self._shown.chosen >= 0:
            chosen = self._shown.chosen
            ring = ring_under(pointer, self._shown.places[chosen], self._shown.axes[chosen], self.sight)
        joint = joint_under(pointer, self._shown.places, JOINTS, self.sight)
        hovered = joint if joint is not None and square < 0 and ring is None else -1
        self._change(hovered=hovered, ring=-1 if ring is None else ring, pulled=square)
        lively = square >= 0 or ring is not None or hovered >= 0
        self._viewport.setCursor(Qt.CursorShape.PointingHandCursor if lively else Qt.CursorShape.ArrowCursor)

    def _square_under(self, pointer: QPointF) -> int:
        assert self._shown is not None
        near = [joint for joint in WRISTS if self._away(pointer, joint, square=True) <= SQUARE]
        return min(near, key=lambda joint: self._away(pointer, joint)) if near else -1

    def _away(self, pointer: QPointF, joint: int, *, square: bool = False) -> float:
        assert self._shown is not None
        x, y = self.sight.pixels(self._shown.places[joint]) - (pointer.x(), pointer.y())
        return float(max(abs(x), abs(y)) if square else np.hypot(x, y))

    def _press_key(self, event: QKeyEvent) -> bool:
        """Esc gives a drag up, and else the joint that is chosen."""
        if event.key() != Qt.Key.Key_Escape or (self._drag is None and self.joint < 0):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif self._drag is not None:
            self.give_up()
        else:
            self.choose(-1)
        return True

    def _change(self, **changes: object) -> None:
        if self._shown is None:
            return
        changed = {name: value for name, value in changes.items() if getattr(self._shown, name) != value}
        if changed:
            self._shown = replace(self._shown, **changed)  # type: ignore[arg-type]
            self._paint()

    def _paint(self) -> None:
        if self.is_on:
            self._handles.show_handles(self._shown, self.sight)
