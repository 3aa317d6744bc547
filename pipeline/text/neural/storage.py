"""Networks in a folder: weights as safetensors, what they mean as JSON."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.text.neural.codes import Codes
from pipeline.text.neural.ensemble import Ensemble
from pipeline.text.neural.network import Network
from pipeline.text.neural.recipe import Size
from pipeline.text.neural.translator import NeuralTranslator

FILE, WEIGHTS = "networks.json", "networks.safetensors"
VERSION = 1


def save(folder: Path, translator: NeuralTranslator) -> None:
    """Write the networks into a folder, in half precision. Raises BadInput when it cannot be written."""
    networks = translator.networks
    tensors = {
        f"{number}.{name}": values.to(torch.float16).contiguous()
        for number, network in enumerate(networks.networks)
        for name, values in network.state_dict().items()
    }
    content = {
        "version": VERSION,
        "language": translator.language,
        "sign_language": translator.sign_language,
        "size": asdict(networks.networks[0].size),
        "networks": len(networks.networks),
        "features": networks.codes.features,
        "glosses": networks.codes.glosses,
    }
    write_whole(folder / WEIGHTS, save_tensors(tensors))
    write_whole(folder / FILE, json.dumps(content, ensure_ascii=False).encode())


def load(folder: Path) -> NeuralTranslator:
    """Read networks that `save` wrote. Raises BadInput when they are missing or damaged."""
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        tensors = load_tensors((folder / WEIGHTS).read_bytes())
        return _translator(content, tensors)
    except OSError as problem:
        raise BadInput(f"The model {folder} cannot be opened ({problem.strerror}): train it again.") from None
    except (SafetensorError, ValueError, KeyError, TypeError, AttributeError, RuntimeError) as problem:
        raise BadInput(f"The model {folder} is damaged ({type(problem).__name__}): train it again.") from None


def _translator(content: dict[str, Any], tensors: dict[str, torch.Tensor]) -> NeuralTranslator:
    if content["version"] != VERSION:
        raise ValueError("another version")
    codes = Codes(
        str(content["language"]),
        tuple(map(str, content["features"])),
        tuple(map(str, content["glosses"])),
    )
    networks = []
    for number in range(int(content["networks"])):
        network = Network(Size(**content["size"]), len(codes.features), len(codes.glosses))
        start = f"{number}."
        own = {name.removeprefix(start): values for name, values in tensors.items() if name.startswith(start)}
        network.load_state_dict(own)
        networks.append(network.eval())
    if not networks:
        raise ValueError("no networks")
    return NeuralTranslator(Ensemble(codes, tuple(networks)), str(content["sign_language"]))
