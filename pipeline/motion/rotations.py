"""Rotations as axis-angle vectors, unit quaternions and matrices, exact near 0 and pi.

Every function takes arrays with any leading axes, which broadcast, and returns the float
type it was given (float64 for integers). Quaternions are (w, x, y, z). Angles are radians.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]


def _floating(values: ArrayLike) -> Array:
    array = np.asarray(values)
    return array if array.dtype.kind == "f" else array.astype(np.float64)


def _length(vectors: Array) -> Array:
    length: Array = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))[..., None]
    return length


def _sinc(angle: Array) -> Array:
    """sin(angle) / angle, 1 at 0, in the float type of `angle`."""
    safe = np.where(angle == 0, 1, angle)
    result: Array = np.where(angle == 0, 1, np.sin(safe) / safe).astype(angle.dtype, copy=False)
    return result


def axis_angle_to_quaternion(vectors: ArrayLike) -> Array:
    """Unit quaternions (..., 4) of rotation vectors (..., 3) of any length."""
    vectors = _floating(vectors)
    half = _length(vectors) / 2
    return np.concatenate([np.cos(half), vectors * (_sinc(half) / 2)], axis=-1)


def quaternion_to_axis_angle(quaternions: ArrayLike) -> Array:
    """Shortest rotation vectors (..., 3), no longer than pi, of quaternions (..., 4) of any length but 0."""
    quaternions = _floating(quaternions)
    quaternions = quaternions / _length(quaternions)
    quaternions = np.where(quaternions[..., :1] < 0, -quaternions, quaternions)
    w, xyz = quaternions[..., :1], quaternions[..., 1:]
    sine = _length(xyz)
    # Below this the quotient is 2 to the last bit, and squaring the sine may have underflowed.
    tiny = sine < np.sqrt(np.finfo(sine.dtype).eps) / 10
    factor = np.where(tiny, 2, 2 * np.arctan2(sine, w) / np.where(tiny, 1, sine))
    result: Array = (xyz * factor).astype(quaternions.dtype, copy=False)
    return result


def quaternion_to_matrix(quaternions: ArrayLike) -> Array:
    """Rotation matrices (..., 3, 3) of unit quaternions (..., 4)."""
    quaternions = _floating(quaternions)
    w, x, y, z = np.moveaxis(quaternions, -1, 0)
    matrices = np.empty((*quaternions.shape[:-1], 3, 3), quaternions.dtype)
    matrices[..., 0, 0] = 1 - 2 * (y * y + z * z)
    matrices[..., 0, 1] = 2 * (x * y - w * z)
    matrices[..., 0, 2] = 2 * (x * z + w * y)
    matrices[..., 1, 0] = 2 * (x * y + w * z)
    matrices[..., 1, 1] = 1 - 2 * (x * x + z * z)
    matrices[..., 1, 2] = 2 * (y * z - w * x)
    matrices[..., 2, 0] = 2 * (x * z - w * y)
    matrices[..., 2, 1] = 2 * (y * z + w * x)
    matrices[..., 2, 2] = 1 - 2 * (x * x + y * y)
    return matrices


def matrix_to_quaternion(matrices: ArrayLike) -> Array:
    """Unit quaternions (..., 4), w not negative, of rotation matrices (..., 3, 3).

    Of the four rows of 4 q q^T the one with the largest diagonal entry is normalised
    (Shepperd 1978), so that nothing small is ever divided by.
    """
    matrices = _floating(matrices)
    m = np.moveaxis(matrices, (-2, -1), (0, 1))
    outer = np.empty((*matrices.shape[:-2], 4, 4), matrices.dtype)
    outer[..., 0, 0] = 1 + m[0, 0] + m[1, 1] + m[2, 2]
    outer[..., 1, 1] = 1 + m[0, 0] - m[1, 1] - m[2, 2]
    outer[..., 2, 2] = 1 - m[0, 0] + m[1, 1] - m[2, 2]
    outer[..., 3, 3] = 1 - m[0, 0] - m[1, 1] + m[2, 2]
    outer[..., 0, 1] = outer[..., 1, 0] = m[2, 1] - m[1, 2]
    outer[..., 0, 2] = outer[..., 2, 0] = m[0, 2] - m[2, 0]
    outer[..., 0, 3] = outer[..., 3, 0] = m[1, 0] - m[0, 1]
    outer[..., 1, 2] = outer[..., 2, 1] = m[1, 0] + m[0, 1]
    outer[..., 1, 3] = outer[..., 3, 1] = m[0, 2] + m[2, 0]
    outer[..., 2, 3] = outer[..., 3, 2] = m[2, 1] + m[1, 2]
    largest = np.argmax(np.diagonal(outer, axis1=-2, axis2=-1), axis=-1)
    chosen = np.take_along_axis(outer, largest[..., None, None], axis=-2)[..., 0, :]
    chosen = chosen / _length(chosen)
    result: Array = np.where(chosen[..., :1] < 0, -chosen, chosen)
    return result


def axis_angle_to_matrix(vectors: ArrayLike) -> Array:
    """Rotation matrices (..., 3, 3) of rotation vectors (..., 3)."""
    return quaternion_to_matrix(axis_angle_to_quaternion(vectors))


def matrix_to_axis_angle(matrices: ArrayLike) -> Array:
    """Shortest rotation vectors (..., 3) of rotation matrices (..., 3, 3)."""
    return quaternion_to_axis_angle(matrix_to_quaternion(matrices))


def multiply(left: ArrayLike, right: ArrayLike) -> Array:
    """Quaternions (..., 4) that rotate by `right` first, then by `left`."""
    left, right = _floating(left), _floating(right)
    a, b, c, d = np.moveaxis(left, -1, 0)
    w, x, y, z = np.moveaxis(right, -1, 0)
    return np.stack(
        [
            a * w - b * x - c * y - d * z,
            a * x + b * w + c * z - d * y,
            a * y - b * z + c * w + d * x,
            a * z + b * y - c * x + d * w,
        ],
        axis=-1,
    )


def conjugate(quaternions: ArrayLike) -> Array:
    """The opposite rotations of unit quaternions (..., 4)."""
    quaternions = _floating(quaternions)
    return np.concatenate([quaternions[..., :1], -quaternions[..., 1:]], axis=-1)


def rotate(quaternions: ArrayLike, vectors: ArrayLike) -> Array:
    """Vectors (..., 3) turned by unit quaternions (..., 4)."""
    quaternions, vectors = _floating(quaternions), _floating(vectors)
    w, axis = quaternions[..., :1], quaternions[..., 1:]
    across = 2 * np.cross(axis, vectors)
    result: Array = vectors + w * across + np.cross(axis, across)
    return result


def slerp(start: ArrayLike, end: ArrayLike, fraction: ArrayLike) -> Array:
    """Unit quaternions (..., 4) at `fraction` (...) of the shortest way from `start` to `end`.

    Fraction 0 is `start` and 1 is `end` or its negative, exactly; at an angle of exactly pi
    both ways are equally short and the one in the half space of `start` is taken.
    """
    start, end = _floating(start), _floating(end)
    fraction = np.asarray(fraction, np.result_type(start, end))[..., None]
    end = np.where(np.einsum("...i,...i->...", start, end)[..., None] < 0, -end, end)
    # Kahan's angle, accurate where the arc cosine of the dot product is not.
    angle = 2 * np.arctan2(_length(start - end), _length(start + end))
    whole = _sinc(angle)
    before = (1 - fraction) * _sinc((1 - fraction) * angle) / whole
    after = fraction * _sinc(fraction * angle) / whole
    result: Array = before * start + after * end
    return result


def angle_between(first: ArrayLike, second: ArrayLike) -> Array:
    """Angles (...) from 0 to pi of the rotations from `first` to `second`, unit quaternions (..., 4)."""
    first, second = _floating(first), _floating(second)
    apart, together = _length(first - second), _length(first + second)
    result: Array = 4 * np.arctan2(np.minimum(apart, together), np.maximum(apart, together))[..., 0]
    return result


exp = axis_angle_to_quaternion
"""The exponential map of the rotation group: rotation vector to unit quaternion."""

log = quaternion_to_axis_angle
"""Its inverse: unit quaternion to shortest rotation vector."""
