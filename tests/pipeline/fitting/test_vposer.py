"""VPoser's decoder: random weights against PyTorch's own layers, and files that are something else."""

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from scipy.spatial.transform import Rotation

from pipeline.errors import BadInput
from pipeline.fitting.vposer import load_vposer, orthonormal


def _state(hidden: int = 512, seed: int = 0) -> dict[str, torch.Tensor]:
    torch.manual_seed(seed)
    layers = {"fc1": (32, hidden), "fc2": (hidden, hidden), "out": (hidden, 126)}
    state = {}
    for name, (inputs, outputs) in layers.items():
        layer = torch.nn.Linear(inputs, outputs)
        state[f"bodyprior_dec_{name}.weight"] = layer.weight.detach()
        state[f"bodyprior_dec_{name}.bias"] = layer.bias.detach()
    return state | {"bodyprior_enc_bn1.num_batches_tracked": torch.tensor(3)}


def _decoded(state: dict[str, torch.Tensor], latents: np.ndarray) -> np.ndarray:
    """Rotation matrices (T, 21, 3, 3) by PyTorch and, for the columns, by Gram and Schmidt as QR does it."""
    values = torch.tensor(latents)
    for name in ("fc1", "fc2", "out"):
        weight, bias = (state[f"bodyprior_dec_{name}.{part}"].double() for part in ("weight", "bias"))
        values = torch.nn.functional.linear(values, weight, bias)
        values = values if name == "out" else torch.nn.functional.leaky_relu(values, 0.2)
    columns = values.reshape(-1, 3, 2).numpy()
    found = []
    for pair in columns:
        q, r = np.linalg.qr(pair)
        q = q * np.sign(np.diag(r))
        found.append(np.column_stack([q, np.cross(q[:, 0], q[:, 1])]))
    return np.array(found).reshape(-1, 21, 3, 3)


@pytest.mark.parametrize("suffix", [".pt", ".safetensors"])
@pytest.mark.parametrize("prefix", ["", "module."])
def test_poses_are_those_of_the_network(tmp_path: Path, suffix: str, prefix: str) -> None:
    state = _state()
    named = {f"{prefix}{name}": tensor for name, tensor in state.items()}
    path = tmp_path / f"TR00_E096{suffix}"
    save_file(named, path) if suffix == ".safetensors" else torch.save(named, path)
    latents = np.random.default_rng(5).normal(size=(7, 32))
    poses = load_vposer(path).decode(latents)
    assert poses.shape == (7, 21, 3) and poses.dtype == np.float32
    found = Rotation.from_rotvec(poses.reshape(-1, 3)).as_matrix().reshape(7, 21, 3, 3)
    np.testing.assert_allclose(found, _decoded(state, latents), atol=2e-6)


def test_columns_are_interleaved() -> None:
    turned = Rotation.from_rotvec([0.3, -0.5, 0.2]).as_matrix()
    flat = np.array([turned[row, column] for row in range(3) for column in range(2)])
    np.testing.assert_allclose(orthonormal(2.5 * flat.reshape(3, 2)), turned, atol=1e-12)


def test_columns_of_nothing_give_no_numbers_that_are_not() -> None:
    assert np.isfinite(orthonormal(np.zeros((2, 3, 2)))).all()


class _Malicious:
    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return eval, ("1",)


def test_other_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    wrong = _state(16)
    wrong["bodyprior_dec_out.weight"] = torch.zeros(9, 16)
    broken = _state(16)
    broken["bodyprior_dec_out.bias"] = torch.full((126,), torch.nan)
    files = {
        "v2.pt": ({"decoder_net.0.weight": torch.zeros(3)}, "VPoser v2"),
        "other.pt": ({"weight": torch.zeros(3)}, "no decoder of VPoser v1"),
        "list.pt": ([torch.zeros(3)], "no weights by name"),
        "shape.pt": (wrong, "shapes are not VPoser v1's"),
        "nan.pt": (broken, "not numbers"),
        "code.pt": (_Malicious(), "not a file of PyTorch weights"),
    }
    for name, (content, message) in files.items():
        torch.save(content, tmp_path / name)
        with pytest.raises(BadInput, match=message) as refused:
            load_vposer(tmp_path / name)
        assert "\n" not in str(refused.value)
    for name in ("noise.pt", "noise.safetensors"):
        (tmp_path / name).write_bytes(b"\x80nothing of the sort")
        with pytest.raises(BadInput, match="not a"):
            load_vposer(tmp_path / name)
    with pytest.raises(BadInput, match="There is no file"):
        load_vposer(tmp_path / "absent.pt")
