"""The quality report of a fitted clip, and the one number that sorts a dictionary from best to worst."""

from dataclasses import dataclass
from math import exp

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.console import Json
from pipeline.fitting.clip.fit import ClipFit
from pipeline.fitting.quality import measures
from pipeline.fitting.quality.measures import SIDES, Sight
from pipeline.keypoints.cleaning import numbers, sentence

TYPICAL: dict[str, float] = {
    "reprojection": 12.0,
    "body": 30.0,
    "noise": 8.0,
    "jitter": 12.0,
    "limits": 0.1,
    "depth": 20.0,
}
"""The figure at which a part of the grade has fallen to 1 / e: percent of the shoulders' breadth, of the
same for body and noise, millimetres, share of angles, millimetres."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What is good and bad about a fit. Percentages are of the shoulders' breadth."""

    frames: int
    breadth: float  # pixels between the shoulders
    reprojection: dict[str, float | None]  # by part, median, percent; None where it was never seen
    worst: dict[str, float | None]  # the 95th percentile of the same
    confidence: dict[str, float | None]  # of the detector, by part, 0 to 1
    noise: float | None  # of the detected hand points, percent
    jitter: dict[str, float | None]  # left in the fitted hands, millimetres
    limits: dict[str, float]  # share of angles past their limits, and the worst in degrees
    penetration: dict[str, float]  # share of frames where flesh goes through flesh, the deepest, millimetres
    moved: dict[str, float]  # share of frames in which hands were moved out of flesh or onto it, most in mm
    lean: float  # median, degrees by which the trunk leans forward
    exchanged: tuple[int, ...]  # frames whose hands were put right
    suspected: tuple[int, ...]  # frames whose hands may still be exchanged
    guessed: dict[str, tuple[int, ...]]  # by side, frames with a hand that was not seen and is interpolated
    lost: tuple[int, ...]  # frames in which nobody was found
    parts: dict[str, float]  # what the grade is the product of, each 0 to 1
    notes: tuple[str, ...]  # for people

    @property
    def grade(self) -> float:
        """0 (useless) to 1 (flawless)."""
        return float(np.prod(list(self.parts.values())))


def judge(fit: ClipFit, body: BodyModel) -> Quality:
    """The report of a fit of a body."""
    seen = measures.sight(fit)
    missing = measures.guessed(seen)
    reprojection = measures.errors(seen, 0.5)
    jitter, limits, noise = measures.jitter(fit), measures.broken_limits(fit), measures.wobble(seen)
    suspected, through = measures.suspected(seen), measures.penetrations(fit, body)
    cleaning = fit.cleaning
    return Quality(
        frames=cleaning.keypoints.frames,
        breadth=seen.unit,
        reprojection=reprojection,
        worst=measures.errors(seen, 0.95),
        confidence=measures.confidences(seen),
        noise=noise,
        jitter=jitter,
        limits=limits,
        penetration=through,
        moved=measures.moves(fit),
        lean=float(np.median(measures.lean(fit.motion, body))),
        exchanged=cleaning.changed,
        suspected=numbers(suspected),
        guessed={side: numbers(frames) for side, frames in missing.items()},
        lost=cleaning.lost,
        parts={
            **_seen_parts(seen, missing),
            "reprojection": _falling("reprojection", _shared(reprojection, seen)),
            "body": _falling("body", reprojection["body"]),
            "noise": _falling("noise", noise),
            "jitter": _falling("jitter", _shared(jitter, seen)),
            "limits": _falling("limits", limits["share"]),
            "penetration": _falling("depth", through["mean"]),
            "owners": float(1 - 0.5 * _share(cleaning.changed, seen) - 0.5 * suspected.mean()),
        },
        notes=(*cleaning.sentences(), *_notes(missing, suspected)),
    )


def _seen_parts(seen: Sight, missing: dict[str, measures.Flags]) -> dict[str, float]:
    """How much of what should have been seen was, and how sure the detector was of it."""
    wanted = measures.expected(seen)
    total = sum(int(frames.sum()) for frames in wanted.values())
    lacking = sum(int(frames.sum()) for frames in missing.values())
    share = 1 - lacking / total if total else 0.0
    sure = _shared(measures.confidences(seen), seen)
    return {"seen": share**1.5, "confidence": 0.5 + 0.5 * sure if sure is not None else 0.5}


def _shared(figures: dict[str, float | None], seen: Sight) -> float | None:
    """The mean of both hands' figures, each as often as the hand was seen."""
    weights = {side: int((~seen.fit.guessed[side]).sum()) for side in SIDES}
    known = [(figures[f"{side} hand"], weights[side]) for side in SIDES if weights[side]]
    pairs = [(figure, weight) for figure, weight in known if figure is not None]
    count = sum(weight for _, weight in pairs)
    return sum(figure * weight for figure, weight in pairs) / count if count else None


def _share(frames: tuple[int, ...], seen: Sight) -> float:
    return len(frames) / len(seen.places)


def _falling(name: str, figure: float | None) -> float:
    """1 for 0 and 1 / e for what is `TYPICAL`; what nobody knows counts as that."""
    return exp(-1.0) if figure is None else exp(-figure / TYPICAL[name])


def _notes(missing: dict[str, measures.Flags], suspected: measures.Flags) -> list[str]:
    found = [(f"the {side} hand was not seen and is interpolated", flags) for side, flags in missing.items()]
    found.append(("left and right hand may be exchanged", suspected))
    return [sentence(what, numbers(flags), len(flags)) for what, flags in found if flags.any()]


def as_json(quality: Quality) -> dict[str, Json]:
    """The report for a file: numbers to four places, frames as numbers."""

    def rounded(values: dict[str, float | None] | dict[str, float]) -> dict[str, Json]:
        return {name: None if value is None else round(value, 4) for name, value in values.items()}

    return {
        "grade": round(quality.grade, 4),
        "parts": rounded(quality.parts),
        "frames": quality.frames,
        "breadth": round(quality.breadth, 2),
        "reprojection": rounded(quality.reprojection),
        "worst": rounded(quality.worst),
        "confidence": rounded(quality.confidence),
        "noise": None if quality.noise is None else round(quality.noise, 4),
        "jitter": rounded(quality.jitter),
        "limits": rounded(quality.limits),
        "penetration": rounded(quality.penetration),
        "moved": rounded(quality.moved),
        "lean": round(quality.lean, 2),
        "exchanged": list(quality.exchanged),
        "suspected": list(quality.suspected),
        "guessed": {side: list(frames) for side, frames in quality.guessed.items()},
        "lost": list(quality.lost),
        "notes": list(quality.notes),
    }
