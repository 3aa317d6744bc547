"""Keypoints drawn over their frame, for people to judge them."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.names import SIDES, hand
from pipeline.resources import RESOURCES

LEFT, RIGHT, MIDDLE, DOT = (64, 160, 255), (255, 128, 48), (240, 240, 240), (96, 220, 160)
"""Colours of the signer's left and right, of what joins them, and of the face."""

_LIMBS = (
    *((f"{side}_{a}", f"{side}_{b}", colour)
      for side, colour in zip(SIDES, (LEFT, RIGHT), strict=True)
      for a, b in (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"),
                   ("shoulder", "hip"), ("ankle", "heel"), ("eye", "ear"))),
    *((f"left_{point}", f"right_{point}", MIDDLE) for point in ("shoulder", "hip")),
    *(("nose", f"{side}_eye", colour) for side, colour in zip(SIDES, (LEFT, RIGHT), strict=True)),
)  # fmt: skip

_FINGERS = tuple((0 if joint % 4 == 1 else joint - 1, joint) for joint in range(1, 21))
"""The bones of a hand, as places in `names.HAND`."""

SURE = 0.5
"""Confidence below which a point is drawn half as bright."""


def draw(given: Keypoints, frame: int, picture: Image.Image | None = None, width: int = 640) -> Image.Image:
    """One frame's points over its picture, or over black, `width` pixels wide.

    Body and hands are lines, the signer's left blue and right orange; face points are green dots.
    """
    scale = width / max(given.width, 1)
    size = (width, max(1, round(given.height * scale)))
    canvas = Image.new("RGB", size) if picture is None else picture.convert("RGB").resize(size)
    pen = ImageDraw.Draw(canvas)
    places = {name: index for index, name in enumerate(given.names)}
    thick = max(1, width // 240)

    def at(name: str) -> tuple[float, float] | None:
        column = places.get(name)
        if column is None or given.confidence[frame, column] <= 0:
            return None
        x, y = given.points[frame, column] * scale
        return float(np.clip(x, -9e3, 9e3)), float(np.clip(y, -9e3, 9e3))

    def line(first: str, second: str, colour: tuple[int, int, int]) -> None:
        start, end = at(first), at(second)
        if start is not None and end is not None:
            sure = min(given.confidence[frame, places[name]] for name in (first, second)) >= SURE
            pen.line([start, end], fill=colour if sure else _dim(colour), width=thick)

    for name in given.names:
        point = at(name) if name.startswith(("face_", "mesh_")) else None
        if point is not None:
            pen.point([point], fill=DOT)
            if thick > 1:
                pen.ellipse((point[0] - 1, point[1] - 1, point[0] + 1, point[1] + 1), fill=DOT)
    for first, second, colour in _LIMBS:
        line(first, second, colour)
    for side, colour in zip(SIDES, (LEFT, RIGHT), strict=True):
        names = hand(side)
        for root, tip in _FINGERS:
            line(names[root], names[tip], colour)
        line(f"{side}_wrist", names[0], _dim(colour))
    return canvas


def _dim(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    red, green, blue = colour
    return red // 2, green // 2, blue // 2


@cache
def caption_font() -> ImageFont.FreeTypeFont:
    """What captions are written with: it has the letters of most alphabets."""
    return ImageFont.truetype(RESOURCES / "fonts" / "Inter-Regular.otf", 11)


def sheet(pictures: Sequence[tuple[str, Image.Image]], columns: int = 4) -> Image.Image:
    """Pictures of one size with their captions, in rows."""
    width, height = pictures[0][1].size
    caption = 14
    rows = -(-len(pictures) // columns)
    page = Image.new("RGB", (columns * width, rows * (height + caption)), (24, 24, 24))
    pen = ImageDraw.Draw(page)
    for index, (title, picture) in enumerate(pictures):
        x, y = index % columns * width, index // columns * (height + caption)
        page.paste(picture, (x, y + caption))
        pen.text((x + 3, y + 1), title, fill=MIDDLE, font=caption_font())
    return page
