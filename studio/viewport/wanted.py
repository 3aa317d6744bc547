"""What a picture of the signer shows, as it is asked for and as it was drawn."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from pipeline.render.background import STUDIO, Background, Picture
from pipeline.render.camera import FRONT, Camera, orbit
from pipeline.render.look import PLAIN, Look
from studio.viewport.onion import Onion, Skin

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.motion.motion import Motion
    from studio.viewport.aids import Points


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """Everything that decides what a picture looks like; it goes from thread to thread as it is."""

    body: "BodyModel | None" = None
    motion: "Motion | None" = None
    seconds: float = 0.0
    held: "Motion | None" = None  # of one frame, shown instead of the motion at `seconds`
    camera: Camera = FRONT
    beside: bool = False  # whether it is seen from the side too
    look: Look = PLAIN
    background: Background = STUDIO
    underlay: Picture | None = None  # over the background
    onion: Onion | None = None
    trailed: bool = False  # whether it is told where the joints were
    size: tuple[int, int] = (0, 0)  # pixels of the screen
    hurried: bool = False  # whether being quick counts more than being fine

    @property
    def is_whole(self) -> bool:
        """Whether there is anything to draw."""
        return self.body is not None and (self.motion or self.held) is not None and min(self.size) > 0

    @property
    def shots(self) -> list[Camera]:
        """The camera, and the one a quarter round the signer's right where both views are shown."""
        return [self.camera, orbit(self.camera, -90.0, 0.0)] if self.beside else [self.camera]

    @property
    def backdrop(self) -> Background:
        """The background with what is laid over it."""
        if self.underlay is None:
            return self.background
        return replace(self.background, pictures=(*self.background.pictures, self.underlay))


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A finished picture, and what else was worked out for its moment."""

    wanted: Wanted
    image: QImage
    frame: "Motion"  # the one frame that the signer is in
    skins: tuple[Skin, ...] = ()
    trail: "Points | None" = None  # (T, 55, 3) metres, the oldest first
