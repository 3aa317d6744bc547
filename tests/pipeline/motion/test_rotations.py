"""Rotations agree with SciPy everywhere and stay exact where formulas usually break."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation, Slerp

from pipeline.motion import rotations

HARD_ANGLES = [0.0, 1e-30, 1e-20, 1e-12, 1e-8, 1e-5, 1e-3, 0.5, 2.0, np.pi - 1e-3, np.pi - 1e-6, np.pi - 1e-9]


def random_vectors(count: int, longest: float = np.pi) -> np.ndarray:
    chance = np.random.default_rng(3)
    axes = chance.normal(size=(count, 3))
    axes /= np.linalg.norm(axes, axis=1, keepdims=True)
    return axes * chance.uniform(0, longest, (count, 1))


def scipy_quaternions(vectors: np.ndarray) -> np.ndarray:
    return np.roll(Rotation.from_rotvec(vectors).as_quat(), 1, axis=-1)


def same_rotation(first: np.ndarray, second: np.ndarray, tolerance: float) -> None:
    sign = np.sign(np.sum(first * second, axis=-1, keepdims=True))
    np.testing.assert_allclose(first, sign * second, atol=tolerance)


def test_axis_angle_becomes_the_quaternion_and_matrix_of_scipy():
    vectors = random_vectors(2000, longest=12.0)
    same_rotation(rotations.axis_angle_to_quaternion(vectors), scipy_quaternions(vectors), 1e-14)
    expected = Rotation.from_rotvec(vectors).as_matrix()
    np.testing.assert_allclose(rotations.axis_angle_to_matrix(vectors), expected, atol=1e-14)


@pytest.mark.parametrize("angle", HARD_ANGLES)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_round_trips_keep_full_relative_precision_near_zero_and_pi(angle, dtype):
    axes = np.array([[1, 0, 0], [0, -1, 0], [0, 0, 1], [0.6, 0.8, 0], [-0.48, 0.6, 0.64]])
    vectors = (axes * angle).astype(dtype)
    back = rotations.quaternion_to_axis_angle(rotations.axis_angle_to_quaternion(vectors))
    assert back.dtype == dtype
    if dtype is np.float32 and angle > np.pi - 1e-5:
        back = back * np.sign(np.sum(back * axes, axis=-1, keepdims=True))
    tolerance = 8 * np.finfo(dtype).eps
    np.testing.assert_allclose(back, vectors, rtol=tolerance, atol=tolerance * angle)


@pytest.mark.parametrize("angle", HARD_ANGLES)
def test_matrices_give_their_rotation_vector_back_near_zero_and_pi(angle):
    axes = np.array([[1, 0, 0], [0, -1, 0], [0, 0, 1], [0.6, 0.8, 0], [-0.48, 0.6, 0.64]])
    back = rotations.matrix_to_axis_angle(rotations.axis_angle_to_matrix(axes * angle))
    np.testing.assert_allclose(back, axes * angle, rtol=1e-14, atol=1e-14 * max(angle, 1e-30))


@pytest.mark.parametrize(
    ("matrix", "axis"),
    [
        (np.diag([1.0, -1, -1]), [1, 0, 0]),
        (np.diag([-1.0, 1, -1]), [0, 1, 0]),
        (np.diag([-1.0, -1, 1]), [0, 0, 1]),
    ],
)
def test_half_turns_are_exact(matrix, axis):
    vector = rotations.matrix_to_axis_angle(matrix)
    np.testing.assert_array_equal(np.abs(vector), np.pi * np.array(axis))
    np.testing.assert_allclose(rotations.axis_angle_to_matrix(vector), matrix, atol=1e-15)


def test_vectors_longer_than_a_half_turn_come_back_the_short_way():
    long = np.array([0.0, 0.0, 1.5 * np.pi])
    short = rotations.quaternion_to_axis_angle(rotations.axis_angle_to_quaternion(long))
    np.testing.assert_allclose(short, [0, 0, -0.5 * np.pi], atol=1e-15)


def test_a_quaternion_and_its_negative_are_one_rotation_of_any_length():
    quaternions = rotations.axis_angle_to_quaternion(random_vectors(200))
    expected = rotations.quaternion_to_axis_angle(quaternions)
    np.testing.assert_allclose(rotations.quaternion_to_axis_angle(-7.5 * quaternions), expected, atol=1e-14)


def test_multiplying_rotates_by_the_right_one_first():
    first, second = Rotation.from_rotvec(random_vectors(300)), Rotation.from_rotvec(random_vectors(300)[::-1])
    product = rotations.multiply(scipy_quaternions(second.as_rotvec()), scipy_quaternions(first.as_rotvec()))
    same_rotation(product, np.roll((second * first).as_quat(), 1, axis=-1), 1e-14)


def test_rotating_agrees_with_scipy_and_the_conjugate_undoes_it():
    quaternions = rotations.axis_angle_to_quaternion(random_vectors(300))
    points = np.random.default_rng(1).normal(size=(300, 3))
    turned = rotations.rotate(quaternions, points)
    np.testing.assert_allclose(turned, Rotation.from_rotvec(random_vectors(300)).apply(points), atol=1e-14)
    np.testing.assert_allclose(rotations.rotate(rotations.conjugate(quaternions), turned), points, atol=1e-14)


def test_slerp_agrees_with_scipy_along_the_way():
    ends = random_vectors(2)
    fractions = np.linspace(0, 1, 11)
    expected = Slerp([0, 1], Rotation.from_rotvec(ends))(fractions).as_rotvec()
    quaternions = rotations.axis_angle_to_quaternion(ends)
    way = rotations.slerp(quaternions[0], quaternions[1], fractions)
    np.testing.assert_allclose(rotations.quaternion_to_axis_angle(way), expected, atol=1e-13)


def test_slerp_takes_the_short_way_and_meets_its_ends_exactly():
    start, end = rotations.axis_angle_to_quaternion([[0, 0, 0.2], [0, 0, 0.6]])
    np.testing.assert_array_equal(rotations.slerp(start, end, 0.0), start)
    np.testing.assert_array_equal(rotations.slerp(start, end, 1.0), end)
    middle = rotations.quaternion_to_axis_angle(rotations.slerp(start, -end, 0.5))
    np.testing.assert_allclose(middle, [0, 0, 0.4], atol=1e-15)


def test_slerp_between_nearly_equal_rotations_keeps_its_precision():
    start = rotations.axis_angle_to_quaternion([0.3, -0.2, 0.1])
    step = rotations.axis_angle_to_quaternion([0, 0, 1e-10])
    middle = rotations.slerp(start, rotations.multiply(start, step), 0.25)
    moved = rotations.quaternion_to_axis_angle(rotations.multiply(rotations.conjugate(start), middle))
    np.testing.assert_allclose(moved, [0, 0, 0.25e-10], atol=1e-16)


def test_the_angle_between_rotations_is_that_of_scipy():
    first, second = random_vectors(300), random_vectors(300)[::-1]
    expected = (Rotation.from_rotvec(first).inv() * Rotation.from_rotvec(second)).magnitude()
    angles = rotations.angle_between(rotations.exp(first), -rotations.exp(second))
    np.testing.assert_allclose(angles, expected, atol=1e-14)


def test_leading_axes_broadcast_and_float32_stays_float32():
    vectors = random_vectors(12).reshape(3, 4, 3).astype(np.float32)
    quaternions = rotations.axis_angle_to_quaternion(vectors)
    assert quaternions.shape == (3, 4, 4)
    for result in (
        rotations.quaternion_to_matrix(quaternions),
        rotations.matrix_to_axis_angle(rotations.axis_angle_to_matrix(vectors)),
        rotations.multiply(quaternions, quaternions[:, :1]),
        rotations.rotate(quaternions[:, :1], vectors),
        rotations.slerp(quaternions, quaternions[:1, :1], 0.3),
        rotations.conjugate(quaternions),
    ):
        assert result.dtype == np.float32
        assert result.shape[:2] == (3, 4)
    assert rotations.axis_angle_to_quaternion(np.zeros((0, 3))).shape == (0, 4)


@given(st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=3))
def test_any_vector_gives_a_unit_quaternion_and_a_short_way_back(vector):
    quaternion = rotations.exp(vector)
    assert abs(np.linalg.norm(quaternion) - 1) < 1e-14
    short = rotations.log(quaternion)
    assert np.linalg.norm(short) <= np.pi + 1e-14
    np.testing.assert_allclose(
        rotations.quaternion_to_matrix(rotations.exp(short)),
        rotations.quaternion_to_matrix(quaternion),
        atol=1e-12,
    )
