"""The cost of a clip and its model: the gradient is that of the cost, and every term pulls its way."""

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.fitting.chain import arm_chain
from pipeline.fitting.fit import usual_belief
from pipeline.fitting.freedoms import FINGERS, FREEDOMS, INDEX
from pipeline.fitting.observation import observe, usual_stretch
from pipeline.fitting.terms import SHARED, Problem, Unknowns, cost, linearise, stretch_precision
from pipeline.keypoints.landmarks import Landmarks
from pipeline.motion import joints

Film = Callable[..., Landmarks]
SHOULDERS = [joints.INDEX["left_shoulder"], joints.INDEX["right_shoulder"]]


@pytest.fixture(scope="module")
def problem(film: Film, signing: Callable[..., np.ndarray], rest_joints: np.ndarray) -> Problem:
    chain = arm_chain(rest_joints, "right")
    seen = observe(film(signing(6), noise=2.0), chain, rest_joints[SHOULDERS])
    return Problem(chain, seen, usual_belief(), usual_stretch(chain), stretch_precision(known=False), 6.0)


def somewhere(problem: Problem) -> Unknowns:
    """Unknowns away from every minimum, some angles beyond their limits, the fingers not spread."""
    random = np.random.default_rng(5)
    angles = np.array([freedom.usual for freedom in FREEDOMS]) + 0.5 * random.normal(size=(6, len(FREEDOMS)))
    angles[:, [INDEX[f"{finger}_abduction"] for finger in FINGERS]] = 0
    return Unknowns(angles, np.append(problem.usual_stretch, 0.0) + 0.1 * random.normal(size=SHARED))


def test_the_gradient_is_that_of_the_cost(problem: Problem) -> None:
    here, step = somewhere(problem), 1e-6
    model, random = linearise(problem, here), np.random.default_rng(6)
    for _ in range(8):
        turned, shared = random.normal(size=here.angles.shape), random.normal(size=SHARED)
        ahead = cost(problem, Unknowns(here.angles + step * turned, here.shared + step * shared))
        behind = cost(problem, Unknowns(here.angles - step * turned, here.shared - step * shared))
        expected = np.sum(model.gradient * turned) + np.sum(model.shared_gradient * shared)
        assert (ahead - behind) / (4 * step) == pytest.approx(expected, rel=1e-4)


def test_a_spread_finger_costs_more_the_more_it_is_bent(problem: Problem) -> None:
    straight, bent = somewhere(problem), somewhere(problem)

    def price(base: Unknowns, flexion: float) -> float:
        angles = base.angles.copy()
        angles[:, INDEX["index_mcp"]] = flexion
        together = cost(problem, Unknowns(angles, base.shared))
        angles[:, INDEX["index_abduction"]] = 0.2
        return cost(problem, Unknowns(angles, base.shared)) - together

    assert price(bent, 1.2) > price(straight, 0.0) + 20
