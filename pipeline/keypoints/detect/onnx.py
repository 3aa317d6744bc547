"""A pose network in an ONNX file of the user's as a detector: RTMPose, RTMW, HRNet, ViTPose.

Such networks want the signer cut out of the picture. The signer's box is the whole picture at first and
then what was found in the frame before, so no person detector is needed; one signer a video is assumed.
"""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pipeline.errors import BadInput
from pipeline.keypoints.detect.detector import Seen
from pipeline.keypoints.detect.frames import Picture
from pipeline.keypoints.detect.heads import Found, from_heatmaps, from_simcc
from pipeline.keypoints.detect.holistic import ADVICE as INSTALL
from pipeline.keypoints.names import COCO_BODY, COCO_FEET, COCO_WHOLEBODY

ADVICE = "Choose an RTMPose, RTMW or HRNet export with 133 COCO-WholeBody or 17 COCO points."

USUAL_SIZE = (288, 384)
"""Width and height of the picture for networks that take any."""

MEAN = np.array([123.675, 116.28, 103.53], np.float32)
SPREAD = np.array([58.395, 57.12, 57.375], np.float32)
"""Mean and standard deviation of ImageNet's red, green and blue, which these networks are trained with."""

MARGIN = 1.25
"""Width and height of the cut against those of the signer's box, as in training."""

PROVIDERS = ("CUDAExecutionProvider", "CPUExecutionProvider")
"""Where onnxruntime may run the network, the fastest first."""

SURE = 0.3
"""Confidence from which a point shows where the signer is."""

_LAYOUTS = {
    133: COCO_WHOLEBODY,
    23: COCO_BODY + COCO_FEET,
    17: COCO_BODY,
}


class OnnxDetector:
    """A `Detector`. Raises BadInput when the file is no pose network or onnxruntime is missing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._network = _session(path)
        self._input, self._size = self._checked_input()
        digest = hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()
        self.identity = f"onnx {path.name} {digest}"
        self._box: NDArray[np.float32] | None = None
        self.names = self._checked_output()

    def restart(self) -> None:
        """Forget where the signer was."""
        self._box = None

    def find(self, picture: Picture) -> Seen:
        """The points (N, 4) in the next frame, without depth."""
        height, width = picture.shape[:2]
        whole = np.array([0, 0, width, height], np.float32)
        found = self._within(picture, whole if self._box is None else self._box)
        box = _signer(found, whole)
        if self._box is None and box is not None:
            found = self._within(picture, box)  # the first look was from too far away
            box = _signer(found, whole)
        self._box = box
        depth = np.full(len(found), np.nan, np.float32)
        return np.column_stack([found[:, :2], depth, found[:, 2]])

    def _within(self, picture: Picture, box: NDArray[np.float32]) -> Found:
        """The points in the part of the picture around `box`, in pixels of the picture."""
        left, top, right, bottom = _cut(box, self._size)
        cut = Image.fromarray(picture).transform(
            self._size, Image.Transform.EXTENT, (left, top, right, bottom), Image.Resampling.BILINEAR
        )
        found = self._run((np.asarray(cut, np.float32) - MEAN) / SPREAD)
        fraction = found[:, :2] + 0.5 / np.array(self._size)
        place = fraction * [right - left, bottom - top] + [left, top]
        return np.column_stack([place, found[:, 2]]).astype(np.float32)

    def _run(self, cut: NDArray[np.float32]) -> Found:
        """The points (N, 3) in a picture (H, W, 3) of the network's size."""
        given = np.ascontiguousarray(cut.transpose(2, 0, 1)[None])
        try:
            outputs = self._network.run(None, {self._input: given})
        except Exception as error:  # onnxruntime has an exception of its own for each status
            raise BadInput(f"The network {self._path} does not run ({error}). {ADVICE}") from error
        outputs = [np.asarray(output) for output in outputs]
        if len(outputs) == 2 and all(output.ndim == 3 and len(output) == 1 for output in outputs):
            if outputs[0].shape[1] == outputs[1].shape[1]:
                return from_simcc(outputs[0][0], outputs[1][0])
        elif outputs and outputs[0].ndim == 4 and len(outputs[0]) == 1:
            return from_heatmaps(outputs[0][0])
        shapes = ", ".join(str(output.shape) for output in outputs)
        raise BadInput(f"The network {self._path} puts out {shapes}, not SimCC rows or heatmaps. {ADVICE}")

    def _checked_input(self) -> tuple[str, tuple[int, int]]:
        inputs = self._network.get_inputs()
        shape = inputs[0].shape if len(inputs) == 1 else []
        if (
            len(shape) != 4
            or inputs[0].type != "tensor(float)"
            or (shape[1] not in (3, None) and isinstance(shape[1], int))
        ):
            raise BadInput(f"The network {self._path} does not take one picture (1, 3, H, W). {ADVICE}")
        height, width = shape[2:]
        known = isinstance(height, int) and isinstance(width, int) and height > 0 and width > 0
        return inputs[0].name, (width, height) if known else USUAL_SIZE

    def _checked_output(self) -> tuple[str, ...]:
        width, height = self._size
        points = len(self._run(np.zeros((height, width, 3), np.float32)))
        if points not in _LAYOUTS:
            raise BadInput(f"The network {self._path} finds {points} points. {ADVICE}")
        return _LAYOUTS[points]


def _session(path: Path) -> Any:
    try:
        import onnxruntime
    except ImportError:
        raise BadInput(f"Running an ONNX network needs onnxruntime. {INSTALL}") from None
    if not path.is_file():
        raise BadInput(f"There is no network {path}. {ADVICE}")
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    available = onnxruntime.get_available_providers()
    providers = [name for name in PROVIDERS if name in available]
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=providers)
    except Exception as error:  # onnxruntime has an exception of its own for each status
        raise BadInput(f"{path} is not a network onnxruntime can run ({error}). {ADVICE}") from error


def _cut(box: NDArray[np.float32], size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The edges of the cut around a box: with a margin, in the proportions of the network's picture."""
    width, height = (box[2:] - box[:2]) * MARGIN
    width, height = max(width, height * size[0] / size[1]), max(height, width * size[1] / size[0])
    x, y = (box[:2] + box[2:]) / 2
    return float(x - width / 2), float(y - height / 2), float(x + width / 2), float(y + height / 2)


def _signer(found: Found, whole: NDArray[np.float32]) -> NDArray[np.float32] | None:
    """The box of the surely seen points within the picture, or None when there are too few."""
    sure = found[found[:, 2] >= SURE, :2]
    sure = np.clip(sure, whole[:2], whole[2:])
    if len(sure) < 5 or (np.ptp(sure, axis=0) < 16).any():
        return None
    return np.concatenate([sure.min(axis=0), sure.max(axis=0)])
