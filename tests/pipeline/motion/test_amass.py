"""AMASS-style files of several writers read as the same motion; the doubtful is said, the wrong refused."""

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.motion.amass import PELVIS, read_amass, write_amass
from pipeline.motion.motion import Motion

PARTS = ("pose", "translation", "face", "expression", "shape")
POSES = np.random.default_rng(5).normal(0, 0.3, (4, 165)).astype(np.float32)


def written(path, **arrays):
    np.savez(path, **arrays)
    return path


def test_a_motion_comes_back_bit_for_bit_without_a_word(wave, tmp_path):
    write_amass(tmp_path / "wave.npz", wave)
    motion, notes = read_amass(tmp_path / "wave.npz")
    assert notes == ()
    assert motion.fps == wave.fps
    for part in PARTS:
        np.testing.assert_array_equal(getattr(motion, part), getattr(wave, part))
    assert [path.name for path in tmp_path.iterdir()] == ["wave.npz"]


def test_what_we_write_is_what_amass_readers_look_for(wave, tmp_path):
    write_amass(tmp_path / "wave.npz", wave)
    with np.load(tmp_path / "wave.npz", allow_pickle=False) as file:
        assert file["poses"].shape == (21, 165)
        assert str(file["surface_model_type"]) == "smplx"
        assert str(file["gender"]) == "neutral"
        assert file["mocap_frame_rate"] == 10.0
        assert file["flat_hand_mean"]


def test_a_real_beat2_capture_comes_back_from_our_own_file(shared_data, tmp_path):
    original = shared_data / "motions" / "beat2" / "2_scott_0_1_1.npz"
    motion, notes = read_amass(original)
    assert notes == ("The file does not say what its hands are relative to: taken as the flat hand.",)
    assert (motion.frames, motion.fps) == (1906, 30.0)
    with np.load(original, allow_pickle=False) as file:
        np.testing.assert_array_equal(motion.pose.reshape(-1, 165), file["poses"])
        np.testing.assert_array_equal(motion.expression, file["expressions"].astype(np.float32))
        np.testing.assert_array_equal(motion.translation, file["trans"].astype(np.float32))
        np.testing.assert_array_equal(motion.shape, file["betas"])
    write_amass(tmp_path / "again.npz", motion)
    again, _ = read_amass(tmp_path / "again.npz")
    for part in PARTS:
        np.testing.assert_array_equal(getattr(again, part), getattr(motion, part))


def test_poses_kept_in_parts_are_put_together(tmp_path):
    amass = written(
        tmp_path / "amass.npz", root_orient=POSES[:, :3], pose_body=POSES[:, 3:66], pose_jaw=POSES[:, 66:69],
        pose_eye=POSES[:, 69:75], pose_hand=POSES[:, 75:], fps=60,
    )  # fmt: skip
    smplx = written(
        tmp_path / "smplx.npz", global_orient=POSES[:, :3], body_pose=POSES[:, 3:66],
        jaw_pose=POSES[:, 66:69], leye_pose=POSES[:, 69:72], reye_pose=POSES[:, 72:75],
        left_hand_pose=POSES[:, 75:120], right_hand_pose=POSES[:, 120:], mocap_framerate=[60.0],
    )  # fmt: skip
    for path in (amass, smplx):
        motion, _ = read_amass(path)
        np.testing.assert_array_equal(motion.pose.reshape(-1, 165), POSES)
        assert motion.fps == 60.0


def test_parts_left_out_stay_at_rest(tmp_path):
    path = written(tmp_path / "a.npz", root_orient=POSES[:, :3], pose_body=POSES[:, 3:66], fps=30)
    motion, notes = read_amass(path)
    assert not motion.pose[:, joints.JAW :].any()
    assert "The file has no translation: the signer stays in place." in notes


def test_hands_relative_to_the_mean_hand_are_converted_when_it_is_given_and_flagged_when_not(tmp_path):
    path = written(tmp_path / "a.npz", poses=POSES, fps=30, flat_hand_mean=False)
    _, notes = read_amass(path)
    assert any("relative to the mean hand of a model that was not given" in note for note in notes)
    mean = np.linspace(-0.5, 0.5, 90, dtype=np.float32).reshape(30, 3)
    motion, notes = read_amass(path, mean)
    np.testing.assert_allclose(
        motion.pose[:, 25:].reshape(4, 90), POSES[:, 75:] + mean.reshape(-1), atol=1e-6
    )
    np.testing.assert_array_equal(motion.pose[:, :25].reshape(4, 75), POSES[:, :75])
    assert any("are now relative to the flat hand" in note for note in notes)


