"""Every term of the objective does what it says: switched off, its figure moves.

One short synthetic clip, fitted by one quick stage from the usual pose.
"""

from dataclasses import replace
from math import radians

import numpy as np
import pytest
import torch

from pipeline.body.signers import signer
from pipeline.fitting.clip import marginal, solver
from pipeline.fitting.clip.fit import _model, fit_clip
from pipeline.fitting.clip.freedoms import FREEDOMS, INDEX
from pipeline.fitting.clip.handshapes import mixture
from pipeline.fitting.clip.observation import gather, observe
from pipeline.fitting.clip.problem import DEEP_ORIGINS, DEEP_POINTS, FOCAL, SHARED, Problem, State, Weights
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.sightings import posed
from pipeline.fitting.clip.skeleton import BONES, POINTS
from pipeline.fitting.clip.terms import Equations, cost, evaluate, linearise
from pipeline.fitting.clip.windows import Window
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import Truth, sample_truth

_FRAMES = 16
_QUICK = (
    solver.Stage(5, (40.0, 10.0), (0.15, 0.15), coarse=True),
    solver.Stage(7, (25.0, 6.0), (30.0, 0.15)),
)

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def truth() -> Truth:
    return sample_truth(3, 40)


def _problem(truth: Truth, faults: Faults | None = None, depth: bool = False) -> Problem:
    observed = observe(detect(truth, 3, faults or Faults()), depth)
    model = _model(signer("woman"), Weights(), "cpu")
    like = model.tables.usual
    seen = gather([observed], [Window(0, 12, 12 + _FRAMES)], like.device, like.dtype)
    sharing = build_sharing([0], [0], like.new_zeros(1, SHARED))
    return Problem(model.rig, seen, model.tables, model.weights, sharing)


@pytest.fixture(scope="module")
def problem(truth: Truth) -> Problem:
    return _problem(truth)


def _solved(problem: Problem, stages: tuple[solver.Stage, ...] = _QUICK) -> State:
    with torch.no_grad():
        return solver.solve(problem, solver.start(problem), stages)


@pytest.fixture(scope="module")
def usual(problem: Problem) -> State:
    """The fit with every term."""
    return _solved(problem)


def _linear(problem: Problem, state: State) -> Equations:
    return linearise(problem, state, evaluate(problem, state))


def _with_tables(problem: Problem, **changes: torch.Tensor) -> Problem:
    return replace(problem, tables=replace(problem.tables, **changes))


def _places(problem: Problem, state: State) -> torch.Tensor:
    return posed(problem, state).points.reshape(_FRAMES, len(POINTS), 3)


def test_without_limits_joints_bend_beyond_them(problem: Problem, usual: State):
    elbow = INDEX["right_elbow"]
    high = problem.tables.high.clone()
    high[elbow] = usual.angles[..., elbow].max() - radians(20)
    narrow = _with_tables(problem, high=high)
    free, held = (
        float((_solved(own).angles[..., elbow] - high[elbow]).clamp_min(0).mean())
        for own in (narrow.with_weights(limit=1e4), narrow)
    )
    assert free > 1.5 * held


def test_without_second_differences_the_fit_trembles(problem: Problem, usual: State):
    free = _solved(_with_tables(problem, jolts=problem.tables.jolts * 1e3))
    shaking, steady = (
        float(torch.diff(_places(problem, state), n=2, dim=0).norm(dim=-1).mean()) for state in (free, usual)
    )
    assert shaking > 1.5 * steady


def test_without_couplings_last_joints_leave_the_middle_ones(problem: Problem, usual: State):
    none = torch.zeros_like(problem.tables.couplings)
    apart, coupled = (
        float((state.angles @ problem.tables.rows.T).square().mean())
        for state in (_solved(_with_tables(problem, couplings=none)), usual)
    )
    assert apart > 1.2 * coupled


def test_without_known_handshapes_hands_are_in_less_likely_ones(problem: Problem, usual: State):
    strange, known = (
        float(mixture(problem.tables.shapes, state.angles)[0].mean())
        for state in (_solved(problem.with_weights(handshape=0.0)), usual)
    )
    assert strange > known + 1


