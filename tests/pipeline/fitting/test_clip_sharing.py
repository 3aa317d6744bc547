"""What windows share is solved for as one: the same as a dense system over all of it says."""

import torch

from pipeline.fitting.clip.kinematics import G
from pipeline.fitting.clip.problem import SHARED
from pipeline.fitting.clip.sharing import Sharing, build_sharing

_CLIPS = [0, 0, 1, 2, 3]
_SIGNERS = ["ada", "ada", "ada", "bob", "bob"]


def _sharing(held: torch.Tensor | None = None) -> Sharing:
    held = torch.zeros(len(_CLIPS), SHARED, dtype=torch.float64) if held is None else held
    return build_sharing(_CLIPS, _SIGNERS, held)


def _systems() -> tuple[torch.Tensor, torch.Tensor]:
    random = torch.Generator().manual_seed(1)
    rows = torch.randn(len(_CLIPS), 2 * SHARED, SHARED, generator=random, dtype=torch.float64)
    force = torch.randn(len(_CLIPS), SHARED, generator=random, dtype=torch.float64)
    return rows.transpose(1, 2) @ rows, force


def _places() -> torch.Tensor:
    """Where in the dense system each window's unknowns are: (B, SHARED)."""
    signers, count = sorted(set(_SIGNERS)), SHARED - G
    bones = [[signers.index(signer) * G + bone for bone in range(G)] for signer in _SIGNERS]
    return torch.tensor(
        [own + [2 * G + clip * count + unknown for unknown in range(count)]
         for own, clip in zip(bones, _CLIPS, strict=True)]
    )  # fmt: skip


def test_a_step_is_that_of_the_dense_system():
    schur, force = _systems()
    places = _places()
    size = int(places.max()) + 1
    matrix, right = torch.zeros(size, size, dtype=torch.float64), torch.zeros(size, dtype=torch.float64)
    for own, system, pulled in zip(places, schur, force, strict=True):
        matrix[own[:, None], own] += system
        right[own] += pulled
    expected = torch.linalg.solve(matrix, -right)[places]
    torch.testing.assert_close(_sharing().step(schur, force), expected)


def test_what_is_held_does_not_move_and_does_not_disturb():
    schur, force = _systems()
    held = torch.zeros(len(_CLIPS), SHARED, dtype=torch.float64)
    held[:, :G] = 1
    step = _sharing(held).step(schur, force)
    assert (step[:, :G] == 0).all()
    first = torch.linalg.solve((schur[0] + schur[1])[G:, G:], -(force[0] + force[1])[G:])
    torch.testing.assert_close(step[0, G:], first)


def test_the_windows_of_a_clip_bear_a_belief_together_once():
    shares = _sharing().shares
    assert torch.allclose(shares[:2].sum(0), torch.ones(SHARED, dtype=torch.float64))
    assert (shares[2] == 1).all()  # another clip of the same signer
