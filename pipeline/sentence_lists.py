"""The sentences of a text or CSV file, and the names of their files."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput

COLUMNS = ("text", "name", "language", "signer")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What to sign; `name` is that of its files without the end."""

    text: str
    name: str
    language: str = ""
    signer: str = ""


def read_sentences(path: Path) -> tuple[Sentence, ...]:
    """The sentences of a text file, a line each, or of a CSV file with a column `text`. Raises BadInput."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise BadInput(f"{path} cannot be read ({problem.strerror}): choose another file.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not in UTF-8: save it as UTF-8 text.") from None
    rows = _rows(path, content) if path.suffix.lower() == ".csv" else _lines(content)
    if not rows:
        raise BadInput(f"{path} holds no sentence: write one a line.")
    names: set[str] = set()
    result = []
    for number, row in enumerate(rows, start=1):
        name = _file_name(row.get("name", "")) or f"{number:03d}-{_file_name(row['text'])[:40]}".rstrip("-")
        if name in names:
            name = f"{name}-{number}"
        names.add(name)
        result.append(Sentence(row["text"], name, row.get("language", ""), row.get("signer", "")))
    return tuple(result)


def _lines(content: str) -> list[dict[str, str]]:
    return [{"text": line.strip()} for line in content.splitlines() if line.strip()]


def _rows(path: Path, content: str) -> list[dict[str, str]]:
    separator = ";" if content.partition("\n")[0].count(";") else ","
    try:
        table = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True))
    except csv.Error as problem:
        raise BadInput(f"{path} is no CSV table ({problem}): save it again from your spreadsheet.") from None
    head = [name.strip().casefold() for name in table[0]] if table else []
    if "text" not in head:
        raise BadInput(
            f"{path} has no column “text”: name the columns in its first row ({', '.join(COLUMNS)})."
        )
    rows = [dict(zip(head, (cell.strip() for cell in row), strict=False)) for row in table[1:]]
    return [row for row in rows if row.get("text")]


def _file_name(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.strip(), flags=re.UNICODE).strip("-")
