"""Onion skin: which other moments of a motion are shown through, and how strongly."""

from dataclasses import dataclass

from pipeline.motion.motion import Motion
from studio.viewport.moment import moment

STRONGEST, FADE = 0.42, 0.62
"""How dense the nearest ghosts are, and how many times less each further one is."""


@dataclass(frozen=True, slots=True)
class Onion:
    """`count` ghosts before and as many after, `spacing` frames apart."""

    count: int = 2
    spacing: int = 4


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """One ghost: a motion of one frame, how dense it is, and whether it comes later."""

    moment: Motion
    strength: float
    later: bool


def skins(motion: Motion, seconds: float, onion: Onion) -> tuple[Skin, ...]:
    """The ghosts around a moment, the nearest first; there are none outside the motion."""
    found = []
    for step in range(1, onion.count + 1):
        away = step * onion.spacing / motion.fps
        for later, at in ((False, seconds - away), (True, seconds + away)):
            if 0.0 <= at <= motion.seconds:
                found.append(Skin(moment(motion, at), STRONGEST * FADE ** (step - 1), later))
    return tuple(found)
