"""A step runs on any device alone: it asks the device for no number, and copies nothing to it."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
import torch
from torch.overrides import TorchFunctionMode

from pipeline.body.signers import signer
from pipeline.fitting.clip import solver
from pipeline.fitting.clip.fit import _model
from pipeline.fitting.clip.observation import gather, observe
from pipeline.fitting.clip.problem import SHARED, Problem, State, Weights
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.terms import evaluate
from pipeline.fitting.clip.windows import Window
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

_FRAMES = 12


class _Apart(TorchFunctionMode):
    """Notes what is copied from the host: tensors that are made of numbers, and lists as indices.

    A device without numbers refuses by itself to be read from.
    """

    def __init__(self) -> None:
        super().__init__()
        self.copied: list[str] = []

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        index = ()
        if func in (torch.Tensor.__getitem__, torch.Tensor.__setitem__):
            index = args[1] if isinstance(args[1], tuple) else (args[1],)
        listed = any(isinstance(part, (list, tuple, range)) for part in index)
        if listed or func in (torch.tensor, torch.Tensor.new_tensor):
            self.copied.append(f"{func.__name__} {index}")
        return func(*args, **(kwargs or {}))


def _there(value: Any) -> Any:
    """A dataclass with its tensors on the device without numbers."""
    if isinstance(value, torch.Tensor):
        return value.to("meta")
    if isinstance(value, (list, tuple)):
        return type(value)(_there(own) for own in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{own.name: _there(getattr(value, own.name)) for own in fields(value)})
    return value


@pytest.fixture(scope="module")
def problem() -> Problem:
    clip = detect(sample_truth(3, _FRAMES), 3, Faults())
    model = _model(signer("woman"), Weights(), "cpu")
    like = model.tables.usual
    sharing = build_sharing([0], [0], like.new_zeros(1, SHARED))
    seen = gather([observe(clip)], [Window(0, 0, _FRAMES)], like.device, like.dtype)
    return Problem(model.rig, seen, model.tables, model.weights, sharing)


def test_a_step_neither_reads_from_its_device_nor_copies_to_it(problem: Problem):
    state: State = _there(solver.start(problem))
    there: Problem = _there(problem)
    damping = torch.full_like(there.seen.focal, 1e-2)
    with torch.no_grad(), _Apart() as apart:
        moved, *_ = solver._stepped(there, state, evaluate(there, state), damping, None)
    assert moved.angles.shape == state.angles.shape
    assert apart.copied == []


def test_where_one_clip_is_better_what_both_come_to_is_known(problem: Problem):
    seen = gather(
        [observe(detect(sample_truth(seed, _FRAMES), seed, Faults())) for seed in (3, 4)],
        [Window(0, 0, _FRAMES), Window(1, 0, _FRAMES)],
        "cpu",
        torch.float32,
    )
    both = replace(problem, seen=seen)
    old = solver.start(both)
    new = State(old.angles + 0.1, old.shared + 0.05)
    better = torch.tensor([True, False])
    kept, at = solver._chosen(better, (new, evaluate(both, new)), (old, evaluate(both, old)))
    assert torch.equal(kept.angles, torch.stack([new.angles[0], old.angles[1]]))
    fresh = evaluate(both, kept)
    torch.testing.assert_close(at.flat, fresh.flat)
    torch.testing.assert_close(at.stance.points, fresh.stance.points)
    torch.testing.assert_close(at.jolts, fresh.jolts)
    torch.testing.assert_close(at.shapes, fresh.shapes)
