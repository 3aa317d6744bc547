"""Pictures as numbered PNG files in a folder."""

from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pipeline.render.alpha import straight
from pipeline.render.film import VideoOptions
from pipeline.render.target import Pixels


class PictureSink:
    """`0001.png` and so on in the folder `path`, with alpha where the background is transparent."""

    def __init__(self, path: Path, options: VideoOptions, comment: str = "") -> None:
        self._folder = path
        self._transparent = options.background.transparent
        self._info = PngInfo()
        if comment:
            self._info.add_text("Comment", comment)
        path.mkdir(exist_ok=True)

    def write(self, pixels: Pixels, index: int) -> None:
        colours = straight(pixels) if self._transparent else pixels[..., :3]
        Image.fromarray(colours).save(
            self._folder / f"{index + 1:04d}.png", compress_level=4, pnginfo=self._info
        )

    def complete(self) -> None:
        pass

    def close(self) -> None:
        pass