def test_a_bent_finger_spreads_less(problem: Problem):
    angles = torch.zeros(1, 2, len(FREEDOMS))
    angles[..., INDEX["left_index_abduction"]] = 0.2
    bent = angles.clone()
    bent[..., INDEX["left_index_mcp"]] = 1.2
    shared = torch.zeros(1, SHARED)
    blind = replace(
        problem,
        seen=replace(
            problem.seen,
            **{
                name: getattr(problem.seen, name)[:, :2]
                for name in ("pixels", "depths", "depth_weights", "turned", "turned_weights")
            },
            weights=torch.zeros_like(problem.seen.weights[:, :2]),
            real=problem.seen.real[:, :2],
        ),
    ).with_weights(handshape=0.0)
    pulls = [
        float(_linear(blind, State(own, shared)).gradient[0, 0, INDEX["left_index_abduction"]])
        for own in (angles, bent)
    ]
    assert pulls[1] > pulls[0] + 1


def test_without_beliefs_what_is_not_seen_is_anywhere(problem: Problem, usual: State):
    """A picture with neither hips nor face: nothing else says how far the trunk leans forward."""
    weights = problem.seen.weights.clone()
    weights[..., : POINTS.index("left_shoulder")] = 0
    blind = replace(problem, seen=replace(problem.seen, weights=weights))
    forward = [INDEX["root_x"], INDEX["spine_x"]]
    free = _with_tables(blind, precision=problem.tables.precision * 1e-8)
    leaning, believed = (float((_solved(own).angles[..., forward]).abs().mean()) for own in (free, blind))
    assert leaning > 2 * believed


def test_without_robustness_outliers_pull_the_fit_away(truth: Truth):
    faults = Faults(outliers=0.06, dropout=0.0)
    problem = _problem(truth, faults)
    plain = tuple(replace(stage, cutoffs=(1e4, 1e4)) for stage in _QUICK)
    clean = _problem(truth, Faults(noise=0.5, outliers=0.0, dropout=0.0)).seen.pixels[0]

    def miss(state: State) -> float:
        places, seen = _places(problem, state), problem.seen
        focal = seen.focal * torch.exp(state.shared[:, FOCAL])
        flat = focal * places[..., :2] / -places[..., 2:]
        return float((flat - clean).norm(dim=-1)[:, POINTS.index("left_shoulder") :].mean())

    assert miss(_solved(problem, plain)) > 1.1 * miss(_solved(problem))


def test_relative_depth_brings_hands_to_their_depth(truth: Truth):
    deep = _problem(truth, depth=True)
    columns = [truth.names.index(name) if name in truth.names else -1 for name in POINTS]
    hands = [index for index, name in enumerate(POINTS) if "_hand_" in name and columns[index] >= 0]
    true = -truth.points[12 : 12 + _FRAMES, [columns[index] for index in hands], 2]
    wrist = POINTS.index("right_hand_wrist")
    off = -truth.points[12 : 12 + _FRAMES, truth.names.index("right_hand_wrist"), 2]
    right = [row for row, index in enumerate(hands) if POINTS[index].startswith("right")]

    def miss(problem: Problem) -> float:
        places = _places(problem, _solved(problem))[..., 2].numpy()
        own = places[:, hands] - places[:, wrist, None]
        return float(np.abs(own - (true - off[:, None]))[:, right].mean())

    blind = replace(
        deep,
        seen=replace(
            deep.seen,
            depth_weights=torch.zeros_like(deep.seen.depth_weights),
            turned_weights=torch.zeros_like(deep.seen.turned_weights),
            deep=False,
        ),
    )
    assert miss(deep) < 0.85 * miss(blind)


