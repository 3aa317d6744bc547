"""From one detector's set of points to another's."""

from collections.abc import Mapping, Sequence

import numpy as np

from pipeline.keypoints import names
from pipeline.keypoints.keypoints import Keypoints

_MESH_OF_FACE = (
    127, 234, 93, 132, 58, 136, 150, 176, 152, 400, 379, 365, 288, 361, 323, 454, 356,
    70, 63, 105, 66, 107, 336, 296, 334, 293, 300, 168, 197, 5, 4, 75, 97, 2, 326, 305,
    33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380,
    61, 39, 37, 0, 267, 269, 291, 321, 314, 17, 84, 91, 78, 82, 13, 312, 308, 317, 14, 87,
)  # fmt: skip
"""The vertex of the face mesh at each of the 68 face points."""


def _stand_ins() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {
        "neck": ("left_shoulder", "right_shoulder"),
        "mid_hip": ("left_hip", "right_hip"),
        "right_pupil": ("mesh_468",),
        "left_pupil": ("mesh_473",),
        "mouth_right": ("face_48",),
        "mouth_left": ("face_54",),
        "right_eye_outer": ("face_36",),
        "right_eye_inner": ("face_39",),
        "left_eye_inner": ("face_42",),
        "left_eye_outer": ("face_45",),
    }
    for point, vertex in zip(names.FACE, _MESH_OF_FACE, strict=True):
        found[point] = (names.MESH[vertex],)
    for side in names.SIDES:
        found[f"{side}_big_toe"] = (f"{side}_foot_index",)
        found[f"{side}_foot_index"] = (f"{side}_big_toe",)
    return found


STAND_INS: Mapping[str, tuple[str, ...]] = _stand_ins()
"""The points whose mean takes the place of a point the detector does not know."""


def convert(given: Keypoints, wanted: Sequence[str]) -> Keypoints:
    """The points named `wanted`, in that order.

    A point that `given` does not have is the mean of its `STAND_INS` when all of them were seen, with
    the lowest of their confidences, and otherwise unseen.
    """
    places = {name: index for index, name in enumerate(given.names)}
    shape = (given.frames, len(wanted))
    points = np.zeros((*shape, 2), np.float32)
    confidence, depth = np.zeros(shape, np.float32), np.full(shape, np.nan, np.float32)
    for target, name in enumerate(wanted):
        sources = (name,) if name in places else STAND_INS.get(name, ())
        if not sources or not all(source in places for source in sources):
            continue
        columns = [places[source] for source in sources]
        confidence[:, target] = given.confidence[:, columns].min(axis=1)
        seen = confidence[:, target] > 0
        points[seen, target] = given.points[:, columns].mean(axis=1)[seen]
        depth[seen, target] = given.depth[:, columns].mean(axis=1)[seen]
    return Keypoints(
        tuple(wanted),
        points,
        confidence,
        depth,
        given.times,
        given.fps,
        given.width,
        given.height,
        given.source,
    )


def to_wholebody(given: Keypoints) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """The clip as COCO-WholeBody lists it: (T, 133, 3) with x, y and confidence, zero where unseen."""
    part = convert(given, names.COCO_WHOLEBODY)
    return np.concatenate([part.points, part.confidence[..., None]], axis=2)
