"""Small moving pictures of signs, drawn in a thread of their own and kept on disk."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage, QOffscreenSurface, QPixmap

from studio.filming import Filmer
from studio.jobs import Latest
from studio.panels.loop import THUMBNAIL, Loop, loop_key

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.signs.sign import Sign

MOST_KEPT = 600
"""Thumbnails that stay in memory."""


class Thumbnails(QObject):
    """Draws the signs that are wanted, one after the other, with the signer that the viewport shows.

    It rests while something else needs the processor, and asks for `dictionary` to read motions from.
    """

    made = Signal(str, object)  # `loop_key` of the sign, Loop
    filled = Signal(object)  # a sign that was to be drawn when no other is wanted; it is on disk now

    def __init__(self, dictionary: "Callable[[], str | None]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dictionary = dictionary
        self._wanted: list[Sign] = []
        self._later: list[Sign] = []
        self._at_work: Sign | None = None
        self._made: dict[str, Loop] = {}
        self._resting: set[str] = set()
        self._ratio = 1.0
        self._surface = QOffscreenSurface()  # which only this thread may make
        self._surface.create()
        self._filmer = Filmer(self._surface)
        self._pool = QThreadPool(self)  # of one thread, which keeps its OpenGL context
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._drawing = Latest(self._pool, self)
        self._drawing.done.connect(self._take)
        self._drawing.failed.connect(lambda _: self._note_later())
        self._body: BodyModel | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a thumbnail is still to come."""
        return self._drawing.is_busy

    def set_body(self, body: "BodyModel") -> None:
        """Draw this signer from now on."""
        self._body = body
        self._made.clear()
        self.want(self._wanted)

    def set_ratio(self, ratio: float) -> None:
        """Draw for a screen with so many pixels to the point."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._made.clear()

    def want(self, signs: "Sequence[Sign]") -> None:
        """Draw these and no others; what is known already is told at once."""
        self._wanted = list(signs)
        for sign in self._wanted:
            if loop_key(sign) in self._made:
                self.made.emit(loop_key(sign), self._made[loop_key(sign)])
        if not self._drawing.is_busy:
            self._go_on()

    def fill(self, signs: "Sequence[Sign]") -> None:
        """Draw these too, while no other is wanted, and keep them on disk alone."""
        self._later = list(signs)
        if not self._drawing.is_busy:
            self._go_on()

    def rest(self, why: str, resting: bool) -> None:
        """Draw nothing while the processor is needed elsewhere, or go on."""
        (self._resting.add if resting else self._resting.discard)(why)
        if not self._drawing.is_busy:
            self._go_on()

    def close(self) -> None:
        """End the thread and free what is on the graphics card."""
        self._wanted, self._later = [], []
        self._drawing.cancel()
        self._pool.start(self._filmer.close)
        self._pool.waitForDone()

    def _go_on(self) -> None:
        """Draw the first wanted sign that is not drawn yet, or the next one of those for later."""
        body = self._body
        missing = (sign for sign in self._wanted if loop_key(sign) not in self._made)
        self._at_work = sign = next(missing, self._later[0] if self._later else None)
        if sign is None or body is None or self._resting:
            return
        size = (round(THUMBNAIL.width() * self._ratio), round(THUMBNAIL.height() * self._ratio))
        dictionary, key = self._dictionary(), loop_key(sign)
        self._drawing.start(
            lambda progress: (key, *self._filmer.film(sign, dictionary, body, size, progress))
        )

    def _take(self, filmed: tuple[str, QImage, int]) -> None:
        key, strip, frames = filmed
        if not any(loop_key(sign) == key for sign in self._wanted):
            self._note_later()
            return
        if len(self._made) >= MOST_KEPT:
            del self._made[next(iter(self._made))]
        self._made[key] = Loop(QPixmap.fromImage(strip), frames)
        self.made.emit(key, self._made[key])
        self._note_later()

    def _note_later(self) -> None:
        """Go on, with one less of those for later if it was one."""
        if self._later and self._at_work is self._later[0]:
            self.filled.emit(self._later.pop(0))
        self._go_on()
