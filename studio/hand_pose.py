"""How a hand is held and looked at in the pictures of handshapes."""

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_quaternion, multiply, quaternion_to_axis_angle
from pipeline.render.camera import Camera

ABOVE_ELBOW = 0.35
"""Metres from the elbow to the middle of the picture."""


def hand_raised(turns: NDArray[np.float64]) -> Motion:
    """One frame with the right forearm up, its palm to the viewer, the fingers turned by (15, 4)."""
    pose = np.zeros((1, joints.COUNT, 3), np.float32)
    up = axis_angle_to_quaternion(np.array([0.0, 0.0, -np.pi / 2]))
    forward = axis_angle_to_quaternion(np.array([0.0, np.pi / 2, 0.0]))
    pose[0, joints.INDEX["right_elbow"]] = quaternion_to_axis_angle(multiply(forward, up))
    pose[0, joints.RIGHT_HAND] = quaternion_to_axis_angle(turns)
    return Motion(1.0, pose)


def close_up(body: BodyModel) -> Camera:
    """A camera on that hand."""
    x, y, z = (float(value) for value in body.rest_joints[joints.INDEX["right_elbow"]])
    return Camera(target=(x, y + ABOVE_ELBOW, z), pitch=4.0, distance=1.6, fov=6.6)
