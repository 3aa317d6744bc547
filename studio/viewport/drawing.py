"""The thread that draws what the viewport shows, so that the window never waits for a picture."""

import atexit
import logging
from threading import Condition
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal
from PySide6.QtGui import QOffscreenSurface

from pipeline.errors import BadInput
from studio.language import tr
from studio.viewport.easel import NO_OPENGL, Easel
from studio.viewport.surface import surface_format
from studio.viewport.wanted import Wanted

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel

log = logging.getLogger(__name__)

_running: set["Drawing"] = set()


class Drawing(QThread):
    """Draws the picture that was asked for last; those before it that were not begun are dropped.

    To read a finished picture back costs about a millisecond with a graphics card; without one, where
    the processor draws, the window would else wait for all of the drawing.
    """

    drawn = Signal(object)  # Drawn
    built = Signal(str)  # what draws, such as "llvmpipe (LLVM 15.0.6, 256 bits)"
    failed = Signal(str)  # a sentence, why there are no pictures

    def __init__(self) -> None:
        super().__init__()
        self._surface = QOffscreenSurface()  # which only the thread of the window may make
        self._surface.setFormat(surface_format())
        self._surface.create()
        self.easel = Easel(self._surface)
        self._news = Condition()
        self._wanted: Wanted | None = None
        self._is_over = False
        self._hopeless: BodyModel | None = None  # could not be drawn
        self.finished.connect(self._leave)

    def ask(self, wanted: Wanted) -> None:
        """Draw this next; the thread begins with the first picture."""
        self.easel.provide()
        with self._news:
            self._wanted = wanted
            self._news.notify()
        if not self.isRunning() and not self._is_over:
            _running.add(self)
            self.start()  # as urgent as the window: at times it holds the interpreter, which that waits for

    def end(self) -> None:
        """Draw no more; the thread frees what it holds and ends when its picture is done."""
        with self._news:
            self._is_over = True
            self._news.notify()

    def close(self) -> None:
        """End, and wait for it."""
        self.end()
        self.wait()
        self._leave()

    def run(self) -> None:
        while (wanted := self._next()) is not None:
            try:
                self._draw(wanted)
            except BadInput as error:
                self._give_up(wanted, str(error))
            except Exception:  # whatever a graphics driver comes up with, the rest of the studio goes on
                log.exception("The avatar could not be drawn")
                self._give_up(wanted, tr(NO_OPENGL))
        self.easel.clear()

    def _next(self) -> Wanted | None:
        """Wait for the next wish; None when it is over."""
        with self._news:
            self._news.wait_for(lambda: self._wanted is not None or self._is_over)
            wanted, self._wanted = self._wanted, None
            return None if self._is_over else wanted

    def _draw(self, wanted: Wanted) -> None:
        assert wanted.body is not None
        if wanted.body is self._hopeless:
            return
        if self.easel.prepare(wanted.body):
            assert self.easel.stage is not None
            self.built.emit(self.easel.stage.renderer)
        self.drawn.emit(self.easel.draw(wanted))

    def _give_up(self, wanted: Wanted, sentence: str) -> None:
        """Say why there is no picture, and wait for another body."""
        self.easel.clear()
        self._hopeless = wanted.body
        self.failed.emit(sentence)

    def _leave(self) -> None:
        _running.discard(self)


@atexit.register
def _end_all() -> None:
    """No thread may draw while the program ends."""
    for drawing in tuple(_running):
        drawing.close()
