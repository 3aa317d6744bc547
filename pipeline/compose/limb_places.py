"""Where the places on an arm and its hand are: rays against its skin in the rest pose."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.body_places import Ray
from pipeline.compose.hand_places import HandSkin, hand_axes
from pipeline.compose.places import Part, Place, Surface
from pipeline.fitting.chain import THUMB_PAD, TIPS
from pipeline.motion import joints

Array = NDArray[np.float64]

_PALM_AT: dict[Place, float] = {
    Place.PALM: 0.68, Place.HAND: 0.68, Place.HAND_BACK: 0.6, Place.HEEL: 0.18, Place.KNUCKLES: 0.98,
}  # fmt: skip
"""Share of the way from the wrist to the middle finger's knuckle."""
_USUAL: dict[Place, Surface] = {
    Place.UPPER_ARM: Surface.DORSAL, Place.ELBOW: Surface.ULNAR, Place.ELBOW_CROOK: Surface.RADIAL,
    Place.FOREARM: Surface.DORSAL, Place.WRIST: Surface.DORSAL, Place.PALM: Surface.PALMAR,
    Place.HAND: Surface.RADIAL, Place.HAND_BACK: Surface.DORSAL, Place.HEEL: Surface.PALMAR,
    Place.KNUCKLES: Surface.DORSAL,
}  # fmt: skip


def limb_ray(
    rest_joints: Array, hand: HandSkin, place: Place, part: Part | None, surface: Surface | None
) -> Ray:
    """The ray that finds a place on the arm or hand of a side."""
    if place in (Place.THUMB, Place.INDEX, Place.MIDDLE, Place.RING, Place.PINKY, Place.FINGERTIPS):
        digit = "middle" if place is Place.FINGERTIPS else str(place)
        if place is Place.FINGERTIPS:
            part = part or Part.TIP
        return _on_finger(rest_joints, hand.side, digit, part, surface)
    at = {
        name: rest_joints[joints.INDEX[f"{hand.side}_{name}"]]
        for name in ("shoulder", "elbow", "wrist", "middle1")
    }
    outward = _outward(hand.side, surface or _USUAL[place])
    if place in _PALM_AT:
        towards = at["wrist"] + _PALM_AT[place] * (at["middle1"] - at["wrist"])
        owners = [
            f"{hand.side}_{name}" for name in ("wrist", "index1", "middle1", "ring1", "pinky1", "thumb1")
        ]
    elif place is Place.UPPER_ARM:
        towards = at["shoulder"] * 0.45 + at["elbow"] * 0.55
        owners = [f"{hand.side}_{name}" for name in ("shoulder", "elbow")]
    elif place is Place.FOREARM:
        towards = at["elbow"] * 0.5 + at["wrist"] * 0.5
        owners = [f"{hand.side}_{name}" for name in ("elbow", "wrist")]
    elif place is Place.WRIST:
        towards = at["wrist"] + 0.06 * (at["elbow"] - at["wrist"])
        owners = [f"{hand.side}_{name}" for name in ("elbow", "wrist")]
    else:
        towards = at["elbow"]
        owners = [f"{hand.side}_{name}" for name in ("shoulder", "elbow")]
    return towards, -outward, tuple(joints.INDEX[name] for name in owners)


def _outward(side: str, surface: Surface) -> Array:
    _, palm, thumb = hand_axes(side)
    towards: dict[Surface, Array] = {
        Surface.PALMAR: palm, Surface.DORSAL: -palm, Surface.RADIAL: thumb, Surface.ULNAR: -thumb,
    }  # fmt: skip
    return towards[surface]


def _on_finger(rest_joints: Array, side: str, digit: str, part: Part | None, surface: Surface | None) -> Ray:
    """A ray against one digit from the side that is asked for; the tip along the bone."""
    mirror = np.array([1.0 if side == "left" else -1.0, 1.0, 1.0])
    at = [rest_joints[joints.INDEX[f"{side}_{digit}{number}"]] for number in (1, 2, 3)]
    bone = np.array(TIPS[digit]) * mirror
    owner = {number: joints.INDEX[f"{side}_{digit}{number}"] for number in (1, 2, 3)}
    if part is Part.TIP and surface is None:
        return at[2] + 0.5 * bone, -bone, (owner[3],)
    if surface is None:
        surface = {Part.NAIL: Surface.DORSAL, Part.PAD: Surface.PALMAR, Part.BETWEEN: Surface.RADIAL}.get(
            part or Part.MIDDLE, Surface.DORSAL if part else Surface.RADIAL
        )
    outward = _outward(side, surface)
    if digit == "thumb":
        pad = THUMB_PAD * mirror / np.linalg.norm(THUMB_PAD)
        across = np.cross(bone, pad) / np.linalg.norm(bone)
        across *= np.sign(across[2]) or 1.0
        outward = {
            Surface.PALMAR: pad, Surface.DORSAL: -pad, Surface.RADIAL: across, Surface.ULNAR: -across,
        }[surface]  # fmt: skip
    towards, number = {
        Part.TIP: (at[2] + 0.8 * bone, (3,)),
        Part.NAIL: (at[2] + 0.75 * bone, (3,)),
        Part.PAD: (at[2] + 0.6 * bone, (3,)),
        Part.MIDDLE: (at[1], (1, 2)),
        Part.BASE: (at[0] + 0.35 * (at[1] - at[0]), (1,)),
        Part.BETWEEN: (at[0] + 0.3 * (at[1] - at[0]), (1,)),
        None: (at[0] + 0.8 * (at[1] - at[0]), (1, 2)),
    }[part]
    return towards, -outward, tuple(owner[n] for n in number)
