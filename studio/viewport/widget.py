"""The avatar, live: it shows a moment of a motion from a camera that the mouse moves."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtOpenGL import QOpenGLFramebufferObject
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pipeline.errors import BadInput
from pipeline.render import camera as cameras
from pipeline.render.background import STUDIO, Background, Picture
from pipeline.render.camera import FRONT, Camera
from pipeline.render.look import PLAIN, Look
from studio.language import mark, tr
from studio.viewport.aids import Aids, trail
from studio.viewport.flight import Flight
from studio.viewport.moment import moment
from studio.viewport.onion import Onion, Skin, skins
from studio.viewport.overlay import Overlay, camera_name, cameras_of
from studio.viewport.surface import surface_format

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from studio.viewport.stage import Stage

log = logging.getLogger(__name__)

TURN = 0.4
"""Degrees per pixel of an orbiting drag."""
REST = 160
"""Milliseconds without a change after which edges are smoothed again where that is slow."""
PATIENCE = 1000
"""Milliseconds after which a context that has not come will not come."""
SAMPLES = 4
RESTING = mark("The preview rests while the video is made")
NO_OPENGL = mark(
    "The avatar needs OpenGL 3.3, which this computer does not offer here: update the graphics driver "
    "and start again. Text, signs, timeline and export work without this view."
)


class Viewport(QOpenGLWidget):
    """Draws the signer when, and only when, something changed.

    The first picture is an empty one, so that the window appears at once; PyOpenGL is imported and the
    scene is built right after it. A lost context is built anew; a failing one leaves a sentence.
    """

    camera_changed = Signal(object)  # Camera
    posed = Signal(object)  # the motion of one frame that the next picture shows
    built = Signal(str)  # what draws, such as "llvmpipe (LLVM 15.0.6, 256 bits)"
    failed = Signal(str)  # the sentence shown instead of the avatar

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFormat(surface_format())
        self._body: BodyModel | None = None
        self._motion: Motion | None = None
        self._moment: Motion | None = None
        self._stage: Stage | None = None
        self._seconds = 0.0
        self._camera = FRONT
        self._look, self._background = PLAIN, STUDIO
        self._underlay: Picture | None = None
        self._onion: Onion | None = None
        self._skins: tuple[Skin, ...] = ()
        self._aids, self._beside = Aids(), False
        self._playing = self._frozen = self._building = self._moving = False
        self._press: tuple[QPointF, bool] | None = None  # where the pointer was last, and whether it pans
        self._flight = Flight(self)
        self._flight.moved.connect(self.set_camera)
        self._settle = QTimer(self, singleShot=True, interval=REST)
        self._settle.timeout.connect(self._settled)
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
        self.setMinimumSize(240, 180)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Avatar"))
        self._describe()

    @property
    def camera(self) -> Camera:
        """Where the viewer stands."""
        return self._camera

    @property
    def beside(self) -> bool:
        """Whether the signer is shown from the side too."""
        return self._beside

    @property
    def is_moving(self) -> bool:
        """Whether the camera moves, which is drawn in a hurry where that is needed."""
        return self._moving

    def set_body(self, body: "BodyModel") -> None:
        """Show another signer."""
        self._body = body
        self._drop_stage()
        self.update()

    def set_motion(self, motion: "Motion") -> None:
        """Show another motion, at the moment that is shown now."""
        self._motion = motion
        self._hurry()
        self._overlay.show_time(self._seconds, motion.fps)
        self._renew()

    def show_time(self, seconds: float) -> None:
        """Show the motion at `seconds`; between two frames it is interpolated."""
        if seconds != self._seconds:
            self._seconds = seconds
            self._hurry()
            self._overlay.show_time(seconds, self._motion.fps if self._motion else 30.0)
            self._renew()

    def hold_pose(self, frame: "Motion") -> None:
        """Show a motion of one frame until the motion or the moment is another."""
        self._moment = frame
        self.update()

    def show_anew(self) -> None:
        """Work out anew what the motion shows at this moment."""
        self._renew()

    def catch_up(self) -> None:
        """Work out now what the next picture shows, and tell it."""
        if self._moment is None and self._motion is not None:
            self._moment = moment(self._motion, self._seconds)
            self._skins = skins(self._motion, self._seconds, self._onion) if self._onion else ()
            self.posed.emit(self._moment)
            self._show_aids()

    def set_playing(self, playing: bool) -> None:
        """Favour speed while time runs, and a clean picture when it stands still."""
        self._playing = playing
        self._settled()

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture as it is while something else needs the graphics card, or go on."""
        self._frozen = frozen
        self._overlay.show_note(tr(RESTING) if frozen else "")
        self._renew()

    def set_camera(self, camera: Camera) -> None:
        """Look from another place."""
        if camera != self._camera:
            self._camera = camera
            self._hurry()
            self._overlay.show_camera(camera)
            self._describe()
            self.camera_changed.emit(camera)
            self.update()

    def set_look(self, look: Look) -> None:
        """Other lights and colours."""
        self._look = look
        if self._stage is not None:
            self._stage.dress(look)
        self.update()

    def set_background(self, background: Background) -> None:
        """Show something else behind the signer."""
        self._background = background
        self.update()

    def set_underlay(self, picture: Picture | None) -> None:
        """Lay a picture over the background, behind the signer, or none."""
        self._underlay = picture
        self.update()

    def set_onion(self, onion: Onion | None) -> None:
        """Show ghosts of the moments before and after, or none."""
        self._onion = onion
        self._renew()

    def set_aids(self, aids: Aids) -> None:
        """Draw joints, ways of the hands or the safe frame over the avatar, or leave them away."""
        self._aids = aids
        self._show_aids()

    def set_beside(self, beside: bool) -> None:
        """Show the signer from the side too, next to the view of the camera."""
        self._beside = beside
        self._overlay.show_beside(beside)
        self._renew()

    def set_bare(self, bare: bool) -> None:
        """Leave everything but the avatar and its aids away."""
        self._overlay.show_bare(bare)

    def show_note(self, note: str) -> None:
        """Write a few words over the picture, or none."""
        self._overlay.show_note(note)

    def preset(self, name: str) -> None:
        """Move to a preset of `pipeline.render.camera`; raises BadInput for an unknown one."""
        self._flight.start(self._camera, cameras.preset(name))

    def still(self, shown: "Motion", camera: Camera, size: QSize) -> QImage | None:
        """A picture of a motion of one frame; None while there is nothing to draw it with."""
        if self._stage is None or self._playing or self._frozen:
            return None
        from pipeline.render.scene import Canvas

        self.makeCurrent()
        target = QOpenGLFramebufferObject(size, QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
        canvas = Canvas(size.width(), size.height(), target.handle(), SAMPLES)
        self._stage.draw(shown, [camera], canvas)
        image = target.toImage()
        target.release()
        self.doneCurrent()
        return image

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._press = event.position(), True
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press = event.position(), shifted
        else:
            return
        self._flight.stop()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        last, pans = self._press
        step = event.position() - last
        self._press = event.position(), pans
        if pans:
            self.set_camera(cameras.pan(self._camera, -step.x() / self.height(), step.y() / self.height()))
        else:
            self.set_camera(cameras.orbit(self._camera, -TURN * step.x(), TURN * step.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._press = None
        self._settle.start()
        self.unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._flight.stop()
        self.set_camera(cameras.zoom(self._camera, 1.12 ** (event.angleDelta().y() / 120)))
        event.accept()

    # OpenGL

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(PATIENCE, self, self._check)

    def initializeGL(self) -> None:
        self.context().aboutToBeDestroyed.connect(self._drop_stage)

    def paintGL(self) -> None:
        self.catch_up()
        if self._stage is None or self._moment is None:
            functions = self.context().functions()
            functions.glClearColor(0.07, 0.078, 0.09, 1.0)
            functions.glClear(0x4000)  # GL_COLOR_BUFFER_BIT, without importing PyOpenGL
            if self._stage is None and self._body is not None and not self._building:
                self._building = True
                QTimer.singleShot(0, self, self._build)
        else:
            self._draw(self._stage, self._moment)

    def _draw(self, stage: "Stage", shown: "Motion") -> None:
        from pipeline.render.scene import Canvas

        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        backdrop = self._background
        if self._underlay is not None:
            backdrop = replace(backdrop, pictures=(*backdrop.pictures, self._underlay))
        canvas = Canvas(width, height, self.defaultFramebufferObject(), SAMPLES, backdrop)
        shots = cameras_of(self._camera, self._beside)
        stage.draw(shown, shots, canvas, hurried=self._playing or self._moving, skins=self._skins)

    def _show_aids(self) -> None:
        """Work out where the joints were, if anything of it is drawn."""
        wanted = self._aids.skeleton or self._aids.trails
        if not wanted or self._body is None or self._motion is None:
            self._overlay.show_aids(self._aids, None)
            return
        body = self._body.in_shape_of(self._motion)
        self._overlay.show_aids(self._aids, trail(body, self._motion, self._seconds))

    def _build(self) -> None:
        """Import PyOpenGL and put the body on the graphics card."""
        self._building = False
        if self._body is None or self._stage is not None or not self.isValid():
            return
        self.makeCurrent()
        try:
            from studio.viewport.stage import Stage

            if self.context().format().version() < (3, 3):
                raise BadInput(tr(NO_OPENGL))
            self._stage = Stage(self._body)
            self._stage.dress(self._look)
        except BadInput as error:
            self._fail(str(error))
        except Exception:  # whatever a graphics driver comes up with, the rest of the studio goes on
            log.exception("The scene could not be built")
            self._fail(tr(NO_OPENGL))
        else:
            self._message.hide()
            self.built.emit(self._stage.renderer)
        finally:
            self.doneCurrent()
        self.update()

    def _drop_stage(self) -> None:
        """Free what is on the graphics card; the next picture builds it anew."""
        stage, self._stage = self._stage, None
        if stage is not None:
            self.makeCurrent()
            stage.delete()
            self.doneCurrent()

    def _check(self) -> None:
        """Say so if the platform never gave us a context."""
        if self.isVisible() and not self.isValid():
            self._fail(tr(NO_OPENGL))

    def _fail(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.show()
        self.failed.emit(sentence)

    # Pictures

    def _renew(self) -> None:
        """Show another moment with the next picture; of several only the last is worked out."""
        if not self._frozen:
            self._moment = None
            self.update()

    def _hurry(self) -> None:
        """Favour speed until nothing has moved for a while: smooth edges are slow without a graphics card."""
        if not self._frozen:
            self._moving = True
            self._settle.start()

    def _settled(self) -> None:
        self._moving = self._press is not None or self._flight.is_flying
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(tr("Camera: {name}").format(name=camera_name(self._camera)))
