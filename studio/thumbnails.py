"""Small pictures of signs, drawn one at a time while nothing else wants the graphics card."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from pipeline.errors import BadInput
from pipeline.render.camera import PRESETS, Camera
from studio.panels.signs import THUMBNAIL
from studio.viewport.widget import Viewport

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from pipeline.signs.sign import Sign, SignId

PAUSE = 30
"""Milliseconds left to everything else between two pictures."""

LETTER_DISTANCE = 0.75
"""Metres from which a letter of the manual alphabet is drawn."""

MOST = 60
"""Signs of one list that are drawn."""


class Thumbnails(QObject):
    """Draws signs in the middle of their movement, with the signer that the viewport shows."""

    made = Signal(str, QPixmap)  # hash of the motion, picture

    def __init__(
        self, viewport: Viewport, motion: "Callable[[SignId], Motion]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._viewport, self._motion = viewport, motion
        self._body: BodyModel | None = None
        self._wanted: list[Sign] = []
        self._made: dict[str, QPixmap] = {}
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._draw_next)
        viewport.built.connect(self._begin_anew)

    def set_body(self, body: "BodyModel") -> None:
        """Draw this signer from now on."""
        self._body = body

    def want(self, signs: "Sequence[Sign]") -> None:
        """Draw these and no others; what is known already is told at once."""
        self._wanted = list(signs)[:MOST]
        for sign in self._wanted:
            if sign.motion in self._made:
                self.made.emit(sign.motion, self._made[sign.motion])
        if self._wanted:
            self._timer.start()

    def _begin_anew(self) -> None:
        self._made.clear()
        self.want(self._wanted)

    def _draw_next(self) -> None:
        sign = next((sign for sign in self._wanted if sign.motion not in self._made), None)
        if sign is None:
            self._timer.stop()
            return
        try:
            picture = self._draw(sign)
        except (BadInput, LookupError):
            picture = QPixmap()
        if picture is not None:
            self._made[sign.motion] = picture
            self.made.emit(sign.motion, picture)

    def _draw(self, sign: "Sign") -> QPixmap | None:
        """The picture, None while the viewport is busy."""
        from studio.viewport.moment import moment

        ratio = self._viewport.devicePixelRatioF()
        shown = moment(self._motion(sign.id), (sign.onset + sign.offset) / 2)
        camera = self._close_to_hand(shown) if len(sign.gloss) == 1 else PRESETS["front"]
        size = QSize(round(THUMBNAIL.width() * ratio), round(THUMBNAIL.height() * ratio))
        image = self._viewport.still(shown, camera, size)
        if image is None:
            return None
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _close_to_hand(self, shown: "Motion") -> Camera:
        """A camera on the hand that is raised: a letter is all in its handshape."""
        from pipeline.body.kinematics import joint_positions
        from pipeline.motion import joints

        if self._body is None:
            return PRESETS["hands"]
        places = joint_positions(self._body.rest_joints, shown.pose, shown.translation)[0]
        knuckles = places[[joints.INDEX["right_middle1"], joints.INDEX["left_middle1"]]]
        x, y, z = knuckles[knuckles[:, 1].argmax()]
        return replace(
            PRESETS["hands"], target=(float(x), float(y) + 0.02, float(z)), distance=LETTER_DISTANCE
        )
