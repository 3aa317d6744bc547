"""Reads a parallel corpus out of whatever files hold it: its content says what it is.

Line-aligned text files, the official Phoenix-2014T tables, the annotations of the SLRT family,
CSL-Daily, and tables a linguist makes.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pipeline.datasets import annotations, lines, tables
from pipeline.datasets.cleaning import clean_phoenix_2014t, is_annotated_as_phoenix
from pipeline.datasets.parallel import Corpus, Pair, Pairs, held_out
from pipeline.errors import BadInput
from pipeline.motion.files import read_whole

Cleaning = Literal["auto", "none", "phoenix"]
Part = Literal["train", "dev", "test"]

KINDS = (
    "two text files with as many lines (train.de and train.gloss), a table with the columns text and gloss "
    "(.csv, .tsv), the Phoenix-2014T tables, or annotations (.train, .pkl, .gz)"
)

_PARTS: dict[Part, tuple[str, ...]] = {
    "train": ("train",), "dev": ("dev", "valid", "val"), "test": ("test",)
}  # fmt: skip


def read_corpus(
    path: Path, dev: Path | None = None, test: Path | None = None, cleaning: Cleaning = "auto"
) -> Corpus:
    """The parts of a corpus: of a folder, whose files say train, dev and test in their names, or of files.

    A corpus without a dev part gives every tenth sentence for it. With "auto", marks of transcription are
    cleaned away where the training part has those of Phoenix. Raises BadInput.
    """
    if path.is_dir():
        found = {part: _in_folder(path, part) for part in _PARTS}
        train, dev, test = found["train"], dev or found["dev"], test or found["test"]
        if train is None:
            raise BadInput(f"{path} holds no file with “train” in its name: give {KINDS}.")
    else:
        train = path
    pairs = read_pairs(train, "train")
    dev_pairs = read_pairs(dev, "dev") if dev else ()
    test_pairs = read_pairs(test, "test") if test else ()
    marked = is_annotated_as_phoenix([" ".join(pair.glosses) for pair in pairs])
    if cleaning == "phoenix" or (cleaning == "auto" and marked):
        pairs, dev_pairs, test_pairs = _cleaned(pairs), _cleaned(dev_pairs), _cleaned(test_pairs)
        cleaning = "phoenix"
    if not dev_pairs:
        pairs, dev_pairs = held_out(pairs)
    return Corpus(pairs, dev_pairs, test_pairs, "phoenix" if cleaning == "phoenix" else "none")


def read_pairs(path: Path, part: Part = "train") -> Pairs:
    """The sentence pairs of one file; `part` chooses in files that hold several. Raises BadInput."""
    data = read_whole(path)
    if not data:
        raise BadInput(f"{path} is empty. Give {KINDS}.")
    if data[:1] == b"\x80" or data[:2] == b"\x1f\x8b" or path.suffix.lower() in (".pkl", ".pickle"):
        pairs = annotations.read(path, data, part)
    elif data[:2] == b"PK":
        raise BadInput(f"{path} is a workbook: save the sheet as CSV or TSV and give that.")
    else:
        text = lines.decoded(path, data)
        pairs = tables.read(path, text) if tables.is_table(text) else lines.read(path, text)
    usable = tuple(pair for pair in pairs if pair.text.strip() and pair.glosses)
    if not usable:
        raise BadInput(f"{path} holds no sentence with glosses. Give {KINDS}.")
    return usable


def _in_folder(folder: Path, part: Part) -> Path | None:
    """The file of a part: of several, the first that a partner or its content makes readable."""
    names = sorted(
        file
        for file in folder.iterdir()
        if file.is_file() and any(name in file.name.lower() for name in _PARTS[part])
    )
    plain = [file for file in names if "complex" not in file.name.lower()]
    chosen = plain or names
    texts = [file for file in chosen if file.suffix.lower() not in lines.GLOSS_ENDINGS]
    return next(iter(texts or chosen), None)


def _cleaned(pairs: Sequence[Pair]) -> Pairs:
    cleaned = (
        Pair(pair.text, tuple(clean_phoenix_2014t(" ".join(pair.glosses)).split()), pair.name)
        for pair in pairs
    )
    return tuple(pair for pair in cleaned if pair.glosses)
