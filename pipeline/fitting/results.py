"""What a fitted clip leaves behind: a motion, a report and perhaps a sheet, each whole or not there.

The report is written last and says of what everything was made, so that a clip whose report is there
and fits its input is done.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from pipeline.console import Json
from pipeline.errors import BadInput
from pipeline.motion.files import to_bytes, write_whole
from pipeline.motion.motion import Motion

MOTION, REPORT, SHEET = ".safetensors", ".json", ".png"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the results of a clip go: the paths share their stem."""

    folder: Path
    name: str

    def at(self, ending: str) -> Path:
        """The path of one result."""
        return self.folder / f"{self.name}{ending}"

    def report(self, origin: str, sheet: bool = False) -> dict[str, Any] | None:
        """The report of a clip that was made of `origin` and is whole, with its sheet if that is wanted."""
        try:
            found = json.loads(self.at(REPORT).read_text(encoding="utf-8"))
            whole = found["origin"] == origin and found["sha256"] == _digest(self.at(MOTION).read_bytes())
            grade = float(found["quality"]["grade"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        whole = whole and 0 <= grade <= 1 and (not sheet or self.at(SHEET).is_file())
        return found if whole else None

    def write(
        self, origin: str, motion: Motion, facts: dict[str, Json], sheet: Image.Image | None
    ) -> dict[str, Any]:
        """Write everything, the report last; returns the report."""
        data = to_bytes(motion)
        report = {"origin": origin, "sha256": _digest(data), **facts}
        self.at(REPORT).parent.mkdir(parents=True, exist_ok=True)
        self.at(REPORT).unlink(missing_ok=True)
        write_whole(self.at(MOTION), data)
        if sheet is not None:
            part = self.at(SHEET + ".part")
            sheet.save(part, format="PNG")
            os.replace(part, self.at(SHEET))
        text = json.dumps(report, ensure_ascii=False, indent=1)
        write_whole(self.at(REPORT), text.encode("utf-8", "replace"))
        return report


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def origin(path: Path, settings: str) -> str:
    """What the results of a file or folder are known by: its bytes and how they are fitted.

    Raises BadInput when it cannot be read.
    """
    found = hashlib.blake2b(settings.encode(), digest_size=20)
    files = sorted(entry for entry in path.iterdir() if entry.is_file()) if path.is_dir() else [path]
    for entry in files:
        try:
            with entry.open("rb") as file:
                found.update(entry.name.encode("utf-8", "surrogateescape") if path.is_dir() else b"")
                while block := file.read(2**20):
                    found.update(block)
        except FileNotFoundError:
            raise BadInput(f"There is no file {entry}: check its name.") from None
        except OSError as error:
            raise BadInput(f"{entry} cannot be opened ({error.strerror}): choose another.") from None
    return found.hexdigest()
