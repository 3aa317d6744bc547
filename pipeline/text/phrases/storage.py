"""The phrase model as one JSON file."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from pipeline.errors import BadInput
from pipeline.motion.files import write_whole
from pipeline.text.phrases.alignment import Lexicon
from pipeline.text.phrases.extraction import Inside
from pipeline.text.phrases.model import FEATURES, Glosses, PhraseModel
from pipeline.text.phrases.ngrams import NgramModel
from pipeline.text.phrases.translator import PhraseTranslator, Ranking

FILE = "phrases.json"
VERSION = 1

Table = dict[str, dict[Glosses, tuple[int, Inside]]]


def save(folder: Path, translator: PhraseTranslator) -> None:
    """Write the model into a folder. Raises BadInput when it cannot be written."""
    model = translator.model
    content = {
        "version": VERSION,
        "language": model.language,
        "sign_language": model.sign_language,
        "weights": dict(zip((*FEATURES, "language model"), model.weights, strict=True)),
        "sharpness": translator.ranking.sharpness,
        "beside": list(translator.ranking.beside),
        "table": _rows(model.table),
        "base_table": _rows(model.base_table),
        "forward": model.forward.table,
        "backward": model.backward.table,
        "seen": model.seen,
        "alone": model.alone,
        "order": model.ngrams.order,
        "ngrams": {" ".join(ngram): count for ngram, count in model.ngrams.counts.items()},
    }
    write_whole(folder / FILE, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def load(folder: Path) -> PhraseTranslator:
    """Read a model that `save` wrote. Raises BadInput when it is missing or damaged."""
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return _translator(content)
    except OSError as problem:
        raise BadInput(f"The model {path} cannot be opened ({problem.strerror}): train it again.") from None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as problem:
        raise BadInput(f"The model {path} is damaged ({type(problem).__name__}): train it again.") from None


def _translator(content: dict[str, Any]) -> PhraseTranslator:
    if content["version"] != VERSION:
        raise ValueError("another version")
    weights = tuple(float(content["weights"][name]) for name in (*FEATURES, "language model"))
    ngrams = {tuple(ngram.split(" ")): int(count) for ngram, count in content["ngrams"].items()}
    model = PhraseModel(
        language=str(content["language"]),
        sign_language=str(content["sign_language"]),
        table=_table(content["table"]),
        base_table=_table(content["base_table"]),
        forward=Lexicon(content["forward"]),
        backward=Lexicon(content["backward"]),
        seen=Counter(content["seen"]),
        alone=Counter(content["alone"]),
        ngrams=NgramModel(ngrams, int(content["order"])),
        weights=weights,
    )
    beside = tuple(float(value) for value in content["beside"])
    return PhraseTranslator(model, Ranking(float(content["sharpness"]), beside))


def _rows(table: Table) -> dict[str, dict[str, list[Any]]]:
    return {
        words: {" ".join(glosses): [count, *links] for glosses, (count, links) in found.items()}
        for words, found in table.items()
    }


def _table(rows: dict[str, dict[str, list[Any]]]) -> Table:
    return {
        words: {
            tuple(glosses.split(" ")): (int(row[0]), tuple((int(w), int(g)) for w, g in row[1:]))
            for glosses, row in found.items()
        }
        for words, found in rows.items()
    }
