"""The parts of a hand: which of its skin they are, and which of it comes first to a place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.places import HandPart
from pipeline.compose.surface import Skin
from pipeline.fitting.chain import DIGITS, THUMB_PAD, TIPS
from pipeline.fitting.freedoms import FINGERS
from pipeline.motion import joints

Array = NDArray[np.float64]
Members = NDArray[np.int64]

_FACING = 0.55  # cosine within which skin faces a side
_TIP = 0.55  # share of the last bone beyond which the tip begins
_JOINT = 0.010  # metres around a joint


@dataclass(frozen=True, eq=False)
class HandSkin:
    """The skin of one hand in the rest pose, relative to the wrist, and its sides.

    Coordinates: along the fingers, out of the palm, towards the thumb.
    """

    side: str
    members: Members  # (N,) vertices of the body
    places: Array  # (N, 3), metres, relative to the wrist, in the body's axes
    local: Array  # (N, 3), the same in the hand's coordinates
    facing: Array  # (N, 3), normals in the hand's coordinates
    owner: Members  # (N,), joints
    weights: Array  # (N, 16), shares of the wrist and the 15 joints of the hand
    joints_at: Array  # (16, 3), relative to the wrist, in the body's axes

    @cached_property
    def axes(self) -> Array:
        """The hand's coordinates as rows (3, 3) in the body's axes."""
        return hand_axes(self.side)

    def finger(self, digit: str, part: int) -> NDArray[np.bool_]:
        """The skin (N,) that a joint of a digit moves."""
        mine: NDArray[np.bool_] = self.owner == joints.INDEX[f"{self.side}_{digit}{part}"]
        return mine

    def joint(self, digit: str, part: int) -> Array:
        """Where a joint of a digit is, in the hand's coordinates (3,)."""
        place: Array = self.axes @ self.joints_at[1 + _order(self.side).index(f"{self.side}_{digit}{part}")]
        return place


def hand_axes(side: str) -> Array:
    """Rows: the directions along the fingers, out of the palm and towards the thumb in the rest pose."""
    out = 1.0 if side == "left" else -1.0
    return np.array([[out, 0.0, 0.0], [0.0, -1.0, 0.0], [0.0, 0.0, 1.0]])


def _order(side: str) -> list[str]:
    return [name for name in joints.NAMES[25:] if name.startswith(side)]


def hand_skin(skin: Skin, rest_joints: Array, side: str) -> HandSkin:
    """The skin of a hand with a little of the forearm."""
    wrist = joints.INDEX[f"{side}_wrist"]
    carriers = [wrist, *(joints.INDEX[name] for name in _order(side))]
    elbow = joints.INDEX[f"{side}_elbow"]
    out = 1.0 if side == "left" else -1.0
    along = (skin.vertices - rest_joints[wrist]) @ [out, 0, 0]
    members = np.flatnonzero(np.isin(skin.owner, carriers) | ((skin.owner == elbow) & (along > -0.16)))
    weights = np.zeros((len(members), len(carriers)))
    for place, carrier in enumerate(carriers):
        weights[:, place] = (skin.joint_weight[members] * (skin.joint_index[members] == carrier)).sum(axis=1)
    weights[:, 0] += 1 - weights.sum(axis=1)
    places = skin.vertices[members] - rest_joints[wrist]
    axes = hand_axes(side)
    return HandSkin(
        side=side,
        members=members,
        places=places,
        local=places @ axes.T,
        facing=skin.normals[members] @ axes.T,
        owner=skin.owner[members],
        weights=weights,
        joints_at=rest_joints[carriers] - rest_joints[wrist],
    )


def posed_skin(hand: HandSkin, turns: Array) -> Array:
    """The skin (N, 3) relative to the wrist, in the wrist's frame, for local rotations (15, 3, 3)."""
    rotations, places = np.tile(np.eye(3), (16, 1, 1)), np.zeros((16, 3))
    for index in range(15):
        parent = 0 if index % 3 == 0 else index
        rotations[index + 1] = rotations[parent] @ turns[index]
        offset = hand.joints_at[index + 1] - hand.joints_at[parent]
        places[index + 1] = places[parent] + rotations[parent] @ offset
    shift = places - np.einsum("jab,jb->ja", rotations, hand.joints_at)
    moved = np.einsum("jab,nb->nja", rotations, hand.places) + shift
    result: Array = np.einsum("nj,nja->na", hand.weights, moved)
    return result


def part_members(hand: HandSkin, part: HandPart | None, stretched: tuple[str, ...]) -> Members:
    """Which of the hand's skin a part is; of fingertips and pads only those of the `stretched` fingers."""
    if part is None:
        return np.flatnonzero(hand.local[:, 0] > 0.0)
    chosen = np.flatnonzero(_PARTS[part](hand, stretched))
    return chosen if len(chosen) else np.flatnonzero(hand.local[:, 0] > 0.0)


def _tip(hand: HandSkin, digit: str) -> NDArray[np.bool_]:
    bone = hand_axes("left") @ np.array(TIPS[digit])
    share = (hand.local - hand.joint(digit, 3)) @ bone / (bone @ bone)
    return np.asarray(hand.finger(digit, 3) & (share > _TIP))


