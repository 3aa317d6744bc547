"""The detector and the scorer of faces that a command asks for."""

from pathlib import Path

from pipeline.errors import BadInput
from pipeline.keypoints.detect.detector import Detector
from pipeline.keypoints.detect.scores import FaceLandmarker, FaceScorer


def choose_detector(name: str, model: Path | None) -> Detector:
    """`mediapipe`, or `onnx` with the network `model`. Raises BadInput."""
    if name == "mediapipe":
        if model is not None:
            raise BadInput("MediaPipe brings its own model: leave --model out, or add --detector onnx.")
        from pipeline.keypoints.detect.holistic import Holistic

        return Holistic()
    if model is None:
        raise BadInput("Name your network with --model, such as --model rtmw-x.onnx.")
    from pipeline.keypoints.detect.onnx import OnnxDetector

    return OnnxDetector(model)


def choose_scorer(model: Path | None) -> FaceScorer | None:
    """What scores faces with MediaPipe's `face_landmarker.task`; None without one. Raises BadInput."""
    if model is None:
        return None
    return FaceLandmarker(model)
