"""A combination in a folder: the phrases and the networks as they store themselves, and the weights."""

import json
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.text.combined.translator import JUDGED_BY, CombinedTranslator
from pipeline.text.neural import storage as networks
from pipeline.text.neural.translator import NeuralTranslator
from pipeline.text.phrases import storage as phrases
from pipeline.text.phrases.translator import Ranking

FILE = "combination.json"


def save(folder: Path, translator: CombinedTranslator) -> None:
    """Write the parts into a folder. Raises BadInput when it cannot be written."""
    phrases.save(folder, translator.phrases)
    networks.save(folder, NeuralTranslator(translator.networks, translator.sign_language))
    content = {
        "weights": dict(zip(JUDGED_BY, translator.weights, strict=True)),
        "sharpness": translator.ranking.sharpness,
        "beside": list(translator.ranking.beside),
    }
    write_whole(folder / FILE, json.dumps(content, indent=2).encode())


def load(folder: Path) -> CombinedTranslator:
    """Read what `save` wrote. Raises BadInput when it is missing or damaged."""
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        weights = tuple(float(content["weights"][name]) for name in JUDGED_BY)
        ranking = Ranking(float(content["sharpness"]), tuple(map(float, content["beside"])))
    except OSError as problem:
        raise BadInput(f"The model {path} cannot be opened ({problem.strerror}): train it again.") from None
    except (ValueError, KeyError, TypeError) as problem:
        raise BadInput(f"The model {path} is damaged ({type(problem).__name__}): train it again.") from None
    return CombinedTranslator(phrases.load(folder), networks.load(folder).networks, weights, ranking)
