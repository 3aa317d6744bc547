"""A motion from elsewhere, put where the signers of a dictionary stand."""

from dataclasses import replace

import numpy as np

from pipeline.motion import rotations
from pipeline.motion.amass import PELVIS
from pipeline.motion.motion import Motion

NEAR = 0.05
"""Metres that a signer may stand beside the place without being moved."""
TURNED = np.radians(30.0)
"""Angle from which on a signer who looks past the viewer is turned."""


def placed(motion: Motion) -> tuple[Motion, tuple[str, ...]]:
    """The motion with its pelvis about the origin and its front to the viewer, who is at +z.

    The whole motion is turned by one angle about the vertical and moved by one way, so that what the signer
    does in it stays. Returns it with a sentence for each of the two that was needed.
    """
    notes = []
    root = rotations.axis_angle_to_quaternion(motion.pose[:, 0])
    front = rotations.rotate(root, np.array([0, 0, 1], np.float32)).mean(axis=0)
    angle = float(np.arctan2(front[0], front[2]))
    if abs(angle) > TURNED:
        notes.append(f"The signer was turned by {np.degrees(abs(angle)):.0f} degrees to face the viewer.")
        turn = rotations.axis_angle_to_quaternion(np.array([0, -angle, 0], np.float32))
        pose = motion.pose.copy()
        pose[:, 0] = rotations.quaternion_to_axis_angle(rotations.multiply(turn, root))
        translation = rotations.rotate(turn, motion.translation + PELVIS) - PELVIS
        motion = replace(motion, pose=pose, translation=translation)
    away = np.median(motion.translation, axis=0)
    if np.linalg.norm(away) > NEAR:
        notes.append(f"The signer was moved by {np.linalg.norm(away):.2f} m to where signers stand.")
        motion = replace(motion, translation=motion.translation - away)
    return motion, tuple(notes)
