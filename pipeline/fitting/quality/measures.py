"""How well a clip was seen and how well its fit follows: one function per figure.

Lengths in the picture are in percent of the shoulders' breadth.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.evaluation.metrics import noise
from pipeline.fitting.clip.face import FACE
from pipeline.fitting.clip.fit import ClipFit
from pipeline.fitting.clip.freedoms import CARRIED, FREEDOMS
from pipeline.fitting.clip.skeleton import HIPS, POINTS
from pipeline.keypoints import names
from pipeline.keypoints.cleaning import breadth
from pipeline.keypoints.layouts import convert
from pipeline.motion import joints
from pipeline.motion.motion import Motion

Array = NDArray[np.float32]
Flags = NDArray[np.bool_]

SIDES = names.SIDES
PARTS: dict[str, tuple[str, ...]] = {
    "head": FACE,
    "body": (*(f"{side}_{part}" for part in ("shoulder", "elbow", "wrist") for side in SIDES), *HIPS),
    **{f"{side} hand": names.hand(side) for side in SIDES},
}
"""The points of the parts that are told apart."""
_COLUMNS = {part: [POINTS.index(name) for name in members] for part, members in PARTS.items()}

SURE = 0.3
"""Confidence from which the body's wrist says where a hand is that was not seen."""
LOWERED = 1.15
"""Breadths below the shoulders from which a hand counts as hanging."""
BEYOND = np.radians(2.0)
"""Angle past its limit from which a freedom counts as broken."""
THROUGH = 1.0
"""Millimetres, beyond what flesh gives way, from which it counts as going through."""
EXCHANGED = 0.6
"""Share of its error that the other hand's fit must stay below to be the likelier owner of a hand."""


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A fit beside what was seen of it."""

    fit: ClipFit
    places: Array  # (T, P, 2) pixels, in the order of `skeleton.POINTS`
    confidence: Array  # (T, P)
    unit: float  # pixels: the shoulders' breadth

    @property
    def distances(self) -> Array:
        """How far the fit is from what was seen (T, P), in percent; NaN where nothing was.

        Points that the fit was told better of are left out.
        """
        apart = np.linalg.norm(self.fit.pixels - self.places, axis=-1) * (100 / self.unit)
        return np.where((self.confidence > 0) & self.fit.followed, apart, np.nan).astype(np.float32)


def hand_columns(side: str) -> list[int]:
    """Where the points of a hand are among `skeleton.POINTS`."""
    return _COLUMNS[f"{side} hand"]


def sight(fit: ClipFit) -> Sight:
    """What was seen of a fit."""
    part = convert(fit.cleaning.keypoints, POINTS)
    return Sight(fit, part.points, part.confidence, breadth(fit.cleaning.keypoints))


def errors(seen: Sight, quantile: float) -> dict[str, float | None]:
    """A quantile of the reprojection error of every part, in percent; None for one never seen."""
    distances = seen.distances
    return {part: _quantile(distances[:, columns], quantile) for part, columns in _COLUMNS.items()}


def _quantile(values: Array, quantile: float) -> float | None:
    known = values[np.isfinite(values)]
    return float(np.quantile(known, quantile)) if known.size else None


def confidences(seen: Sight) -> dict[str, float | None]:
    """The detector's mean confidence in the points of every part where it saw them."""
    found: dict[str, float | None] = {}
    for part, columns in _COLUMNS.items():
        sure = seen.confidence[:, columns]
        found[part] = float(sure[sure > 0].mean()) if (sure > 0).any() else None
    return found


def wobble(seen: Sight) -> float | None:
    """The noise of the detector's hand points in percent, by the hand that was seen more; None if never."""
    most = max(SIDES, key=lambda side: (seen.confidence[:, hand_columns(side)] > 0).sum())
    columns = hand_columns(most)
    size = noise(seen.places[:, columns].astype(np.float64), seen.confidence[:, columns] > 0)
    return None if np.isnan(size) else 100 * size / seen.unit


def jitter(fit: ClipFit) -> dict[str, float | None]:
    """The noise left in the fitted hands, in millimetres."""
    found: dict[str, float | None] = {}
    for side in SIDES:
        places = fit.points[:, hand_columns(side)].astype(np.float64)
        size = noise(places, np.ones(places.shape[:2], bool))
        found[f"{side} hand"] = None if np.isnan(size) else 1e3 * size
    return found


