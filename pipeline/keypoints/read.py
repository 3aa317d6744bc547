"""Reads keypoints out of whatever file or folder holds them."""

import struct
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.keypoints import files
from pipeline.keypoints.readers import coco_json, openpose, wholebody
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.keypoints.readers.json_text import parsed
from pipeline.keypoints.readers.pose import read_pose_file
from pipeline.keypoints.readers.wholebody import Read
from pipeline.motion.files import read_whole
from pipeline.npz import opened

KINDS = (
    "keypoints of Signwright (.npz), MediaPipe Holistic or OpenPose (.pose), "
    "COCO-WholeBody arrays (.pkl, .npz) or annotations (.json), "
    "OpenPose files or a folder of them (.json)"
)


def read_keypoints(path: Path | str, assumed: Assumptions | None = None) -> Read:
    """The clips of a file or folder by name, and notes on what was assumed, chosen or left out.

    What a file is, its content says, whatever its name. Raises BadInput naming what is wrong with it.
    """
    path, assumed = Path(path), assumed or Assumptions()
    if path.is_dir():
        return openpose.read_folder(path, assumed)
    data = read_whole(path)
    if data[:2] == b"PK":
        return _npz(path, assumed)
    if data[:1] == b"\x80" or data[:2] == b"\x1f\x8b" or path.suffix.lower() in (".pkl", ".pickle"):
        return wholebody.read_pickle(path, data, assumed)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        return _json(path, data, assumed)
    if _is_pose(data):
        return read_pose_file(path, data, assumed)
    if not data:
        raise BadInput(f"{path} is empty. Choose {KINDS}.")
    raise BadInput(f"{path} is none of the files known. Choose {KINDS}.")


def _npz(path: Path, assumed: Assumptions) -> Read:
    with opened(path, files.ADVICE) as file:
        if files.is_ours(file):
            return {path.stem: files.read_open(file)}, ()
        return wholebody.read_arrays(path, file, assumed)


def _json(path: Path, data: bytes, assumed: Assumptions) -> Read:
    value = parsed(path, data)
    if openpose.is_openpose(value):
        return openpose.read_frame(path, value, assumed)
    if coco_json.is_annotation(value):
        return coco_json.read_annotations(path, value, assumed)
    raise BadInput(f"{path} is JSON, but neither OpenPose's nor COCO-WholeBody's. Choose {KINDS}.")


def _is_pose(data: bytes) -> bool:
    """Whether the bytes start as `.pose` files do: with a version such as 0.2."""
    return data[:4] in [struct.pack("<f", number / 10) for number in range(10)]
