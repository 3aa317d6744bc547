"""A detector's view of the truth: noise, outliers, lost points, occlusions and swapped hands."""

from dataclasses import dataclass

import numpy as np

from pipeline.keypoints import names
from pipeline.keypoints.keypoints import Keypoints, keypoints
from tests.bench.fitting.truth import SIDES, Truth, _drift

_DEEP_BODY = tuple(f"{side}_{part}" for part in ("shoulder", "elbow", "wrist") for side in SIDES)


@dataclass(frozen=True, slots=True)
class Faults:
    """How bad the detector is."""

    noise: float = 3.5  # pixels
    outliers: float = 0.02  # share of points thrown off by 40 pixels
    dropout: float = 0.10  # share of points lost, half one by one, half whole hands for 3 to 8 frames
    hidden: bool = False  # hands vanish or go wrong while they cross the other hand or the face
    swaps: bool = False  # stretches of 2 to 6 frames in which left and right hand are exchanged


def detect(truth: Truth, seed: int, faults: Faults) -> Keypoints:
    """COCO-WholeBody keypoints with relative depth of the hands; the same for the same seed."""
    rng = np.random.default_rng([seed, 21])
    frames, count = truth.points.shape[:2]
    pixels = truth.camera.project(truth.points)
    pixels += rng.normal(0, faults.noise, pixels.shape)
    wild = rng.random((frames, count)) < faults.outliers
    pixels[wild] += rng.normal(0, 40, (int(wild.sum()), 2))
    confidence = np.clip(rng.normal(0.9, 0.06, (frames, count)), 0.5, 1)
    confidence[rng.random((frames, count)) < faults.dropout / 2] = 0
    hands = {side: truth.columns(names.hand(side)) for side in SIDES}
    for columns in hands.values():
        for start, end in _bursts(frames, faults.dropout / 2 * frames, (3, 9), rng):
            confidence[start:end, columns] = 0
    depth = _relative_depth(truth, rng)
    if faults.hidden:
        _hide(truth, pixels, confidence, hands, rng)
    if faults.swaps:
        for start, end in _bursts(frames, 0.06 * frames, (2, 7), rng):
            for values in (pixels, confidence, depth):
                left, right = (
                    values[start:end, hands["left"]].copy(),
                    values[start:end, hands["right"]].copy(),
                )
                values[start:end, hands["left"]], values[start:end, hands["right"]] = right, left
    size = (truth.camera.width, truth.camera.height)
    outside = (pixels < 0).any(axis=2) | (pixels > size).any(axis=2)
    confidence[outside] = 0
    confidence[:, truth.columns(("left_hip", "right_hip"))] *= 0.3
    return keypoints(truth.names, pixels, confidence, fps=truth.fps, size=size, depth=depth)


def _bursts(frames, total, lengths, rng) -> list[tuple[int, int]]:
    """Stretches of frames that add up to about `total`."""
    found = []
    while total > 0:
        length = int(rng.integers(*lengths))
        start = int(rng.integers(0, frames - length))
        found.append((start, start + length))
        total -= length
    return found


def _relative_depth(truth: Truth, rng: np.random.Generator) -> np.ndarray:
    """The z (T, N) in pixels of hands against their wrists and of arms, as MediaPipe gives it.

    The units are wrong by up to a quarter, and there are slow and fast errors.
    """
    depth = np.full(truth.points.shape[:2], np.nan)
    frames = len(depth)
    pixels_per_metre = truth.camera.focal / np.median(truth.points[..., 2])
    for side in SIDES:
        columns = truth.columns(names.hand(side))
        z = truth.points[:, columns, 2]
        slow = np.stack([_drift(frames, truth.fps, 1.5, 0.006, rng) for _ in columns], axis=1)
        error = slow + rng.normal(0, 0.005, z.shape)
        error[:, 0] = 0
        depth[:, columns] = ((z - z[:, :1]) * rng.uniform(0.75, 1.2) + error) * pixels_per_metre
    body = truth.columns(_DEEP_BODY)
    z = truth.points[:, body, 2] - truth.points[:, body[:2], 2].mean(axis=1, keepdims=True)
    slow = np.stack([_drift(frames, truth.fps, 1.0, 0.035, rng) for _ in body], axis=1)
    error = slow + rng.normal(0, 0.012, z.shape)
    depth[:, body] = (z * rng.uniform(0.75, 1.25) + error) * pixels_per_metre
    return depth


def _hide(truth, pixels, confidence, hands, rng) -> None:
    """Hands near each other or the face lose fingers and are noisier, and hands vanish for a while."""
    centres = {side: truth.camera.project(truth.points[:, hands[side]]).mean(axis=1) for side in SIDES}
    face = truth.camera.project(truth.points[:, truth.columns(("nose",))[0]])
    for side in SIDES:
        other = SIDES[1 - SIDES.index(side)]
        behind = truth.points[:, hands[side], 2].mean(axis=1) > truth.points[:, hands[other], 2].mean(axis=1)
        crossing = (np.linalg.norm(centres["left"] - centres["right"], axis=1) < 70) & behind
        near_face = np.linalg.norm(centres[side] - face, axis=1) < 60
        for frame in np.flatnonzero(crossing | near_face):
            lost = np.array(hands[side])[rng.random(21) < (0.5 if crossing[frame] else 0.2)]
            confidence[frame, lost] = 0
            confidence[frame, hands[side]] *= 0.6
            pixels[frame, hands[side]] += rng.normal(0, 4, (21, 2))
    for start, end in _bursts(len(pixels), 0.05 * len(pixels), (4, 13), rng):
        confidence[start:end, hands[SIDES[rng.integers(2)]]] = 0
