"""The avatar, live: it shows a moment of a motion from a camera that the mouse moves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pipeline.render import camera as cameras
from pipeline.render.background import Background, Picture
from pipeline.render.camera import Camera
from pipeline.render.look import Look
from studio.language import mark, tr
from studio.viewport.aids import Aids
from studio.viewport.moment import moment
from studio.viewport.navigation import Navigation
from studio.viewport.onion import Onion
from studio.viewport.overlay import Overlay, camera_name
from studio.viewport.picture_view import PictureView
from studio.viewport.wanted import Drawn

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion

REST = 160
"""Milliseconds without a change after which edges are smoothed again where that is slow."""
RESTING = mark("The preview rests while the video is made")


class Viewport(PictureView):
    """The signer at a moment, with labels over the picture; where there can be none, it shows a sentence."""

    camera_changed = Signal(object)  # Camera
    posed = Signal(object)  # the motion of one frame that the picture shows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: Motion | None = None
        self._seconds = 0.0
        self._aids = Aids()
        self._playing = self._frozen = self._moving = False
        self._navigation = Navigation(self)
        self._navigation.moved.connect(self.set_camera)
        self._settle = QTimer(self, singleShot=True, interval=REST)
        self._settle.timeout.connect(self._settled)
        self._navigation.released.connect(self._settle.start)
        self._message = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._message.setAccessibleName(tr("Why there is no avatar"))
        self._message.setMargin(40)
        self._message.setAutoFillBackground(True)
        self._message.hide()
        self.failed.connect(self._fail)
        self.built.connect(self._message.hide)
        self._overlay = Overlay(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._overlay, 0, 0)
        layout.addWidget(self._message, 0, 0)
        self.setMinimumSize(240, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Avatar"))
        self._describe()

    @property
    def camera(self) -> Camera:
        """Where the viewer stands."""
        return self._wanted.camera

    @property
    def is_hurried(self) -> bool:
        """Whether time runs or something moves."""
        return self._playing or self._moving

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

    # Pictures

    def _want(self, **changes: object) -> None:
        super()._want(**changes)
        if self._shown is None:
            self._overlay.show_picture(self._wanted)
            self._overlay.update()

    def _show(self, drawn: Drawn) -> None:
        """Show a finished picture with what belongs to its moment."""
        self._overlay.show_picture(drawn.wanted)
        self._overlay.show_aids(self._aids, drawn.trail)
        super()._show(drawn)
        self.posed.emit(drawn.frame)

    def _fail(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.show()

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
