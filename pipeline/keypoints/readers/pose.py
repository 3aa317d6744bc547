"""The `.pose` files of pose-format, filled by MediaPipe Holistic or OpenPose."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.keypoints.depth import scales
from pipeline.keypoints.keypoints import keypoints
from pipeline.keypoints.names import BODY_25, HOLISTIC_BODY, MESH, OPENPOSE_FACE, hand
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.keypoints.readers.people import signer
from pipeline.keypoints.readers.wholebody import Read

ADVICE = "Choose a capture made with MediaPipe Holistic or OpenPose."

_BY_NAME = {
    "POSE_LANDMARKS": {name.upper(): name for name in HOLISTIC_BODY},
    "FACE_LANDMARKS": {str(index): name for index, name in enumerate(MESH)},
    "LEFT_HAND_LANDMARKS": {name.removeprefix("left_hand_").upper(): name for name in hand("left")},
    "RIGHT_HAND_LANDMARKS": {name.removeprefix("right_hand_").upper(): name for name in hand("right")},
}

_BY_PLACE = {
    "pose_keypoints_2d": BODY_25,
    "face_keypoints_2d": OPENPOSE_FACE,
    "hand_left_keypoints_2d": hand("left"),
    "hand_right_keypoints_2d": hand("right"),
}


def read_pose_file(path: Path, data: bytes, assumed: Assumptions) -> Read:
    """The signer of a `.pose` file, versions 0.0 to 0.2, with or without z and with any of the parts.

    Points are found by name, so reduced sets work. Their z is a fraction of the picture's width, unlike x and
    y, and becomes pixels (see `depth`). Raises BadInput when the file cannot be read or
    holds none of the parts that are known.
    """
    pose = _parsed(path, data)
    columns = _columns(pose.header)
    if not columns:
        kinds = ", ".join(component.name for component in pose.header.components) or "nothing"
        raise BadInput(f"{path} has no body or hands of MediaPipe or OpenPose, but {kinds}. {ADVICE}")
    positions = np.ma.filled(np.ma.asarray(pose.body.data), 0.0)
    confidence = np.ma.filled(np.ma.asarray(pose.body.confidence), 0.0)
    total = sum(len(component.points) for component in pose.header.components)
    if positions.ndim != 4 or 0 in positions.shape or not positions.shape[2] == confidence.shape[2] == total:
        raise BadInput(f"{path} holds no frames of a signer. {ADVICE}")
    chosen = list(columns.values())
    values = np.concatenate([positions[:, :, chosen], confidence[:, :, chosen, None]], axis=3)
    values, crowd = _one_person(values.astype(np.float32))
    return _clip(path, pose, tuple(columns), values, crowd, assumed)


def _clip(
    path: Path,
    pose: Any,
    names: tuple[str, ...],
    values: NDArray[np.float32],
    crowd: str,
    assumed: Assumptions,
) -> Read:
    """The clip of values (T, N, 3 or more): x, y, perhaps z and others, confidence."""
    if not (values[..., -1] > 0).any():
        raise BadInput(f"{path} has nobody in it. {ADVICE}")
    fps, rate = assumed.rate(float(pose.body.fps))
    size = (int(pose.header.dimensions.width), int(pose.header.dimensions.height))
    guess = ""
    if min(size) < 1:
        size, guess = assumed.extent(values[values[..., -1] > 0][:, :2])
    has_depth = any("Z" in component.format for component in pose.header.components) and values.shape[2] > 3
    clip = keypoints(
        names,
        values[..., :2],
        values[..., -1],
        fps=fps,
        size=size,
        depth=values[..., 2] * scales(names) * size[0] if has_depth else None,
        source=path.name,
    )
    parts = "" if any(name in HOLISTIC_BODY for name in names) else "it has no body, hands or face only"
    notes = [f"{path.stem}: {note}." for note in (rate, guess, crowd, parts) if note]
    return {path.stem: clip}, tuple(notes)


def _parsed(path: Path, data: bytes) -> Any:
    from pose_format import Pose  # imports slowly

    try:
        return Pose.read(data)
    except Exception as error:  # the parser raises whatever the damaged bytes lead it to
        raise BadInput(f"{path} is not a readable .pose file ({error}): choose another.") from error


def _columns(header: Any) -> dict[str, int]:
    """Where in the file each point is whose name is known."""
    found: dict[str, int] = {}
    start = 0
    for component in header.components:
        points = [str(point) for point in component.points]
        ordered = _BY_PLACE.get(component.name, ())
        if ordered and len(points) == len(ordered):
            found |= {name: start + place for place, name in enumerate(ordered)}
        known = _BY_NAME.get(component.name, {})
        found |= {known[point]: start + place for place, point in enumerate(points) if point in known}
        start += len(points)
    return found


def _one_person(values: NDArray[np.float32]) -> tuple[NDArray[np.float32], str]:
    """The signer (T, N, D) among people (T, P, N, D), and a note when there were several."""
    if values.shape[1] == 1:
        return values[:, 0], ""
    flat = values[..., [0, 1, -1]]
    frames = [[person for person in people if (person[:, 2] > 0).any()] for people in flat]
    chosen, crowd = signer(frames, flat.shape[2])
    same = np.asarray((flat == chosen[:, None]).all(axis=(2, 3)))  # (T, P)
    result = values[np.arange(len(values)), same.argmax(axis=1)]
    result[(chosen[..., 2] <= 0).all(axis=1)] = 0
    return result, crowd
