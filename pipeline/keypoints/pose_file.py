"""Reads the `.pose` files of pose-format, as MediaPipe Holistic fills them."""

from pathlib import Path
from typing import Any

import numpy as np

from pipeline.errors import BadInput
from pipeline.keypoints.landmarks import BODY, HAND, Landmarks, Track

_COMPONENTS = {
    "body": ("POSE_LANDMARKS", BODY),
    "left": ("LEFT_HAND_LANDMARKS", HAND),
    "right": ("RIGHT_HAND_LANDMARKS", HAND),
}


def read_pose(path: Path | str) -> Landmarks:
    """The landmarks of the first person in a `.pose` file, versions 0.0 to 0.2, with or without z.

    Points are found by name, so reduced sets work; points the file does not have are unseen.
    Raises BadInput when the file cannot be read or holds no MediaPipe body or hands.
    """
    path = Path(path)
    pose = _parse(path)
    header, body = pose.header, pose.body
    names = {
        (component.name, str(point)): index
        for index, (component, point) in enumerate(
            (component, point) for component in header.components for point in component.points
        )
    }
    points = np.ma.filled(np.ma.asarray(body.data), 0.0)[:, :1].astype(float)  # (T, 1, N, 2 or 3)
    confidence = np.ma.filled(np.ma.asarray(body.confidence), 0.0)[:, :1].astype(float)
    if (
        points.shape[0] == 0
        or points.shape[1] == 0
        or not points.shape[2] == confidence.shape[2] == len(names)
    ):
        raise BadInput(f"{path.name} holds no frames of a signer: choose another capture.")
    tracks = {
        kind: _track(points[:, 0], confidence[:, 0], [names.get((component, point)) for point in wanted])
        for kind, (component, wanted) in _COMPONENTS.items()
    }
    if not any(track.confidence.any() for track in tracks.values()):
        raise BadInput(
            f"{path.name} has no MediaPipe body or hands in it: choose a MediaPipe Holistic capture."
        )
    fps = float(body.fps)
    if not (np.isfinite(fps) and fps > 0):
        raise BadInput(f"{path.name} says it has {fps} frames per second: repair or replace the file.")
    return Landmarks(
        fps=fps,
        width=int(header.dimensions.width),
        height=int(header.dimensions.height),
        body=tracks["body"],
        left_hand=tracks["left"],
        right_hand=tracks["right"],
        source=path.name,
    )


def _parse(path: Path) -> Any:
    from pose_format import Pose  # imports slowly

    try:
        return Pose.read(path.read_bytes())
    except OSError as problem:
        raise BadInput(f"{path} cannot be opened ({problem.strerror}): choose another capture.") from None
    except Exception as problem:  # the parser raises whatever the damaged bytes lead it to
        raise BadInput(f"{path.name} is not a readable .pose file ({problem}): choose another.") from problem


def _track(
    points: np.ndarray[Any, Any], confidence: np.ndarray[Any, Any], columns: list[int | None]
) -> Track:
    """Pick columns (None: absent) of points (T, N, 2 or 3) and confidence (T, N)."""
    frames = len(points)
    chosen, certainty = np.zeros((frames, len(columns), 3)), np.zeros((frames, len(columns)))
    for target, column in enumerate(columns):
        if column is None:
            continue
        position = points[:, column]
        finite = np.isfinite(position).all(axis=1)
        seen = finite & (confidence[:, column] > 0)
        depth = position[:, 2] if position.shape[1] > 2 else np.full(frames, np.nan)
        chosen[seen, target] = np.column_stack([position[:, 0], position[:, 1], depth])[seen]
        certainty[seen, target] = np.clip(confidence[seen, column], 0, 1)
    return Track(chosen, certainty)