def test_the_errors_of_elbow_and_wrist_in_depth_are_told_apart(problem: Problem):
    """Of points that err one by one, what the solver compares errs one by one too, by what it believes."""
    to_points = torch.eye(3)
    rows = [
        to_points[point] - to_points[list(origins)].mean(0) for point, origins in ((1, (0, 0)), (2, (0, 1)))
    ]
    assert (DEEP_POINTS[:2], DEEP_ORIGINS[:2]) == ((1, 2), ((0, 0), (0, 1)))
    spread = problem.weights.arm_depth * torch.stack(rows)
    torch.testing.assert_close(spread @ spread.T, torch.diag(problem.tables.deep[:2] ** 2))


def test_depth_tells_which_shoulder_is_nearer(truth: Truth):
    deep = _problem(truth, depth=True)
    across = []
    for more in (-0.08, 0.08):
        seen = replace(deep.seen, turned=deep.seen.turned + more)
        places = _places(deep, _solved(replace(deep, seen=seen)))[..., 2]
        across.append(
            float(
                (places[:, POINTS.index("left_shoulder")] - places[:, POINTS.index("right_shoulder")]).mean()
            )
        )
    assert across[1] - across[0] > 0.015


def test_without_usual_lengths_bones_are_of_any_length(problem: Problem):
    stages = (*_QUICK, solver.Stage(8, (6.0, 6.0), (0.15, 0.15)))
    free = _solved(_with_tables(problem, shared=problem.tables.shared * 1e-3), stages)
    unusual = [state.shared - problem.tables.expected for state in (free, _solved(problem, stages))]
    sizes = [float((own @ problem.tables.shared * own).sum()) for own in unusual]
    assert sizes[0] > 4 * sizes[1]


def test_a_lens_that_is_known_keeps_its_focal_length(problem: Problem, usual: State):
    precision = problem.tables.shared.clone()
    precision[FOCAL, FOCAL] *= 1e4
    known = _solved(_with_tables(problem, shared=precision))
    assert abs(float(known.shared[0, FOCAL])) < 0.3 * abs(float(usual.shared[0, FOCAL]))


def test_without_the_marginal_arms_are_longer(problem: Problem):
    stages = (*_QUICK, solver.Stage(4, (6.0, 6.0), (0.15, 0.15), marginal=True))
    arms = [BONES.index(name) for name in ("upper_arm", "forearm")]
    longer, shorter = (
        float(_solved(own, stages).shared[0, arms].mean())
        for own in (problem.with_weights(marginal=0.0), problem)
    )
    assert longer > shorter + 0.005


def test_a_camera_too_far_away_comes_to_its_distance_in_a_few_steps(problem: Problem, usual: State):
    stages = (solver.Stage(4, (6.0, 6.0), (0.15, 0.15)),)
    found = _solved(problem, (*_QUICK, *stages))
    wrong = State(found.angles, found.shared.clone())
    wrong.shared[0, FOCAL] += 0.1
    with torch.no_grad():
        again = solver.solve(problem, wrong, stages)
    assert abs(float(again.shared[0, FOCAL] - found.shared[0, FOCAL])) < 0.01


def test_the_marginal_moves_the_camera_away(truth: Truth, monkeypatch: pytest.MonkeyPatch):
    clip = detect(truth, 3, Faults())
    farther = fit_clip(clip, signer("woman"), depth=False).focal
    monkeypatch.setattr(marginal, "_TOGETHER", marginal._TOGETHER[:2])
    assert fit_clip(clip, signer("woman"), depth=False).focal < 0.99 * farther


def test_the_model_has_the_gradient_of_the_cost(truth: Truth):
    problem = _problem(truth, depth=True)
    found = _solved(problem)
    random = torch.Generator().manual_seed(0)
    state = State(
        (found.angles + 0.03 * torch.randn(found.angles.shape, generator=random)).requires_grad_(),
        (found.shared + 0.05 * torch.randn(found.shared.shape, generator=random)).requires_grad_(),
    )
    whole = cost(problem, state, evaluate(problem, state)).sum()
    slopes = torch.autograd.grad(whole, (state.angles, state.shared))
    with torch.no_grad():
        model = _linear(problem, state)
    for own, slope in zip((model.gradient, model.shared_gradient), slopes, strict=True):
        torch.testing.assert_close(own, slope / 2, rtol=1e-3, atol=1e-3 * float(slope.abs().max()))
