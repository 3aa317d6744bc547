"""The background of typing: text becomes signs and signs become motion, away from the window."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThreadPool, Signal

from studio.jobs import Latest

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from pipeline.signs.store import SignStore
    from pipeline.text.gloss import GlossSequence
    from pipeline.timeline.edits import Translate
    from pipeline.timeline.project import Project
    from pipeline.timeline.timeline import Timeline

FPS = 30.0
"""Frames per second of what is played; an export bakes at its own rate."""


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """A timeline and what it looks like; `speeds` (T, 2) of right and left wrist in m/s.

    jerk: of the wrist that is jerked more, (T,) in m/s^3; doubts: by transition, what is unnatural about it.
    """

    timeline: "Timeline"
    motion: "Motion"
    speeds: NDArray[np.float32] | None
    jerk: NDArray[np.float32] | None = None
    doubts: dict[int, str] = field(default_factory=dict)


class Workshop(QObject):
    """Does one piece of work after the other in one thread, with a dictionary of its own.

    Of translations and of bakes only the newest counts.
    """

    ready = Signal()
    translated = Signal(object, object)  # Project, Performance
    refined = Signal(object, object, object)  # Project asked about, as it is signed now, Performance
    baked = Signal(object)  # Performance
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None, by: "Translate | None" = None) -> None:
        super().__init__(parent)
        self._by = by  # translates, in the thread; None for the rules alone
        self._stores: dict[str | None, SignStore] = {}  # touched by the thread only
        self._body: BodyModel | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        works = (Latest(self._pool, self) for _ in range(4))
        self._warming, self._translations, self._refinements, self._bakes = works
        self._warming.done.connect(lambda _: self.ready.emit())
        self._translations.done.connect(lambda made: self.translated.emit(*made))
        self._refinements.done.connect(lambda made: self.refined.emit(*made))
        self._bakes.done.connect(self.baked)
        for work in self._works:
            work.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return any(work.is_busy for work in self._works[1:])

    @property
    def _works(self) -> tuple[Latest, ...]:
        return self._warming, self._translations, self._refinements, self._bakes

    def set_body(self, body: "BodyModel") -> None:
        """Measure wrist speeds on this body from now on."""
        self._body = body

    def warm_up(self, project: "Project") -> None:
        """Open the dictionary and do everything once, so that the first key is not slow; `ready` follows."""
        self._warming.start(lambda _: self._translate(replace(project, text="a")))

    def translate(self, project: "Project") -> None:
        """Find the signs of the project's text anew; `translated` follows."""
        self._bakes.cancel()
        self._refinements.cancel()
        self._translations.start(lambda _: self._translate(project))

    def adopt(self, project: "Project", find: "Callable[[], GlossSequence]") -> None:
        """Find another translation of the project's text and its signs; `refined` follows."""
        self._refinements.start(lambda _: (project, *self._adopt(project, find())))

    def bake(self, project: "Project") -> None:
        """Make the motion of the project's timeline; `baked` follows."""
        self._bakes.start(lambda _: self._perform(project))

    def cancel_translation(self) -> None:
        """Want no translation any more."""
        self._translations.cancel()
        self._refinements.cancel()

    def close(self) -> None:
        """Wait for the thread and close its dictionaries."""
        for work in self._works:
            work.cancel()
        self._pool.start(self._close_stores)
        self._pool.waitForDone()

    def _store(self, dictionary: str | None) -> "SignStore":
        from studio.library import open_store

        if dictionary not in self._stores:
            self._stores[dictionary] = open_store(dictionary)
        return self._stores[dictionary]

    def _close_stores(self) -> None:
        for store in self._stores.values():
            store.close()
        self._stores.clear()

    def _translate(self, project: "Project") -> "tuple[Project, Performance]":
        from pipeline.text.translate import translate
        from pipeline.timeline.edits import set_text

        after = set_text(project, project.text, self._store(project.dictionary), self._by or translate)
        return after, self._perform(after)

    def _adopt(self, project: "Project", glosses: "GlossSequence") -> "tuple[Project, Performance]":
        from pipeline.timeline.edits import adopt

        after = adopt(project, glosses, self._store(project.dictionary))
        return after, self._perform(after)

    def _perform(self, project: "Project") -> Performance:
        from pipeline.timeline.bake import bake

        motion = bake(project.timeline, self._store(project.dictionary), FPS)
        return self._measure(project.timeline, motion)

    def _measure(self, timeline: "Timeline", motion: "Motion") -> Performance:
        from pipeline.body.kinematics import joint_positions
        from pipeline.motion import joints
        from pipeline.timeline.naturalness import derivatives, seams

        if self._body is None or motion.frames < 2:
            return Performance(timeline, motion, None)
        places = joint_positions(self._body.rest_joints, motion.pose, motion.translation)
        wrists = places[:, [joints.RIGHT_WRIST, joints.LEFT_WRIST]]
        speeds, jerk = derivatives(wrists, motion.fps)
        found = seams(timeline, speeds, jerk, motion.fps)
        doubts = {seam.index: seam.doubt for seam in found if seam.doubt}
        return Performance(timeline, motion, speeds, jerk.max(axis=1), doubts)
