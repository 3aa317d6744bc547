"""Captions burnt into pictures."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.render.target import Pixels
from pipeline.resources import RESOURCES

FONT = RESOURCES / "fonts" / "Inter-SemiBold.otf"
SIZE = 1 / 22
"""Height of the letters, as a share of the picture's height or of three quarters of its width."""
PLATE = (12, 13, 16, 190)
"""Behind the letters, so that they can be read before any background."""


class Caption(Protocol):
    """Words and when they are shown, in seconds."""

    @property
    def begin(self) -> float: ...
    @property
    def end(self) -> float: ...
    @property
    def text(self) -> str: ...


class Lettering:
    """Draws captions at the bottom of pictures of one size; lines are as they are broken in the text."""

    def __init__(self, captions: Sequence[Caption], width: int, height: int) -> None:
        self._captions, self._size = captions, (width, height)
        self._plate = lru_cache(maxsize=2)(self._drawn)

    def over(self, pixels: Pixels, seconds: float) -> Pixels:
        """The picture (H, W, 4), premultiplied, with what is to be read at that moment."""
        text = next((c.text for c in self._captions if c.begin <= seconds < c.end), "")
        if not text:
            return pixels
        plate, top, left = self._plate(text)
        result = pixels.copy()
        place = result[top : top + len(plate), left : left + plate.shape[1]]
        clear = 1 - plate[..., 3:] / 255
        place[:] = np.minimum(np.round(plate + place * clear), 255).astype(np.uint8)
        return result

    def _drawn(self, text: str) -> tuple[NDArray[np.float64], int, int]:
        """Premultiplied colours (h, w, 4) and their place from the top and the left."""
        width, height = self._size
        size = max(8, round(min(height, 0.75 * width) * SIZE))
        font = ImageFont.truetype(str(FONT), size)
        probe = ImageDraw.Draw(Image.new("RGBA", (1, 1)))
        left, top, right, bottom = probe.multiline_textbbox((0, 0), text, font, align="center")
        pad = size // 2
        wide, high = min(int(right - left) + 2 * pad, width), min(int(bottom - top) + 2 * pad, height)
        plate = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
        pen = ImageDraw.Draw(plate)
        pen.rounded_rectangle((0, 0, wide - 1, high - 1), size // 3, PLATE)
        pen.multiline_text((pad - left, pad - top), text, (255, 255, 255, 255), font, align="center")
        colours = np.asarray(plate, np.float64).copy()
        colours[..., :3] *= colours[..., 3:] / 255
        return colours, max(height - high - round(0.04 * height), 0), (width - wide) // 2
