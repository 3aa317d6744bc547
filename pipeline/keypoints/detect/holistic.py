"""MediaPipe Holistic as a detector: 33 body points, the face mesh with irises, and both hands.

Only MediaPipe 0.10.14 carries these models inside its package; later ones download them.
"""

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

from pipeline.errors import BadInput
from pipeline.keypoints.depth import scales
from pipeline.keypoints.detect.detector import Seen
from pipeline.keypoints.detect.frames import Picture
from pipeline.keypoints.names import HOLISTIC

ADVICE = "Install what detecting needs: pip install 'signwright[detect]' --constraint constraints.txt."

_PARTS = (
    ("pose_landmarks", 33),
    ("face_landmarks", 478),
    ("left_hand_landmarks", 21),
    ("right_hand_landmarks", 21),
)

_NOBODY = np.zeros((64, 64, 3), np.uint8)
"""A first picture that makes the graph load its models, and leaves nothing to remember."""


class Holistic:
    """A `Detector`. Raises BadInput when MediaPipe is not installed or another version of it."""

    names = HOLISTIC

    def __init__(self) -> None:
        try:
            installed = version("mediapipe")
        except PackageNotFoundError:
            raise BadInput(f"Finding keypoints in videos needs MediaPipe. {ADVICE}") from None
        if not installed.startswith("0.10."):
            raise BadInput(f"MediaPipe {installed} has no Holistic with its models in it. {ADVICE}")
        self.identity = f"mediapipe {installed} holistic, complexity 1, refined face, z in pixels"
        try:
            from mediapipe.python.solutions import holistic

            with _silence():
                self._graph: Any = holistic.Holistic(model_complexity=1, refine_face_landmarks=True)
                self._graph.process(_NOBODY)
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            raise BadInput(f"MediaPipe {installed} does not start ({error}). {ADVICE}") from error
        # MediaPipe calls what its own protobuf has deprecated.
        warnings.filterwarnings("ignore", "SymbolDatabase.GetPrototype", UserWarning)

    def restart(self) -> None:
        """Forget the frames seen so far."""
        with _silence():
            self._graph.reset()
            self._graph.process(_NOBODY)

    def find(self, picture: Picture) -> Seen:
        """The points (553, 4) in the next frame; z is in pixels, as x is (see `depth`)."""
        try:
            result = self._graph.process(picture)
        except (RuntimeError, ValueError) as error:
            raise BadInput(f"MediaPipe stopped working on a frame ({error}).") from error
        height, width = picture.shape[:2]
        found = np.concatenate([_part(getattr(result, part), count) for part, count in _PARTS])
        found *= np.array([width, height, width, 1], np.float32)
        found[:, 2] *= scales(self.names)
        return found


def _part(landmarks: Any, count: int) -> Seen:
    """Points (count, 4) as fractions of the picture; only the body says how visible its points are."""
    if landmarks is None:
        return np.tile(np.array([0, 0, np.nan, 0], np.float32), (count, 1))
    body = count == 33
    return np.array(
        [(point.x, point.y, point.z, point.visibility if body else 1) for point in landmarks.landmark],
        np.float32,
    )


@contextmanager
def _silence() -> Iterator[None]:
    """Keep MediaPipe's native start-up lines, which nobody can switch off, out of standard error."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
