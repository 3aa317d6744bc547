"""Lengths of bones that explain most motions, instead of those that explain one motion best.

The most probable length of an arm is too long: an arm that points at the camera is free to turn, and the
longer arms are taken to be, the nearer to the camera every picture puts them. Laplace's approximation counts
the motions: the marginal of what a clip shares has half the log determinant of its frames' Hessian beside it.
"""

import torch
from torch import Tensor

from pipeline.fitting.clip.problem import SHARED, Problem, State
from pipeline.fitting.clip.skeleton import BONE_INDEX, BONES
from pipeline.fitting.clip.step import eliminated
from pipeline.fitting.clip.terms import linearise

_TOGETHER = (
    ("upper_arm", "forearm"),
    tuple(name for name in BONES if name[-1] in "1234"),
)
"""Bones whose lengths are changed together: those of the arms, and those of the hands."""
_CHANGE = 0.02
"""Logarithm of the factor by which they are changed."""


def lean(problem: Problem, state: State) -> Tensor:
    """The gradient (B, SHARED) of the log determinant of the frames' Hessian along lengths of limbs.

    Bones are changed together, and the angles follow as they are most probable then.
    """
    total = torch.zeros_like(state.shared)
    here = eliminated(linearise(problem, state))
    for names in _TOGETHER:
        way = state.shared.new_zeros(SHARED)
        way[[BONE_INDEX[name] for name in names]] = _CHANGE
        longer = State(state.angles + here.border @ way, state.shared + way)
        grown = eliminated(linearise(problem, longer)).log_determinant - here.log_determinant
        total += grown[:, None] * (way > 0) / (_CHANGE * len(names))
    return problem.weights.marginal * total
