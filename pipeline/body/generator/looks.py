"""The signers that are shipped: who they are, what they wear and how their hair lies."""

from dataclasses import dataclass

from pipeline.body.generator.hair import HairStyle
from pipeline.body.generator.phenotype import Phenotype

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """Base colours, sRGB from 0 to 1."""

    skin: Colour
    lip: Colour
    hair: Colour
    brow: Colour
    iris: Colour
    top: Colour
    bottom: Colour = (0.17, 0.17, 0.19)
    shoe: Colour = (0.07, 0.07, 0.075)


@dataclass(frozen=True, slots=True)
class Look:
    """One signer: file name, gender as SMPL-X writes it, body, hair, colours."""

    key: str
    gender: str
    phenotype: Phenotype
    hair: HairStyle
    palette: Palette
    brow: float  # thickness of the eyebrows, 1 is medium
    lashes: float  # how dense they are, 0 to 1
    beard: float  # shadow of a shaved beard, 0 to 1


def _both(target: str, share: float) -> tuple[tuple[str, float], ...]:
    """A local target of either side."""
    return (target.format("l"), share), (target.format("r"), share)


REFERENCE = Phenotype(gender=0.5, height=0.45, proportions=0.65, weight=0.48, muscle=0.52)
"""The body on which the surface is cut for everybody."""

WOMAN = Look(
    "woman",
    "female",
    Phenotype(
        gender=1.0,
        height=0.49,
        proportions=0.7,
        weight=0.45,
        muscle=0.48,
        firmness=0.7,
        cupsize=0.45,
        african=0.8,
        asian=0.8,
        caucasian=1.4,
        details=(
            *_both("arms/{}-upperarm-shoulder-muscle-decr", 0.6),
            *_both("eyes/{}-eye-scale-incr", 0.35),
            ("head/head-oval", 0.45),
            ("forehead/forehead-scale-vert-decr", 0.15),
            ("chin/chin-width-decr", 0.3),
            ("nose/nose-scale-horiz-decr", 0.3),
            ("mouth/mouth-upperlip-volume-incr", 0.3),
        ),
    ),
    HairStyle(
        top=0.027, sides=0.013, pole=(0.0, 0.28, -0.96), clump=0.0007, tousle=0.001, strands=1.0, bun=True
    ),
    Palette(
        skin=(0.765, 0.560, 0.460),
        lip=(0.66, 0.36, 0.34),
        hair=(0.200, 0.120, 0.075),
        brow=(0.150, 0.095, 0.065),
        iris=(0.30, 0.19, 0.10),
        top=(0.095, 0.120, 0.200),
    ),
    brow=1.0,
    lashes=1.0,
    beard=0.0,
)

MAN = Look(
    "man",
    "male",
    Phenotype(
        gender=0.0,
        height=0.42,
        proportions=0.65,
        weight=0.50,
        muscle=0.60,
        details=(
            ("head/head-rectangular", 0.25),
            ("forehead/forehead-scale-vert-decr", 0.15),
            ("chin/chin-width-incr", 0.3),
            ("chin/chin-prominent-incr", 0.3),
            ("mouth/mouth-upperlip-volume-decr", 0.35),
            ("mouth/mouth-lowerlip-volume-decr", 0.25),
            ("nose/nose-hump-incr", 0.3),
        ),
    ),
    HairStyle(
        top=0.038, sides=0.009, pole=(0.0, 0.72, -0.69), clump=0.0012, tousle=0.007, strands=0.3, bun=False
    ),
    Palette(
        skin=(0.640, 0.450, 0.350),
        lip=(0.55, 0.33, 0.30),
        hair=(0.130, 0.092, 0.068),
        brow=(0.085, 0.060, 0.048),
        iris=(0.22, 0.15, 0.09),
        top=(0.085, 0.135, 0.140),
    ),
    brow=1.35,
    lashes=0.55,
    beard=0.35,
)

LOOKS = (WOMAN, MAN)
