"""What every detector offers, whatever finds the points."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.detect.frames import Picture

Seen = NDArray[np.float32]  # (N, 4): x, y in pixels, relative depth or NaN, confidence; 0 where unseen


class Detector(Protocol):
    """Finds the points of one signer in the frames of a clip, one after the other."""

    @property
    def identity(self) -> str:
        """What it is and how it is set: detectors of one identity find the same in the same file."""

    @property
    def names(self) -> tuple[str, ...]:
        """The N points it looks for, of `names.POINTS`."""

    def restart(self) -> None:
        """Forget the frames seen so far: another clip, or another place in it, comes next."""

    def find(self, picture: Picture) -> Seen:
        """The points in the next frame. Raises BadInput when the detector cannot work."""
