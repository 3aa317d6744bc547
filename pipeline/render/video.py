"""A motion as a video file."""

import os
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.progress import Progress, silent
from pipeline.render.encoder import Encoder
from pipeline.render.film import Film
from pipeline.render.film import VideoOptions as VideoOptions
from pipeline.render.formats import PNG
from pipeline.render.lettering import Caption, Lettering


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export took. Drawing and encoding overlap, so that the parts may exceed `seconds`."""

    frames: int
    seconds: float  # from start to the finished file
    rendering: float
    reading: float  # pixels from the graphics card
    encoding: float
    renderer: str  # the OpenGL driver's name


def export_video(
    body: BodyModel,
    motion: Motion,
    path: Path,
    options: VideoOptions,
    progress: Progress = silent,
    comment: str = "",
    captions: Sequence[Caption] = (),
) -> ExportReport:
    """Draw `motion` and write it to `path` in the format of `options`; PNG pictures make a folder there.

    `comment` is for whoever reads the metadata, `captions` are drawn into the pictures.

    Appears under `path` only when complete: until then it is `path` with `.part` added, which is removed
    when `progress` raises Cancelled or anything goes wrong. Raises BadInput when the video cannot be
    drawn or written.
    """
    _check(path, options)
    part = path.with_name(path.name + ".part")
    started = time.perf_counter()
    film = Film(body, motion, options)
    frames = max(1, round(motion.seconds * options.fps) + 1)
    try:
        encoder = Encoder(part, options, comment)
        lettering = Lettering(captions, options.width, options.height)
        done = _shoot(film, lettering, encoder, frames, progress)
        if path.is_dir():
            path.rmdir()  # an empty one, which not every system replaces
        os.replace(part, path)
    except BaseException:
        _remove(part)
        raise
    effort = film.effort
    return ExportReport(
        frames=done,
        seconds=time.perf_counter() - started,
        rendering=effort.rendering,
        reading=effort.reading,
        encoding=encoder.seconds,
        renderer=effort.renderer,
    )


def _check(path: Path, options: VideoOptions) -> None:
    if options.background.transparent and not options.format.alpha:
        raise BadInput(
            f"{options.format.title} cannot be transparent: choose another background, or write a .webm, "
            ".mov, .gif or .png."
        )
    if options.format is not PNG:
        if path.is_dir():
            raise BadInput(f"{path} is a folder: add a file name such as signing{options.format.suffix}.")
    elif path.is_file():
        raise BadInput(f"{path} is a file, and PNG pictures need a folder: choose another name.")
    elif path.is_dir() and any(path.iterdir()):
        raise BadInput(f"The folder {path} is not empty: choose a new one for the pictures.")


def _remove(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part)
    else:
        part.unlink(missing_ok=True)


def _shoot(film: Film, lettering: Lettering, encoder: Encoder, frames: int, progress: Progress) -> int:
    done = 0
    try:
        progress(0, frames, "Drawing the video")
        for pixels in film:
            encoder.put(lettering.over(pixels, done / film.options.fps))
            done += 1
            progress(done, frames, "Drawing the video")
        encoder.finish()
    except BaseException:
        encoder.abandon()
        raise
    return done
