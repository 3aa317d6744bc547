"""The figures of one fit against the truth of its clip."""

from collections.abc import Sequence

import numpy as np

from pipeline.evaluation import metrics
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.keypoints import names
from tests.bench.fitting.truth import SIDES, Truth

BODY = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder",
    "left_elbow", "right_elbow", "left_wrist", "right_wrist",
)  # fmt: skip
_MOVING = tuple(
    f"{side}_hand_{point}"
    for side in SIDES
    for point in ("wrist", "index_finger_tip", "middle_finger_tip", "pinky_tip")
)
FLIPPED = 60.0
"""Degrees from which a palm counts as flipped."""


FIGURES = ("body", "hands", "palm", "flipped", "finger", "acceleration", "ratio")
"""What tables print of a score."""


def in_camera(points: np.ndarray, truth: Truth) -> np.ndarray:
    """Points (T, P, 3) of a fit in the order and the frame of the truth's."""
    return points[:, [POINTS.index(name) for name in truth.names]] * [1, -1, -1]


def heading(width: int) -> str:
    """The names of the columns that `line` prints."""
    return " " * width + "".join(f"{name:>13s}" for name in (*FIGURES, "ms/frame"))


def line(name: str, width: int, scores: Sequence[dict[str, float]], milliseconds: float) -> str:
    """The means of scores, and the time of a frame."""
    means = [np.mean([figures[key] for figures in scores]) for key in FIGURES]
    return f"{name:{width}s}" + "".join(f"{mean:13.2f}" for mean in means) + f"{milliseconds:13.1f}"


def score(truth: Truth, points: np.ndarray, confidence: np.ndarray) -> dict[str, float]:
    """Millimetres, degrees, percent and m/s2 of `points` (T, N, 3), ordered as the truth's.

    Hands are judged in the frames in which at least half of their points were seen, `hands_all` in all.
    Accelerations are those of wrists and fingertips relative to the middle of the shoulders.
    """
    body = truth.columns(BODY)
    result = {"body": 1e3 * float(metrics.aligned_errors(points[:, body], truth.points[:, body]).mean())}
    parts: dict[str, list[np.ndarray]] = {"hands": [], "hands_all": [], "palm": [], "finger": []}
    for side in SIDES:
        columns = truth.columns(names.hand(side))
        seen = (confidence[:, columns] > 0).mean(axis=1) >= 0.5
        mine, theirs = points[:, columns], truth.points[:, columns]
        errors = 1e3 * metrics.aligned_errors(mine, theirs)
        parts["hands"].append(errors[seen])
        parts["hands_all"].append(errors)
        parts["palm"].append(metrics.palm_errors(mine, theirs)[seen])
        parts["finger"].append(metrics.finger_errors(mine, theirs)[seen])
    joined = {name: np.concatenate(values) for name, values in parts.items()}
    result |= {name: float(values.mean()) for name, values in joined.items()}
    result["flipped"] = 100 * float((joined["palm"] > FLIPPED).mean())
    return result | _jolts(truth, points)


def _jolts(truth: Truth, points: np.ndarray) -> dict[str, float]:
    moving, shoulders = truth.columns(_MOVING), truth.columns(("left_shoulder", "right_shoulder"))

    def felt(places: np.ndarray) -> np.ndarray:
        return metrics.accelerations(
            places[:, moving] - places[:, shoulders].mean(axis=1, keepdims=True), truth.fps
        )

    mine, theirs = felt(points), felt(truth.points)
    size, true_size = (float(np.linalg.norm(values, axis=-1).mean()) for values in (mine, theirs))
    error = float(np.linalg.norm(mine - theirs, axis=-1).mean())
    return {"acceleration": error, "ratio": size / true_size, "true": true_size}
