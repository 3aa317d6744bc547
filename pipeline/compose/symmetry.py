"""Battison's types of two-handed signs, which follow from a description."""

from enum import StrEnum

from pipeline.compose.description import Description
from pipeline.compose.manner import OtherHand
from pipeline.compose.shapes import Shape


class SignType(StrEnum):
    """What the two hands of a sign have in common (Battison 1978)."""

    ONE_HANDED = "one-handed"  # type 0 or X
    SYMMETRIC = "symmetric"  # type 1: both hands move alike, with the same handshape
    SAME_BASE = "same base"  # type 2: one hand acts, the other has the same handshape
    OTHER_BASE = "other base"  # type 3: one hand acts, the other has another handshape
    IRREGULAR = "irregular"  # breaks the symmetry or the dominance condition


UNMARKED = frozenset({
    Shape.A, Shape.S, Shape.B, Shape.FLAT_B, Shape.OPEN_B, Shape.FIVE, Shape.ONE, Shape.C, Shape.O,
})  # fmt: skip
"""The handshapes that the dominance condition allows to a base that differs: B, A, S, C, O, 1 and 5."""


def sign_type(description: Description) -> SignType:
    """The type of a sign; hands that both move with different shapes or movements are irregular."""
    leading, other = description.start.shape, description.other.shape
    if description.hands is OtherHand.ABSENT:
        return SignType.ONE_HANDED
    moves_apart = any(movement.other is not None for movement in description.movements)
    same = other is None or other == leading
    if description.hands is not OtherHand.BASE:
        return SignType.SYMMETRIC if same and not moves_apart else SignType.IRREGULAR
    if moves_apart:
        return SignType.IRREGULAR
    if same:
        return SignType.SAME_BASE
    return SignType.OTHER_BASE if other and other.name in UNMARKED else SignType.IRREGULAR
