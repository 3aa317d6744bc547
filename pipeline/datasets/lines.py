"""Corpora of two text files: the same line of both belongs together."""

from pathlib import Path

from pipeline.datasets.parallel import Pair, Pairs
from pipeline.errors import BadInput

GLOSS_ENDINGS = (".gloss", ".gls", ".glosses", ".sgn", ".asl", ".gsg", ".ase")


def decoded(path: Path, data: bytes) -> str:
    """The text of a file in UTF-8. Raises BadInput."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{path} is no text in UTF-8 (byte {error.start}): save it as UTF-8 and try again."
        ) from None


def read(path: Path, text: str) -> Pairs:
    """The pairs of a text file and its partner of the same name beside it, such as train.de, train.gloss."""
    other = _partner(path)
    if path.suffix.lower() in GLOSS_ENDINGS:
        path, other = other, path
        text = decoded(path, path.read_bytes())
    sentences, glosses = _rows(text), _rows(decoded(other, other.read_bytes()))
    if len(sentences) != len(glosses):
        raise BadInput(
            f"{path} has {len(sentences)} lines and {other} {len(glosses)}: each line needs its partner."
        )
    return tuple(
        Pair(sentence, tuple(line.split()), str(number))
        for number, (sentence, line) in enumerate(zip(sentences, glosses, strict=True), start=1)
    )


def _rows(text: str) -> list[str]:
    """Lines as other tools count them: only line feeds end one."""
    return [line.rstrip("\r") for line in text.removesuffix("\n").split("\n")]


def _partner(path: Path) -> Path:
    beside = sorted(
        file for file in path.parent.iterdir() if file.is_file() and file.stem == path.stem and file != path
    )
    is_gloss = path.suffix.lower() in GLOSS_ENDINGS
    fitting = [file for file in beside if (file.suffix.lower() in GLOSS_ENDINGS) != is_gloss]
    if len(fitting) != 1:
        many = f"{len(fitting)} files" if fitting else "no file"
        wanted = f"{path.stem}.de" if is_gloss else f"{path.stem}.gloss"
        raise BadInput(f"{path} has {many} beside it to go with it: name the partner like {wanted}.")
    return fitting[0]
