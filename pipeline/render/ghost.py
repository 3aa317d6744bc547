"""Ghosts: other poses of the signer, seen through, to judge a movement by (onion skin)."""

from dataclasses import dataclass, replace

from pipeline.render.lights import Lights, Triple
from pipeline.render.mesh import Floats

EARLIER: Triple = (1.25, 0.75, 0.55)
LATER: Triple = (0.55, 0.85, 1.35)
"""What the lights on ghosts of before and after are multiplied by: warm and cool, which people with any
colour vision tell apart by brightness too."""


@dataclass(frozen=True, slots=True, eq=False)
class Ghost:
    """One frame of a `Performance`: (55, 3, 4) and (C,). Drawn through at `strength` from 0 to 1."""

    transforms: Floats
    coefficients: Floats
    strength: float = 1.0
    later: bool = False  # than the pose it is shown beside


def tinted(lights: Lights, ghost: Ghost) -> Lights:
    """The lights that a ghost stands in."""
    tint = LATER if ghost.later else EARLIER
    return replace(
        lights,
        key_colour=_times(lights.key_colour, tint),
        fill_colour=_times(lights.fill_colour, tint),
        rim_colour=_times(lights.rim_colour, tint),
        sky=_times(lights.sky, tint),
        ground=_times(lights.ground, tint),
    )


def _times(colour: Triple, tint: Triple) -> Triple:
    return colour[0] * tint[0], colour[1] * tint[1], colour[2] * tint[2]
