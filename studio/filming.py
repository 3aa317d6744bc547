"""What draws thumbnails: a scene in the OpenGL context of one thread, with a cache of strips on disk."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSaveFile
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext

from pipeline.errors import BadInput
from pipeline.progress import Progress
from pipeline.render.camera import PRESETS, Camera
from studio.library import open_store
from studio.panels.loop import LOOP_FPS, loop_key
from studio.settings import cache_folder
from studio.viewport.surface import begun, spare_context

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from pipeline.render.stills import Stills
    from pipeline.signs.sign import Sign
    from pipeline.signs.store import SignStore

LETTER_DISTANCE = 0.75
"""Metres from which a letter of the manual alphabet is drawn."""

FRONT = replace(PRESETS["front"], target=(0.0, 0.14, 0.08), distance=1.95)
"""Head to waist, as near as both hands stay in a nearly square picture."""

LONGEST = 4.0
"""Seconds of a sign that are drawn."""

MOST_FILES = 4000
"""Strips that are kept on disk; the oldest go first."""

Size = tuple[int, int]
Strip = tuple[QImage, int]


class Filmer:
    """Draws strips; all but the constructor belongs to one thread."""

    def __init__(self, surface: QOffscreenSurface) -> None:
        self._surface = surface
        self._spare: QOpenGLContext | None = spare_context()
        self._context: QOpenGLContext | None = None
        self._stills: tuple[BodyModel, Size, Stills] | None = None
        self._store: tuple[str | None, SignStore] | None = None
        self._folder = cache_folder() / "thumbnails"
        self._bodies: dict[int, str] = {}

    def film(
        self, sign: "Sign", dictionary: str | None, body: "BodyModel", size: Size, progress: Progress
    ) -> Strip:
        """A strip of pictures and their number, kept on disk once drawn; (empty, 0) without OpenGL."""
        file = self._folder / f"{self._name(sign, body, size)}.jpg"
        kept = QImage(str(file)) if file.exists() else QImage()
        if not kept.isNull() and kept.width() % size[0] == 0:
            return kept, kept.width() // size[0]
        if not self._ready():
            return QImage(), 0
        try:
            strip = self._draw(sign, self._opened(dictionary).motion(sign.id), body, size, progress)
        except (BadInput, LookupError):
            return QImage(), 0
        self._keep(strip[0], file)
        return strip

    def close(self) -> None:
        """Free the context and the dictionary."""
        self._stills = None
        if self._context is not None:
            self._context.doneCurrent()
            self._context = None
        if self._store is not None:
            self._store[1].close()
            self._store = None

    def _draw(
        self, sign: "Sign", motion: "Motion", body: "BodyModel", size: Size, progress: Progress
    ) -> Strip:
        from pipeline.motion.edit import sample

        end = min(sign.offset, sign.onset + LONGEST)
        times = np.arange(sign.onset, max(end, sign.onset) + 1e-6, 1 / LOOP_FPS)
        shown = sample(motion, times, LOOP_FPS)
        camera = _close_to_hand(body, shown) if len(sign.gloss) == 1 else FRONT
        stills, pictures = self._stage(body, size), []
        for frame in range(shown.frames):
            progress(frame, shown.frames)
            pictures += stills.draw(shown, [(frame, camera)])
        pixels = np.ascontiguousarray(np.concatenate(pictures, axis=1))  # (H, N W, 3)
        height, width = pixels.shape[:2]
        image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        return image.copy(), shown.frames

    def _stage(self, body: "BodyModel", size: Size) -> "Stills":
        from pipeline.render.stills import Stills

        if self._stills is None or self._stills[0] is not body or self._stills[1] != size:
            self._stills = body, size, Stills(body, *size, own=False)
        return self._stills[2]

    def _ready(self) -> bool:
        """Whether there is a current context to draw in."""
        if self._spare is not None:
            spare, self._spare = self._spare, None
            self._context = spare if begun(spare, self._surface) else None
        return self._context is not None

    def _opened(self, dictionary: str | None) -> "SignStore":
        if self._store is None or self._store[0] != dictionary:
            if self._store is not None:
                self._store[1].close()
            self._store = dictionary, open_store(dictionary)
        return self._store[1]

    def _name(self, sign: "Sign", body: "BodyModel", size: Size) -> str:
        """What a strip is kept under: another sign, signer or size has another."""
        if id(body) not in self._bodies:
            self._bodies[id(body)] = hashlib.sha256(np.ascontiguousarray(body.template).data).hexdigest()
        close = "close" if len(sign.gloss) == 1 else ""
        told = f"2 {loop_key(sign)} {self._bodies[id(body)]} {size} {LOOP_FPS} {close}"
        return hashlib.sha256(told.encode()).hexdigest()[:32]

    def _keep(self, strip: QImage, file: Path) -> None:
        """Write a strip for the next time; a full disk only means that it is drawn again."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            kept = sorted(self._folder.glob("*.jpg"), key=lambda one: one.stat().st_mtime)
            for old in kept[: max(len(kept) - MOST_FILES, 0)]:
                old.unlink(missing_ok=True)
        except OSError:
            return
        target = QSaveFile(str(file))
        if target.open(QSaveFile.OpenModeFlag.WriteOnly) and strip.save(target, "JPG", 90):
            target.commit()


def _close_to_hand(body: "BodyModel", shown: "Motion") -> Camera:
    """A camera on the hand that is raised in the middle: a letter is all in its handshape."""
    from pipeline.body.kinematics import joint_positions
    from pipeline.motion import joints

    middle = slice(shown.frames // 2, shown.frames // 2 + 1)
    places = joint_positions(body.rest_joints, shown.pose[middle], shown.translation[middle])[0]
    knuckles = places[[joints.INDEX["right_middle1"], joints.INDEX["left_middle1"]]]
    x, y, z = knuckles[knuckles[:, 1].argmax()]
    return replace(PRESETS["hands"], target=(float(x), float(y) + 0.02, float(z)), distance=LETTER_DISTANCE)
