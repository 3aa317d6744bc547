"""Which clips the files, folders and lists given to the fitter hold, who signs them, and what."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePosixPath

from pipeline.errors import BadInput
from pipeline.keypoints.detect.frames import VIDEOS
from pipeline.keypoints.sources import CAPTURES, Source, gathered, safe

ADVICE = "Choose a CSV file with a header and a column path."
_COLUMNS: dict[str, tuple[str, ...]] = {
    "path": ("path", "file", "video", "pose"),
    "gloss": ("gloss", "glosses", "sign", "words"),
    "signer": ("signer", "speaker"),
    "language": ("language", "signed_language", "sign_language"),
    "variant": ("variant",),
}
"""What a list may call its columns."""
EACH, FOLDER = "clip", "folder"


@dataclass(frozen=True, slots=True)
class Label:
    """What a clip shows."""

    gloss: str
    language: str = ""
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """A source with one clip or several, and what is known of it."""

    source: Source
    film: Path | None  # the video or the pictures that its points were found in
    signer: str
    labels: tuple[Label, ...]


def takes(inputs: Sequence[Path], signer: str, language: str, output: Path) -> tuple[Take, ...]:
    """The takes in `inputs`, those of a signer together; what lies in `output` is left out.

    `signer` is `FOLDER`, `EACH` or a name. A video beside a capture of the same name is its film.
    Raises BadInput.
    """
    if output.is_file():
        raise BadInput(f"{output} is a file: name a folder with -o.")
    if any(path.is_dir() and path.resolve() == output.resolve() for path in inputs):
        raise BadInput(f"{output} holds the inputs: name another folder with -o.")
    found: list[Take] = []
    plain = [path for path in inputs if path.suffix.lower() != ".csv" or path.is_dir()]
    for path in (path for path in inputs if path not in plain):
        found += _listed(path, signer, language)
    if plain or not inputs:
        sources = gathered(plain, CAPTURES | {".npz"}, output)
        found += [
            Take(source, film, _signer(source.path, source.name, signer), (Label(gloss(source), language),))
            for source, film in _paired(sources)
        ]
    order = {name: index for index, name in enumerate(dict.fromkeys(take.signer for take in found))}
    return _unique(sorted(found, key=lambda take: order[take.signer]), signer == FOLDER)


def gloss(source: Source) -> str:
    """The gloss that the name of a file or folder gives."""
    return PurePosixPath(source.name).name if source.path.is_dir() else source.path.stem


def _signer(path: Path, name: str, asked: str) -> str:
    if asked == EACH:
        return name
    return str(path.resolve().parent) if asked == FOLDER else asked


def _paired(sources: Sequence[Source]) -> Iterator[tuple[Source, Path | None]]:
    """Sources with their films: a video beside a capture of the same name is no source of its own."""
    named = [source for source in sources if source.path.name]  # what is not the root of a disk
    captured = {source.path.with_suffix("") for source in named if not source.has_pictures}
    for source in sources:
        if source.has_pictures:
            if source.path.is_dir() or source.path.with_suffix("") not in captured:
                yield source, source.path
            continue
        endings = sorted(VIDEOS) if source.path.name else []
        films = [path for ending in endings if (path := source.path.with_suffix(ending)).is_file()]
        name = source.name.removesuffix(source.path.suffix.replace(".", "-")) if films else source.name
        yield Source(source.path, name), films[0] if films else None


def _listed(path: Path, signer: str, language: str) -> Iterator[Take]:
    """The takes of a list; a file named in several rows is one take with several labels."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in _rows(path):
        rows.setdefault(row["path"], []).append(row)
    for given, own in rows.items():
        place = path.parent / given
        source = Source(place, _named(given))
        labels = tuple(
            dict.fromkeys(
                Label(row["gloss"] or gloss(source), row["language"] or language, row["variant"])
                for row in own
            )
        )
        films = [film for _, film in _paired([source]) if film is not None]
        who = own[0]["signer"] or _signer(place, source.name, signer)
        yield Take(source, films[0] if films else None, who, labels)


def _named(given: str) -> str:
    """The name of a clip from its path in a list: it never leads out of the output folder."""
    parts = [safe(part) for part in given.replace("\\", "/").split("/") if part.strip(". ")]
    if not parts:
        return "clip"
    return "/".join([*parts[:-1], PurePosixPath(parts[-1]).stem])


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            given = list(csv.DictReader(file))
    except FileNotFoundError:
        raise BadInput(f"There is no file {path}: check its name.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise BadInput(f"{path} is not a list of clips ({problem}). {ADVICE}") from None
    names = {str(name).strip().lower(): name for name in (given[0] if given else {})}
    columns = {
        wanted: next((names[title] for title in titles if title in names), None)
        for wanted, titles in _COLUMNS.items()
    }
    if columns["path"] is None:
        raise BadInput(f"{path} has no column path, or no rows. {ADVICE}")
    found = []
    for row in given:
        values = {wanted: str(row.get(title) or "") if title else "" for wanted, title in columns.items()}
        values = {wanted: value.strip() for wanted, value in values.items()}
        if "\0" in values["path"]:
            raise BadInput(f"{path} holds something in its column path that is no path. {ADVICE}")
        if values["path"]:
            found.append(values)
    if not found:
        raise BadInput(f"{path} names no clips in its column path. {ADVICE}")
    return found


def _unique(found: Sequence[Take], by_folder: bool) -> tuple[Take, ...]:
    """The takes with names of their own, whatever their upper and lower case.

    Signers who are told apart by folders are called as these are, with a number where several are alike.
    """
    taken: set[str] = set()
    called: dict[str, str] = {}
    for signer in dict.fromkeys(take.signer for take in found) if by_folder else ():
        name = Path(signer).name or "signer"
        count = sum(Path(other).name == name for other in called)
        called[signer] = f"{name} {count + 1}" if count else name
    result = []
    for take in found:
        name, number = take.source.name, 2
        while name.casefold() in taken:
            name, number = f"{take.source.name}-{number}", number + 1
        taken.add(name.casefold())
        signer = called.get(take.signer, take.signer)
        result.append(Take(Source(take.source.path, name), take.film, signer, take.labels))
    return tuple(result)


def units(found: Sequence[Take], size: int) -> Iterator[tuple[Take, ...]]:
    """The takes in parts of at most `size`, of which each has as few signers as possible.

    What is in which part depends on the takes alone, so that it is the same after a kill.
    """
    part: list[Take] = []
    for _, own in groupby(found, key=lambda take: take.signer):
        group = list(own)
        if part and len(part) + len(group) > size:
            yield tuple(part)
            part = []
        part += group
        while len(part) > size:
            yield tuple(part[:size])
            part = part[size:]
    if part:
        yield tuple(part)
