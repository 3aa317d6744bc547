"""Pictures of the signer's hand in every handshape: drawn once in a thread of their own, kept on disk."""

import hashlib
import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QThread, QThreadPool, Signal
from PySide6.QtGui import QImage

from pipeline.compose.shapes import Shape
from pipeline.progress import Progress
from pipeline.resources import RESOURCES
from studio.jobs import Latest
from studio.settings import cache_folder

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel

log = logging.getLogger(__name__)

FOLDER = "handshapes"
LONGEST_WAIT = 1.0
"""Seconds that a picture waits for more urgent work."""
_DECIDING = ("compose", "render", "body")
"""Rooms of the pipeline whose code decides what a picture looks like."""


class HandPictures(QObject):
    """Tells what the handshapes look like, one after the other; the thread that asks never waits."""

    drawn = Signal(object, QImage)  # Shape, picture
    finished = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._may_draw = threading.Event()
        self._may_draw.set()
        self._work = Latest(self._pool, self)
        self._work.done.connect(lambda _: self.finished.emit())
        self._work.failed.connect(lambda problem: self.failed.emit(str(problem)))

    @property
    def is_busy(self) -> bool:
        """Whether more pictures are to come."""
        return self._work.is_busy

    def want(self, body: "BodyModel", size: QSize, first: Shape) -> None:
        """Draw the hands of this signer, or read what was drawn before; drops what was wanted until now.

        The picture of `first` and those beside it in the list come first.
        """
        width, height = size.width(), size.height()
        names = list(Shape)
        order = sorted(names, key=lambda shape: abs(names.index(shape) - names.index(first)))
        self._work.start(lambda progress: self._draw(body, order, width, height, progress))

    def set_waiting(self, is_waiting: bool) -> None:
        """Draw no further picture while something more urgent is under way."""
        (self._may_draw.clear if is_waiting else self._may_draw.set)()

    def stop(self) -> None:
        """Want no more pictures."""
        self._work.cancel()

    def close(self) -> None:
        """Want no more pictures and wait for the thread."""
        self.stop()
        self._may_draw.set()
        self._pool.waitForDone()

    def _draw(
        self, body: "BodyModel", shapes: list[Shape], width: int, height: int, progress: Progress
    ) -> None:
        folder = cache_folder() / FOLDER / _look_of(body, width, height)
        missing = []
        for shape in shapes:
            image = QImage(str(_file(folder, shape)))
            if image.isNull():
                missing.append(shape)
            else:
                self.drawn.emit(shape, image)
        done = len(shapes) - len(missing)
        for shape, image in _drawn(body, missing, width, height):
            self.drawn.emit(shape, image)
            _keep(image, _file(folder, shape))
            done += 1
            progress(done, len(shapes), shape)
            self._may_draw.wait(LONGEST_WAIT)


def _drawn(body: "BodyModel", shapes: list[Shape], width: int, height: int) -> Iterator[tuple[Shape, QImage]]:
    """Each handshape, the forearm up and the palm to the viewer; raises BadInput without OpenGL."""
    from pipeline.compose.description import Handshape
    from pipeline.compose.figure import figure_of
    from pipeline.render.stills import Stills
    from studio.hand_pose import close_up, hand_raised

    if not shapes:
        return
    figure = figure_of(replace(body))  # one of its own: figures are not shared between threads
    camera = close_up(body)
    with Stills(body, width, height) as stills:
        for shape in shapes:
            motion = hand_raised(figure.grasp(Handshape(shape), "right").turns)
            [pixels] = stills.draw(motion, [(0, camera)])
            yield shape, QImage(pixels, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _look_of(body: "BodyModel", width: int, height: int) -> str:
    """What decides how the pictures look, in one word: the signer, the size, and the code that draws."""
    look = hashlib.sha256(f"{body.name} {width} {height}".encode())
    look.update(body.template.tobytes())
    look.update(body.texture.read_bytes() if body.texture else b"")
    rooms = [Path(__file__).parents[1] / "pipeline" / room for room in _DECIDING]
    sources = [path for room in rooms for path in sorted(room.glob("*.py"))]
    for path in (*sources, *sorted((RESOURCES / "shaders").iterdir())):
        look.update(path.read_bytes())
    return look.hexdigest()[:32]


def _file(folder: Path, shape: Shape) -> Path:
    """The file of a handshape, told from others also where files do not know capital letters."""
    capitals = "".join(str(int(letter.isupper())) for letter in shape)
    return folder / f"{shape.lower()}-{capitals}.png"


def _keep(image: QImage, path: Path) -> None:
    """Write a picture for the next time; without room it will be drawn again."""
    unfinished = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if image.save(str(unfinished), "PNG"):
            unfinished.replace(path)
    except OSError as problem:
        log.info("a picture of a hand is not kept: %s", problem)
