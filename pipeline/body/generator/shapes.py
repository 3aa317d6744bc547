"""Ten ways in which a signer's body can differ: the first columns of `shapedirs`."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from pipeline.body.generator.figure import Figure, another_body
from pipeline.body.generator.looks import Look
from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.phenotype import Phenotype
from pipeline.motion import joints

Axis = Literal["height", "weight", "gender", "muscle", "age", "proportions", "african", "asian"]
_AXES: dict[Axis, tuple[float, float]] = {
    "height": (0.10, 1),
    "weight": (0.45, 3),
    "gender": (0.50, 1),
    "muscle": (0.45, 3),
    "age": (0.33, 1),
    "proportions": (0.45, 2),
    "african": (2.0, 3),
    "asian": (2.0, 3),
}
"""Half the sampled range of each phenotype axis, and how much of it three units of its beta are."""
_ONE_SIDED = ("age", "african", "asian")
_LOCAL = {
    "hand_size": (1, ("hands/l-hand-scale-{}", "hands/r-hand-scale-{}")),
    "arm_length": (1, ("arms/measure-upperarm-length-{}", "arms/measure-lowerarm-length-{}")),
}
NAMES = (*_AXES, *_LOCAL)


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """What one unit of each beta adds to vertices and joints."""

    vertices: Array  # (V, 3, 10)
    joints: Array  # (55, 3, 10)


def build(figure: Figure, look: Look) -> Shapes:
    """The shape directions of a figure; spine3 stays in place, so that nobody floats off.

    Directions of phenotype axes are made orthogonal in their order (Gram-Schmidt without scaling).
    """
    own = look.phenotype
    samples = [_between(figure, look, *_ends(own, axis), scale) for axis, (_, scale) in _AXES.items()]
    for scale, targets in _LOCAL.values():
        less, more = (
            replace(own, details=(*own.details, *((target.format(way), 1.0) for target in targets)))
            for way in ("decr", "incr")
        )
        samples.append(_between(figure, look, less, more, scale))
    for column in range(1, len(_AXES)):
        for before in range(column):
            kept, changed = samples[before], samples[column]
            share = (kept[0] * changed[0]).sum() / (kept[0] ** 2).sum()
            samples[column] = (changed[0] - share * kept[0], changed[1] - share * kept[1])
    return Shapes(np.stack([each[0] for each in samples], -1), np.stack([each[1] for each in samples], -1))


def _ends(own: Phenotype, axis: Axis) -> tuple[Phenotype, Phenotype]:
    value, (half, _) = getattr(own, axis), _AXES[axis]
    low = value if axis in _ONE_SIDED else max(value - half, 0)
    high = value + half if axis in ("african", "asian") else min(value + half, 1)
    return _with(own, axis, low), _with(own, axis, high)


def _with(own: Phenotype, axis: Axis, value: float) -> Phenotype:
    changed: dict[str, float] = {axis: value}
    return replace(own, **changed)  # type: ignore[arg-type]


def _between(
    figure: Figure, look: Look, less: Phenotype, more: Phenotype, scale: float
) -> tuple[Array, Array]:
    """A sixth of the way from one body to another, for betas from -3 to 3."""
    (before, before_joints), (after, after_joints) = (
        another_body(figure, each, look) for each in (less, more)
    )
    anchor = joints.INDEX["spine3"]
    drift = after_joints[anchor] - before_joints[anchor]
    step = scale / 6
    return (after - before - drift) * step, (after_joints - before_joints - drift) * step