def broken_limits(fit: ClipFit) -> dict[str, float]:
    """The share of angles past their limits, and by how many degrees the worst is."""
    low, high = (np.array([getattr(freedom, end) for freedom in FREEDOMS]) for end in ("low", "high"))
    past = np.maximum(np.maximum(low - fit.angles, fit.angles - high), 0)[:, CARRIED:]
    return {"share": float((past > BEYOND).mean()), "worst": float(np.degrees(past.max(initial=0)))}


def lean(motion: Motion, body: BodyModel) -> Array:
    """How far forward the trunk leans (T,), in degrees from how it stands at rest."""
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)
    up, rest = (at[..., joints.INDEX["neck"], :] - at[..., 0, :] for at in (places, body.rest_joints))
    turned = np.arctan2(up[:, 2], up[:, 1]) - np.arctan2(rest[2], rest[1])
    degrees: Array = np.degrees(turned).astype(np.float32)
    return degrees


def penetrations(fit: ClipFit, body: BodyModel) -> dict[str, float]:
    """How deep flesh goes through flesh: the share of frames in which it does, mean and deepest in mm."""
    deepest = penetration(body, fit.motion).worst
    return {
        "share": float((deepest > THROUGH).mean()),
        "mean": float(deepest.mean()),
        "deepest": float(deepest.max(initial=0)),
    }


def moves(fit: ClipFit) -> dict[str, float]:
    """How far the last pass moved wrists out of flesh or onto it: share of frames, and most in mm.

    The most is told across the picture, and in all.
    """
    sizes = 1e3 * np.linalg.norm(fit.moved, axis=-1).max(axis=1)
    across = 1e3 * np.linalg.norm(fit.moved[..., :2], axis=-1).max(axis=1)
    return {
        "share": float((sizes > THROUGH).mean()),
        "across": float(across.max(initial=0)),
        "most": float(sizes.max(initial=0)),
    }


def expected(seen: Sight) -> dict[str, Flags]:
    """By side, the frames (T,) in which the hand should have been seen.

    It should where it was, where its wrist is in the picture above the waist, and, if it ever is,
    where nobody was found at all.
    """
    picture = seen.fit.cleaning.keypoints
    size = np.array([picture.width, picture.height])
    shoulders = seen.places[:, [POINTS.index(f"{side}_shoulder") for side in SIDES], 1].mean(axis=1)
    lost = ~(seen.confidence > 0).any(axis=1)
    found = {}
    for side in SIDES:
        wrist = POINTS.index(f"{side}_wrist")
        place = seen.places[:, wrist]
        inside = ((place >= 0) & (place < size)).all(axis=1) & (seen.confidence[:, wrist] >= SURE)
        raised = inside & (place[:, 1] < shoulders + LOWERED * seen.unit)
        there = raised | ~seen.fit.guessed[side]
        found[side] = np.asarray(there | (lost & there.any()))
    return found


def idle_sides(seen: Sight) -> tuple[str, ...]:
    """The arms whose hand should have been seen in no frame: they take no part."""
    return tuple(side for side, frames in expected(seen).items() if not frames.any())


def guessed(seen: Sight) -> dict[str, Flags]:
    """By side, the frames (T,) in which the hand should have been seen and is interpolated."""
    return {side: there & seen.fit.guessed[side] for side, there in expected(seen).items()}


def suspected(seen: Sight) -> Flags:
    """The frames (T,) in which each hand lies nearer to the fit of the other one."""
    both = ~(seen.fit.guessed["left"] | seen.fit.guessed["right"])
    own, other = np.zeros(len(both)), np.zeros(len(both))
    pixels = seen.fit.pixels
    for side, opposite in (SIDES, SIDES[::-1]):
        columns, theirs = hand_columns(side), hand_columns(opposite)
        sure = seen.confidence[:, columns] > 0
        count = np.maximum(sure.sum(axis=1), 1)
        for total, fitted in ((own, columns), (other, theirs)):
            apart = np.linalg.norm(pixels[:, fitted] - seen.places[:, columns], axis=-1)
            total += (apart * sure).sum(axis=1) / count
    return np.asarray(both & (other < EXCHANGED * own))
