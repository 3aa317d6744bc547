"""Handshapes for the selected sign: their pictures, and what the fingers of this signer do for one."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QImage, QPixmap

from pipeline.compose.shapes import Shape as Handshape
from pipeline.correction.correction import Shape
from pipeline.errors import BadInput
from pipeline.timeline.reposing import hold
from studio.document import APART
from studio.hand_pictures import HandPictures
from studio.jobs import Job
from studio.language import tr
from studio.panels.compose.pickers import PICTURE, as_it_is

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from studio.correcting import Correcting
    from studio.window import MainWindow


class Shaping(QObject):
    """Puts a handshape over what is held, or over all of the selected sign."""

    def __init__(self, correcting: "Correcting", window: "MainWindow") -> None:
        super().__init__(correcting)
        self._correcting, self._window = correcting, window
        self._body: BodyModel | None = None
        self._pictured: BodyModel | None = None
        self._is_open = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pictures = HandPictures(window.tasks, self)
        self._pictures.drawn.connect(self._show_picture)
        self._pictures.finished.connect(self._note_pictures)
        self._pictures.failed.connect(window.status.warn)
        correcting.panel.shape_picked.connect(self._shape)
        correcting.panel.shape_taken.connect(self._take)

    def set_body(self, body: "BodyModel") -> None:
        """Shape the hands of this signer from now on."""
        self._body = body
        self._picture()

    def set_open(self, is_open: bool) -> None:
        """Draw the pictures while they can be seen."""
        self._is_open = is_open
        if is_open:
            self._picture()
        else:
            self._pictures.stop()

    def _picture(self) -> None:
        body = self._body
        if self._is_open and body is not None and self._pictured is not body:
            size = PICTURE * self._correcting.panel.devicePixelRatioF()
            self._pictures.want(body, size, Handshape.FIVE)

    def _show_picture(self, shape: Handshape, image: QImage) -> None:
        self._correcting.panel.shapes.show_picture(shape, as_it_is(QPixmap.fromImage(image)))

    def _note_pictures(self) -> None:
        self._pictured = self._body

    def _shape(self, hand: str, shape: Handshape) -> None:
        body, clip = self._body, self._correcting.clip
        if body is None or clip < 0:
            return
        sides = _sides(hand)
        # Figures are not shared between threads: this one is made for the job.
        job = Job(lambda _: _shaped(replace(body), shape, sides))
        job.done.connect(lambda acts: self._put(clip, acts))
        job.failed.connect(lambda problem: self._window.status.warn(str(problem)))
        job.start(self._pool)

    def _take(self, hand: str, gloss: str) -> None:
        """Give the fingers the handshape that a sign of the dictionary has in its middle."""
        from pipeline.timeline.handshape import handshape_of

        clip, language = self._correcting.clip, self._window.document.project.sign_language
        if clip < 0 or not gloss:
            return
        try:
            library = self._window.editor.library
            signs = library.find(gloss, language)
            if not signs:
                warning = tr("{gloss} is not in the dictionary: write another gloss.")
                raise BadInput(warning.format(gloss=gloss))
            motion = library.store.motion(signs[0].id)
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        self._put(clip, tuple(handshape_of(signs[0], motion, side) for side in _sides(hand)))

    def _put(self, clip: int, acts: tuple[Shape, ...]) -> None:
        timeline, correcting = self._window.document.project.timeline, self._correcting
        if clip != correcting.clip:
            return  # another sign was selected meanwhile
        for act in acts:
            held = hold(timeline, clip, act, correcting.second_in(timeline, clip), correcting.index)
            correcting.index, timeline = held.place, held.made(act)
        title = tr("Handshape {name}").format(name=acts[0].name)
        self._window.editor.retime(title, timeline, APART)


def _sides(hand: str) -> tuple[str, ...]:
    return ("right", "left") if hand == "both" else (hand,)


def _shaped(body: "BodyModel", shape: Handshape, sides: tuple[str, ...]) -> tuple[Shape, ...]:
    """A handshape as each hand of a body takes it."""
    from pipeline.compose import description
    from pipeline.compose.figure import figure_of

    figure = figure_of(body)
    found = []
    for side in sides:
        turns = figure.grasp(description.Handshape(shape), side).turns
        units = turns / np.linalg.norm(turns, axis=-1, keepdims=True)
        found.append(Shape(side, str(shape), tuple((w, x, y, z) for w, x, y, z in units.tolist())))
    return tuple(found)
