"""Made-up fits in the published format, and a made-up model that knows a mean hand."""

import pickle  # noqa: TID251  (makes the files that are read)
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from pipeline.signs.records.record import RESULT, ROTATIONS, Record
from tests.pipeline.body.conftest import smplx_arrays


def make_record(name: str, frames: int = 5, seed: int = 0) -> Record:
    """A fit of random numbers of sensible sizes, as SMPLSign-X sees a signer: upside down, far away."""
    chance = np.random.default_rng(seed)
    values = {
        attribute: chance.normal(0, 0.3, (frames, *shape)).astype(np.float32)
        for attribute, shape in (*RESULT.values(), *ROTATIONS.values())
    }
    values["camera_rotation"] = np.tile(np.eye(3, dtype=np.float32), (frames, 1, 1))
    values["camera_translation"] += np.float32([0, 0.5, 38])
    values["orientation"] = values["orientation"] / 5 + np.float32([3.1, 0, 0])
    values["betas"] = np.tile(values["betas"][:1], (frames, 1))
    return Record(name, np.arange(frames, dtype=np.int64), **values)


@pytest.fixture
def record() -> Callable[..., Record]:
    return make_record


def published(record: Record) -> list[list[object]]:
    """The frames of a fit as the published files nest them, written down independently."""
    frames = []
    for index, number in enumerate(record.numbers):
        row = {key: getattr(record, name)[index : index + 1] for key, (name, _) in RESULT.items()}
        turns = {key: getattr(record, name)[index : index + 1] for key, (name, _) in ROTATIONS.items()}
        frames.append(
            [{"result": row}, turns, f"{number:03d}", torch.tensor(record.camera_translation[index])]
        )
    return frames


@pytest.fixture
def pickled(tmp_path: Path) -> Callable[..., Path]:
    """`pickled(value, name)` is the path of a pickle that holds it."""

    def write(value: object, name: str = "made_all.pkl") -> Path:
        path = tmp_path / name
        path.write_bytes(pickle.dumps(value))
        return path

    return write


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A made-up SMPL-X file with a mean hand and orthonormal hand components."""
    path = tmp_path / "SMPLX_NEUTRAL.npz"
    turned = np.linalg.qr(np.random.default_rng(1).normal(size=(45, 45)))[0]
    content = smplx_arrays(200, 20) | {"hands_componentsl": turned, "hands_componentsr": turned.T.copy()}
    np.savez(path, **content)
    return path
