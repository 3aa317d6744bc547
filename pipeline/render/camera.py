"""Where the viewer stands: a camera that orbits a point, its presets and its matrices."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput

Matrix = NDArray[np.float32]  # (4, 4)

NEAR, FAR = 0.05, 20.0
CLOSEST, FARTHEST = 0.25, 8.0
"""Metres the viewer may be away from the target."""
STEEPEST = 85.0
"""Degrees the viewer may look down or up."""
NARROWEST = 3 / 2
"""Aspect ratio whose width stays visible in narrower pictures."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A viewer `distance` metres from `target`, looking at it.

    Angles in degrees. Yaw 0 faces the signer, 90 sees their left side; a positive pitch looks down.
    `fov` is the vertical field of view in pictures at least 3:2 wide; a narrower one keeps what 3:2
    shows across and sees more above and below, so that hands stay in the picture.
    """

    target: tuple[float, float, float]
    yaw: float = 0.0
    pitch: float = 0.0
    distance: float = 2.6
    fov: float = 26.0

    @property
    def eye(self) -> NDArray[np.float32]:
        """Where the viewer is, (3,)."""
        return np.array(self.target, np.float32) + np.float32(self.distance) * _backward(self)


FRONT = Camera(target=(0.0, 0.11, 0.08), pitch=3.0, distance=2.75, fov=19.0)
PRESETS: dict[str, Camera] = {
    "front": FRONT,
    "three-quarter": replace(FRONT, yaw=-35.0, pitch=6.0),
    "side": replace(FRONT, yaw=-90.0, target=(0.0, 0.11, 0.14)),
    "hands": Camera(target=(-0.13, 0.14, 0.16), yaw=-6.0, pitch=3.0, distance=1.7, fov=21.5),
    "whole": Camera(target=(0.0, -0.40, 0.03), pitch=7.0, distance=4.3, fov=28.0),
}
"""Named views of a signer in the SMPL-X frame, whose pelvis is at about y = -0.35 and eyes at y = 0.33.

Front shows head to hip with room for both hands; hands is close on the right hand and the face; whole
shows the signer from head to toe; the turned views see the side of the right, dominant hand.
"""


def preset(name: str) -> Camera:
    """The preset called `name`; raises BadInput for any other."""
    if name not in PRESETS:
        raise BadInput(f"There is no camera {name!r}: choose {', '.join(PRESETS)}.")
    return PRESETS[name]


def orbit(camera: Camera, yaw: float, pitch: float) -> Camera:
    """Walk around the target by degrees."""
    turned = (camera.yaw + yaw + 180.0) % 360.0 - 180.0
    return replace(camera, yaw=turned, pitch=float(np.clip(camera.pitch + pitch, -STEEPEST, STEEPEST)))


def pan(camera: Camera, right: float, up: float) -> Camera:
    """Move viewer and target sideways, as fractions of the picture's height."""
    backward = _backward(camera)
    across = np.cross((0.0, 1.0, 0.0), backward)
    across /= np.linalg.norm(across)
    above = np.cross(backward, across)
    height = 2 * camera.distance * np.tan(np.radians(camera.fov) / 2)
    x, y, z = np.array(camera.target) + height * (right * across + up * above)
    return replace(camera, target=(float(x), float(y), float(z)))


def zoom(camera: Camera, factor: float) -> Camera:
    """Come `factor` times closer, within limits."""
    return replace(camera, distance=float(np.clip(camera.distance / factor, CLOSEST, FARTHEST)))


def view(camera: Camera) -> Matrix:
    """World to viewer."""
    return look_at(camera.eye, np.array(camera.target, np.float32))


def projection(camera: Camera, aspect: float) -> Matrix:
    """Viewer to clip space for a picture `aspect` times as wide as high."""
    half = np.tan(np.radians(camera.fov) / 2) * max(1.0, NARROWEST / aspect)
    return np.array(
        [
            [1 / (half * aspect), 0, 0, 0],
            [0, 1 / half, 0, 0],
            [0, 0, (FAR + NEAR) / (NEAR - FAR), 2 * FAR * NEAR / (NEAR - FAR)],
            [0, 0, -1, 0],
        ],
        np.float32,
    )


def look_at(eye: NDArray[np.float32], target: NDArray[np.float32]) -> Matrix:
    """World to the frame of an eye that looks at `target`, y up."""
    backward = (eye - target) / np.linalg.norm(eye - target)
    right = np.cross((0.0, 1.0, 0.0), backward)
    right /= np.linalg.norm(right)
    result = np.eye(4, dtype=np.float32)
    result[:3, :3] = right, np.cross(backward, right), backward
    result[:3, 3] = -result[:3, :3] @ eye
    return result


def _backward(camera: Camera) -> NDArray[np.float32]:
    yaw, pitch = np.radians([camera.yaw, camera.pitch])
    return np.array([np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch)], np.float32)
