"""Exporting: what is asked for, and the child process that makes it."""

import shlex
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pipeline.render.formats import FORMATS
from pipeline.timeline.project import Project, save_project
from studio.language import mark
from studio.process import ProcessJob, command_line

SIZES: tuple[tuple[str, int, int], ...] = (
    (mark("1280 × 720  HD"), 1280, 720),
    (mark("1920 × 1080  Full HD"), 1920, 1080),
    (mark("1080 × 1920  portrait"), 1080, 1920),
    (mark("1080 × 1080  square"), 1080, 1080),
)
RATES = (24, 25, 30, 50, 60)
CAMERAS = {
    "front": mark("Front"),
    "three-quarter": mark("Three-quarter"),
    "side": mark("Side"),
    "hands": mark("Hands"),
    "whole": mark("Whole Body"),
}
BACKGROUNDS = {"studio": mark("Studio (dark)"), "light": mark("Light"), "transparent": mark("Transparent")}


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that a project can be exported as."""

    title: str
    suffix: str
    drawn: bool = False  # pictures, which have a size, a camera and a background
    moving: bool = True  # has frames a second
    transparent: bool = False  # may have no background
    noun: str = mark("video")


KINDS: dict[str, Kind] = {
    **{
        name: Kind(entry.title, entry.suffix, drawn=True, transparent=entry.alpha,
                   noun=mark("folder of pictures") if name == "png" else mark("video"))
        for name, entry in FORMATS.items()
    },
    "glb": Kind(mark("Avatar for Blender and three.js, GLB"), ".glb", noun=mark("3D file")),
    "bvh": Kind(mark("Skeleton, BVH"), ".bvh", noun=mark("3D file")),
    "npz": Kind(mark("SMPL-X parameters, npz"), ".npz", noun=mark("motion file")),
    "pose": Kind(mark("Keypoints as MediaPipe sees them, .pose"), ".pose", noun=mark("keypoint file")),
    "srt": Kind(mark("Subtitles, SRT"), ".srt", moving=False, noun=mark("subtitle file")),
    "vtt": Kind(mark("Subtitles, WebVTT"), ".vtt", moving=False, noun=mark("subtitle file")),
    "eaf": Kind(mark("ELAN tiers, EAF"), ".eaf", moving=False, noun=mark("ELAN file")),
}  # fmt: skip
"""By their names on the command line or the end of the file's name."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """A file to be made; what its kind has no use for is left alone."""

    path: Path
    width: int = 1280
    height: int = 720
    fps: int = 30
    camera: str = "front"
    background: str = "studio"
    lights: str = "studio"
    skin: str = ""
    top: str = ""
    ground: bool = True
    kind: str = "h264"
    captions: bool = False
    attribution: bool = False


def arguments(options: ExportOptions, project: Path, model: str = "") -> list[str]:
    """The arguments of `main.py` that make this file; `model` is the user's own body model."""
    given = ["speak", "--project", str(project), "-o", str(options.path), *looks(options)]
    return given + (["--body", model] if model else [])


def looks(options: ExportOptions, *, moving: bool = False) -> list[str]:
    """The arguments that say how what is written looks, the same for one file and for many.

    `moving`: whether something beside it has frames a second.
    """
    kind, given = KINDS[options.kind], []
    if options.kind in ("h265", "png"):  # which the end of the name does not say
        given += ["--format", options.kind]
    if kind.drawn:
        given += ["--width", str(options.width), "--height", str(options.height)]
    if kind.moving or moving:
        given += ["--fps", str(options.fps)]
    if kind.drawn:
        given += ["--camera", options.camera, "--background", options.background]
        given += _look(options) + ([] if options.ground else ["--no-ground"])
        given += ["--captions"] if options.captions else []
    return given + (["--attribution"] if options.attribution else [])


def _look(options: ExportOptions) -> list[str]:
    chosen = {"--lights": options.lights, "--skin": options.skin, "--top": options.top}
    return [part for name, value in chosen.items() if value not in ("", "studio") for part in (name, value)]


def as_typed(given: list[str]) -> str:
    """The command as a person would type it."""
    return "python3 main.py " + " ".join(shlex.quote(part) for part in given)


class Export(QObject):
    """One export on its way. The project is handed over in a file that is removed afterwards."""

    progressed = Signal(int, int, str)
    said = Signal(str)
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
        self._job.said.connect(self.said)
        self._job.done.connect(self.done)
        self._job.failed.connect(self.failed)
        self._job.cancelled.connect(self.cancelled)
        for outcome in (self._job.done, self._job.failed, self._job.cancelled):
            outcome.connect(self._folder.cleanup)

    def start(self) -> None:
        """Begin."""
        self._job.start()

    def cancel(self) -> None:
        """Stop; `cancelled` follows."""
        self._job.cancel()

    def kill(self) -> None:
        """Stop at once, for when the studio closes."""
        self._job.kill()
