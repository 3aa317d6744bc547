"""Single pictures of the avatar in single frames, from where fits are judged."""

from dataclasses import replace
from types import TracebackType
from typing import Self

import numpy as np
from PIL import Image

from pipeline.body.capsules import DIGITS
from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.body.skinning import Performance, perform
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.camera import FRONT, NARROWEST, PRESETS, Camera
from pipeline.render.context import OffscreenContext
from pipeline.render.scene import Canvas, Scene
from pipeline.render.target import PixelRing, Target

FACING, ASIDE = (replace(camera, fov=13.5) for camera in (FRONT, PRESETS["side"]))
"""Pictures are square, in which a camera sees half as much again as its field of view."""
_AWAY, _ROOM = 1.4, 0.045  # metres: of the camera, and around the joints of a hand


class Stage:
    """Draws square pictures of `size` pixels of one motion after the other.

    Used as `with Stage(body) as stage: stage.show(motion); ...`. Raises BadInput where there is no OpenGL.
    """

    def __init__(self, body: BodyModel, size: int = 240) -> None:
        self._size, self._body = size, body
        self._performance: Performance | None = None
        self._joints = np.zeros((0, joints.COUNT, 3), np.float32)
        self._context = OffscreenContext()
        self._scene = Scene(body)
        self._target = Target(size, size)
        self._ring = PixelRing(size, size, depth=2)

    def show(self, motion: Motion) -> None:
        """Take another motion: the pictures from here on are of it."""
        self._performance = perform(self._body, motion)
        rest = self._performance.body.rest_joints
        self._joints = joint_positions(rest, motion.pose, motion.translation)

    def close(self) -> None:
        """Free everything."""
        self._context.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def body(self, frame: int, camera: Camera = FACING) -> Image.Image:
        """The whole signer."""
        return self._draw(frame, camera)

    def hands(self, frame: int, *sides: str) -> Image.Image:
        """One hand from close up, or both together."""
        own = [
            index
            for index, name in enumerate(joints.NAMES)
            if name.removeprefix("left_").removeprefix("right_")[:-1] in DIGITS
            and name.partition("_")[0] in sides
        ]
        places = self._joints[frame, own]
        middle = (places.min(axis=0) + places.max(axis=0)) / 2
        reach = float(np.abs(places - middle)[:, :2].max()) + _ROOM
        x, y, z = (float(value) for value in middle)
        fov = float(np.degrees(2 * np.arctan(reach / _AWAY) / NARROWEST))
        return self._draw(frame, Camera(target=(x, y, z), distance=_AWAY, fov=fov))

    def _draw(self, frame: int, camera: Camera) -> Image.Image:
        if self._performance is None:
            raise ValueError("no motion is shown yet")
        self._context.make_current()
        self._scene.pose(self._performance, frame)
        self._scene.draw(camera, Canvas(self._size, self._size, self._target.framebuffer))
        self._ring.push(self._target.framebuffer)
        (pixels,) = self._ring.drain()
        return Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
