"""A motion as a `.pose` file: the points that MediaPipe Holistic would see of the avatar."""

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pose_format import Pose
from pose_format.numpy import NumPyPoseBody
from pose_format.pose_header import PoseHeader, PoseHeaderComponent, PoseHeaderDimensions

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.body.skinning import vertices
from pipeline.fitting.chain import DIGITS
from pipeline.fitting.clip.face import face_places
from pipeline.keypoints.depth import scales
from pipeline.keypoints.landmarks import BODY, HAND
from pipeline.keypoints.names import HOLISTIC_BODY, hand
from pipeline.motion import joints
from pipeline.motion.files import write_whole
from pipeline.motion.motion import Motion
from pipeline.render import camera as cameras
from pipeline.render.camera import FRONT

WIDTH, HEIGHT = 1280, 720
_NAMES = (*HOLISTIC_BODY, *hand("left"), *hand("right"))

Array = NDArray[np.float64]

_FACE = {
    "NOSE": "nose", "LEFT_EYE": "left_eye", "RIGHT_EYE": "right_eye", "LEFT_EAR": "left_ear",
    "RIGHT_EAR": "right_ear", "MOUTH_LEFT": "face_54", "MOUTH_RIGHT": "face_48",
}  # fmt: skip
_JOINTS = {"PINKY": "pinky1", "INDEX": "index1", "THUMB": "thumb2", "FOOT_INDEX": "foot"}
_COLOUR = (0, 120, 200)


def write_pose(path: Path, motion: Motion, body: BodyModel) -> None:
    """Write body and hands in pixels of a 1280 x 720 picture from the front; z grows towards the back and is
    what MediaPipe would say, as pose-format has it: fractions of the picture's width (see `keypoints.depth`).

    Raises BadInput when the place cannot be written to. Points that the avatar has no place for, such
    as the inner corners of the eyes, are unseen.
    """
    names, seen = points_of(body, motion)
    pixels, known = np.zeros((motion.frames, 1, len(names), 3)), np.zeros((motion.frames, 1, len(names)))
    found = ~np.isnan(seen[0, :, 0])
    pixels[:, 0, found] = _projected(seen[:, found])
    pixels[..., 2] /= WIDTH * scales(_NAMES)
    known[:, 0, found] = 1.0
    header = PoseHeader(0.2, PoseHeaderDimensions(WIDTH, HEIGHT, 1000), _components())
    content = io.BytesIO()
    Pose(header, NumPyPoseBody(motion.fps, np.ma.masked_array(pixels), known)).write(content)
    write_whole(path, content.getvalue())


def points_of(body: BodyModel, motion: Motion) -> tuple[tuple[str, ...], Array]:
    """Names of MediaPipe's body and hand points, and their places (T, N, 3) in metres, NaN for none."""
    shaped = body.in_shape_of(motion)
    places = joint_positions(shaped.rest_joints, motion.pose, motion.translation)
    names = (*BODY, *(f"left_{name}" for name in HAND), *(f"right_{name}" for name in HAND))
    result = np.full((motion.frames, len(names), 3), np.nan)
    surface = _surface(shaped)
    moved = vertices(body, motion)[:, list(surface.values())]
    for index, name in enumerate(names):
        if name in surface:
            result[:, index] = moved[:, list(surface).index(name)]
        elif joint := _joint(name):
            result[:, index] = places[:, joints.INDEX[joint]]
    return names, result


def _joint(name: str) -> str:
    """The joint that a point is at, empty for points of the face and for tips."""
    side, _, part = name.partition("_")
    small = side.lower()
    if side in ("LEFT", "RIGHT"):
        part = _JOINTS.get(part, part.lower())
        joint = f"{small}_{part}"
        return joint if joint in joints.INDEX else ""
    if part == "WRIST":
        return f"{small}_wrist"
    digit, _, place = part.replace("_FINGER", "").partition("_")
    orders = ("CMC", "MCP", "IP") if digit == "THUMB" else ("MCP", "PIP", "DIP")
    return f"{small}_{digit.lower()}{orders.index(place) + 1}" if place in orders else ""


def _surface(body: BodyModel) -> dict[str, int]:
    """The vertices of points on the skin: those of the face, and the tips of the fingers."""
    face = face_places(body)
    found = {
        name: int(np.linalg.norm(body.template - face[place], axis=1).argmin())
        for name, place in _FACE.items()
    }
    for side in ("left", "right"):
        for digit in DIGITS:
            last = joints.INDEX[f"{side}_{digit}3"]
            before = body.rest_joints[joints.INDEX[f"{side}_{digit}2"]]
            along = body.rest_joints[last] - before
            own = np.flatnonzero(body.joint_index[:, 0] == last)
            tip = own[((body.template[own] - before) @ along).argmax()]
            name = "THUMB_TIP" if digit == "thumb" else f"{digit.upper()}_FINGER_TIP"
            found[f"{side}_{name if digit != 'pinky' else 'PINKY_TIP'}"] = int(tip)
    return found


def _projected(places: Array) -> Array:
    """Pixels from the upper left, and depth in the same unit relative to the hips' middle, (T, N, 3)."""
    seen = cameras.projection(FRONT, WIDTH / HEIGHT) @ cameras.view(FRONT)
    flat = np.concatenate([places, np.ones((*places.shape[:2], 1))], axis=2) @ seen.T.astype(np.float64)
    x, y = flat[..., 0] / flat[..., 3], flat[..., 1] / flat[..., 3]
    scale = HEIGHT / (2 * FRONT.distance * np.tan(np.radians(FRONT.fov) / 2))
    return np.stack([(x + 1) / 2 * WIDTH, (1 - y) / 2 * HEIGHT, -places[..., 2] * scale], axis=-1)


def _components() -> list[PoseHeaderComponent]:
    bones = [(0, 1), *((1 + index, 2 + index) for index in range(19) if index % 4 != 3)]
    bones += [(0, first) for first in (5, 9, 13, 17)]
    parts = [("POSE_LANDMARKS", BODY, _BODY_LIMBS)]
    parts += [(f"{side}_HAND_LANDMARKS", HAND, bones) for side in ("LEFT", "RIGHT")]
    return [
        PoseHeaderComponent(name, list(points), limbs, [_COLOUR], "XYZC") for name, points, limbs in parts
    ]


_BODY_LIMBS = [
    (BODY.index(first), BODY.index(second))
    for first, second in (
        ("LEFT_SHOULDER", "RIGHT_SHOULDER"), ("LEFT_SHOULDER", "LEFT_ELBOW"), ("LEFT_ELBOW", "LEFT_WRIST"),
        ("RIGHT_SHOULDER", "RIGHT_ELBOW"), ("RIGHT_ELBOW", "RIGHT_WRIST"), ("LEFT_SHOULDER", "LEFT_HIP"),
        ("RIGHT_SHOULDER", "RIGHT_HIP"), ("LEFT_HIP", "RIGHT_HIP"),
    )
]  # fmt: skip
