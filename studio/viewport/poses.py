"""What is worked out of a motion for a picture of it, once while the moment stays the same."""

from typing import TYPE_CHECKING

from studio.viewport.aids import trail
from studio.viewport.moment import moment
from studio.viewport.onion import Onion, Skin, skins
from studio.viewport.wanted import Wanted

if TYPE_CHECKING:
    from pipeline.motion.motion import Motion
    from studio.viewport.aids import Points


class Poses:
    """The signer's frame at a moment, and the ghosts around it; belongs to one thread."""

    def __init__(self) -> None:
        self._motion: Motion | None = None
        self._seconds = 0.0
        self._frame: Motion | None = None
        self._onion: Onion | None = None
        self._skins: tuple[Skin, ...] = ()

    def frame(self, wanted: Wanted) -> "Motion":
        """The one frame that is shown."""
        if wanted.held is not None:
            return wanted.held
        self._follow(wanted)
        if self._frame is None:
            assert wanted.motion is not None
            self._frame = moment(wanted.motion, wanted.seconds)
        return self._frame

    def skins(self, wanted: Wanted) -> tuple[Skin, ...]:
        """The ghosts around it, the nearest first."""
        self._follow(wanted)
        if wanted.onion != self._onion:
            self._onion = wanted.onion
            there = wanted.onion is not None and wanted.motion is not None
            self._skins = skins(wanted.motion, wanted.seconds, wanted.onion) if there else ()
        return self._skins

    def trail(self, wanted: Wanted) -> "Points | None":
        """Where the joints were, if that is asked for."""
        if not wanted.trailed or wanted.body is None or wanted.motion is None:
            return None
        return trail(wanted.body.in_shape_of(wanted.motion), wanted.motion, wanted.seconds)

    def _follow(self, wanted: Wanted) -> None:
        """Forget what was worked out for another moment."""
        if wanted.motion is not self._motion or wanted.seconds != self._seconds:
            self._motion, self._seconds = wanted.motion, wanted.seconds
            self._frame, self._onion, self._skins = None, None, ()
