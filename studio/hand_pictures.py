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
from studio.jobs import Job, Latest
from studio.language import tr
from studio.settings import cache_folder
from studio.tasks import Task, Tasks

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel

log = logging.getLogger(__name__)

FOLDER = "handshapes"
Pixels = tuple[int, int]
LONGEST_WAIT = 1.0
"""Seconds that a picture waits for more urgent work."""
_DECIDING = ("compose", "render", "body")
"""Rooms of the pipeline whose code decides what a picture looks like."""


class HandPictures(QObject):
    """Tells what the handshapes look like, one after the other; the thread that asks never waits.

    What is not on disk yet is drawn as a job of `tasks`.
    """

    drawn = Signal(object, QImage)  # Shape, picture
    finished = Signal()
    failed = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setThreadPriority(QThread.Priority.LowPriority)
        self._may_draw = threading.Event()
        self._may_draw.set()
        self._reading = Latest(self._pool, self)
        self._reading.done.connect(lambda found: self._go_on(*found))
        self._reading.failed.connect(lambda problem: self.failed.emit(str(problem)))

    @property
    def is_busy(self) -> bool:
        """Whether more pictures are to come."""
        return self._reading.is_busy or (self._task is not None and not self._task.state.is_over)

    def want(self, body: "BodyModel", size: QSize, first: Shape) -> None:
        """Draw the hands of this signer, or read what was drawn before; drops what was wanted until now.

        The picture of `first` and those beside it in the list come first.
        """
        self.stop()
        pixels, names = (size.width(), size.height()), list(Shape)
        order = sorted(names, key=lambda shape: abs(names.index(shape) - names.index(first)))
        self._reading.start(lambda _: (body, self._read(_folder(body, pixels), order), pixels))

    def set_waiting(self, is_waiting: bool) -> None:
        """Draw no further picture while something more urgent is under way."""
        (self._may_draw.clear if is_waiting else self._may_draw.set)()

    def stop(self) -> None:
        """Want no more pictures."""
        self._reading.cancel()
        if self._task is not None and self._task.can_cancel:
            self._task.cancel()

    def close(self) -> None:
        """Want no more pictures and wait for the thread."""
        self.stop()
        self._may_draw.set()
        self._pool.waitForDone()

    def _go_on(self, body: "BodyModel", missing: list[Shape], pixels: Pixels) -> None:
        """Draw what is not on disk."""
        if not missing:
            self.finished.emit()
            return
        self._task = Task(
            tr("Draw the handshapes"),
            lambda: Job(lambda progress: self._draw(body, missing, pixels, progress), pool=self._pool),
            unasked=True,
        )
        self._task.done.connect(lambda _: self.finished.emit())
        self._task.failed.connect(self.failed)
        self._tasks.add(self._task, FOLDER)

    def _read(self, folder: Path, shapes: list[Shape]) -> list[Shape]:
        """Tell what was drawn before; returns what was not."""
        missing = []
        for shape in shapes:
            image = QImage(str(_file(folder, shape)))
            if image.isNull():
                missing.append(shape)
            else:
                self.drawn.emit(shape, image)
        return missing

    def _draw(self, body: "BodyModel", shapes: list[Shape], pixels: Pixels, progress: Progress) -> None:
        folder = _folder(body, pixels)
        missing = self._read(folder, shapes)  # some may have been drawn while this waited
        done = len(shapes) - len(missing)
        for shape, image in _drawn(body, missing, *pixels):
            self.drawn.emit(shape, image)
            _keep(image, _file(folder, shape))
            done += 1
            progress(done, len(shapes), shape)
            self._may_draw.wait(LONGEST_WAIT)


def _folder(body: "BodyModel", pixels: Pixels) -> Path:
    return cache_folder() / FOLDER / _look_of(body, *pixels)


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
