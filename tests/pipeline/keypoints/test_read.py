"""Reading keypoints of every published kind, and saying what is wrong with the others."""

import contextlib
import gzip
import json
import pickle  # noqa: TID251  (makes the files that are read)
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pose_format import Pose, PoseHeader
from pose_format.numpy import NumPyPoseBody
from pose_format.pose_header import PoseHeaderComponent, PoseHeaderDimensions

from pipeline.errors import BadInput
from pipeline.keypoints.depth import scales
from pipeline.keypoints.files import save
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.keypoints.layouts import convert, to_wholebody
from pipeline.keypoints.names import COCO_WHOLEBODY, HOLISTIC_BODY, OPENPOSE, hand
from pipeline.keypoints.read import read_keypoints
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.keypoints.readers.people import signer

CAPTURE = Path(__file__).parents[1] / "fitting" / "captures" / "ase_b.pose"


def wholebody(frames: int = 3, dtype: str = "f4", seed: int = 1) -> np.ndarray:
    """Random COCO-WholeBody points with a fifth undetected, (frames, 133, 3)."""
    random = np.random.default_rng(seed)
    array = random.uniform(1, 400, (frames, 133, 3))
    array[..., 2] = random.uniform(0.1, 1, (frames, 133))
    array[random.random((frames, 133)) < 0.2] = 0
    return array.astype(dtype)


def only(path: Path, **assumed: Any) -> Keypoints:
    """The one clip of a file."""
    clips, _ = read_keypoints(path, Assumptions(**assumed))
    assert len(clips) == 1
    return next(iter(clips.values()))


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8"])
@pytest.mark.parametrize("nested", [True, False])
@pytest.mark.parametrize("zipped", [True, False])
def test_both_published_pickles_give_the_same_clips(
    tmp_path: Path, dtype: str, nested: bool, zipped: bool
) -> None:
    arrays = {"train/clip-1": wholebody(3, dtype), "clip 2": wholebody(1, dtype, 2)}
    value = {name: {"keypoints": array} if nested else array for name, array in arrays.items()}
    path = tmp_path / "keypoints.pkl"
    path.write_bytes(gzip.compress(pickle.dumps(value)) if zipped else pickle.dumps(value))
    clips, notes = read_keypoints(path, Assumptions(size=(512, 512)))
    assert list(clips) == list(arrays)
    for name, array in arrays.items():
        np.testing.assert_array_equal(to_wholebody(clips[name]), array.astype(np.float32))
        assert clips[name].source == name and (clips[name].width, clips[name].fps) == (512, 25.0)
    assert "25 frames a second assumed" in notes[0]


def test_projected_pickles_are_read_without_their_matrices(tmp_path: Path) -> None:
    path = tmp_path / "projected.pkl"
    value = {"v": {"keypoints": wholebody(2, "f2")}, "proj_matrix": np.eye(4), "camera_pose": np.eye(4)}
    path.write_bytes(pickle.dumps(value))
    assert list(read_keypoints(path)[0]) == ["v"]


def test_a_broken_clip_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "some.pkl"
    value = {
        "good": wholebody(),
        "short": wholebody()[:, :17],
        "text": "hello",
        "3d": {"keypoints_3d": wholebody()},
    }
    path.write_bytes(pickle.dumps(value))
    clips, notes = read_keypoints(path)
    assert list(clips) == ["good"]
    assert [note.split(":")[0] for note in notes[1:4]] == ["good", "short", "text"]
    assert "(3, 17, 3)" in notes[2] and "3D" in notes[4]


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ({"clip": wholebody()[:, :17]}, r"\(3, 17, 3\)"),
        ({}, "empty"),
        ([wholebody()], "list instead of clips by name"),
        ({"clip": np.zeros((0, 133, 3))}, "no frames"),
        ({"clip": print}, "print, which is not allowed"),
    ],
)
def test_a_useless_pickle_is_named(tmp_path: Path, value: object, complaint: str) -> None:
    path = tmp_path / "bad.pkl"
    path.write_bytes(pickle.dumps(value))
    with pytest.raises(BadInput, match=rf"bad\.pkl.*{complaint}"):
        read_keypoints(path)


