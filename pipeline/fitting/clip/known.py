"""What is known of the handshape of a clip before it is looked at, such as that of a letter that is named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import radians

import numpy as np
import torch
from torch import Tensor

from pipeline.fitting.clip.freedoms import FREEDOMS, INDEX, SIDES
from pipeline.fitting.clip.hinges import vectors
from pipeline.fitting.freedoms import HAND
from pipeline.fitting.handshapes import Handshape
from pipeline.keypoints import names


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Normal distributions of the angles of B clips."""

    means: Tensor  # (B, F) radians
    precisions: Tensor  # (B, F), 0 where nothing is known


def build_known(shapes: Sequence[Handshape], arms: Mapping[str, tuple[float, float]], like: Tensor) -> Known:
    """What handshapes (B,) say of either hand; a hand that is not seen may well be held so too.

    arms: mean and standard deviation, in degrees, of freedoms of either arm in all clips.
    """
    own = [freedom.name for freedom in HAND]
    columns = [[INDEX[f"{side}_{name}"] for name in own] for side in SIDES]
    means, precisions = np.zeros((2, len(shapes), len(FREEDOMS)))
    for row, shape in enumerate(shapes):
        beliefs = shape.beliefs()
        usual = [radians(beliefs[name][0]) if name in beliefs else 0.0 for name in own]
        sure = [radians(beliefs[name][1]) ** -2 if name in beliefs else 0.0 for name in own]
        for chosen in columns:
            means[row, chosen], precisions[row, chosen] = vectors(np.array(usual)), sure
    for side in SIDES:
        for name, (mean, spread) in arms.items():
            column = INDEX[f"{side}_{name}"]
            means[:, column], precisions[:, column] = radians(mean), radians(spread) ** -2
    return Known(*(torch.as_tensor(values).to(like) for values in (means, precisions)))


def trust(shape: Handshape, points: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How much of what is seen of `points` (P,) counts when the handshape is known, 0 to 1."""
    own = dict(zip(names.HAND, shape.trust()[1:], strict=True))
    return np.array([own[name.split("_hand_")[1]] if "_hand_" in name else 1.0 for name in points])
