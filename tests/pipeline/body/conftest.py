"""Bodies in the SMPL-X layout made of random numbers: no model's data, but its every array."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipeline.body.signers import SIGNERS
from pipeline.motion import joints

Arrays = dict[str, Any]


def smplx_arrays(vertices: int, columns: int, seed: int = 0) -> Arrays:
    """A made-up SMPL-X file of double precision, every vertex moved by six joints."""
    chance = np.random.default_rng(seed)
    weights = np.zeros((vertices, joints.COUNT))
    chosen = np.argsort(chance.random(weights.shape), axis=1)[:, :6]
    np.put_along_axis(weights, chosen, chance.dirichlet(np.ones(6), vertices), axis=1)
    regressor = np.zeros((joints.COUNT, vertices))
    nearest = chance.integers(0, vertices, (joints.COUNT, 5))
    np.put_along_axis(regressor, nearest, 0.2, axis=1)
    shapedirs = chance.normal(0, 0.01, (vertices, 3, columns)).astype(np.float32)
    posedirs = np.zeros((vertices, 3, 486), np.float32)
    moved = chance.integers(0, posedirs.size, posedirs.size // 100)
    posedirs.reshape(-1)[moved] = chance.normal(0, 0.01, len(moved))
    parents = np.array(joints.PARENTS, np.int64)
    return {
        "v_template": chance.normal(0, 0.5, (vertices, 3)),
        "f": chance.integers(0, vertices, (2 * vertices, 3)).astype(np.uint32),
        "weights": weights,
        "J_regressor": regressor,
        "kintree_table": np.array([np.where(parents < 0, 2**32 - 1, parents), np.arange(joints.COUNT)]),
        "shapedirs": shapedirs,
        "posedirs": posedirs,
        "hands_componentsl": np.eye(45),
        "hands_componentsr": np.eye(45),
        "hands_meanl": np.linspace(0, 0.4, 45),
        "hands_meanr": np.linspace(0, -0.4, 45),
        "lmk_faces_idx": np.arange(51),
        "lmk_bary_coords": np.full((51, 3), 1 / 3),
        "dynamic_lmk_faces_idx": np.zeros((79, 17), np.int64),
        "dynamic_lmk_bary_coords": np.full((79, 17, 3), 1 / 3),
    }


@pytest.fixture(scope="session")
def arrays() -> Callable[..., Arrays]:
    """`arrays(vertices, columns)` makes the arrays of an SMPL-X file."""
    return smplx_arrays


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """`written(arrays, name)` is the path of an npz file that holds them."""

    def write(content: Arrays, name: str = "SMPLX_NEUTRAL.npz") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(path, **content)
        return path

    return write


@pytest.fixture(params=[shipped.key for shipped in SIGNERS])
def shipped_path(request: pytest.FixtureRequest) -> Path:
    """The file of every shipped signer in turn."""
    return next(shipped.path for shipped in SIGNERS if shipped.key == request.param)
