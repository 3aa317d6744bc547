"""A published 3D dictionary's fit of one video: SMPL-X parameters frame by frame, seen by a camera."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

RESULT: dict[str, tuple[str, tuple[int, ...]]] = {
    "camera_rotation": ("camera_rotation", (3, 3)),
    "camera_translation": ("camera_translation", (3,)),
    "betas": ("betas", (10,)),
    "global_orient": ("orientation", (3,)),
    "left_hand_pose": ("left_components", (12,)),
    "right_hand_pose": ("right_components", (12,)),
    "jaw_pose": ("jaw", (3,)),
    "leye_pose": ("left_eye", (3,)),
    "reye_pose": ("right_eye", (3,)),
    "expression": ("expression", (10,)),
    "body_pose": ("latent", (32,)),
}
"""For each key of a frame's first part, the attribute of `Record` and the shape of one frame."""

ROTATIONS: dict[str, tuple[str, tuple[int, ...]]] = {
    "body_pose_rot": ("body", (63,)),
    "left_hand_pose_rot": ("left_hand", (45,)),
    "right_hand_pose_rot": ("right_hand", (45,)),
}
"""The same for its second part, which may be absent."""


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """The fit of one video in T frames, float32; axis-angle in radians, metres, x right, y down, z away.

    The camera has a focal length of 5000 pixels. Hands are relative to the mean hand of SMPL-X. `body` and
    hands have no columns where the file has only latents and components.
    """

    name: str
    numbers: NDArray[np.int64]  # (T,) of the frames in the video, increasing; those between were dropped
    camera_rotation: Array  # (T, 3, 3)
    camera_translation: Array  # (T, 3)
    betas: Array  # (T, 10)
    orientation: Array  # (T, 3)
    left_components: Array  # (T, 12), of the hand's principal components
    right_components: Array  # (T, 12)
    jaw: Array  # (T, 3)
    left_eye: Array  # (T, 3)
    right_eye: Array  # (T, 3)
    expression: Array  # (T, 10)
    latent: Array  # (T, 32), of VPoser v1
    body: Array  # (T, 63), joints 1 to 21, or (T, 0)
    left_hand: Array  # (T, 45) or (T, 0)
    right_hand: Array  # (T, 45) or (T, 0)

    @property
    def frames(self) -> int:
        """Number of frames."""
        return len(self.numbers)
