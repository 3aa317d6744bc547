"""The sheet of a fitted clip: some of its frames, each as it was seen and as the avatar does it."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from pipeline.fitting.clip.fit import ClipFit
from pipeline.fitting.quality.measures import SIDES
from pipeline.fitting.sheets import seen
from pipeline.fitting.sheets.stage import ASIDE, Stage
from pipeline.keypoints.overlay import caption_font

ROWS, SIZE = 6, 240
_CAPTION = 16
_RARE = 0.1
"""Share of the frames in which a hand has to be seen to be enlarged."""


def draw_sheet(
    fit: ClipFit, stage: Stage, title: str, film: Path | None = None, fps: float = 25.0
) -> Image.Image:
    """A row for each of a few frames: the picture with keypoints and fit, hands enlarged, the avatar's
    hands, the avatar from the front and from the side. `stage` draws the avatar in pictures of `SIZE`.
    """
    chosen = chosen_frames(fit)
    sides = [side for side in SIDES if (~fit.guessed[side]).mean() >= _RARE]
    times = [float(fit.cleaning.keypoints.times[frame]) for frame in chosen]
    pictures = seen.film_frames(film, times, fps)
    rows = []
    stage.show(fit.motion)
    for frame, picture in zip(chosen, pictures, strict=True):
        row = [seen.whole(fit, frame, picture, SIZE)]
        for side in reversed(sides):  # as they stand in the picture
            shown = seen.hands(fit.cleaning.keypoints, [side], frame, picture, SIZE, fit.pixels[frame])
            row += [shown, stage.hands(frame, side)]
        rows.append([*row, stage.body(frame), stage.body(frame, ASIDE)])
    captions = [_caption(fit, frame) for frame in chosen]
    return _page(rows, captions, title)


def chosen_frames(fit: ClipFit, rows: int = ROWS) -> list[int]:
    """Frames evenly spread over those in which a hand was seen, or over all."""
    shown = np.flatnonzero(~(fit.guessed["left"] & fit.guessed["right"]))
    if not len(shown):
        shown = np.arange(fit.motion.frames)
    places = np.linspace(0, len(shown) - 1, min(rows, len(shown)) + 2)[1:-1]
    return sorted({int(shown[round(place)]) for place in places})


def _caption(fit: ClipFit, frame: int) -> str:
    unseen = [f"{side} hand not seen" for side in SIDES if fit.guessed[side][frame]]
    exchanged = ["hands exchanged back"] if frame in fit.cleaning.swapped else []
    return ", ".join([f"frame {frame}, {frame / fit.motion.fps:.2f} s", *unseen, *exchanged])


def _page(rows: list[list[Image.Image]], captions: list[str], title: str) -> Image.Image:
    width = max(sum(picture.width for picture in row) for row in rows)
    height = _CAPTION + sum(max(picture.height for picture in row) + _CAPTION for row in rows)
    page = Image.new("RGB", (width, height), (24, 24, 24))
    pen = ImageDraw.Draw(page)
    pen.text((4, 2), title, fill=(255, 255, 255), font=caption_font())
    top = _CAPTION
    for row, caption in zip(rows, captions, strict=True):
        pen.text((4, top + 2), caption, fill=(200, 200, 200), font=caption_font())
        top += _CAPTION
        left = 0
        for picture in row:
            page.paste(picture, (left, top))
            left += picture.width
        top += max(picture.height for picture in row)
    return page
