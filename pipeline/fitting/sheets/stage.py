"""Single pictures of the avatar in single frames, from where fits are judged."""

from dataclasses import replace
from types import TracebackType
from typing import Self

import numpy as np
from PIL import Image

from pipeline.body.capsules import DIGITS
from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.camera import FRONT, NARROWEST, PRESETS, Camera
from pipeline.render.stills import Stills

FACING, ASIDE = (replace(camera, fov=13.5) for camera in (FRONT, PRESETS["side"]))
"""Pictures are square, in which a camera sees half as much again as its field of view."""
_AWAY, _ROOM = 1.4, 0.045  # metres: of the camera, and around the joints of a hand


class Stage:
    """Draws square pictures of `size` pixels of one motion after the other.

    Used as `with Stage(body) as stage: stage.show(motion); ...`. Raises BadInput where there is no OpenGL.
    """

    def __init__(self, body: BodyModel, size: int = 240) -> None:
        self._body, self._stills = body, Stills(body, size, size)
        self._motion: Motion | None = None
        self._joints = np.zeros((0, joints.COUNT, 3), np.float32)

    def show(self, motion: Motion) -> None:
        """Take another motion: the pictures from here on are of it."""
        self._motion = motion
        rest = self._body.in_shape_of(motion).rest_joints
        self._joints = joint_positions(rest, motion.pose, motion.translation)

    def close(self) -> None:
        """Free everything."""
        self._stills.__exit__(None, None, None)

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
        if self._motion is None:
            raise ValueError("no motion is shown yet")
        (pixels,) = self._stills.draw(self._motion, [(frame, camera)])
        return Image.fromarray(pixels)
