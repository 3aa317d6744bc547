"""Motion files come back as they were, whole, and nothing else is taken for one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import save as save_tensors

from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.motion.files import from_bytes, load, save, to_bytes, write_whole
from pipeline.motion.motion import Motion

PARTS = ("pose", "translation", "face", "expression", "shape")
SMALL = to_bytes(Motion(fps=30.0, pose=np.ones((2, joints.COUNT, 3))))


def assert_same(first: Motion, second: Motion) -> None:
    assert first.fps == second.fps
    for part in PARTS:
        np.testing.assert_array_equal(getattr(first, part), getattr(second, part))


def test_a_motion_comes_back_bit_for_bit(wave):
    assert_same(from_bytes(to_bytes(wave)), wave)


def test_a_motion_with_nothing_but_a_pose_comes_back_and_stays_small():
    motion = Motion(fps=29.97, pose=np.random.default_rng(0).normal(size=(100, joints.COUNT, 3)))
    assert_same(from_bytes(to_bytes(motion)), motion)
    assert len(to_bytes(motion)) < motion.pose.nbytes + 300


def test_equal_motions_give_equal_bytes(wave):
    assert to_bytes(from_bytes(to_bytes(wave))) == to_bytes(wave)


def test_a_compact_motion_takes_half_the_room_and_comes_back_to_a_tenth_of_a_milliradian():
    random = np.random.default_rng(0)
    pose = random.uniform(-np.pi, np.pi, (100, joints.COUNT, 3))
    face = random.uniform(0, 1, (100, len(joints.FACE_UNITS)))
    motion = Motion(fps=30.0, pose=pose, face=face)
    back = from_bytes(to_bytes(motion, compact=True))
    assert len(to_bytes(motion, compact=True)) < 0.51 * len(to_bytes(motion))
    for part in PARTS:
        assert np.abs(getattr(back, part) - getattr(motion, part)).max(initial=0) < 0.51e-4
    assert to_bytes(back, compact=True) == to_bytes(motion, compact=True) and back.fps == 30.0


def test_joints_that_never_move_are_kept_once_in_a_compact_motion():
    pose = np.tile(np.linspace(-1, 1, joints.COUNT * 3).reshape(1, joints.COUNT, 3), (50, 1, 1))
    pose[:, 7] += np.linspace(0, 1, 50)[:, None]
    motion = Motion(fps=30.0, pose=pose)
    data = to_bytes(motion, compact=True)
    assert np.abs(from_bytes(data).pose - motion.pose).max() < 0.51e-4
    assert len(data) < len(to_bytes(motion)) / 20
    still = Motion(fps=30.0, pose=pose[:1])
    assert np.abs(from_bytes(to_bytes(still, compact=True)).pose - still.pose).max() < 0.51e-4


def test_numbers_too_large_to_be_compact_are_kept_exact():
    motion = Motion(fps=30.0, pose=np.full((2, joints.COUNT, 3), 0.5), translation=np.full((2, 3), 40.0))
    assert_same(from_bytes(to_bytes(motion, compact=True)), motion)


def test_files_come_back_and_leave_no_part_behind(wave, tmp_path):
    save(tmp_path / "wave.safetensors", wave)
    assert_same(load(tmp_path / "wave.safetensors"), wave)
    assert [path.name for path in tmp_path.iterdir()] == ["wave.safetensors"]


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(BadInput, match=r"gone\.safetensors cannot be read: No such file"):
        load(tmp_path / "gone.safetensors")
    with pytest.raises(BadInput, match="cannot be read: Is a directory"):
        load(tmp_path)


def test_a_place_that_cannot_be_written_to_is_named_and_left_clean(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(BadInput, match="taken cannot be written"):
        write_whole(tmp_path / "taken", b"motion")
    with pytest.raises(BadInput, match=r"No such file or directory\. Choose another place"):
        write_whole(tmp_path / "nowhere" / "wave", b"motion")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_file_that_cannot_be_finished_leaves_the_old_one(tmp_path, monkeypatch):
    target = tmp_path / "wave"
    target.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(BadInput, match="No space left on device"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["wave"]


@pytest.mark.parametrize(
    "tensors",
    [
        {},
        {"pose": np.zeros((2, 55, 3), np.float32)},
        {"pose": np.zeros((2, 54, 3), np.float32), "fps": np.ones(1)},
        {"pose": np.zeros((0, 55, 3), np.float32), "fps": np.ones(1)},
        {"pose": np.full((2, 55, 3), np.nan, np.float32), "fps": np.ones(1)},
        {"pose": np.zeros((2, 55, 3), np.float32), "fps": np.zeros(1)},
        {"pose": np.zeros((2, 55, 3), np.float32), "fps": np.ones(3)},
        {"pose": np.array(1, np.float32), "fps": np.ones(1)},
        {"pose": np.zeros((2, 55, 3), np.float32), "fps": np.ones(1), "face": np.zeros((3, 52), np.float32)},
    ],
)
def test_tensors_that_make_no_motion_are_refused(tensors):
    with pytest.raises(BadInput, match="not a motion"):
        from_bytes(save_tensors(tensors))


@settings(max_examples=150)
@given(st.data())
def test_damaged_bytes_never_give_anything_but_bad_input(data):
    damaged = bytearray(SMALL[: data.draw(st.integers(0, len(SMALL)))])
    for place in data.draw(st.lists(st.integers(0, 200), max_size=6)):
        if place < len(damaged):
            damaged[place] = data.draw(st.integers(0, 255))
    try:
        from_bytes(bytes(damaged))
    except BadInput:
        pass
    else:
        assert len(damaged) == len(SMALL)


@given(st.binary(max_size=300))
def test_random_bytes_are_no_motion(data):
    with pytest.raises(BadInput):
        from_bytes(data)
