"""The decoder of VPoser, version 1: a body pose from 32 numbers, with weights that the user brings.

A network of two hidden layers with leaky rectifiers (slope 0.2), whose outputs are the first two columns of
21 rotation matrices (Pavlakos et al., Expressive Body Capture, CVPR 2019; Zhou et al., On the Continuity of
Rotation Representations, CVPR 2019). The weights are licensed and not shipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file

from pipeline.errors import BadInput
from pipeline.motion.rotations import matrix_to_axis_angle

Array = NDArray[np.float64]

LATENT, BODY_JOINTS = 32, 21
SLOPE = 0.2
ADVICE = "Choose VPoser v1.0's TR00_E096.pt (its licence applies), or the same weights as safetensors."
LAYERS = ("bodyprior_dec_fc1", "bodyprior_dec_fc2", "bodyprior_dec_out")


@dataclass(frozen=True, slots=True, eq=False)
class VPoser:
    """The weights of the decoder; H hidden numbers, 512 in the published one."""

    weights: tuple[Array, Array, Array]  # (H, 32), (H, H), (126, H)
    biases: tuple[Array, Array, Array]

    def decode(self, latents: NDArray[Any]) -> NDArray[np.float32]:
        """Body poses (T, 21, 3) in axis-angle of latents (T, 32)."""
        values = np.asarray(latents, np.float64)
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases, strict=True)):
            values = values @ weight.T + bias
            if layer < 2:
                values = np.where(values > 0, values, SLOPE * values)
        columns = values.reshape(len(values), BODY_JOINTS, 3, 2)
        return np.asarray(matrix_to_axis_angle(orthonormal(columns)), np.float32)


def orthonormal(columns: Array) -> Array:
    """Rotation matrices (..., 3, 3) from what their first two columns (..., 3, 2) are nearly."""
    first = _unit(columns[..., 0])
    second = columns[..., 1] - (first * columns[..., 1]).sum(axis=-1, keepdims=True) * first
    second = _unit(second)
    return np.stack([first, second, np.cross(first, second)], axis=-1)


def _unit(vectors: Array) -> Array:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-12))


def load_vposer(path: Path) -> VPoser:
    """The decoder in a PyTorch or safetensors file of its weights; the encoder's are passed over.

    Raises BadInput when the file is missing, another version's, or damaged. Code in it never runs.
    """
    path = Path(path).expanduser()
    if not path.is_file():
        raise BadInput(f"There is no file {path}. {ADVICE}")
    tensors = _safetensors(path) if path.suffix == ".safetensors" else _torch(path)
    tensors = {name.removeprefix("module.").removeprefix("vp_model."): at for name, at in tensors.items()}
    if any(name.startswith("decoder_net.") for name in tensors):
        raise BadInput(f"{path} is VPoser v2, whose latents are not those of published fits. {ADVICE}")
    try:
        weights = [np.asarray(tensors[f"{layer}.weight"], np.float64) for layer in LAYERS]
        biases = [np.asarray(tensors[f"{layer}.bias"], np.float64) for layer in LAYERS]
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"{path} holds no decoder of VPoser v1: {error} is missing. {ADVICE}") from error
    hidden = len(biases[0])
    shapes = (hidden, LATENT), (hidden, hidden), (6 * BODY_JOINTS, hidden)
    fits = all(w.shape == shape for w, shape in zip(weights, shapes, strict=True))
    if not fits or [b.shape for b in biases] != [shape[:1] for shape in shapes]:
        raise BadInput(f"{path} holds weights whose shapes are not VPoser v1's. {ADVICE}")
    if not all(np.isfinite(values).all() for values in (*weights, *biases)):
        raise BadInput(f"{path} holds weights that are not numbers. {ADVICE}")
    return VPoser((weights[0], weights[1], weights[2]), (biases[0], biases[1], biases[2]))


def _safetensors(path: Path) -> Mapping[str, Any]:
    try:
        tensors: Mapping[str, Any] = load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise BadInput(f"{path} is not a safetensors file, or damaged ({error}). {ADVICE}") from error
    return tensors


def _torch(path: Path) -> Mapping[str, Any]:
    try:
        import torch  # slow, and needed for this kind of file alone
    except ImportError as error:
        raise BadInput(f"Reading {path} needs PyTorch: pip install 'signwright[fit]'.") from error
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:  # damaged bytes surface as a dozen unrelated exceptions
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise BadInput(
            f"{path} is not a file of PyTorch weights, or damaged ({reason[0]}). {ADVICE}"
        ) from error
    if isinstance(content, Mapping) and isinstance(content.get("state_dict"), Mapping):
        content = content["state_dict"]
    if not isinstance(content, Mapping):
        raise BadInput(f"{path} holds no weights by name. {ADVICE}")
    return {
        str(name): value.detach().numpy()
        for name, value in content.items()
        if isinstance(value, torch.Tensor) and value.is_floating_point()
    }
