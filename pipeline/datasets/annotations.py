"""Corpora in pickles: the annotations of the SLRT family, and CSL-Daily's own."""

import gzip
import zlib
from pathlib import Path
from typing import Any

from pipeline import restricted_pickle
from pipeline.datasets.parallel import Pair, Pairs
from pipeline.errors import BadInput

LARGEST = 2**29
"""Bytes after decompression."""


def read(path: Path, data: bytes, part: str) -> Pairs:
    """The pairs of an annotation file; of CSL-Daily's, those that the split file beside it gives to `part`.

    Raises BadInput.
    """
    try:
        value = restricted_pickle.load(_unpacked(path, data))
    except restricted_pickle.RefusedPickle as error:
        raise BadInput(
            f"{path} is not taken: {error}. Give the annotations as they were published."
        ) from None
    if isinstance(value, dict) and isinstance(value.get("info"), list):
        return _csl_daily(path, value["info"], part)
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return tuple(_pair(path, row, number) for number, row in enumerate(value, start=1))
    raise BadInput(f"{path} is no annotation file: it has no list of sentences.")


def _unpacked(path: Path, data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    unpack = zlib.decompressobj(wbits=31)
    try:
        plain = unpack.decompress(data, LARGEST)
    except (zlib.error, gzip.BadGzipFile) as error:
        raise BadInput(f"{path} is damaged ({error}): copy it again.") from None
    if not unpack.eof:
        raise BadInput(f"{path} is cut off, or unpacks to more than {LARGEST >> 20} MB: copy it again.")
    return plain


def _pair(path: Path, row: dict[Any, Any], number: int) -> Pair:
    text, gloss = row.get("text"), row.get("gloss")
    if not isinstance(text, str) or not isinstance(gloss, str):
        raise BadInput(f"{path}: sentence {number} has no text or no gloss.")
    return Pair(text, tuple(gloss.split()), str(row.get("name", number)))


def _csl_daily(path: Path, rows: list[Any], part: str) -> Pairs:
    split = _split(path)
    pairs = []
    for number, row in enumerate(rows, start=1):
        words, glosses = (
            row.get(key) if isinstance(row, dict) else None for key in ("label_word", "label_gloss")
        )
        if not isinstance(words, list) or not isinstance(glosses, list):
            raise BadInput(f"{path}: sentence {number} has no label_word or no label_gloss.")
        name = str(row.get("name", number))
        if split.get(name) == part:
            pairs.append(Pair(" ".join(map(str, words)), tuple(map(str, glosses)), name))
    return tuple(pairs)


def _split(path: Path) -> dict[str, str]:
    """Which part each sentence belongs to: lines `name|part` of split_1.txt, which comes with the corpus."""
    file = path.with_name("split_1.txt")
    if not file.is_file():
        raise BadInput(f"{path} needs split_1.txt of CSL-Daily beside it: copy it there.")
    rows = [line.strip().split("|") for line in file.read_text(encoding="utf-8").splitlines()]
    return {row[0]: row[1] for row in rows if len(row) == 2}
