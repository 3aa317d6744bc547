"""The thickness of a hand: capsules around its bones that touch or keep clear of each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.body.penetration import segment_gaps
from pipeline.fitting.chain import DIGITS, THUMB_PAD, Chain
from pipeline.fitting.kinematics import Posed, jacobian_of

Array = NDArray[np.float64]

_RADII = {
    "thumb": (0.0100, 0.0105, 0.0085),
    "index": (0.0095, 0.0085, 0.0070),
    "middle": (0.0095, 0.0085, 0.0068),
    "ring": (0.0090, 0.0080, 0.0066),
    "pinky": (0.0080, 0.0068, 0.0055),
}
"""Metres around the three bones of each digit, measured on the shipped signers."""
_DEEPER = {"thumb": (0.010, 0.005, 0.002), "pinky": (0.0045, 0.003, 0.0)}
_DEEPER_FINGER = (0.005, 0.004, 0.001)
"""How much closer to the palm, or to the thumb's pad, than the joints the middle of the flesh is, metres."""
_PALM_RADIUS, _PALM_DEEPER = 0.012, 0.006
_PALM_SURFACE, _TIP_RADIUS = 0.019, 0.006
"""How far the palm's skin is under the line from wrist to knuckle; half a fingertip's thickness; metres."""
_SOFTNESS = 0.002
"""Metres by which flesh gives way before it counts as going through."""


@dataclass(frozen=True, slots=True, eq=False)
class Capsules:
    """Segments with a radius, each fixed to a joint of the chain: `index1` to `thumb3`, `palm_index`."""

    names: tuple[str, ...]
    joints: tuple[int, ...]  # (C,)
    starts: Array  # (C, 3), in the joint's frame
    ends: Array  # (C, 3)
    radii: Array  # (C,)


def hand_capsules(chain: Chain) -> Capsules:
    """The capsules of the chain's hand."""
    rows: list[tuple[str, int, Array, Array, float]] = []
    palm = np.array([0.0, -1.0, 0.0])
    pad = THUMB_PAD * [1.0 if chain.side == "left" else -1.0, 1.0, 1.0]
    for index, digit in enumerate(DIGITS):
        first = 3 + 3 * index
        deeper = _DEEPER.get(digit, _DEEPER_FINGER)
        down = pad if digit == "thumb" else palm
        tip = chain.point_offsets[2 + 4 * index + 3]
        bones = [chain.offsets[first + 1], chain.offsets[first + 2], tip]
        for part, bone in enumerate(bones):
            radius = _RADII[digit][part]
            end = bone if part < 2 else bone * (1 - radius / float(np.linalg.norm(bone)))
            rows.append(
                (f"{digit}{part + 1}", first + part, down * deeper[part], end + down * deeper[part], radius)
            )
        if digit != "thumb":
            knuckle = chain.offsets[first]
            start, end = knuckle * 0.3 + down * _PALM_DEEPER, knuckle * 0.95 + down * _PALM_DEEPER
            rows.append((f"palm_{digit}", 2, start, end, _PALM_RADIUS))
    names, members, starts, ends, radii = zip(*rows, strict=True)
    return Capsules(names, members, np.array(starts), np.array(ends), np.array(radii))


def clear_pairs(capsules: Capsules) -> NDArray[np.int64]:
    """Pairs (K, 2) of capsules that must not go through each other: of two digits, or thumb and palm."""
    pairs = []
    for a, first in enumerate(capsules.names):
        for b, second in enumerate(capsules.names[:a]):
            palms = first.startswith("palm") + second.startswith("palm")
            thumb_on_palm = palms == 1 and {"thumb2", "thumb3"} & {first, second}
            if (palms == 0 and first[:-1] != second[:-1]) or thumb_on_palm:
                pairs.append((a, b))
    return np.array(pairs)


@dataclass(frozen=True, slots=True, eq=False)
class Gaps:
    """Free space between pairs of capsules, negative where they go through each other."""

    sizes: Array  # (T, K), metres
    normals: Array  # (T, K, 3), from the second of a pair to the first
    first: Array  # (T, K), where on the first segment the nearest point is, 0 to 1
    second: Array  # (T, K)


def _ends(capsules: Capsules, posed: Posed) -> tuple[Array, Array]:
    """Both ends (T, C, 3) of every capsule."""
    members = list(capsules.joints)
    turned = posed.rotations[:, members]
    at = posed.joints[:, members]
    starts = at + np.einsum("tcij,cj->tci", turned, capsules.starts)
    ends = at + np.einsum("tcij,cj->tci", turned, capsules.ends)
    return starts, ends


def gaps(capsules: Capsules, posed: Posed, pairs: NDArray[np.int64]) -> Gaps:
    """The gaps of pairs (K, 2) of capsules."""
    starts, ends = _ends(capsules, posed)
    a, b = pairs[:, 0], pairs[:, 1]
    distance, normals, s, t = segment_gaps((starts[:, a], ends[:, a]), (starts[:, b], ends[:, b]))
    return Gaps(distance - capsules.radii[a] - capsules.radii[b], normals, s, t)


def gap_jacobian(
    chain: Chain, capsules: Capsules, posed: Posed, pairs: NDArray[np.int64], found: Gaps
) -> Array:
    """How the gaps move with the angles: (T, K, F), metres per radian."""
    starts, ends = _ends(capsules, posed)
    total = 0.0
    for side, along, sign in ((0, found.first, 1.0), (1, found.second, -1.0)):
        chosen = pairs[:, side]
        points = starts[:, chosen] + along[..., None] * (ends[:, chosen] - starts[:, chosen])
        members = np.array(capsules.joints)[chosen]
        moved = jacobian_of(chain, posed, points, chain.ancestry()[:, members])
        total = total + sign * np.einsum("tkc,tkcf->tkf", found.normals, moved)
    return np.asarray(total)


def palm_gaps(chain: Chain, posed: Posed) -> tuple[Array, Array]:
    """Free space (T, 8) between the palm and each finger's last joint and tip, and where it counts (T, 8).

    The palm is a plane under the line from the wrist to each knuckle, as far as the knuckle.
    """
    wrist = posed.rotations[:, 2], posed.joints[:, 2]
    sizes, counts = [], []
    for finger in range(1, len(DIGITS)):
        knuckle = chain.offsets[3 + 3 * finger]
        for part, radius in ((2, _TIP_RADIUS), (3, _TIP_RADIUS / 2)):
            place = posed.points[:, 2 + 4 * finger + part] - wrist[1]
            place = np.einsum("tji,tj->ti", wrist[0], place)
            along = place @ knuckle / (knuckle @ knuckle)
            sizes.append(along * knuckle[1] - place[:, 1] - _PALM_SURFACE - radius)
            counts.append(along < 1)
    return np.stack(sizes, axis=1), np.stack(counts, axis=1)


def palm_jacobian(posed: Posed, moved: Array) -> Array:
    """How the palm's gaps move with the fingers' angles (T, 8, F), from `angle_jacobian`."""
    down = -posed.rotations[:, 2, :, 1]
    points = [2 + 4 * finger + part for finger in range(1, len(DIGITS)) for part in (2, 3)]
    return np.asarray(np.einsum("tc,tpcf->tpf", down, moved[:, points]))


def overlap(sizes: Array) -> Array:
    """How far capsules go through each other beyond what flesh gives way, metres."""
    return np.maximum(-_SOFTNESS - sizes, 0)
