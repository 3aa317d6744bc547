"""Directions, palms and circles of HamNoSys, which are written relative to each other."""

import math

from pipeline.compose.direction import Direction, reduced

Vector = tuple[float, float, float]

LETTERS = {"u": (0, 1, 0), "d": (0, -1, 0), "o": (0, 0, 1), "i": (0, 0, -1), "l": (1, 0, 0), "r": (-1, 0, 0)}
OUT: Vector = (0.0, 0.0, 1.0)
UP: Vector = (0.0, 1.0, 0.0)


def _grid() -> tuple[Direction, ...]:
    """All directions that a sum of words can name."""
    span = range(-2, 3)
    found = {reduced(a, b, c) for a in span for b in span for c in span if (a, b, c) != (0, 0, 0)}
    return tuple(sorted(found, key=lambda one: (abs(one.left) + abs(one.up) + abs(one.out), str(one))))


_GRID = _grid()


def spelled(letters: str) -> Direction | None:
    """The direction of letters such as `uo`, None when they are none."""
    if not letters or any(letter not in LETTERS for letter in letters):
        return None
    sums = [sum(LETTERS[letter][axis] for letter in letters) for axis in range(3)]
    try:
        return reduced(*sums)
    except ValueError:
        return None


def nearest(vector: Vector) -> Direction:
    """The direction with the smallest angle to a vector, the plainest of equals."""
    return max(_GRID, key=lambda one: round(_dot(one.vector, _unit(vector)), 6))


def halfway(one: Direction, two: Direction) -> Direction:
    """The direction between two; the first when they are opposite."""
    total = tuple(a + b for a, b in zip(one.vector, two.vector, strict=True))
    return nearest((total[0], total[1], total[2])) if math.hypot(*total) > 1e-6 else one


def carried(way: Direction, ahead: Direction) -> Direction:
    """A direction given for a hand that points or moves out, for one that goes `ahead` instead.

    HamNoSys writes palms and arcs as seen along the extended fingers or the movement. The hand is turned
    from out to `ahead` the shortest way, and over the top where that is undefined.
    """
    return nearest(_turned(way.vector, ahead.vector))


def circle(axis: Direction, start: Direction | None) -> tuple[Direction, Direction]:
    """Where a circle sets out and where it goes a quarter later: clockwise, seen along its axis.

    Without a start it begins at the top, or at the far side when it lies flat.
    """
    around = axis.vector
    place = start.vector if start else UP
    place = _across(place, around)
    if math.hypot(*place) < 0.3:
        place = _across(OUT, around)
    ahead = _cross(around, place)
    return nearest(ahead), nearest((-place[0], -place[1], -place[2]))


def _turned(vector: Vector, ahead: Vector) -> Vector:
    """Rodrigues' rotation that takes out to `ahead`."""
    axis, cosine = _cross(OUT, ahead), ahead[2]
    if cosine < -1 + 1e-9:
        return vector[0], -vector[1], -vector[2]
    along = _dot(axis, vector) / (1 + cosine)
    turned = _cross(axis, vector)
    return (
        vector[0] * cosine + turned[0] + axis[0] * along,
        vector[1] * cosine + turned[1] + axis[1] * along,
        vector[2] * cosine + turned[2] + axis[2] * along,
    )


def _across(vector: Vector, axis: Vector) -> Vector:
    """The part of a vector at right angles to an axis."""
    share = _dot(vector, axis)
    return vector[0] - share * axis[0], vector[1] - share * axis[1], vector[2] - share * axis[2]


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _unit(vector: Vector) -> Vector:
    length = math.hypot(*vector)
    return vector[0] / length, vector[1] / length, vector[2] / length
