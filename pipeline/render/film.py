"""A motion drawn off screen, frame after frame."""

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.skinning import perform
from pipeline.errors import BadInput
from pipeline.motion.edit import resample
from pipeline.motion.motion import Motion
from pipeline.render import gl
from pipeline.render.alpha import straight
from pipeline.render.background import STUDIO, Background
from pipeline.render.camera import FRONT, Camera
from pipeline.render.context import OffscreenContext
from pipeline.render.formats import H264, Format
from pipeline.render.look import PLAIN, Look
from pipeline.render.scene import Canvas, Scene
from pipeline.render.target import PixelRing, Pixels, Target

SMALLEST, LARGEST = 16, 8192
"""Pixels a video may be wide or high."""
FASTEST = 240.0


@dataclass(frozen=True, slots=True)
class VideoOptions:
    """How a motion becomes pictures. Raises BadInput for values that make no video."""

    width: int = 1280  # pixels, even where the format asks for it
    height: int = 720
    fps: float = 30.0
    quality: int = 18  # as H.264's constant rate factor: 0 is lossless, 18 looks it, 51 is worst
    background: Background = STUDIO
    camera: Camera = FRONT
    samples: int = 4  # per pixel, against jagged edges; 0 is fastest
    format: Format = H264
    look: Look = PLAIN

    def __post_init__(self) -> None:
        for name, pixels in (("wide", self.width), ("high", self.height)):
            if not SMALLEST <= pixels <= LARGEST:
                raise BadInput(
                    f"A video cannot be {pixels} pixels {name}: choose from {SMALLEST} to {LARGEST}."
                )
            if pixels % 2 and self.format.even:
                raise BadInput(
                    f"A video cannot be {pixels} pixels {name}, as {self.format.title} stores colours for "
                    f"pairs of pixels: choose an even number such as {pixels + 1}."
                )
        if not (math.isfinite(self.fps) and 1 <= self.fps <= FASTEST):
            raise BadInput(
                f"A video cannot have {self.fps:g} frames per second: choose from 1 to {FASTEST:g}."
            )
        if not 0 <= self.quality <= 51:
            raise BadInput(f"There is no quality {self.quality}: choose from 0 (best) to 51 (worst).")
        if not 0 <= self.samples <= 32:
            raise BadInput(f"A pixel cannot have {self.samples} samples: choose 0, 2, 4 or 8.")


@dataclass(slots=True)
class Effort:
    """Seconds spent so far, and what drew."""

    rendering: float = 0.0
    reading: float = 0.0
    renderer: str = ""


@dataclass(slots=True)
class Film:
    """The pictures of one motion: iterate over it once, in one thread, and take (H, W, 4) pixels.

    Transparent backgrounds come out premultiplied. The OpenGL context lives as long as the iteration.
    Raises BadInput where there is no OpenGL.
    """

    body: BodyModel
    motion: Motion
    options: VideoOptions
    effort: Effort = field(default_factory=Effort)

    def __iter__(self) -> Iterator[Pixels]:
        with OffscreenContext() as context:
            self.effort.renderer = gl.renderer()
            scene = Scene(self.body)
            scene.dress(self.options.look)
            target = Target(self.options.width, self.options.height)
            ring = PixelRing(self.options.width, self.options.height)
            for pixels in self._drawn(scene, target, ring):
                yield pixels
                context.make_current()  # the consumer may have used another one meanwhile

    def _drawn(self, scene: Scene, target: Target, ring: PixelRing) -> Iterator[Pixels]:
        options = self.options
        canvas = Canvas(
            options.width, options.height, target.framebuffer, options.samples, options.background
        )
        performance = perform(self.body, resample(self.motion, options.fps))
        for frame in range(len(performance.transforms)):
            started = time.perf_counter()
            scene.pose(performance, frame)
            scene.draw(options.camera, canvas)
            gl.wait()
            drawn = time.perf_counter()
            pixels = ring.push(target.framebuffer)
            self.effort.rendering += drawn - started
            self.effort.reading += time.perf_counter() - drawn
            if pixels is not None:
                yield pixels
        yield from ring.drain()


def render_motion(body: BodyModel, motion: Motion, options: VideoOptions) -> Iterator[Pixels]:
    """Every picture of `motion` at `options.fps`: (H, W, 3) sRGB, top row first.

    On a transparent background (H, W, 4) with straight alpha. Raises BadInput where there is no OpenGL.
    """
    for pixels in Film(body, motion, options):
        yield straight(pixels) if options.background.transparent else np.ascontiguousarray(pixels[..., :3])
