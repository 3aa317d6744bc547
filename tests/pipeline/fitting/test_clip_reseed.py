"""Digits that are bent otherwise where that explains the picture better."""

from dataclasses import replace
from itertools import product
from math import radians

import pytest
import torch

from pipeline.body.signers import signer
from pipeline.fitting.clip import reseed as reseeding
from pipeline.fitting.clip import solver
from pipeline.fitting.clip.fit import _model
from pipeline.fitting.clip.freedoms import INDEX
from pipeline.fitting.clip.observation import gather, observe
from pipeline.fitting.clip.problem import FOCAL, SHARED, Problem, State, Weights
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.sightings import posed
from pipeline.fitting.clip.windows import Window
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

_FRAMES = 8

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def problem() -> Problem:
    clip = detect(sample_truth(3, _FRAMES + 2), 3, Faults())
    model = _model(signer("woman"), Weights(), "cpu")
    like = model.tables.usual
    seen = gather([observe(clip)] * 2, [Window(0, 0, _FRAMES), Window(1, 2, _FRAMES + 2)], "cpu", like.dtype)
    sharing = build_sharing([0, 1], [0, 1], like.new_zeros(2, SHARED))
    return Problem(model.rig, seen, model.tables, model.weights, sharing)


def _varied(problem: Problem) -> State:
    """A state whose clips differ in every angle and length."""
    random = torch.Generator().manual_seed(1)
    begun = solver.start(problem)
    return State(
        begun.angles + 0.2 * torch.randn(begun.angles.shape, generator=random),
        0.1 * torch.randn(begun.shared.shape, generator=random),
    )


@pytest.mark.parametrize("kind", [reseeding._FINGERS, reseeding._THUMBS], ids=["fingers", "thumbs"])
def test_digits_tried_reach_where_the_whole_body_posed_so_has_them(problem: Problem, kind: reseeding._Kind):
    state = _varied(problem)
    reached = reseeding._reached(problem, state, posed(problem, state), kind)
    bends = [near + far for near, far in product(kind.near, kind.far)]
    assert reached.shape[2:] == (len(kind.owners), 1 + len(bends), 3, 3)
    for option in (0, 1, len(bends) // 2, len(bends)):
        angles = state.angles.clone()
        if option:
            angles[..., kind.freedoms] = torch.tensor(bends[option - 1]) * radians(1)
        points = posed(problem, State(angles, state.shared)).points.reshape(2, _FRAMES, -1, 3)
        expected = points[:, :, kind.points[:, 1:]] - points[:, :, kind.wrists, None]
        torch.testing.assert_close(reached[:, :, :, option], expected, atol=1e-5, rtol=1e-4)


def test_a_finger_that_the_picture_shows_bent_is_bent(problem: Problem):
    """Everything else stays as it is, and the other clip, whose picture shows the state itself."""
    state = _varied(problem)
    columns = [INDEX[f"left_middle_{joint}"] for joint in ("mcp", "pip", "dip")]
    state.angles[..., columns] = torch.tensor([0.0, 0.1, 0.1])
    bent = state.angles.clone()
    bent[0][:, columns] = torch.tensor([55.0, 68.0, 41.0]) * radians(1)
    shown = posed(problem, State(bent, state.shared)).points.reshape(2, _FRAMES, -1, 3)
    focal = problem.seen.focal * torch.exp(state.shared[:, FOCAL])
    pixels = focal[:, None, None, None] * shown[..., :2] / -shown[..., 2:]
    seen = replace(problem.seen, pixels=pixels, weights=torch.ones_like(problem.seen.weights), deep=False)
    found = reseeding.reseed(replace(problem, seen=seen), state, cutoff=8.0)
    torch.testing.assert_close(found.angles[0][:, columns], bent[0][:, columns], atol=0.02, rtol=0)
    assert torch.equal(found.angles[1], state.angles[1])