def test_arrays_in_npz_files_are_clips_too(tmp_path: Path) -> None:
    array = wholebody()
    np.savez(tmp_path / "many.npz", first=array, second=array[:1], other=np.eye(3))
    clips, _ = read_keypoints(tmp_path / "many.npz")
    assert list(clips) == ["first", "second"]
    np.savez(tmp_path / "one.npz", keypoints=array)
    np.testing.assert_array_equal(to_wholebody(only(tmp_path / "one.npz")), array)
    np.savez(tmp_path / "none.npz", other=np.eye(3))
    with pytest.raises(BadInput, match=r"none\.npz.*\(frames, 133, 3\)"):
        read_keypoints(tmp_path / "none.npz")


def test_our_own_files_are_known_whatever_they_are_called(tmp_path: Path) -> None:
    clip = keypoints(OPENPOSE, np.ones((2, 137, 2)), np.ones((2, 137)), fps=30, size=(8, 8), source="x")
    save(clip, tmp_path / "clip.dat")
    assert only(tmp_path / "clip.dat").fps == 30


def person(array: np.ndarray) -> dict[str, Any]:
    """OpenPose's record of a person (137, 3)."""
    ends = {"pose": (0, 25), "face": (25, 95), "hand_left": (95, 116), "hand_right": (116, 137)}
    parts = {f"{part}_keypoints_2d": array[a:b].ravel().tolist() for part, (a, b) in ends.items()}
    return {"person_id": [-1], **parts}


def write_openpose(folder: Path, frames: dict[int, list[np.ndarray]], name: str = "clip") -> None:
    for number, people in frames.items():
        record = {"version": 1.3, "people": [person(array) for array in people]}
        (folder / f"{name}_{number:012}_keypoints.json").write_text(json.dumps(record))


def openpose(seed: int = 0, offset: float = 0.0, scale: float = 1.0) -> np.ndarray:
    random = np.random.default_rng(seed)
    array = np.column_stack([random.uniform(10, 100, (137, 2)) * scale + offset, np.full(137, 0.5)])
    return array.astype(np.float32)


def test_openpose_folders_are_clips_with_their_missing_frames_unseen(tmp_path: Path) -> None:
    write_openpose(tmp_path, {7: [openpose(0)], 8: [], 10: [openpose(1)]})
    write_openpose(tmp_path, {0: [openpose(2)]}, "other")
    clips, notes = read_keypoints(tmp_path, Assumptions(size=(640, 480)))
    assert set(clips) == {"clip", "other"}
    clip = clips["clip"]
    assert clip.names == OPENPOSE and clip.found.tolist() == [True, False, False, True]
    np.testing.assert_allclose(clip.points[3], openpose(1)[:, :2])
    assert any("1 of 4 frames are missing" in note for note in notes)


def test_the_larger_and_more_constant_person_is_followed_and_said_so(tmp_path: Path) -> None:
    small, large = openpose(0, 300, 0.5), openpose(1)
    passing = openpose(2, 500, 3)
    frames = {n: [small, large + n] if n % 2 else [large + n, small] for n in range(8)}
    frames[3].insert(0, passing)
    for people in frames.values():
        for array in people:
            array[:, 2] = 0.5
    write_openpose(tmp_path, frames)
    clips, notes = read_keypoints(tmp_path)
    np.testing.assert_allclose(clips["clip"].points[:, 0, 0], large[0, 0] + np.arange(8), rtol=1e-5)
    assert any("3 people in 8 of 8 frames" in note and "through 8" in note for note in notes)


def test_somebody_lost_for_a_moment_is_taken_up_again() -> None:
    tall, short = openpose(1), openpose(0, 300, 0.5)
    chosen, note = signer([[tall, short], [short], [short, tall]], 137)
    assert (chosen[..., 2] > 0).any(axis=1).tolist() == [True, False, True]
    assert "2 people in 2 of 3 frames" in note


def test_a_stranger_elsewhere_is_not_taken_for_the_signer() -> None:
    chosen, _ = signer([[openpose(1)], [openpose(0, 900, 0.5)], [openpose(1)]], 137)
    assert (chosen[..., 2] > 0).any(axis=1).tolist() == [True, False, True]


