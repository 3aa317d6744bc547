"""What stands behind the signer."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.render.colour import Colour, parse

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
"""Ends of the names of picture files."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Something to lay behind the signer, in the middle of what is drawn on.

    It covers everything and is cut where it does not fit, or else is seen whole with room beside it.
    """

    pixels: NDArray[np.uint8]  # (H, W, 3) sRGB, top row first
    covers: bool = True
    opacity: float = 1.0

    @property
    def aspect(self) -> float:
        """How many times it is as wide as high."""
        height, width = self.pixels.shape[:2]
        return float(width / height)


@dataclass(frozen=True, slots=True)
class Background:
    """Two sRGB colours from 0 to 1, the middle of the picture and its edge; or nothing at all.

    `pictures` lie over them, the first one at the bottom.
    """

    middle: Colour = (0.0, 0.0, 0.0)
    edge: Colour = (0.0, 0.0, 0.0)
    transparent: bool = False
    pictures: tuple[Picture, ...] = ()


STUDIO = Background(middle=(0.175, 0.188, 0.212), edge=(0.055, 0.059, 0.070))
LIGHT = Background(middle=(0.86, 0.88, 0.90), edge=(0.58, 0.62, 0.67))
TRANSPARENT = Background(transparent=True)
BACKGROUNDS: dict[str, Background] = {"studio": STUDIO, "light": LIGHT, "transparent": TRANSPARENT}


def background(name: str) -> Background:
    """The background called `name`, a colour `#rrggbb`, two as `#rrggbb-#rrggbb`, or a picture file.

    Of two colours the first is in the middle. Raises BadInput for anything else.
    """
    if name in BACKGROUNDS:
        return BACKGROUNDS[name]
    middle, _, edge = name.partition("-")
    try:
        return Background(parse(middle), parse(edge or middle))
    except ValueError:
        pass
    path = Path(name)
    if path.is_file() or path.suffix.lower() in PICTURES:
        from pipeline.render.picture import read_picture  # Pillow, which few need

        return Background(pictures=(read_picture(path),))
    raise BadInput(
        f"There is no background {name!r}: choose {', '.join(BACKGROUNDS)}, a colour such as #00ff00, two "
        "such as #303848-#101418, or a picture file."
    )