def test_a_motion_with_z_up_is_stood_upright_where_it_was(tmp_path):
    poses = np.zeros((2, 165), np.float32)
    poses[:, 0] = np.pi / 2
    # In the source the pelvis stands at height 1 along z; smplx adds it to the rest pelvis.
    trans = np.array([[0, 0, 1.0], [0.2, -0.3, 1.0]], np.float32) - PELVIS
    motion, notes = read_amass(written(tmp_path / "a.npz", poses=poses, trans=trans, fps=30))
    assert "The file has z up: the motion was turned to y up." in notes
    np.testing.assert_allclose(motion.pose[:, 0], 0, atol=1e-6)
    np.testing.assert_allclose(motion.translation + PELVIS, [[0, 1, 0], [0.2, 1, 0.3]], atol=1e-6)


def test_a_body_shape_per_frame_is_reduced_and_said(tmp_path):
    betas = np.arange(8, dtype=np.float32).reshape(4, 2)
    motion, notes = read_amass(written(tmp_path / "a.npz", poses=POSES, fps=30, betas=betas))
    np.testing.assert_array_equal(motion.shape, [0, 1])
    assert "The body shape changes from frame to frame: the first frame's is used." in notes


@pytest.mark.parametrize(
    ("arrays", "complaint"),
    [
        ({"poses": POSES}, "does not say its frame rate"),
        ({"poses": POSES, "fps": 0}, "positive frame rate"),
        ({"poses": POSES[:, :156], "fps": 30}, "156 numbers, which is SMPL-H"),
        ({"poses": POSES[:, :72], "fps": 30}, "72 numbers, which is SMPL;"),
        ({"poses": POSES, "fps": 30, "surface_model_type": "smplh"}, "motion of smplh, not of SMPL-X"),
        ({"fps": 30}, "holds no poses"),
        ({"poses": POSES[:0], "fps": 30}, "one row per frame"),
        ({"poses": POSES, "fps": 30, "trans": np.zeros((3, 3))}, "does not fit together"),
        ({"poses": np.full((2, 165), np.inf), "fps": 30}, "in 'poses' that are not finite"),
        ({"poses": np.full((2, 165), "x"), "fps": 30}, "text where numbers belong"),
        ({"root_orient": POSES[:, :3], "pose_body": POSES[:2, 3:66], "fps": 30}, "does not fit the others"),
    ],
)
def test_files_that_make_no_motion_are_refused_by_name_and_reason(tmp_path, arrays, complaint):
    with pytest.raises(BadInput, match=complaint) as caught:
        read_amass(written(tmp_path / "bad.npz", **arrays))
    assert "bad.npz" in str(caught.value)


def test_pickled_objects_are_never_loaded(tmp_path):
    path = written(tmp_path / "a.npz", poses=np.array([{"a": 1}, None], dtype=object), fps=30)
    with pytest.raises(BadInput, match="something else than numbers"):
        read_amass(path)


def test_folders_missing_files_and_other_formats_are_named(tmp_path):
    with pytest.raises(BadInput, match="is a folder"):
        read_amass(tmp_path)
    with pytest.raises(BadInput, match=r"There is no file .*gone\.npz"):
        read_amass(tmp_path / "gone.npz")
    (tmp_path / "text.npz").write_text("not a zip")
    with pytest.raises(BadInput, match=r"text\.npz is not a npz file"):
        read_amass(tmp_path / "text.npz")


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_damaged_files_never_give_anything_but_bad_input(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    whole = folder / "whole.npz"
    if not whole.exists():
        write_amass(whole, Motion(fps=30.0, pose=POSES.reshape(4, 55, 3)))
    content = bytearray(whole.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    for place in data.draw(st.lists(st.integers(0, 4000), max_size=6)):
        if place < len(content):
            content[place] = data.draw(st.integers(0, 255))
    (folder / "damaged.npz").write_bytes(content)
    with suppress(BadInput):
        read_amass(folder / "damaged.npz")
