"""What a MakeHuman body looks like: a few numbers from 0 to 1, turned into vertices."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from pipeline.body.generator.makehuman import Array, MakeHuman

_ANCHORS: dict[str, tuple[str, ...]] = {
    "gender": ("male", "female"),
    "age": ("newborn", "baby", "child", "young", "old"),
    "muscle": ("minmuscle", "averagemuscle", "maxmuscle"),
    "weight": ("minweight", "averageweight", "maxweight"),
    "height": ("minheight", "maxheight"),
    "proportions": ("idealproportions", "uncommonproportions"),
    "cupsize": ("mincup", "averagecup", "maxcup"),
    "firmness": ("minfirmness", "averagefirmness", "maxfirmness"),
}
_LOWEST = {"age": -1 / 3}


@dataclass(frozen=True, slots=True)
class Phenotype:
    """Shares of MakeHuman's macro targets. Gender 1 is female; age 2/3 is a young adult, 1 is old.

    `details` are local targets by name with their strength.
    """

    gender: float = 0.5
    age: float = 2 / 3
    muscle: float = 0.5
    weight: float = 0.5
    height: float = 0.5
    proportions: float = 0.5
    cupsize: float = 0.5
    firmness: float = 0.5
    african: float = 1.0
    asian: float = 1.0
    caucasian: float = 1.0
    details: tuple[tuple[str, float], ...] = ()


def vertices(source: MakeHuman, phenotype: Phenotype) -> Array:
    """The base mesh (N, 3) of a phenotype: every target counts by the product of its shares."""
    out = source.vertices.copy()
    for name, share in (*_macro_targets(phenotype), *phenotype.details):
        if source.has_target(name):
            index, delta = source.target(name)
            out[index] += share * delta
    return out


def _shares(phenotype: Phenotype, axis: str) -> list[tuple[str, float]]:
    """The two anchors of an axis around its value, by linear interpolation."""
    names = _ANCHORS[axis]
    anchors = np.linspace(_LOWEST.get(axis, 0.0), 1, len(names))
    value = np.clip(getattr(phenotype, axis), anchors[0], anchors[-1])
    right = int(np.clip(np.searchsorted(anchors, value, side="right"), 1, len(names) - 1))
    part = float((value - anchors[right - 1]) / (anchors[right] - anchors[right - 1]))
    both = ((names[right - 1], 1 - part), (names[right], part))
    return [(name, share) for name, share in both if share > 1e-9]


def _macro_targets(phenotype: Phenotype) -> list[tuple[str, float]]:
    shares = {axis: _shares(phenotype, axis) for axis in _ANCHORS}
    races = ("african", "asian", "caucasian")
    total = sum(getattr(phenotype, race) for race in races)
    found: list[tuple[str, float]] = []
    for (gender, by_gender), (age, by_age) in product(shares["gender"], shares["age"]):
        grown = by_gender * by_age
        found += [
            (f"macrodetails/{race}-{gender}-{age}", grown * getattr(phenotype, race) / total)
            for race in races
        ]
        for (muscle, by_muscle), (weight, by_weight) in product(shares["muscle"], shares["weight"]):
            body, share = f"{age}-{muscle}-{weight}", grown * by_muscle * by_weight
            found.append((f"macrodetails/universal-{gender}-{body}", share))
            for folder in ("height", "proportions"):
                found += [
                    (f"macrodetails/{folder}/{gender}-{body}-{name}", share * part)
                    for name, part in shares[folder]
                ]
            if gender == "female":
                found += [
                    (f"breast/female-{body}-{cup}-{firmness}", share * by_cup * by_firmness)
                    for (cup, by_cup), (firmness, by_firmness) in product(
                        shares["cupsize"], shares["firmness"]
                    )
                ]
    return found
