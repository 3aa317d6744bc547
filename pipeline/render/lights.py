"""The lamps around the signer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Lights:
    """Where three lamps stand and how bright they are, and what comes from above and below.

    Directions point from the signer to the lamp and need no length; colours are linear and may exceed 1.
    Only the key light casts a shadow.
    """

    key: Triple
    fill: Triple
    rim: Triple
    key_colour: Triple
    fill_colour: Triple
    rim_colour: Triple
    sky: Triple
    ground: Triple


def towards(direction: Triple) -> NDArray[np.float32]:
    """The direction (3,) with length 1."""
    found = np.array(direction, np.float32)
    return found / np.float32(np.linalg.norm(found))


def _bright(colour: Triple, strength: float) -> Triple:
    red, green, blue = colour
    return red * strength, green * strength, blue * strength


WARM, COOL, WHITE = (1.00, 0.965, 0.915), (0.86, 0.91, 1.00), (0.92, 0.96, 1.00)
SKY, GROUND = (0.55, 0.60, 0.68), (0.34, 0.29, 0.26)

STUDIO_LIGHTS = Lights(
    key=(0.42, 0.62, 0.90), fill=(-0.70, 0.10, 0.70), rim=(-0.45, 0.55, -0.80),
    key_colour=_bright(WARM, 1.36), fill_colour=_bright(COOL, 0.46), rim_colour=_bright(WHITE, 0.85),
    sky=_bright(SKY, 0.56), ground=_bright(GROUND, 0.56),
)  # fmt: skip
"""The key comes from the signer's left, so that the shadow of the right hand falls away from face and
chest; the fill is on the right hand's side."""

SOFT_LIGHTS = Lights(
    key=(0.25, 0.55, 1.00), fill=(-0.80, 0.15, 0.60), rim=(-0.45, 0.55, -0.80),
    key_colour=_bright(WHITE, 0.98), fill_colour=_bright(WHITE, 0.72), rim_colour=_bright(WHITE, 0.55),
    sky=_bright(SKY, 0.95), ground=_bright(GROUND, 0.95),
)  # fmt: skip
"""As under a large window: shadows are faint, so that hands before the chest stay easy to tell apart."""

STAGE_LIGHTS = Lights(
    key=(0.75, 0.55, 0.65), fill=(-0.60, 0.05, 0.80), rim=(-0.65, 0.45, -0.65),
    key_colour=_bright(WARM, 1.62), fill_colour=_bright(COOL, 0.24), rim_colour=_bright(WHITE, 1.60),
    sky=_bright(SKY, 0.34), ground=_bright(GROUND, 0.34),
)  # fmt: skip
"""From the side, with bright edges: fingers stand out in relief."""

LIGHTS: dict[str, Lights] = {"studio": STUDIO_LIGHTS, "soft": SOFT_LIGHTS, "stage": STAGE_LIGHTS}


def lights(name: str) -> Lights:
    """The lamps called `name`; raises BadInput for any other."""
    if name not in LIGHTS:
        raise BadInput(f"There are no lights {name!r}: choose {', '.join(LIGHTS)}.")
    return LIGHTS[name]
