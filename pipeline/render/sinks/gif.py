"""Pictures as an animated GIF, each with the 255 colours that suit it best."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.render.alpha import straight
from pipeline.render.film import VideoOptions
from pipeline.render.target import Pixels

COLOURS = 255
CLEAR = 255
"""The palette's last entry, which no colour uses."""


class GifSink:
    """Endlessly repeated; a GIF counts time in hundredths of a second, which are spread evenly.

    Pictures are kept with a byte a pixel until the file is complete, which is when it is written.
    """

    def __init__(self, path: Path, options: VideoOptions, comment: str = "") -> None:
        self._path, self._options, self._comment = path, options, comment
        self._pictures: list[Image.Image] = []
        path.write_bytes(b"")

    def write(self, pixels: Pixels, index: int) -> None:
        colours = straight(pixels) if self._options.background.transparent else pixels
        picture = Image.fromarray(colours[..., :3]).quantize(COLOURS, Image.Quantize.MEDIANCUT)
        if self._options.background.transparent:
            indices = np.array(picture)
            indices[pixels[..., 3] < 128] = CLEAR
            clear = Image.fromarray(indices, "P")
            clear.putpalette(_full(picture.getpalette() or []))
            clear.info["transparency"] = CLEAR
            picture = clear
        self._pictures.append(picture)

    def complete(self) -> None:
        first, *rest = self._pictures
        transparent = {"transparency": CLEAR} if self._options.background.transparent else {}
        first.save(
            self._path,
            format="GIF",
            save_all=True,
            append_images=rest,
            duration=list(durations(len(self._pictures), self._options.fps)),
            loop=0,
            disposal=2 if transparent else 1,
            optimize=False,
            comment=self._comment.encode(),
            **transparent,
        )

    def close(self) -> None:
        self._pictures.clear()


def durations(count: int, fps: float) -> Iterator[int]:
    """Milliseconds that each of `count` pictures stays, whole hundredths of a second that keep the pace.

    Players do not go below two hundredths: faster than 50 pictures a second becomes slower.
    """
    ends = [round(index * 100 / fps) for index in range(count + 1)]
    return (10 * max(end - begin, 2) for begin, end in pairwise(ends))


def _full(palette: list[int]) -> list[int]:
    return palette + [0] * (768 - len(palette))
