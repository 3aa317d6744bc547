"""What the upper body can do: its anatomical freedoms, their limits and habits."""

from dataclasses import dataclass
from math import radians

from pipeline.fitting.freedoms import FINGERS

SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Freedom:
    """One angle in radians, or one metre of translation.

    `usual` and `spread` are mean and standard deviation while signing; `jolt` is the scale of its
    second difference at 30 frames per second. `part` names what moves together.
    """

    name: str
    part: str
    low: float
    high: float
    usual: float
    spread: float
    jolt: float


def _angle(
    name: str, part: str, limits: tuple[float, float], usual: float, spread: float, jolt: float
) -> Freedom:
    low, high = limits
    return Freedom(name, part, *(radians(value) for value in (low, high, usual, spread, jolt)))


def _trunk() -> tuple[Freedom, ...]:
    found = [Freedom(f"move_{axis}", "trunk", -99, 99, 0, 10, 0.0007) for axis in "xyz"]
    for name, limit, spreads, jolt in (
        ("root", 60, (1.2, 6, 2), 0.145),
        ("spine", 45, (1.5, 4, 2), 0.24),
        ("head", 70, (18, 25, 15), 0.6),
    ):
        found += [
            _angle(f"{name}_{axis}", "trunk", (-limit, limit), 0, spread, jolt)
            for axis, spread in zip("xyz", spreads, strict=True)
        ]
    return tuple(found)


def _arm(side: str) -> tuple[Freedom, ...]:
    part = f"{side}_arm"
    return (
        _angle(f"{side}_collar_lift", part, (-8, 35), 4, 5, 0.37),
        _angle(f"{side}_collar_forward", part, (-20, 30), 3, 5, 0.37),
        _angle(f"{side}_shoulder_twist", part, (-100, 100), 0, 35, 1.3),
        _angle(f"{side}_shoulder_forward", part, (-50, 150), 30, 35, 1.3),
        _angle(f"{side}_shoulder_outward", part, (-45, 120), 8, 30, 1.3),
        _angle(f"{side}_elbow", part, (1, 152), 85, 45, 1.65),
        _angle(f"{side}_forearm_twist", part, (-90, 92), 0, 50, 2.6),
        _angle(f"{side}_wrist_flexion", part, (-75, 80), 0, 22, 1.4),
        _angle(f"{side}_wrist_ulnar", part, (-25, 38), 4, 12, 1.4),
    )


def _hand(side: str) -> tuple[Freedom, ...]:
    found: list[Freedom] = []
    for finger, sideways in zip(FINGERS, (3, 0, -2, -5), strict=True):
        part = f"{side}_hand"
        found += [
            _angle(f"{side}_{finger}_abduction", part, (-22, 22), sideways, 8, 1.9),
            _angle(f"{side}_{finger}_mcp", part, (-25, 95), 25, 42, 4.6),
            _angle(f"{side}_{finger}_pip", part, (-5, 112), 35, 45, 4.6),
            _angle(f"{side}_{finger}_dip", part, (-10, 85), 20, 35, 4.6),
        ]
    part = f"{side}_hand"
    return (
        *found,
        _angle(f"{side}_thumb_abduction", part, (-35, 60), 8, 20, 3.1),
        _angle(f"{side}_thumb_flexion", part, (-40, 60), 8, 24, 3.1),
        _angle(f"{side}_thumb_twist", part, (-30, 45), 5, 15, 3.1),
        _angle(f"{side}_thumb_mcp", part, (-15, 65), 18, 24, 3.1),
        _angle(f"{side}_thumb_ip", part, (-25, 88), 22, 30, 3.8),
    )


TRUNK = _trunk()
FREEDOMS: tuple[Freedom, ...] = TRUNK + tuple(
    freedom for side in SIDES for freedom in (*_arm(side), *_hand(side))
)
INDEX: dict[str, int] = {freedom.name: index for index, freedom in enumerate(FREEDOMS)}
PARTS: tuple[str, ...] = ("trunk", "left_arm", "left_hand", "right_arm", "right_hand")
CARRIED = 9
"""The first freedoms of the trunk, which move everything; the rest of it moves the head alone."""
ARM, HAND = len(_arm("left")), len(_hand("left"))
