"""The avatar, live: it shows a moment of a motion from a camera that the mouse moves."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pipeline.render import camera as cameras
from pipeline.render.background import Background, Picture
from pipeline.render.camera import Camera
from pipeline.render.look import Look
from studio.language import mark, tr
from studio.viewport.aids import Aids
from studio.viewport.drawing import Drawing
from studio.viewport.moment import moment
from studio.viewport.navigation import Navigation
from studio.viewport.onion import Onion
from studio.viewport.overlay import Overlay, camera_name
from studio.viewport.wanted import Drawn, Wanted

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion

REST = 160
"""Milliseconds without a change after which edges are smoothed again where that is slow."""
EMPTY = "#121417"
"""What is seen before the first picture, and beside one that is too narrow."""
RESTING = mark("The preview rests while the video is made")


class Viewport(QWidget):
    """Shows the newest picture of the signer; asks for another when, and only when, something changed.

    Pictures are drawn in a thread of their own, that of the window only paints them. Until the first one has
    come it is empty; where there can be none, it shows a sentence.
    """

    camera_changed = Signal(object)  # Camera
    posed = Signal(object)  # the motion of one frame that the picture shows
    drawn = Signal()  # another picture is shown
    built = Signal(str)  # what draws, such as "llvmpipe (LLVM 15.0.6, 256 bits)"
    failed = Signal(str)  # the sentence shown instead of the avatar

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: Motion | None = None
        self._seconds = 0.0
        self._wanted = self._asked = Wanted()
        self._shown: Drawn | None = None
        self._aids = Aids()
        self._playing = self._frozen = self._moving = False
        self._drawing = Drawing()
        self._drawing.drawn.connect(self._show)
        self._drawing.built.connect(self._begin)
        self._drawing.failed.connect(self._fail)
        self.destroyed.connect(self._drawing.end)
        self._navigation = Navigation(self)
        self._navigation.moved.connect(self.set_camera)
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self._settle = QTimer(self, singleShot=True, interval=REST)
        self._settle.timeout.connect(self._settled)
        self._navigation.released.connect(self._settle.start)
        self._message = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._message.setAccessibleName(tr("Why there is no avatar"))
        self._message.setMargin(40)
        self._message.setAutoFillBackground(True)
        self._message.hide()
        self._overlay = Overlay(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._overlay, 0, 0)
        layout.addWidget(self._message, 0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Avatar"))
        self._describe()

    @property
    def camera(self) -> Camera:
        """Where the viewer stands."""
        return self._wanted.camera

    @property
    def shown(self) -> Wanted:
        """What the picture that is seen shows; before the first one, what it will show."""
        return self._wanted if self._shown is None else self._shown.wanted

    @property
    def image(self) -> QImage:
        """The picture that is seen, without what is painted over it; an empty one before the first."""
        return QImage() if self._shown is None else self._shown.image

    @property
    def is_current(self) -> bool:
        """Whether the picture that is seen shows what was asked for last."""
        return self._shown is not None and self._shown.wanted is self._asked and not self._asking.isActive()

    @property
    def is_awaited(self) -> bool:
        """Whether another picture will take the place of the one that is seen."""
        return not self.image.isNull() and not self.is_current

    @property
    def is_moving(self) -> bool:
        """Whether something moves, which is drawn in a hurry where that is needed."""
        return self._moving

    def set_body(self, body: "BodyModel") -> None:
        """Show another signer."""
        self._want(body=body)

    def set_motion(self, motion: "Motion") -> None:
        """Show another motion, at the moment that is shown now."""
        self._motion = motion
        self._hurry()
        self.show_anew()

    def show_time(self, seconds: float) -> None:
        """Show the motion at `seconds`; between two frames it is interpolated."""
        if seconds != self._seconds:
            self._seconds = seconds
            self._hurry()
            self.show_anew()

    def hold_pose(self, frame: "Motion") -> None:
        """Show a motion of one frame until the motion or the moment is another."""
        self._want(held=frame)

    def show_anew(self) -> None:
        """Show what the motion is at this moment, unless the picture is frozen."""
        if not self._frozen:
            self._want(motion=self._motion, seconds=self._seconds, held=None)

    def catch_up(self) -> None:
        """Tell now, and not with the next picture, which frame it shows."""
        if self._wanted.held is None and self._wanted.motion is not None:
            self.posed.emit(moment(self._wanted.motion, self._wanted.seconds))

    def set_playing(self, playing: bool) -> None:
        """Favour speed while time runs, and a clean picture when it stands still."""
        self._playing = playing
        self._settled()

    def set_frozen(self, frozen: bool) -> None:
        """Keep the moment as it is while something else needs the processor, or go on."""
        self._frozen = frozen
        self._overlay.show_note(tr(RESTING) if frozen else "")
        self.show_anew()

    def set_camera(self, camera: Camera) -> None:
        """Look from another place."""
        if camera != self.camera:
            self._navigation.camera = camera
            self._hurry()
            self._want(camera=camera)
            self._describe()
            self.camera_changed.emit(camera)

    def set_look(self, look: Look) -> None:
        """Other lights and colours."""
        self._want(look=look)

    def set_background(self, background: Background) -> None:
        """Show something else behind the signer."""
        self._want(background=background)

    def set_underlay(self, picture: Picture | None) -> None:
        """Lay a picture over the background, behind the signer, or none."""
        self._want(underlay=picture)

    def set_onion(self, onion: Onion | None) -> None:
        """Show ghosts of the moments before and after, or none."""
        self._want(onion=onion)

    def set_aids(self, aids: Aids) -> None:
        """Draw joints, ways of the hands or the safe frame over the avatar, or leave them away."""
        self._aids = aids
        self._overlay.show_aids(aids, self._shown.trail if self._shown is not None else None)
        self._want(trailed=aids.skeleton or aids.trails)

    def set_beside(self, beside: bool) -> None:
        """Show the signer from the side too, next to the view of the camera."""
        self._want(beside=beside)

    def set_bare(self, bare: bool) -> None:
        """Leave everything but the avatar and its aids away."""
        self._overlay.show_bare(bare)

    def show_note(self, note: str) -> None:
        """Write a few words over the picture, or none."""
        self._overlay.show_note(note)

    def preset(self, name: str) -> None:
        """Move to a preset of `pipeline.render.camera`; raises BadInput for an unknown one."""
        self._navigation.fly(cameras.preset(name))

    def end(self) -> None:
        """Draw no more, and wait for the thread that does."""
        self._drawing.close()

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._navigation.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._navigation.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._navigation.release()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._navigation.turn_wheel(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        place = _fitted(self.image.size(), room)
        if not place.contains(room):
            painter.fillRect(room, QColor(EMPTY))
        painter.drawImage(place, self.image)
        painter.end()
        if self._pixels() != self._asked.size:  # it was hidden, or has another size
            self._asking.start()

    # Pictures

    def _want(self, **changes: object) -> None:
        """Ask for another picture; of several changes at once only the last makes one."""
        self._wanted = replace(self._wanted, **changes)  # type: ignore[arg-type]
        if self._shown is None:
            self._overlay.show_picture(self._wanted)
            self._overlay.update()
        self._asking.start()

    def _ask(self) -> None:
        handle = self.window().windowHandle()
        if not self.isVisible() or handle is None or not handle.isExposed():
            self._asked = Wanted()  # so that it is asked for when it is painted
            return
        hurried = self._playing or self._moving
        self._asked = replace(self._wanted, size=self._pixels(), hurried=hurried)
        if self._asked.is_whole:
            self._drawing.ask(self._asked)

    def _show(self, drawn: Drawn) -> None:
        """Show a finished picture with what belongs to its moment."""
        self._shown = drawn
        self._overlay.show_picture(drawn.wanted)
        self._overlay.show_aids(self._aids, drawn.trail)
        self.posed.emit(drawn.frame)
        self.drawn.emit()
        self.update()

    def _pixels(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def _begin(self, renderer: str) -> None:
        self._message.hide()
        self.built.emit(renderer)

    def _fail(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.show()
        self.failed.emit(sentence)

    def _hurry(self) -> None:
        """Favour speed until nothing has moved for a while: smooth edges are slow without a graphics card."""
        if not self._frozen:
            self._moving = True
            self._settle.start()

    def _settled(self) -> None:
        self._moving = self._navigation.is_moving
        self._want()

    def _describe(self) -> None:
        self.setAccessibleDescription(tr("Camera: {name}").format(name=camera_name(self.camera)))


def _fitted(size: QSize, room: QRectF) -> QRectF:
    """Where a picture of another size is shown: as high as the room, as a camera would see it."""
    width = room.height() * size.width() / max(size.height(), 1)
    if abs(width - room.width()) < 1:  # pixels of the screen are seldom whole points
        return room
    place = QRectF(room.topLeft(), QSizeF(width, room.height()))
    place.moveCenter(room.center())
    return place
