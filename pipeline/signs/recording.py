"""What a sign was captured from: a film of its signer, or the keypoints that were seen in one."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath


class Kind(StrEnum):
    """What is recorded."""

    FILM = "film"
    KEYPOINTS = "keypoints"


@dataclass(frozen=True, slots=True)
class Recording:
    """A file and the part of it that a sign's motion was captured from, in seconds from the file's beginning.

    `clip` is the name of the clip in a file that holds several.
    """

    kind: Kind
    path: Path
    start: float
    end: float
    clip: str = ""


def as_stored(path: Path, dictionary: Path) -> str:
    """How a dictionary remembers the path of a recording: from its own folder, so that both may move.

    Whole where no way leads there, as between two drives of Windows.
    """
    whole, folder = path.resolve(), dictionary.resolve().parent
    try:
        return Path(os.path.relpath(whole, folder)).as_posix()
    except ValueError:
        return whole.as_posix()


def as_found(stored: str, dictionary: Path) -> Path:
    """Where the recording is that a dictionary remembers."""
    if PurePosixPath(stored).is_absolute() or PureWindowsPath(stored).is_absolute():
        return Path(stored)
    return Path(os.path.normpath(dictionary.resolve().parent / stored))
