"""MediaPipe's 52 scores of a face, by a model file of the user: no package carries it.

`face_landmarker.task` is Google's "MediaPipe Face Landmarker"; its blend shapes have ARKit's names.
"""

from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.keypoints.detect.digest import digest
from pipeline.keypoints.detect.frames import Picture
from pipeline.motion.joints import FACE_UNITS

Scores = NDArray[np.float32]  # (52,) of `FACE_UNITS`, 0 to 1; NaN where there is no face

ADVICE = "Give MediaPipe's face_landmarker.task with --face-model, or leave it out."


class FaceScorer(Protocol):
    """Scores the face in the pictures of a clip, one after the other."""

    @property
    def identity(self) -> str:
        """What it is: scorers of one identity find the same in the same picture."""

    def find(self, picture: Picture) -> Scores:
        """The scores in the next picture."""


class FaceLandmarker:
    """A `FaceScorer`. Raises BadInput when MediaPipe is not installed or the file is no such model."""

    def __init__(self, model: Path) -> None:
        self.identity = f"face landmarker {digest(model)}"
        try:
            import mediapipe
            from mediapipe.tasks.python import BaseOptions
            from mediapipe.tasks.python.vision import FaceLandmarker as Landmarker
            from mediapipe.tasks.python.vision import FaceLandmarkerOptions

            options = FaceLandmarkerOptions(
                base_options=BaseOptions(model_asset_buffer=model.read_bytes()),
                output_face_blendshapes=True,
            )
            self._image: Any = mediapipe.Image
            self._format: Any = mediapipe.ImageFormat.SRGB
            self._landmarker: Any = Landmarker.create_from_options(options)
        except ImportError:
            raise BadInput(f"Scoring faces needs MediaPipe. {ADVICE}") from None
        except (OSError, RuntimeError, ValueError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise BadInput(
                f"{model} is no model of MediaPipe's Face Landmarker ({reason}). {ADVICE}"
            ) from None

    def find(self, picture: Picture) -> Scores:
        """The scores in the next picture."""
        result = self._landmarker.detect(self._image(image_format=self._format, data=picture))
        return by_name(result.face_blendshapes[0] if result.face_blendshapes else ())


def by_name(categories: Any) -> Scores:
    """The scores of MediaPipe's categories, in the order of `FACE_UNITS`; NaN when there are none.

    A unit that the model does not score, such as tongueOut, is 0.
    """
    found = {category.category_name: float(category.score) for category in categories}
    if not found:
        return np.full(len(FACE_UNITS), np.nan, np.float32)
    return np.array([found.get(name, 0.0) for name in FACE_UNITS], np.float32)
