"""A stage off screen, and poses to see on it."""

import os
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

os.environ.setdefault("SIGNWRIGHT_CHECK_GL", "1")  # read when OpenGL is first imported

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.body.skinning import perform
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.background import STUDIO, Background
from pipeline.render.camera import FRONT, Camera
from pipeline.render.context import OffscreenContext
from pipeline.render.ghost import Ghost
from pipeline.render.gl import GL
from pipeline.render.scene import Canvas, Scene
from pipeline.render.target import Target

Picture = NDArray[np.uint8]
Turns = dict[str, tuple[float, float, float]]

HANGING: Turns = {
    "left_shoulder": (0, -20, -62), "left_elbow": (0, -12, 0),
    "right_shoulder": (0, 20, 62), "right_elbow": (0, 12, 0),
}  # fmt: skip
"""Degrees: both arms hang."""
RAISED: Turns = HANGING | {"right_shoulder": (0, 0, -45), "right_elbow": (0, 0, 0)}
"""The right arm points up and out."""
ACROSS: Turns = HANGING | {"right_shoulder": (0, 35, 10), "right_elbow": (0, 130, 0)}
"""The right hand lies before the chest, palm down."""


def still(turns: Turns, **face: float) -> Motion:
    """One frame: joints turned by axis-angle degrees, face units at their values."""
    pose = np.zeros((1, joints.COUNT, 3), np.float32)
    units = np.zeros((1, len(joints.FACE_UNITS)), np.float32)
    for name, degrees in turns.items():
        pose[0, joints.INDEX[name]] = np.radians(degrees)
    for name, value in face.items():
        units[0, joints.FACE_UNITS.index(name)] = value
    return Motion(30.0, pose, face=units)


class Studio:
    """A scene and a framebuffer to look at it."""

    def __init__(self, body: BodyModel) -> None:
        self.body = body
        self.scene = Scene(body)

    def see(
        self,
        motion: Motion,
        camera: Camera = FRONT,
        size: tuple[int, int] = (320, 180),
        background: Background = STUDIO,
        samples: int = 4,
    ) -> Picture:
        """The first frame of `motion`, (H, W, 4), top row first."""
        self.scene.pose(perform(self.body, motion), 0)
        return self.look(camera, size, background, samples)

    def look(
        self,
        camera: Camera = FRONT,
        size: tuple[int, int] = (320, 180),
        background: Background = STUDIO,
        samples: int = 4,
        ghosts: Sequence[Ghost] = (),
    ) -> Picture:
        """The pose as it is, and ghosts around it."""
        width, height = size
        target = Target(width, height)
        self.scene.draw(camera, Canvas(width, height, target.framebuffer, samples, background), ghosts)
        pixels = np.empty((height, width, 4), np.uint8)
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, target.framebuffer)
        GL.glReadPixels(0, 0, width, height, GL.GL_RGBA, GL.GL_UNSIGNED_BYTE, pixels)
        target.delete()
        return pixels[::-1]


@pytest.fixture(scope="module")
def context() -> Iterator[OffscreenContext]:
    """A context that is current for the whole module."""
    with OffscreenContext() as context:
        yield context


@pytest.fixture(scope="module")
def studio(context: OffscreenContext) -> Iterator[Studio]:
    """The woman on stage."""
    studio = Studio(signer("woman"))
    yield studio
    studio.scene.delete()


@pytest.fixture(scope="module")
def stage(context: OffscreenContext) -> Callable[[BodyModel], Studio]:
    """`stage(body)` puts another body on stage."""
    return Studio


@pytest.fixture(scope="session")
def raised() -> Motion:
    """The right arm points up and out."""
    return still(RAISED)


@pytest.fixture(scope="session")
def across() -> Motion:
    """The right hand lies before the chest, palm down."""
    return still(ACROSS)


@pytest.fixture(scope="session")
def hanging() -> Motion:
    """Both arms hang."""
    return still(HANGING)


@pytest.fixture(scope="session")
def standing() -> Callable[..., Motion]:
    """`standing(jawOpen=1.0)`: both arms hang, the face does what is asked."""
    return lambda **face: still(HANGING, **face)


@pytest.fixture(scope="session")
def gesture() -> Motion:
    """A fifth of a second at 30 fps in which the right hand goes up."""
    start, end = still(HANGING).pose, still(RAISED).pose
    way = np.linspace(0, 1, 7, dtype=np.float32)[:, None, None]
    return Motion(30.0, start + way * (end - start))
