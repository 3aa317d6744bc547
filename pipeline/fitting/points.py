"""The keypoints of a take: read where a file holds them, found where there are only pictures."""

from functools import cached_property
from pathlib import Path

from pipeline import environment
from pipeline.console import Console
from pipeline.errors import BadInput
from pipeline.fitting.commands import Fit
from pipeline.fitting.takes import Take
from pipeline.keypoints.detect.choice import choose_detector, choose_scorer
from pipeline.keypoints.detect.clip import detect
from pipeline.keypoints.detect.detector import Detector
from pipeline.keypoints.detect.scores import FaceScorer
from pipeline.keypoints.read import read_keypoints
from pipeline.keypoints.readers.assumptions import Assumptions, assumptions
from pipeline.keypoints.readers.wholebody import Read

KEYPOINTS = ".keypoints.npz"
_ROOT = Path(__file__).resolve().parents[2]


class Points:
    """Reads and detects; the detector starts with the first pictures."""

    def __init__(self, command: Fit, console: Console) -> None:
        self._command, self._console = command, console
        self._assumed: Assumptions = assumptions(command.fps)

    @property
    def settings(self) -> str:
        """All that keypoints depend on but their source."""
        model = self._command.model.resolve() if self._command.model else ""
        face = f"; {self._command.face_model.resolve()}" if self._command.face_model else ""
        return f"{self._command.detector} {model}; {self._command.fps:g} fps{face}"

    def of(self, take: Take) -> Read:
        """The clips of a take by name, and notes. Raises BadInput and Cancelled."""
        if not take.source.has_pictures:
            return read_keypoints(take.source.path, self._assumed)
        out = self._command.output / f"{take.source.name}{KEYPOINTS}"
        found = detect(take.source.path, out, self._detector, self._assumed.fps, self._console, self._scorer)
        return {take.source.name: found.keypoints}, found.notes

    @cached_property
    def _detector(self) -> Detector:
        try:
            environment.prepare_packages(_ROOT, "detect")
        except environment.SetupError as error:
            raise BadInput(str(error)) from None
        return choose_detector(self._command.detector, self._command.model)

    @cached_property
    def _scorer(self) -> FaceScorer | None:
        return choose_scorer(self._command.face_model)