def test_a_broken_openpose_frame_is_unseen_and_noted(tmp_path: Path) -> None:
    write_openpose(tmp_path, {n: [openpose()] for n in range(3)})
    (tmp_path / "clip_000000000001_keypoints.json").write_text('{"people": [')
    clips, notes = read_keypoints(tmp_path)
    assert clips["clip"].found.tolist() == [True, False, True]
    assert any("Frame 1" in note and "not readable JSON" in note for note in notes)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{}", "neither OpenPose"),
        ('{"people": [3]}', "not a record"),
        ('{"people": [{"pose_keypoints_2d": [1, 2]}]}', "something else than x, y"),
        ('{"people": [{"pose_keypoints_2d": [1, 2, "a"]}]}', "something else than x, y"),
        ('{"people": [{"pose_keypoints_2d": [1, 2, 1]}]}', "a body of 1 points"),
        ('{"people": [{"face_keypoints_2d": [1, 2, 1]}]}', "1 points in face_keypoints_2d"),
        ('{"people": []}', "nobody"),
        ('{"images": [3], "annotations": []}', "no list of images"),
        ('{"images": [], "annotations": [3]}', "not a record"),
        ('{"images": [], "annotations": [{"foot_kpts": [1]}]}', "foot_kpts are not 6 points"),
        ('{"images": [], "annotations": []}', "nobody"),
        ("[" * 100_000, "not readable JSON"),
        ('{"people": [' + "9" * 5000 + "]}", "not readable JSON"),
    ],
)
def test_bad_json_is_named(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    with pytest.raises(BadInput, match=complaint):
        read_keypoints(path)


def annotation(array: np.ndarray, image: int) -> dict[str, Any]:
    ends = {"keypoints": 0, "foot_kpts": 17, "face_kpts": 23, "lefthand_kpts": 91, "righthand_kpts": 112}
    stops = [*list(ends.values())[1:], 133]
    parts = {
        key: array[start:stop].ravel().tolist()
        for (key, start), stop in zip(ends.items(), stops, strict=True)
    }
    return {"image_id": image, "lefthand_valid": True, **parts}


def test_annotated_pictures_of_one_video_are_a_clip_in_order(tmp_path: Path) -> None:
    arrays = wholebody(3)
    size = {"width": 640, "height": 480}
    images = [{"id": n, "file_name": f"{n}.jpg", "video_id": 5, "frame_id": 2 - n, **size} for n in range(3)]
    images.append({"id": 9, "file_name": "alone.jpg", **size})
    people = [annotation(arrays[n], n) for n in range(3)] + [annotation(arrays[0] * [2, 2, 1], 1)]
    people.append(annotation(arrays[0], 9) | {"lefthand_valid": False})
    (tmp_path / "a.json").write_text(json.dumps({"images": images, "annotations": people}))
    clips, notes = read_keypoints(tmp_path / "a.json")
    assert list(clips) == ["video 5", "alone"]
    np.testing.assert_allclose(to_wholebody(clips["video 5"])[0], arrays[2])
    assert (clips["video 5"].width, clips["video 5"].height) == (640, 480)
    assert not clips["alone"].confidence[:, clips["alone"].columns(hand("left"))].any()
    assert any("2 people" in note for note in notes)


def pose_file(path: Path, components: dict[str, list[str]], data: np.ndarray, fps: float = 30.0) -> Path:
    """A `.pose` file with data (T, P, N, 3)."""
    header = PoseHeader(
        0.2,
        PoseHeaderDimensions(640, 480, 0),
        [PoseHeaderComponent(name, points, [], [], "XYZC") for name, points in components.items()],
    )
    body = NumPyPoseBody(fps, np.ma.masked_array(data), np.ones(data.shape[:3]))
    with path.open("wb") as file:
        Pose(header, body).write(file)
    return path


def test_a_capture_of_holistic_is_read_whole() -> None:
    clip = only(CAPTURE)
    assert (clip.frames, clip.fps, clip.source) == (24, 25.0, "ase_b.pose")
    assert clip.seen(hand("right")).all() and not clip.seen(hand("left")).any()


def test_reduced_bodies_and_absurd_rates_are_read_and_noted(tmp_path: Path) -> None:
    points = ["LEFT_WRIST", "NOSE"]
    data = np.random.default_rng(0).uniform(1, 99, (3, 1, 2, 3))
    clips, notes = read_keypoints(pose_file(tmp_path / "a.pose", {"POSE_LANDMARKS": points}, data, fps=1.0))
    assert clips["a"].names == ("left_wrist", "nose") and clips["a"].fps == 25.0
    np.testing.assert_allclose(clips["a"].points[:, 1], data[:, 0, 1, :2], rtol=1e-6)
    width = clips["a"].width
    np.testing.assert_allclose(clips["a"].depth[:, 1], 0.25 * width * data[:, 0, 1, 2], rtol=1e-6)
    assert "1 frames a second, 25 assumed" in notes[0]


def test_the_signer_of_a_pose_file_with_several_people_keeps_the_depth(tmp_path: Path) -> None:
    data = np.random.default_rng(0).uniform(1, 50, (3, 2, 33, 3))
    data[:, 1, :, :2] *= 4
    path = pose_file(tmp_path / "two.pose", {"POSE_LANDMARKS": [n.upper() for n in HOLISTIC_BODY]}, data)
    clips, notes = read_keypoints(path)
    np.testing.assert_allclose(clips["two"].points, data[:, 1, :, :2], rtol=1e-6)
    clip = clips["two"]
    np.testing.assert_allclose(clip.depth, data[:, 1, :, 2] * scales(clip.names) * clip.width, rtol=1e-6)
    assert "2 people" in notes[0]


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\x00\x00\x14ftypqt", b"\x80", b"\x1f\x8bxx", b"PK"])
def test_other_files_are_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "what.bin"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"what\.bin"):
        read_keypoints(path)
    with pytest.raises(BadInput, match="There is no file"):
        read_keypoints(tmp_path / "nothing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="no OpenPose clip"):
        read_keypoints(tmp_path / "empty")


def _json_value() -> st.SearchStrategy[Any]:
    leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
    keys = st.sampled_from(
        ["people", "images", "annotations", "pose_keypoints_2d", "keypoints", "id", "image_id", "video_id",
         "frame_id", "width", "height", "file_name", "face_kpts", "x"]
    )  # fmt: skip
    return st.recursive(leaf, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner))


