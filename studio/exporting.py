"""Exporting a video: what is asked for, and the child process that makes it."""

import shlex
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pipeline.timeline.project import Project, save_project
from studio.process import ProcessJob, command_line

SIZES: tuple[tuple[str, int, int], ...] = (
    ("1280 × 720  HD", 1280, 720),
    ("1920 × 1080  Full HD", 1920, 1080),
    ("1080 × 1920  portrait", 1080, 1920),
    ("1080 × 1080  square", 1080, 1080),
)
RATES = (24, 25, 30, 50, 60)
CAMERAS = {"front": "Front", "three-quarter": "Three-quarter", "side": "Side", "hands": "Hands"}
BACKGROUNDS = {"studio": "Studio (dark)", "light": "Light"}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """A video to be made."""

    path: Path
    width: int = 1280
    height: int = 720
    fps: int = 30
    camera: str = "front"
    background: str = "studio"


def arguments(options: ExportOptions, project: Path, model: str = "") -> list[str]:
    """The arguments of `main.py` that make this video; `model` is the user's own body model."""
    given = ["speak", "--project", str(project), "-o", str(options.path)]
    given += ["--width", str(options.width), "--height", str(options.height), "--fps", str(options.fps)]
    given += ["--camera", options.camera, "--background", options.background]
    return given + (["--model", model] if model else [])


def as_typed(given: list[str]) -> str:
    """The command as a person would type it."""
    return "python3 main.py " + " ".join(shlex.quote(part) for part in given)


class Export(QObject):
    """One export on its way. The project is handed over in a file that is removed afterwards."""

    progressed = Signal(int, int, str)
    done = Signal(dict)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        project: Project,
        options: ExportOptions,
        model: str = "",
        command: Callable[[list[str]], list[str]] = command_line,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.options = options
        self._folder = tempfile.TemporaryDirectory(prefix="signwright-")
        file = Path(self._folder.name) / "export.signwright"
        save_project(file, project)
        given = [*arguments(options, file, model), "--json"]
        unfinished = options.path.with_name(options.path.name + ".part")
        self._job = ProcessJob(command(given), (unfinished,), self)
        self._job.progressed.connect(self.progressed)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.cancelled)
        for outcome in (self._job.done, self._job.failed, self._job.cancelled):
            outcome.connect(self._folder.cleanup)

    @property
    def is_running(self) -> bool:
        """Whether the outcome is still open."""
        return self._job.is_running

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def cancel(self) -> None:
        """Stop; `cancelled` follows."""
        self._job.cancel()

    def kill(self) -> None:
        """Stop at once, for when the studio closes."""
        self._job.kill()
