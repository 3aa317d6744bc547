"""The figures of one fit against the truth of its clip."""

import numpy as np

from pipeline.evaluation import metrics
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
