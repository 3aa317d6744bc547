"""Reads a `.pose` file as the landmarks the fitter takes."""

from pathlib import Path

from pipeline.errors import BadInput
from pipeline.keypoints.landmarks import Landmarks
from pipeline.keypoints.layouts import to_landmarks
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.keypoints.readers.pose import read_pose_file


def read_pose(path: Path | str) -> Landmarks:
    """The landmarks of the signer in a `.pose` file, versions 0.0 to 0.2, with or without z.

    Points the file does not have are unseen. Raises BadInput when the file cannot be read or holds
    no body or hands of MediaPipe or OpenPose.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise BadInput(f"{path} cannot be opened ({problem.strerror}): choose another capture.") from None
    clips, _ = read_pose_file(path, data, Assumptions())
    return to_landmarks(next(iter(clips.values())))