@settings(max_examples=200, deadline=None)
@given(value=st.dictionaries(st.sampled_from(["people", "images", "annotations"]), _json_value()))
def test_any_json_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    path = tmp_path_factory.mktemp("any") / "any.json"
    path.write_text(json.dumps(value))
    with contextlib.suppress(BadInput):
        read_keypoints(path)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One small file of each kind."""
    folder = tmp_path_factory.mktemp("samples")
    array = wholebody(2)
    np.savez_compressed(folder / "arrays.npz", clip=array[:1])
    save(keypoints(COCO_WHOLEBODY, array[..., :2], array[..., 2], fps=25, size=(9, 9)), folder / "own.npz")
    (folder / "f2.pkl").write_bytes(pickle.dumps({"clip": array[:1].astype("f2")}))
    (folder / "zipped.pkl").write_bytes(gzip.compress(pickle.dumps({"clip": {"keypoints": array[:1]}})))
    write_openpose(folder, {0: [openpose()]})
    annotations = {
        "images": [{"id": 1, "file_name": "x", "width": 9, "height": 9}],
        "annotations": [annotation(array[0], 1)],
    }
    (folder / "coco.json").write_text(json.dumps(annotations))
    (folder / "capture.pose").write_bytes(CAPTURE.read_bytes())
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_damaged_files_are_read_or_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, samples: dict[str, bytes], data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(samples)))
    content = bytearray(samples[name])
    for _ in range(data.draw(st.integers(1, 3))):
        content[int(data.draw(st.floats(0, 0.999)) ** 2 * len(content))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del content[int(data.draw(st.floats(0, 1)) * len(content)) :]
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(bytes(content))
    try:
        for clip in read_keypoints(path)[0].values():
            convert(clip, COCO_WHOLEBODY)
    except BadInput as error:
        assert "\n" not in str(error)[: len(str(path)) + 200]


def test_every_public_capture_is_read(shared_data: Path) -> None:
    found = 0
    for path in (*shared_data.rglob("*.pose"), shared_data / "keypoints" / "openpose_json" / "json"):
        clips, _ = read_keypoints(path)
        for clip in clips.values():
            found += 1
            assert clip.found.any() and clip.width > 0
    assert found >= 1


def test_the_annotated_pictures_of_the_public_sample_are_read(shared_data: Path) -> None:
    path = shared_data / "keypoints" / "coco_wholebody" / "test_coco_wholebody.json"
    if not path.exists():
        pytest.skip("the sample is not beside the repository")
    clips, _ = read_keypoints(path)
    assert len(clips) == 4 and all(clip.frames == 1 for clip in clips.values())
