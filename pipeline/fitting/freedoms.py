"""The anatomical freedoms of an arm and its hand: what each can do, and how it usually stands."""

from dataclasses import dataclass
from math import radians

FINGERS: tuple[str, ...] = ("index", "middle", "ring", "pinky")


@dataclass(frozen=True, slots=True)
class Freedom:
    """One angle in radians; 0 is the straight arm hanging down with the palm to the thigh, the flat hand.

    `usual` and `spread` are mean and standard deviation while signing; `jolt` is the standard
    deviation of its second difference at 30 frames per second.
    """

    name: str
    low: float
    high: float
    usual: float
    spread: float
    jolt: float


def _freedom(name: str, limits: tuple[float, float], usual: float, spread: float, jolt: float) -> Freedom:
    """A freedom from degrees."""
    low, high = limits
    return Freedom(name, *(radians(value) for value in (low, high, usual, spread, jolt)))


def _finger(name: str, sideways: float) -> tuple[Freedom, ...]:
    """The four freedoms of a finger: flexion of three joints and abduction, positive towards the thumb."""
    return (
        _freedom(f"{name}_abduction", (-22, 22), sideways, 8, 2.0),
        _freedom(f"{name}_mcp", (-25, 95), 25, 45, 4.0),
        _freedom(f"{name}_pip", (-5, 112), 35, 50, 4.0),
        _freedom(f"{name}_dip", (-8, 85), 20, 40, 4.0),
    )


ARM: tuple[Freedom, ...] = (
    _freedom("shoulder_forward", (-40, 120), 20, 30, 1.2),
    _freedom("shoulder_outward", (-30, 110), 12, 20, 1.2),
    _freedom("shoulder_twist", (-90, 90), 0, 35, 1.5),
    _freedom("elbow_flexion", (2, 150), 110, 45, 2.0),
    _freedom("forearm_twist", (-90, 90), 0, 50, 3.0),
    _freedom("wrist_flexion", (-75, 85), 0, 25, 2.5),
    _freedom("wrist_ulnar", (-25, 38), 5, 13, 2.0),
)

HAND: tuple[Freedom, ...] = (
    *_finger("index", 3),
    *_finger("middle", 0),
    *_finger("ring", -2),
    *_finger("pinky", -5),
    _freedom("thumb_abduction", (-30, 60), 10, 22, 3.0),
    _freedom("thumb_flexion", (-40, 60), 5, 25, 3.0),
    _freedom("thumb_twist", (-25, 40), 0, 12, 2.0),
    _freedom("thumb_mcp", (-10, 65), 25, 25, 3.0),
    _freedom("thumb_ip", (-20, 88), 22, 30, 3.0),
)

FREEDOMS: tuple[Freedom, ...] = ARM + HAND
INDEX: dict[str, int] = {freedom.name: index for index, freedom in enumerate(FREEDOMS)}
