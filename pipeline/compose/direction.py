"""Directions in the signer's frame, written as sums of words."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = {
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "out": (0, 0, 1),
    "in": (0, 0, -1),
    "left": (1, 0, 0),
    "right": (-1, 0, 0),
}
"""Left, up and out (away from the signer's chest) as multiples of +x, +y and +z."""

STEEPEST = 2
"""The most times that one word may count."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction for a right-handed signer: left is +x, up +y, out +z, as everywhere in Signwright.

    The components are small whole numbers: 1 or -1 for the 26 directions of HamNoSys, 2 for what lies
    between two of them (`up-up-left` is between up and up-left). Raises ValueError when all are 0 or one
    is beyond 2.
    """

    left: int = 0
    up: int = 0
    out: int = 0

    def __post_init__(self) -> None:
        parts = (self.left, self.up, self.out)
        if not any(parts) or any(abs(part) > STEEPEST for part in parts):
            raise ValueError(f"{parts} is no direction")
        if math.gcd(*parts) > 1:
            raise ValueError(f"{parts} is a longer way of writing a direction")

    def __str__(self) -> str:
        return "-".join(self._words())

    @property
    def vector(self) -> tuple[float, float, float]:
        """The unit vector, in x, y, z."""
        length = math.hypot(self.left, self.up, self.out)
        return self.left / length, self.up / length, self.out / length

    def _words(self) -> Iterator[str]:
        for value, more, less in (
            (self.up, "up", "down"),
            (self.out, "out", "in"),
            (self.left, "left", "right"),
        ):
            yield from [more if value > 0 else less] * abs(value)


def direction(words: str) -> Direction:
    """The direction that words such as `up` or `out-left` name, in any order; raises ValueError."""
    total = [0, 0, 0]
    for word in words.split("-"):
        if word not in WORDS:
            raise ValueError(f"{words!r} is no direction")
        total = [a + b for a, b in zip(total, WORDS[word], strict=True)]
    return reduced(*total)


def reduced(left: int, up: int, out: int) -> Direction:
    """The direction of any sum of words; raises ValueError."""
    divisor = math.gcd(left, up, out) or 1
    return Direction(left // divisor, up // divisor, out // divisor)


NAMED = tuple(
    Direction(left, up, out)
    for up in (1, 0, -1)
    for out in (1, 0, -1)
    for left in (1, 0, -1)
    if (left, up, out) != (0, 0, 0)
)
"""The 26 directions with components of 1, 0 and -1."""
