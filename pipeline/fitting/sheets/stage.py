"""Single pictures of the avatar in single frames, from where fits are judged."""

from dataclasses import replace
from types import TracebackType
from typing import Self

import numpy as np
from PIL import Image

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.body.skinning import perform
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.camera import FRONT, PRESETS, Camera
from pipeline.render.context import OffscreenContext
from pipeline.render.scene import Canvas, Scene
from pipeline.render.target import PixelRing, Target

FACING, ASIDE = (replace(camera, fov=13.5) for camera in (FRONT, PRESETS["side"]))
_CLOSE = Camera(target=(0, 0, 0), distance=1.4, fov=7.0)
"""Pictures are square, in which a camera sees half as much again as its field of view: 26 cm here."""


class Stage:
    """Draws square pictures of `size` pixels of a motion. Used as `with Stage(body, motion): ...`.

    Raises BadInput where there is no OpenGL.
    """

    def __init__(self, body: BodyModel, motion: Motion, size: int = 240) -> None:
        self._size = size
        self._performance = perform(body, motion)
        self._joints = joint_positions(self._performance.body.rest_joints, motion.pose, motion.translation)
        self._context = OffscreenContext()
        self._scene = Scene(body)
        self._target = Target(size, size)
        self._ring = PixelRing(size, size, depth=2)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._context.close()

    def body(self, frame: int, camera: Camera = FACING) -> Image.Image:
        """The whole signer."""
        return self._draw(frame, camera)

    def hand(self, frame: int, side: str, yaw: float = 0.0) -> Image.Image:
        """One hand from close up, from the viewer's side of the signer."""
        at = self._joints[frame, [joints.INDEX[f"{side}_{part}"] for part in ("wrist", "middle1", "middle3")]]
        x, y, z = (float(value) for value in at.mean(axis=0))
        return self._draw(frame, replace(_CLOSE, target=(x, y, z), yaw=yaw))

    def _draw(self, frame: int, camera: Camera) -> Image.Image:
        self._context.make_current()
        self._scene.pose(self._performance, frame)
        self._scene.draw(camera, Canvas(self._size, self._size, self._target.framebuffer))
        self._ring.push(self._target.framebuffer)
        (pixels,) = self._ring.drain()
        return Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
