"""What a reader takes for granted where a file is silent."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput

SLOWEST, FASTEST = 5.0, 300.0
"""Frames per second between which the rate a file claims is believed."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Frame rate and picture size of files that do not say theirs. Raises ValueError outside of reason."""

    fps: float = 25.0
    size: tuple[int, int] | None = None  # width and height; None: as far as the points reach

    def __post_init__(self) -> None:
        if not SLOWEST <= self.fps <= FASTEST:
            raise ValueError(f"{self.fps} frames per second")
        if self.size is not None and min(self.size) < 1:
            raise ValueError(f"a picture of {self.size[0]} x {self.size[1]} pixels")

    def rate(self, claimed: float) -> tuple[float, str]:
        """The rate to believe, and a sentence where that is not the one a file claims."""
        if SLOWEST <= claimed <= FASTEST:
            return claimed, ""
        return self.fps, f"it claims {claimed:g} frames a second, {self.fps:g} assumed"

    def extent(self, points: NDArray[np.floating]) -> tuple[tuple[int, int], str]:
        """Width and height of the picture of seen `points` (..., 2), and a sentence how they are known."""
        if self.size is not None:
            return self.size, ""
        farthest = points.reshape(-1, 2).max(axis=0, initial=1)
        width, height = (int(np.ceil(value)) for value in np.minimum(farthest, 1e5))
        return (width, height), f"its picture size is unknown, {width} x {height} assumed from its points"


def assumptions(fps: float) -> Assumptions:
    """The assumptions for the option --fps. Raises BadInput outside of reason."""
    try:
        return Assumptions(fps=fps)
    except ValueError:
        raise BadInput(f"{fps:g} frames a second is out of reach: --fps takes 5 to 300.") from None