def _pad_of(hand: HandSkin, digit: str) -> NDArray[np.bool_]:
    facing = hand_axes("left") @ THUMB_PAD if digit == "thumb" else np.array([0.0, 1.0, 0.0])
    return np.asarray(hand.finger(digit, 3) & (hand.facing @ facing > _FACING))


def _tips(hand: HandSkin, digits: tuple[str, ...]) -> NDArray[np.bool_]:
    return np.asarray(np.any([_tip(hand, digit) for digit in digits], axis=0))


def _along_fingers(hand: HandSkin, digits: tuple[str, ...], out_of_palm: float) -> NDArray[np.bool_]:
    mine = np.any([hand.finger(digit, part) for digit in digits for part in (2, 3)], axis=0)
    return np.asarray(mine & (hand.facing[:, 1] * out_of_palm > _FACING))


def _near_joints(hand: HandSkin, digits: tuple[str, ...], part: int) -> NDArray[np.bool_]:
    near = [np.abs(hand.local[:, 0] - hand.joint(digit, part)[0]) < _JOINT for digit in digits]
    mine = [
        np.any([hand.finger(digit, p) for p in (1, 2)], axis=0)
        | (hand.owner == joints.INDEX[f"{hand.side}_wrist"]) & (part == 1)
        for digit in digits
    ]
    return np.asarray(np.any(np.logical_and(near, mine), axis=0) & (hand.facing[:, 1] < -_FACING))


def _palm(hand: HandSkin, facing: int, sign: float, low: float, high: float) -> NDArray[np.bool_]:
    """Skin of the palm's block that faces a side, from `low` to `high` of the way to the knuckles."""
    knuckle = hand.joint("middle", 1)[0]
    along = hand.local[:, 0] / knuckle
    return np.asarray((hand.facing[:, facing] * sign > _FACING) & (along > low) & (along < high))


def _side(hand: HandSkin, sign: float) -> NDArray[np.bool_]:
    finger = "index" if sign > 0 else "pinky"
    mine = _palm(hand, 2, sign, 0.2, 1.1)
    return np.asarray(mine | (hand.finger(finger, 1) & (hand.facing[:, 2] * sign > _FACING)))


_PARTS: dict[HandPart, Callable[[HandSkin, tuple[str, ...]], NDArray[np.bool_]]] = {
    HandPart.FINGERTIPS: lambda hand, stretched: _tips(hand, stretched),
    HandPart.THUMB_TIP: lambda hand, _: _tip(hand, "thumb"),
    HandPart.INDEX_TIP: lambda hand, _: _tip(hand, "index"),
    HandPart.MIDDLE_TIP: lambda hand, _: _tip(hand, "middle"),
    HandPart.RING_TIP: lambda hand, _: _tip(hand, "ring"),
    HandPart.PINKY_TIP: lambda hand, _: _tip(hand, "pinky"),
    HandPart.THUMB_PAD: lambda hand, _: _pad_of(hand, "thumb"),
    HandPart.INDEX_PAD: lambda hand, _: _pad_of(hand, "index"),
    HandPart.FINGER_PADS: lambda hand, stretched: _along_fingers(hand, stretched, 1.0),
    HandPart.FINGER_BACKS: lambda hand, stretched: _along_fingers(hand, stretched, -1.0),
    HandPart.THUMB_SIDE: lambda hand, _: hand.finger("thumb", 2) | hand.finger("thumb", 3),
    HandPart.INDEX_SIDE: lambda hand, _: (
        (hand.finger("index", 1) | hand.finger("index", 2) | hand.finger("index", 3))
        & (hand.facing[:, 2] > _FACING)
    ),
    HandPart.MIDDLE_JOINTS: lambda hand, _: _near_joints(hand, FINGERS, 2),
    HandPart.KNUCKLES: lambda hand, _: _near_joints(hand, FINGERS, 1),
    HandPart.PALM: lambda hand, _: _palm(hand, 1, 1.0, 0.35, 0.95),
    HandPart.BACK: lambda hand, _: _palm(hand, 1, -1.0, 0.2, 0.9),
    HandPart.RADIAL: lambda hand, _: _side(hand, 1.0),
    HandPart.ULNAR: lambda hand, _: _side(hand, -1.0),
    HandPart.HEEL: lambda hand, _: _palm(hand, 1, 1.0, 0.05, 0.4),
    HandPart.WRIST: lambda hand, _: _palm(hand, 1, 1.0, -0.3, 0.02),
    HandPart.WRIST_BACK: lambda hand, _: _palm(hand, 1, -1.0, -0.3, 0.02),
    HandPart.FOREARM: lambda hand, _: _palm(hand, 1, 1.0, -1.6, -0.5),
    HandPart.ELBOW: lambda hand, _: _palm(hand, 1, 1.0, -1.6, -0.8),
}

assert set(_PARTS) == set(HandPart)
assert DIGITS[0] == "thumb"
