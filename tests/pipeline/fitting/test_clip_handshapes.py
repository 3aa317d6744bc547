"""The mixture of handshapes is a probability, and its pull the slope of that."""

import pytest
import torch

from pipeline.fitting.clip.freedoms import FREEDOMS
from pipeline.fitting.clip.handshapes import Shapes, build_shapes, mixture


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return build_shapes("cpu", torch.float64)


def _hands(shapes: Shapes, *shape: int) -> torch.Tensor:
    """One frame with both hands in shapes of the library."""
    angles = torch.zeros(1, 1, len(FREEDOMS), dtype=torch.float64)
    angles[..., shapes.columns] = shapes.means[list(shape)]
    return angles


def test_the_cost_is_that_of_a_mixture_of_normals(shapes: Shapes):
    angles = _hands(shapes, 3, -1) + 0.05
    expected = torch.zeros((), dtype=torch.float64)
    for columns in shapes.columns:
        hand = angles[0, 0, columns]
        scores = [
            weight - 0.5 * (precision * (hand - mean) ** 2).sum()
            for weight, precision, mean in zip(shapes.weights, shapes.precisions, shapes.means, strict=True)
        ]
        expected = expected - 2 * torch.stack(scores).logsumexp(dim=0)
    torch.testing.assert_close(mixture(shapes, angles)[0][0, 0], expected)


def test_the_pull_is_half_the_slope_of_the_cost(shapes: Shapes):
    angles = (_hands(shapes, 5, 20) + 0.1).requires_grad_()
    cost, pull, stiffness = mixture(shapes, angles)
    (slope,) = torch.autograd.grad(cost.sum(), angles)
    torch.testing.assert_close(pull, slope[..., shapes.columns] / 2)
    assert (stiffness > 0).all()


def test_a_hand_of_the_library_is_likelier_than_one_between_two(shapes: Shapes):
    held, other = _hands(shapes, 0, 0), _hands(shapes, 2, 2)
    between = (held + other) / 2
    costs = [float(mixture(shapes, angles)[0]) for angles in (held, other, between)]
    assert costs[2] > max(costs[:2])
