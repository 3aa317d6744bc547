"""Reading `.pose` files: right ones by name, damaged ones with a sentence."""

import contextlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pose_format import Pose, PoseHeader
from pose_format.numpy import NumPyPoseBody
from pose_format.pose_header import PoseHeaderComponent, PoseHeaderDimensions

from pipeline.errors import BadInput
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.landmarks import HAND
from pipeline.keypoints.names import hand
from pipeline.keypoints.read import read_keypoints

CAPTURE = Path(__file__).parents[1] / "fitting" / "captures" / "ase_b.pose"


def write(path: Path, components: dict[str, list[str]], data: np.ndarray, confidence: np.ndarray) -> Path:
    """A `.pose` file of one person with data (T, N, 2 or 3) and confidence (T, N) at 30 fps."""
    point_format = "XYZC"[: data.shape[2]] + "C" if data.shape[2] == 2 else "XYZC"
    header = PoseHeader(
        0.2,
        PoseHeaderDimensions(640, 480, 0),
        [PoseHeaderComponent(name, points, [], [], point_format) for name, points in components.items()],
    )
    body = NumPyPoseBody(30.0, np.ma.masked_array(data[:, None]), confidence[:, None])
    with path.open("wb") as file:
        Pose(header, body).write(file)
    return path


def read_pose(path: Path) -> Keypoints:
    """The one clip of a file."""
    (clip,) = read_keypoints(path)[0].values()
    return clip


def test_points_are_found_by_name_and_those_not_in_the_file_are_unseen(tmp_path: Path) -> None:
    names = ["RIGHT_WRIST", "NOSE"]
    data = np.arange(2 * 23 * 3, dtype=float).reshape(2, 23, 3)
    components = {"POSE_LANDMARKS": names, "RIGHT_HAND_LANDMARKS": list(HAND)}
    seen = read_pose(write(tmp_path / "reduced.pose", components, data, np.full((2, 23), 0.75)))
    assert (seen.fps, seen.width, seen.height, seen.frames) == (30.0, 640, 480, 2)
    assert seen.names == ("right_wrist", "nose", *hand("right"))
    np.testing.assert_array_equal(seen.points, data[..., :2])
    assert (seen.confidence == 0.75).all()


def test_depth_is_in_pixels_and_not_as_flat_or_deep_as_mediapipe_says(tmp_path: Path) -> None:
    components = {"POSE_LANDMARKS": ["NOSE"], "RIGHT_HAND_LANDMARKS": ["WRIST"], "FACE_LANDMARKS": ["1"]}
    data = np.ones((1, 3, 3))
    seen = read_pose(write(tmp_path / "deep.pose", components, data, np.ones((1, 3))))
    np.testing.assert_allclose(seen.depth[0], [0.25 * 640, 1.4 * 640, 640], rtol=1e-6)


def test_a_file_without_depth_has_unknown_depth(tmp_path: Path) -> None:
    components = {"LEFT_HAND_LANDMARKS": list(HAND)}
    seen = read_pose(write(tmp_path / "flat.pose", components, np.ones((3, 21, 2)), np.ones((3, 21))))
    assert np.isnan(seen.depth).all() and (seen.points == 1).all()


def test_points_without_confidence_are_zero(tmp_path: Path) -> None:
    components = {"LEFT_HAND_LANDMARKS": list(HAND)}
    confidence = np.ones((3, 21))
    confidence[1] = 0
    seen = read_pose(write(tmp_path / "gap.pose", components, np.full((3, 21, 3), 7.0), confidence))
    assert seen.seen(hand("left")).tolist() == [True, False, True]
    assert not seen.points[1].any()


def test_a_file_without_mediapipe_points_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "other.pose", {"BODY_25": ["Nose"]}, np.ones((2, 1, 3)), np.ones((2, 1)))
    with pytest.raises(BadInput, match=r"other\.pose.*MediaPipe"):
        read_pose(path)


def test_a_file_without_frames_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.pose"
    write(path, {"LEFT_HAND_LANDMARKS": list(HAND)}, np.ones((0, 21, 3)), np.ones((0, 21)))
    with pytest.raises(BadInput, match=r"empty\.pose"):
        read_pose(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no file"):
        read_pose(tmp_path / "nowhere.pose")


@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=400))
def test_bytes_that_are_no_pose_give_bad_input(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("noise") / "noise.pose"
    path.write_bytes(data)
    with pytest.raises(BadInput):
        read_pose(path)


@settings(max_examples=40, deadline=None)
@given(place=st.floats(0, 0.99), value=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_capture_is_read_or_refused_but_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, place: float, value: int, cut: bool
) -> None:
    data = bytearray(CAPTURE.read_bytes())
    index = int(place * len(data))
    if cut:
        del data[index:]
    else:
        data[index] = value
    path = tmp_path_factory.mktemp("damaged") / "damaged.pose"
    path.write_bytes(bytes(data))
    with contextlib.suppress(BadInput):
        assert isinstance(read_pose(path), Keypoints)


def test_every_public_capture_is_read_or_refused(shared_data: Path) -> None:
    files = sorted((shared_data / "poses").rglob("*.pose"))
    if not files:
        pytest.skip("there are no captures beside the repository")
    read = 0
    for path in files:
        try:
            read += read_pose(path).frames > 0
        except BadInput:
            continue
    assert read > 0
