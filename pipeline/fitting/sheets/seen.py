"""What was seen of a signer in a frame, with the fit drawn over it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from pipeline.errors import BadInput
from pipeline.fitting.clip.fit import ClipFit
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.keypoints import names, overlay
from pipeline.keypoints.detect.frames import frames
from pipeline.keypoints.keypoints import Keypoints

FITTED = (110, 255, 90)
"""The colour of the fit; keypoints have those of `overlay`."""
_ROOM = 1.35  # times the hand's own size


def _bones() -> list[tuple[int, int]]:
    found = []
    for side in names.SIDES:
        found += [(f"{side}_shoulder", f"{side}_elbow"), (f"{side}_elbow", f"{side}_wrist")]
        hand = names.hand(side)
        found += [(hand[0 if joint % 4 == 1 else joint - 1], hand[joint]) for joint in range(1, 21)]
    found.append(("left_shoulder", "right_shoulder"))
    return [(POINTS.index(first), POINTS.index(second)) for first, second in found]


_BONES = _bones()


def film_frames(film: Path | None, times: Sequence[float], fps: float) -> list[Image.Image | None]:
    """The pictures of a film that are nearest to `times` in seconds, ascending; None where there is none."""
    found: list[Image.Image | None] = [None] * len(times)
    nearest = [np.inf] * len(times)
    if film is None:
        return found
    try:
        for frame in frames(film, fps):
            for index, moment in enumerate(times):
                if abs(frame.seconds - moment) < nearest[index]:
                    nearest[index] = abs(frame.seconds - moment)
                    found[index] = Image.fromarray(frame.picture)
            if frame.seconds > times[-1] + 1:
                break
    except BadInput:
        return found  # what broke off before is said where its points were found
    return found


def whole(fit: ClipFit, frame: int, picture: Image.Image | None, height: int) -> Image.Image:
    """The whole picture, `height` pixels high."""
    given = fit.cleaning.keypoints
    width = int(np.clip(round(height * given.width / max(given.height, 1)), height // 2, 2 * height))
    drawn = _drawn(given, fit.pixels[frame], frame, picture, width)
    if drawn.height == height:
        return drawn
    page = Image.new("RGB", (width, height))
    page.paste(drawn.crop((0, 0, width, min(drawn.height, height))))
    return page


def hands(
    given: Keypoints,
    sides: Sequence[str],
    frame: int,
    picture: Image.Image | None,
    size: int,
    fitted: NDArray[np.floating] | None = None,
) -> Image.Image:
    """One hand or both enlarged to `size` pixels, with the fitted points (P, 2) where they are given."""
    columns = given.columns([name for side in sides for name in names.hand(side)])
    around = given.points[frame, columns][given.confidence[frame, columns] > 0]
    if len(around) < 11 and fitted is not None:
        around = fitted[[POINTS.index(name) for side in sides for name in names.hand(side)]]
    if not len(around):
        return Image.new("RGB", (size, size))
    low, high = around.min(axis=0), around.max(axis=0)
    box = max(int(_ROOM * min(float((high - low).max()), 1e5)), 8)
    corner = ((low + high - box) / 2).round().astype(np.float32)
    part = replace(given, points=given.points - corner, width=box, height=box)
    if picture is not None:
        scale = picture.width / max(given.width, 1)
        left, top = (float(value) * scale for value in corner)
        picture = picture.transform(
            (size, size), Image.Transform.EXTENT, (left, top, left + box * scale, top + box * scale)
        )
    return _drawn(part, None if fitted is None else fitted - corner, frame, picture, size)


def _drawn(
    given: Keypoints,
    fitted: NDArray[np.floating] | None,
    frame: int,
    picture: Image.Image | None,
    width: int,
) -> Image.Image:
    drawn = overlay.draw(given, frame, picture, width)
    if fitted is None:
        return drawn
    pen = ImageDraw.Draw(drawn)
    places = np.clip(fitted * (width / max(given.width, 1)), -9e3, 9e3)
    for first, second in _BONES:
        pen.line([tuple(places[first]), tuple(places[second])], fill=FITTED, width=1)
    return drawn
