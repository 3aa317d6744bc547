"""How deep a hand that arrives would go through head, trunk and the other hand, for many turns of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body import penetration
from pipeline.compose import arm as arms
from pipeline.compose.arrival import Arrival, Stage
from pipeline.compose.carry import carried, hand_transforms
from pipeline.compose.figure import Figure, Grasp
from pipeline.compose.overlaps import placed

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """The flesh that a hand and its forearm must not go through, as capsules in the world."""

    side: str
    figure: Figure
    starts: Array  # (C, 3)
    ends: Array  # (C, 3)
    near: Array  # (C,), their radii less what flesh gives way
    hand: tuple[Array, Array]  # both ends (H, 3) of the hand's own in the wrist's frame

    def depths(self, shoulders: Array, wrists: Array, turns: Array, swivel: Array) -> Array:
        """How deep the hand goes at worst, (N,) metres, with wrists (N, 3), turns (N, 3, 3), swivels (N,)."""
        figure = self.figure
        ends = self.hand
        bent = arms.bend(figure.arms[self.side], shoulders, wrists, turns, swivel)
        starts, stops = (
            np.concatenate([joint[:, None], wrists[:, None] + np.einsum("nij,cj->nci", turns, at)], axis=1)
            for joint, at in ((bent.elbow_place, ends[0]), (wrists, ends[1]))
        )
        gaps = penetration.segment_gaps(
            (starts[:, :, None], stops[:, :, None]), (self.starts[None, None], self.ends[None, None])
        )[0]
        radii = figure.flesh.radii[penetration.hand(figure.flesh, self.side)]
        return np.asarray(np.maximum(radii[:, None] + self.near - gaps, 0).max(axis=(1, 2)))


def around(side: str, grasp: Grasp, stage: Stage, base: Arrival | None) -> Around:
    """What is around a hand in a shape: head and trunk, and the other hand where it has arrived."""
    figure, other = stage.figure, "left" if side == "right" else "right"
    flesh = figure.flesh
    kinds = {"head": flesh.named("head", "nose", "neck"), "torso": flesh.named("torso")}
    transforms = stage.transforms
    if base is not None:
        kinds["hands"] = penetration.hand(flesh, other)
        transforms = carried(stage, base, other)
    starts, ends = placed(figure, transforms[None])
    chosen = np.concatenate(list(kinds.values()))
    gives = np.concatenate([np.full(len(which), penetration.GIVES[kind]) for kind, which in kinds.items()])
    hand = penetration.hand(flesh, side)[1:]
    tips = placed(figure, hand_transforms(figure.rest_joints, grasp, side)[None])
    return Around(
        side,
        figure,
        starts[0, chosen],
        ends[0, chosen],
        flesh.radii[chosen] - gives,
        (tips[0][0, hand], tips[1][0, hand]),
    )
