"""Single pictures of a posed signer, drawn off screen."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.body.skinning import Performance, perform
from pipeline.motion.motion import Motion
from pipeline.render.background import STUDIO, Background
from pipeline.render.camera import Camera
from pipeline.render.context import OffscreenContext
from pipeline.render.scene import Canvas, Scene
from pipeline.render.target import PixelRing, Target

Pixels = NDArray[np.uint8]


class Stills:
    """Draws one body in many poses, from many cameras: `with Stills(body, 200, 200) as stills`.

    Needs to stay in one thread. Draws in a context of its own unless `own` is false, and then in the
    current one. Raises BadInput where there is no OpenGL.
    """

    def __init__(
        self, body: BodyModel, width: int, height: int, background: Background = STUDIO, own: bool = True
    ) -> None:
        self._body, self._size, self._background = body, (width, height), background
        self._context = OffscreenContext() if own else None
        self._scene = Scene(body)
        self._target = Target(width, height)
        self._drawn: tuple[Motion, Performance] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._context is not None:
            self._context.__exit__(kind, error, trace)

    def draw(self, motion: Motion, shots: Sequence[tuple[int, Camera]]) -> list[Pixels]:
        """A picture (H, W, 3) for every frame and camera, top row first."""
        width, height = self._size
        canvas = Canvas(width, height, self._target.framebuffer, background=self._background)
        if self._drawn is None or self._drawn[0] is not motion:
            self._drawn = motion, perform(self._body, motion)
        if self._context is not None:
            self._context.make_current()
        ring, posed = PixelRing(width, height), -1
        found: list[Pixels] = []
        for frame, camera in shots:
            if frame != posed:
                self._scene.pose(self._drawn[1], frame)
                posed = frame
            self._scene.draw(camera, canvas)
            pixels = ring.push(self._target.framebuffer)
            if pixels is not None:
                found.append(np.ascontiguousarray(pixels[..., :3]))
        found.extend(np.ascontiguousarray(pixels[..., :3]) for pixels in ring.drain())
        return found
