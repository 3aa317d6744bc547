"""The published objective: every term by an exact value, and what its weights do to a fit."""

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from pipeline import cli
from pipeline.body.signers import signer
from pipeline.fitting.clip.kinematics import exponential
from pipeline.fitting.clip.observation import observe
from pipeline.fitting.published import terms
from pipeline.fitting.published.body import build_balls, decoded
from pipeline.fitting.published.fit import _begun, fit_published, loss
from pipeline.fitting.published.weights import PAPER, PUBLISHED, RELEASED
from pipeline.fitting.vposer import VPoser
from pipeline.keypoints.files import save
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

FRAMES = 12


def _theta(frames: int = 1, **values: tuple[float, float, float]) -> torch.Tensor:
    theta = torch.zeros(frames, 21, 3)
    for name, vector in values.items():
        theta[-1, terms.BODY.index(name)] = torch.tensor(vector)
    return theta


def test_every_term_has_its_exact_value() -> None:
    ones = torch.ones(1, 1)
    assert float(terms.geman_mcclure(torch.tensor(100.0))) == 5000
    assert (
        float(terms.reprojection(torch.tensor([[[100.0, 0.0]]]), 0.5 * ones, torch.tensor([2.0]), 500))
        == 20000
    )
    assert float(terms.bonus(torch.tensor([[[100.0, 100.0]]]))) == 10000
    assert float(terms.vposer_prior(torch.full((1, 32), 2.0))) == 128
    assert float(terms.mean_pose_prior(_theta(neck=(0.4, 0, 0)), torch.zeros(21, 3))) == pytest.approx(1)
    assert float(terms.shape_prior(torch.tensor([1.0, 2.0]))) == 5
    assert float(terms.hand_prior(torch.full((1, 30, 3), 1.0))) == 90
    assert float(terms.expression_prior(torch.tensor([[3.0, 4.0]]))) == 25
    assert float(terms.jaw_prior(torch.tensor([[1.0, 1.0, 1.0]]), (1.0, 2.0, 3.0))) == 14
    assert float(terms.collision(torch.tensor([[2.0, -5.0, 1.0]]))) == 5
    assert float(terms.upright_depth(torch.tensor([1.0]), torch.tensor([[0.0, 1.0]]), 1.0)) == 0.5


def test_elbows_and_knees_that_bend_backwards_cost_most() -> None:
    assert float(terms.bending_prior(_theta())) == 4
    for name, axis in (("left_elbow", 1), ("right_elbow", 1), ("left_knee", 0), ("right_knee", 0)):
        sign = 1.0 if name == "left_elbow" else -1.0
        vector = [0.0, 0.0, 0.0]
        vector[axis] = sign
        assert float(terms.bending_prior(_theta(**{name: tuple(vector)}))) == pytest.approx(3 + np.e**2)


def test_the_terms_of_signing_look_at_their_own_joints() -> None:
    assert float(terms.upright_rotation(_theta(spine3=(1, 0, 0)), 1.0)) == 0.5
    assert float(terms.upright_rotation(_theta(neck=(1, 0, 0)))) == 0
    assert [float(value) for value in terms.smooth(_theta(2, left_elbow=(1, 0, 0)), 1.0)] == [0.5, 0.5]
    assert [float(value) for value in terms.smooth(_theta(2, left_wrist=(1, 0, 0)), 1.0)] == [0.5, 0.0]
    bent = _theta(left_elbow=(1, 0, 0))
    assert float(terms.unseen(bent, torch.tensor([[0.65, 1.0]]), rho=1.0)) == 0.5
    assert float(terms.unseen(bent, torch.tensor([[0.7, 0.0]]), rho=1.0)) == 0
    cancelled = _theta(left_elbow=(1, 0, 0), left_wrist=(-1, 0, 0))
    assert float(terms.unseen(cancelled, torch.tensor([[0.0, 0.0]]))) == 0


def test_paper_and_code_differ_in_the_terms_of_signing() -> None:
    assert PUBLISHED == {"paper": PAPER, "released": RELEASED}
    assert (PAPER.unseen, PAPER.upright_rotation, PAPER.smooth) == (3e5, 7e5, 1e3)
    assert (RELEASED.unseen, RELEASED.upright_rotation, RELEASED.smooth) == (3e3, 3e5, 8e3)


def test_vposer_decodes_with_gradients_as_without() -> None:
    rng = np.random.default_rng(1)
    shapes = (8, 32), (8, 8), (126, 8)
    vposer = VPoser(tuple(rng.normal(size=s) for s in shapes), tuple(rng.normal(size=s[0]) for s in shapes))
    latents = torch.tensor(rng.normal(size=(3, 32)), requires_grad=True)
    mine = exponential(decoded(vposer, latents))[0].detach()
    theirs = exponential(torch.tensor(vposer.decode(latents.detach().numpy()), dtype=torch.float64))[0]
    assert torch.allclose(mine, theirs, atol=1e-3)
    decoded(vposer, latents).sum().backward()
    assert latents.grad is not None and latents.grad.abs().sum() > 0


def test_every_weight_moves_the_objective() -> None:
    truth = sample_truth(3, FRAMES)
    observed = observe(detect(truth, 3, Faults(noise=2.0)), depth=False)
    scene, unknowns = _begun(build_balls(signer("woman")), observed, 720, None)
    scene.confidence[:3] *= 0.5
    generator = torch.Generator().manual_seed(1)
    for field in fields(unknowns):
        values = getattr(unknowns, field.name)
        values += 0.1 * torch.randn(values.shape, generator=generator)
    stage = RELEASED.stages[-1]
    whole = loss(scene, unknowns, RELEASED, stage).double()
    for name in ("upright_rotation", "upright_depth", "smooth", "smooth_upper", "unseen", "bonus", "bending"):
        assert loss(scene, unknowns, replace(RELEASED, **{name: 0.0}), stage) < whole, name
    for name in ("body", "shape", "expression", "hand_prior", "hands", "face"):
        assert loss(scene, unknowns, RELEASED, replace(stage, **{name: 0.0})) < whole, name
    assert loss(scene, unknowns, RELEASED, replace(stage, jaw=(0.0, 0.0, 0.0))) < whole
    crossed = replace(unknowns, hands=unknowns.hands + 1.5)
    heavy = replace(stage, collision=1e9)
    assert loss(scene, crossed, RELEASED, heavy) > loss(scene, crossed, RELEASED, stage)


def test_a_clip_is_fitted_and_smoothness_shows() -> None:
    clip = detect(sample_truth(3, FRAMES), 3, Faults(noise=2.0))
    still = replace(RELEASED, smooth=8e8)
    moves = []
    for weights in (RELEASED, still):
        fit = fit_published([clip], signer("woman"), weights, iterations=12)[0]
        assert fit.motion.frames == FRAMES and np.isfinite(fit.points).all() and np.isfinite(fit.angles).all()
        moves.append(np.abs(np.diff(fit.motion.pose[:, 1:22], axis=0)).mean())
    assert moves[1] < 0.2 * moves[0]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ((), "add --objective paper"),
        (("--objective", "released"), "TR00_E096.pt"),
    ],
)
def test_a_vposer_file_out_of_place_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], complaint: str
) -> None:
    save(detect(sample_truth(3, FRAMES), 3, Faults()), tmp_path / "sign.npz")
    out, prior = str(tmp_path / "out"), str(tmp_path / "none.pt")
    assert cli.main(["fit", str(tmp_path / "sign.npz"), "-o", out, "--vposer", prior, *options]) == 1
    assert complaint in capsys.readouterr().err
