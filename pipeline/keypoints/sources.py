"""Which clips the files and folders given to a command hold, and where their keypoints go."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.keypoints.detect.frames import VIDEOS, pictures

CAPTURES = frozenset((".pose", ".pkl", ".pickle"))
"""Endings of files of keypoints that are looked for in folders; others are taken when named."""


@dataclass(frozen=True, slots=True)
class Source:
    """A video, a folder of pictures, or a capture, and the name of its clip below the output folder."""

    path: Path
    name: str

    @property
    def has_pictures(self) -> bool:
        """Whether its points are still to be found."""
        if self.path.is_dir():
            return bool(pictures(self.path))
        return self.path.suffix.lower() in VIDEOS


def gathered(
    inputs: Sequence[Path], endings: Set[str] = CAPTURES, output: Path | None = None
) -> tuple[Source, ...]:
    """The clips in `inputs`, in order, with names of their own. Raises BadInput when there are none.

    Of captures in folders, those with one of these `endings` are taken; nothing is that lies in the
    folder `output` below them.
    """
    if not inputs:
        raise BadInput("Name at least one video, capture or folder.")
    found: list[tuple[Path, str]] = []
    for given in inputs:
        if not given.exists():
            raise BadInput(f"There is no file or folder {given}: check its name.")
        found += _below(given, endings, output) if given.is_dir() else [(given, given.stem)]
    if not found:
        folders = ", ".join(str(given) for given in inputs)
        raise BadInput(f"There are no videos, pictures or captures in {folders}: choose another folder.")
    count = {name.casefold(): 0 for _, name in found}
    for _, name in found:
        count[name.casefold()] += 1
    sources: list[Source] = []
    taken: set[str] = set()
    for path, name in dict.fromkeys(found):
        plain = name if count[name.casefold()] == 1 else f"{name}{path.suffix.replace('.', '-')}"
        unique, number = plain, 2
        while unique.casefold() in taken:
            unique, number = f"{plain}-{number}", number + 1
        taken.add(unique.casefold())
        sources.append(Source(path, unique))
    return tuple(sources)


def _below(folder: Path, endings: Set[str], output: Path | None) -> Iterator[tuple[Path, str]]:
    """Clips in a folder and the folders in it, named by their way from it; hidden ones are left out."""
    for place in sorted([folder, *(path for path in folder.rglob("*") if path.is_dir())]):
        way = place.relative_to(folder)
        if any(part.startswith(".") for part in way.parts) or (output and _inside(place, output)):
            continue
        files = sorted(path for path in place.iterdir() if path.is_file() and not path.name.startswith("."))
        if pictures(place) or any(path.stem.endswith("_keypoints") for path in files):
            yield place, (way / place.resolve().name if way == Path() else way).as_posix()
        for path in files:
            if path.suffix.lower() in VIDEOS | endings and not path.name.endswith(".part.npz"):
                yield path, (way / path.stem).as_posix()


def _inside(place: Path, output: Path) -> bool:
    return place.resolve().is_relative_to(output.resolve())


def safe(name: str) -> str:
    """A clip name out of a capture as the name of a file."""
    return re.sub(r"[^\w.\- ]", "_", name).strip(". ") or "clip"
