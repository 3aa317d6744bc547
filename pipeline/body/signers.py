"""The shipped signers, and the one the user brings."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.body.model import BodyModel, load_body
from pipeline.errors import BadInput
from pipeline.resources import RESOURCES

FOLDER = RESOURCES / "avatar"
USER = "user"
VARIABLE = "SIGNWRIGHT_SMPLX"


@dataclass(frozen=True, slots=True)
class Signer:
    """A body that comes with Signwright."""

    key: str
    title: str
    path: Path


SIGNERS: tuple[Signer, ...] = (
    Signer("woman", "Woman", FOLDER / "woman.npz"),
    Signer("man", "Man", FOLDER / "man.npz"),
)


def signer(key_or_path: str | Path) -> BodyModel:
    """A shipped signer by its key, the file that SIGNWRIGHT_SMPLX names for "user", or the file at a path.

    The last few are kept in memory until their file changes. Raises BadInput.
    """
    path = _path(str(key_or_path))
    try:
        status = path.stat()
    except OSError:
        return load_body(path)
    return _loaded(path, status.st_mtime_ns, status.st_size)


def _path(key: str) -> Path:
    for shipped in SIGNERS:
        if key == shipped.key:
            return shipped.path
    if key == USER:
        if not (named := os.environ.get(VARIABLE)):
            raise BadInput(f"There is no SMPL-X model of yours yet: set {VARIABLE} to its path.")
        return Path(named).expanduser()
    path = Path(key).expanduser()
    if not path.exists() and path.parent == Path() and not path.suffix:
        keys = ", ".join(shipped.key for shipped in SIGNERS)
        raise BadInput(f"There is no signer '{key}': choose {keys}, or the path of an SMPL-X npz file.")
    return path


@lru_cache(maxsize=3)
def _loaded(path: Path, changed: int, size: int) -> BodyModel:
    return load_body(path)
