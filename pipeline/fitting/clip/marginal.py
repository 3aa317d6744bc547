"""Lengths of bones that explain most motions, instead of those that explain one motion best.

The most probable length of an arm is too long: an arm that points at the camera is free to turn, and the
longer arms are taken to be, the nearer to the camera every picture puts them. The most probable camera is too
near as well. Laplace's approximation counts the
motions: the marginal of what a clip shares has half the log determinant of its frames' Hessian beside it.
"""

from dataclasses import replace

import torch
from torch import Tensor

from pipeline.fitting.clip.problem import FOCAL, SHARED, Problem, State
from pipeline.fitting.clip.skeleton import BONE_INDEX, BONES
from pipeline.fitting.clip.step import eliminated
from pipeline.fitting.clip.terms import evaluate, linearise

_TOGETHER = (
    ([BONE_INDEX["upper_arm"], BONE_INDEX["forearm"]], 0.02),
    ([index for index, name in enumerate(BONES) if name[-1] in "1234"], 0.02),
    ([FOCAL], 0.05),
)
"""What is changed together, and the logarithm of the factor by which: the lengths of the arms, those of the
hands, and the distance of the camera. A smaller one would drown in the rounding of float32, and arms that are
changed by more no longer follow their linear model."""


def lean(problem: Problem, state: State) -> Tensor:
    """The gradient (B, SHARED) of the log determinant of the frames' Hessian along what `_TOGETHER` names.

    The angles follow as they are most probable then.
    """
    total = torch.zeros_like(state.shared)
    here = eliminated(linearise(problem, state, evaluate(problem, state)))
    for columns, change in _TOGETHER:
        way = state.shared.new_zeros(SHARED)
        way[columns] = change
        longer = State(state.angles + here.border @ way, state.shared + way)
        there = linearise(problem, longer, evaluate(problem, longer))
        there = replace(there, border=there.border[..., :0])  # only the determinant is wanted
        grown = eliminated(there).log_determinant - here.log_determinant
        total += grown.to(total.dtype)[:, None] * (way > 0) / (change * len(columns))
    return problem.weights.marginal * total
