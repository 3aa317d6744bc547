"""The detector that a command asks for."""

from pathlib import Path

from pipeline.errors import BadInput
from pipeline.keypoints.detect.detector import Detector


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
