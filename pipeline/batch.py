"""`batch`: every sentence of a text or CSV file becomes files of its own."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.commands import Batch, Speak
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.speak import speak
from pipeline.text.translation import Translation, open_translation

COLUMNS = ("text", "name", "language", "signer")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What to sign; `name` is that of its files without the end."""

    text: str
    name: str
    language: str = ""
    signer: str = ""


@dataclass(slots=True)
class _Quiet:
    """The console of one sentence: its progress counts, its result is kept, its notes are not told."""

    whole: Console
    note: str

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.whole(done, total, self.note)

    def say(self, sentence: str) -> None:
        pass

    def result(self, sentence: str, facts: dict[str, Json]) -> None:
        pass

    def fail(self, sentence: str) -> None:
        pass


def batch(command: Batch, console: Console) -> None:
    """Write all files; raises BadInput at the end when some could not be written, Cancelled when stopped."""
    sentences = read_sentences(command.sentences)
    by = open_translation(command.model, command.glossary)
    _tell_others(command, sentences, by, console)
    endings = [ending.lower().lstrip(".") for ending in command.to]
    command.output.mkdir(parents=True, exist_ok=True)
    wanted = [(sentence, command.output / f"{sentence.name}.{ending}")
              for sentence in sentences for ending in endings]  # fmt: skip
    written, kept, failed = 0, 0, []
    for number, (sentence, path) in enumerate(wanted, start=1):
        if path.exists() and not command.again:
            kept += 1
            continue
        try:
            quiet = _Quiet(console, f"{number} of {len(wanted)}: {path.name}")
            speak(_asked(command, sentence, path), quiet, by)
            written += 1
        except (BadInput, OSError) as problem:
            failed.append(path.name)
            console.say(f"{path.name}: {problem}")
    facts: dict[str, Json] = {"written": written, "kept": kept, "failed": list(failed)}
    there = f", {kept} were there already" if kept else ""
    console.result(f"Wrote {written} of {len(wanted)} files to {command.output}{there}.", facts)
    if failed:
        names = ", ".join(failed[:5]) + (" and more" if len(failed) > 5 else "")
        raise BadInput(f"{len(failed)} of {len(wanted)} files could not be written: {names}; see above.")


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


def _asked(command: Batch, sentence: Sentence, path: Path) -> Speak:
    return Speak(
        output=path,
        text=sentence.text,
        language=sentence.language or command.language,
        signer=sentence.signer or command.signer,
        dictionary=command.dictionary,
        picture=command.picture,
        attribution=command.attribution,
    )


def _tell_others(command: Batch, sentences: Sequence[Sentence], by: Translation, console: Console) -> None:
    """Say how many sentences are not in the model's language."""
    named = [one.language or command.language for one in sentences]
    others = sum(by.pair is not None and language not in ("", by.pair[0]) for language in named)
    if by.pair and others:
        told = "one sentence" if others == 1 else f"{others} sentences"
        console.say(f"The model translates {' to '.join(by.pair)}: the rules translate {told} instead.")
