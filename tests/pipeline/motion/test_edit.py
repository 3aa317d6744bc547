"""Motions in time and space keep what they must and change what they should."""

import numpy as np
import pytest

from pipeline.motion import joints, rotations
from pipeline.motion.edit import MIRRORED_FACE_UNITS, crop, mirror, resample, sample
from pipeline.motion.motion import Motion

ELBOW = joints.INDEX["right_elbow"]
SMILE = joints.FACE_UNITS.index("mouthSmileLeft")


def test_sampling_between_frames_finds_the_moment(wave):
    motion = sample(wave, [0.0, 0.12, 1.99], 30.0)
    np.testing.assert_allclose(motion.pose[:, ELBOW, 2], [0, 0.06, 0.995], atol=1e-6)
    np.testing.assert_allclose(motion.translation[:, 0], [0, 0.012, 0.199], atol=1e-6)
    np.testing.assert_allclose(motion.face[:, SMILE], [0, 0.06, 0.995], atol=1e-6)
    np.testing.assert_allclose(motion.expression[:, 1], [0, -0.12, -1.99], atol=1e-6)
    np.testing.assert_array_equal(motion.shape, wave.shape)
    assert motion.fps == 30.0


def test_times_outside_the_motion_give_its_ends(wave):
    motion = sample(wave, [-5.0, 99.0], 10.0)
    np.testing.assert_array_equal(motion.pose, wave.pose[[0, -1]])
    np.testing.assert_array_equal(motion.face, wave.face[[0, -1]])


def test_rotations_between_frames_take_the_short_way():
    pose = np.zeros((2, joints.COUNT, 3))
    pose[:, ELBOW, 1] = [3.0, -3.0]
    middle = sample(Motion(fps=1.0, pose=pose), [0.5], 1.0).pose[0, ELBOW]
    assert abs(abs(middle[1]) - np.pi) < 1e-6


def test_frames_hit_exactly_are_kept_to_the_last_bit():
    pose = np.random.default_rng(0).normal(0, 4, (5, joints.COUNT, 3))
    motion = Motion(fps=25.0, pose=pose)
    np.testing.assert_array_equal(sample(motion, np.arange(5) / 25, 25.0).pose, motion.pose)


@pytest.mark.parametrize(("fps", "frames"), [(20.0, 41), (5.0, 11), (29.97, 61), (10.0, 21)])
def test_resampling_keeps_the_seconds_and_the_movement(wave, fps, frames):
    motion = resample(wave, fps)
    assert motion.frames == frames
    assert abs(motion.seconds - wave.seconds) <= 0.5 / fps
    seconds = np.minimum(np.arange(frames) / fps, 2.0)
    np.testing.assert_allclose(motion.pose[:, ELBOW, 2], 0.5 * seconds, atol=1e-6)


def test_doubling_the_rate_and_halving_it_again_changes_nothing(wave):
    back = resample(resample(wave, 20.0), 10.0)
    np.testing.assert_allclose(back.pose, wave.pose, atol=1e-6)
    np.testing.assert_allclose(back.face, wave.face, atol=1e-6)


def test_cropping_keeps_the_nearest_frames_of_everything(wave):
    motion = crop(wave, 0.48, 1.21)
    assert motion.frames == 8
    for part in ("pose", "translation", "face", "expression"):
        np.testing.assert_array_equal(getattr(motion, part), getattr(wave, part)[5:13])


@pytest.mark.parametrize(
    ("start", "end", "first", "count"), [(-3, 9, 0, 21), (1, 1, 10, 1), (1.5, 0.5, 15, 1), (7, 9, 20, 1)]
)
def test_cropping_never_leaves_nothing(wave, start, end, first, count):
    motion = crop(wave, start, end)
    assert motion.frames == count
    np.testing.assert_array_equal(motion.pose[0], wave.pose[first])


def test_mirroring_reflects_every_rotation_and_swaps_the_sides(wave):
    pose = np.random.default_rng(0).normal(0, 1, (3, joints.COUNT, 3))
    motion = Motion(fps=10.0, pose=pose, translation=np.ones((3, 3)))
    reflection = np.diag([-1.0, 1, 1])
    original = rotations.axis_angle_to_matrix(motion.pose[:, joints.MIRROR])
    mirrored = rotations.axis_angle_to_matrix(mirror(motion).pose)
    np.testing.assert_allclose(mirrored, reflection @ original @ reflection, atol=1e-6)
    np.testing.assert_array_equal(mirror(motion).translation, [[-1, 1, 1]] * 3)


def test_mirroring_swaps_the_face_and_twice_is_the_original(wave):
    mirrored = mirror(wave)
    right = joints.FACE_UNITS.index("mouthSmileRight")
    np.testing.assert_array_equal(mirrored.face[:, right], wave.face[:, SMILE])
    np.testing.assert_array_equal(mirrored.face[:, SMILE], 0)
    np.testing.assert_array_equal(mirrored.face[:, 2], wave.face[:, 2])
    again = mirror(mirrored)
    for part in ("pose", "translation", "face", "expression", "shape"):
        np.testing.assert_array_equal(getattr(again, part), getattr(wave, part))


def test_every_sided_face_unit_has_its_other_side():
    names = joints.FACE_UNITS
    assert names[MIRRORED_FACE_UNITS[names.index("jawLeft")]] == "jawRight"
    middle = [name for index, name in enumerate(names) if MIRRORED_FACE_UNITS[index] == index]
    assert middle == [name for name in names if not name.endswith(("Left", "Right"))]
