"""A step runs on any device alone: it asks the device for no number, and copies nothing to it."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from pipeline.body.signers import signer
from pipeline.fitting.clip import solver
from pipeline.fitting.clip.fit import _model
from pipeline.fitting.clip.observation import gather, observe
from pipeline.fitting.clip.problem import SHARED, Problem, State, Weights
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.windows import Window
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

_FRAMES = 12


class _Apart(TorchDispatchMode):
    """Notes operations between the host and a device that holds no numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.crossing: list[str] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        tensors: list[torch.Tensor] = []
        torch.utils._pytree.tree_map_only(torch.Tensor, tensors.append, (args, kwargs or {}))
        result = func(*args, **(kwargs or {}))
        torch.utils._pytree.tree_map_only(torch.Tensor, tensors.append, result)
        if len({tensor.device.type for tensor in tensors if tensor.dim()}) > 1:
            self.crossing.append(str(func))
        return result


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
        moved, _ = solver._stepped(there, state, damping, shared=True)
    assert moved.angles.shape == state.angles.shape
    assert apart.crossing == []
