"""Corrections of a sign's pose: what is turned, moved or shaped over a stretch of its time."""

from dataclasses import dataclass, replace
from math import hypot, isfinite

import numpy as np
from numpy.typing import NDArray

from pipeline.connector.bridge import minimum_jerk
from pipeline.errors import BadInput
from pipeline.motion import joints

Numbers = NDArray[np.float64]
Quaternion = tuple[float, float, float, float]
Vector = tuple[float, float, float]

SIDES = ("left", "right")
EASE = 0.12
"""Seconds in which a correction comes and goes unless the user wants otherwise."""
BRIEFEST = 0.04
"""Seconds that a correction lasts at least."""
FARTHEST = 1.5
"""Metres that a wrist may be moved."""
_MOMENT = 1e-6
"""Seconds up to which an ease is none."""
_LATEST = 3600.0
"""Seconds of a sign before and after which nothing is corrected."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A joint is turned on by a unit quaternion in its own frame, after what the sign does.

    Raises BadInput for a joint that there is not, and for what is no unit quaternion.
    """

    joint: int
    by: Quaternion

    def __post_init__(self) -> None:
        if not 0 <= self.joint < joints.COUNT:
            raise BadInput(f"A body has joints 0 to {joints.COUNT - 1}, not {self.joint}: turn another.")
        _check_unit(self.by)


@dataclass(frozen=True, slots=True)
class Reach:
    """A wrist is moved by `shift` metres in the frame of the chest, the hand turned as it was.

    Raises BadInput for a side that there is not, and for a way longer than an arm.
    """

    side: str
    shift: Vector

    def __post_init__(self) -> None:
        _check_side(self.side)
        if not (len(self.shift) == 3 and hypot(*self.shift) <= FARTHEST):
            raise BadInput(f"A wrist is moved by at most {FARTHEST:g} m: move it less.")


@dataclass(frozen=True, slots=True)
class Shape:
    """The fingers of a hand take a handshape, whatever they did: 15 unit quaternions in SMPL-X order.

    Raises BadInput for a side or a shape that cannot be.
    """

    side: str
    name: str
    turns: tuple[Quaternion, ...]

    def __post_init__(self) -> None:
        _check_side(self.side)
        if not 0 < len(self.name) <= 80 or len(self.turns) != 15:
            raise BadInput("A handshape has a name and the turns of 15 joints: choose one from the list.")
        for turn in self.turns:
            _check_unit(turn)


Act = Turn | Reach | Shape


@dataclass(frozen=True, slots=True)
class Correction:
    """Something done to a sign from `start` to `end`, in seconds of its motion.

    It grows to its whole over `ease_in` seconds after the start and fades over `ease_out` before the end.
    Joints turn no further than they can, unless it may go `beyond`. Raises BadInput for times that cannot be.
    """

    act: Act
    start: float
    end: float
    ease_in: float = EASE
    ease_out: float = EASE
    enabled: bool = True
    beyond: bool = False

    def __post_init__(self) -> None:
        times = (self.start, self.end, self.ease_in, self.ease_out)
        if not all(isfinite(value) and abs(value) <= _LATEST for value in times):
            raise BadInput("A correction begins and ends within an hour of its sign: give it other times.")
        if self.end - self.start < BRIEFEST - 1e-6:
            raise BadInput(f"A correction lasts at least {BRIEFEST:g} s: make it longer.")
        if self.ease_in < 0 or self.ease_out < 0:
            raise BadInput("A correction has no negative ease: make it 0 or more.")

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start

    @property
    def eases(self) -> tuple[float, float]:
        """Seconds in which it comes and goes: shortened alike where both do not fit into it."""
        share = min(1.0, self.seconds / max(self.ease_in + self.ease_out, 1e-9))
        return self.ease_in * share, self.ease_out * share


Corrections = tuple[Correction, ...]


def weight(correction: Correction, seconds: Numbers) -> Numbers:
    """How far a correction has grown (T,), from 0 to 1, at seconds (T,) of its sign; 0 outside of it."""
    ease_in, ease_out = correction.eases
    since, left = seconds - correction.start, correction.end - seconds
    up = since / ease_in if ease_in > _MOMENT else np.ones_like(since)
    down = left / ease_out if ease_out > _MOMENT else np.ones_like(left)
    grown = minimum_jerk(np.clip(np.minimum(up, down), 0.0, 1.0))
    return np.where((since >= 0) & (left >= 0), grown, 0.0)


def moved(correction: Correction, seconds: float) -> Correction:
    """The same correction later by so many seconds."""
    return replace(correction, start=correction.start + seconds, end=correction.end + seconds)


def trimmed(correction: Correction, start: float | None = None, end: float | None = None) -> Correction:
    """The correction with another beginning or end; it keeps its least length."""
    if start is not None:
        return replace(correction, start=min(start, correction.end - BRIEFEST))
    return replace(correction, end=max(correction.end if end is None else end, correction.start + BRIEFEST))


def reaching(correction: Correction, second: float) -> Correction:
    """The correction, begun earlier or ended later if it must be whole at a second."""
    ease_in, ease_out = correction.eases
    return replace(
        correction,
        start=min(correction.start, second - ease_in),
        end=max(correction.end, second + ease_out),
        ease_in=ease_in,
        ease_out=ease_out,
    )


def over(act: Act, start: float, end: float) -> Correction:
    """Whole from `start` to `end`, a sign's first and last moment: it comes and goes on the ways beside."""
    return Correction(act, start - EASE, max(end, start) + EASE)


def _check_side(side: str) -> None:
    if side not in SIDES:
        raise BadInput(f"A hand is left or right, not {side!r}: choose one.")


def _check_unit(quaternion: Quaternion) -> None:
    if len(quaternion) != 4 or not abs(hypot(*quaternion) - 1) < 1e-3:
        raise BadInput("A turn is a unit quaternion of four numbers (w, x, y, z): give it length 1.")
