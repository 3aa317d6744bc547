"""How far the joints of trunk, arms and hands can be turned, about the axes that anatomy gives them."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.connector.skeleton import rest_joints
from pipeline.fitting.chain import DIGITS, STRAIGHT, THUMB_PAD, THUMB_REST, unit
from pipeline.fitting.clip.freedoms import FREEDOMS, INDEX
from pipeline.motion import joints, rotations

Array = NDArray[np.float64]
Floats = NDArray[np.floating]

_HANG = np.radians(65.0)
"""From the T-pose to the arm whose angles are zero."""
_SIDES = {"left": 1.0, "right": -1.0}
_RIGID = np.radians(4.0)
"""How far a hinge gives across its axis."""
_UPPER_ARM = np.radians([[-100.0, 100.0], [-55.0, 165.0], [-50.0, 150.0]])
"""Twist, forward and outward of an arm from where it hangs; wider than those of fits, whose axes follow
one another, where these are one turn."""


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """A joint turned to `rest` has angles zero: one along its bone, two across it, radians."""

    axes: Array  # (3, 3), rows: along the bone and two across, right-handed
    low: Array  # (3,)
    high: Array  # (3,)
    rest: Array  # (4,)
    twists_first: bool = False  # the bone before it turns along itself, then this one is bent


def within(before: Floats, after: Floats, where: list[int]) -> Floats:
    """Quaternions (T, J, 4) of the joints `where`, turned from `before` to `after` as far as they can be.

    What a sign does itself is taken as possible. Those within their limits are kept to the last bit.
    """
    result = after
    for place, joint in enumerate(where):
        limit = limits().get(joint)
        if limit is None:
            continue
        was, wanted = angles(limit, before[:, place]), angles(limit, after[:, place])
        held = np.clip(wanted, np.minimum(limit.low, was), np.maximum(limit.high, was))
        beyond = np.flatnonzero(np.abs(held - wanted).max(axis=1) > 1e-6)
        if len(beyond):
            result = result.copy() if result is after else result
            result[beyond, place] = turned(limit, held[beyond])
    return result


def angles(limit: Limit, turns: Floats) -> Array:
    """Twist along the bone and bends across it (T, 3) of quaternions (T, 4): swing and twist."""
    found = rotations.multiply(rotations.conjugate(limit.rest), np.asarray(turns, np.float64))
    inside = np.concatenate([found[:, :1], found[:, 1:] @ limit.axes.T], axis=1)
    twist = 2 * np.arctan2(inside[:, 1], inside[:, 0])
    twist = (twist + np.pi) % (2 * np.pi) - np.pi
    undone = _along(-twist)
    order = (undone, inside) if limit.twists_first else (inside, undone)
    swing: Array = rotations.log(rotations.multiply(*order))
    swing[:, 0] = twist
    return swing


def turned(limit: Limit, wanted: Array) -> Array:
    """The quaternions (T, 4) that have these angles (T, 3)."""
    swing = rotations.exp(wanted * [0.0, 1.0, 1.0])
    order = (_along(wanted[:, 0]), swing) if limit.twists_first else (swing, _along(wanted[:, 0]))
    inside = rotations.multiply(*order)
    result: Array = rotations.multiply(
        limit.rest, np.concatenate([inside[:, :1], inside[:, 1:] @ limit.axes], axis=1)
    )
    return result


def _along(twist: Array) -> Array:
    return rotations.exp(twist[:, None] * [1.0, 0.0, 0.0])


@lru_cache(maxsize=1)
def limits() -> dict[int, Limit]:
    """The limits of every joint that has some; legs, jaw and eyes have none here."""
    found = {name: _ball("spine", 1 / 3) for name in ("spine1", "spine2", "spine3")}
    found |= {name: _ball("head", 1 / 2) for name in ("neck", "head")}
    for side in _SIDES:
        found |= _arm(side)
        for digit in DIGITS:
            found |= _thumb(side) if digit == "thumb" else _finger(side, digit)
    return {joints.INDEX[name]: limit for name, limit in found.items()}


def _bone(name: str) -> Array:
    """From a joint's parent to it in the rest pose."""
    places, joint = rest_joints().astype(np.float64), joints.INDEX[name]
    bone: Array = places[joint] - places[joints.PARENTS[joint]]
    return bone


def _span(freedom: str, share: float = 1.0) -> Array:
    found = FREEDOMS[INDEX[freedom]]
    return share * np.array([found.low, found.high])


def _limit(
    along: Array,
    across: tuple[Array, Array],
    spans: tuple[Array | float, Array | float, Array | float],
    rest: Array | None = None,
    *,
    twists_first: bool = False,
) -> Limit:
    """A limit from the axis along a bone and two across it; a span of one number reaches both ways."""
    first = unit(along)
    second = unit(across[0] - first * (first @ across[0]))
    third = np.cross(first, second)
    low, high = np.array(
        [span if isinstance(span, np.ndarray) else np.array([-span, span]) for span in spans]
    ).T
    if third @ across[1] < 0:
        low[2], high[2] = -high[2], -low[2]
    still = np.array([1.0, 0.0, 0.0, 0.0]) if rest is None else rest
    return Limit(np.array([first, second, third]), low, high, still, twists_first)


def _turn(axis: Array, angle: float) -> Array:
    turn: Array = rotations.exp(unit(axis) * angle)
    return turn


def _ball(name: str, share: float) -> Limit:
    x, y, z = np.eye(3)
    return _limit(
        y, (x, z), (_span(f"{name}_y", share), _span(f"{name}_x", share), _span(f"{name}_z", share))
    )


def _arm(side: str) -> dict[str, Limit]:
    sign = _SIDES[side]
    up, inward = np.array([0.0, 0.0, sign]), np.array([0.0, -sign, 0.0])
    upper, fore = _bone(f"{side}_elbow"), _bone(f"{side}_wrist")
    twist, forward, outward = _UPPER_ARM
    half = _span(f"{side}_forearm_twist", 1 / 2)
    return {
        f"{side}_collar": _limit(
            upper * [1, 0, 0],
            (up, inward),
            (3 * _RIGID, _span(f"{side}_collar_lift"), _span(f"{side}_collar_forward")),
        ),
        f"{side}_shoulder": _limit(
            upper * sign, (inward, up), (twist, forward, outward), rest=_turn(up, -_HANG)
        ),
        f"{side}_elbow": _limit(
            fore * sign, (inward, up), (half, _span(f"{side}_elbow") * [0, 1], 2 * _RIGID)
        ),
        f"{side}_wrist": _limit(
            fore * sign,
            (-up, -inward),
            (half, _span(f"{side}_wrist_flexion"), _span(f"{side}_wrist_ulnar")),
            twists_first=True,
        ),
    }


def _curl(bone: Array) -> Array:
    """The axis about which a bone of the flat hand, palm down, bends towards the palm."""
    return unit(np.cross(bone, [0.0, -1.0, 0.0]))


def _finger(side: str, finger: str) -> dict[str, Limit]:
    near, far = _bone(f"{side}_{finger}2"), _bone(f"{side}_{finger}3")
    sideways = np.array([0.0, -_SIDES[side], 0.0])
    resting = np.radians(STRAIGHT[finger]) - float(np.arctan2(near[2], abs(near[0])))
    spans = {part: _span(f"{side}_{finger}_{part}") for part in ("abduction", "mcp", "pip", "dip")}
    return {
        f"{side}_{finger}1": _limit(
            near,
            (_curl(near), sideways),
            (4 * _RIGID, spans["mcp"], spans["abduction"]),
            rest=_turn(sideways, resting),
        ),
        f"{side}_{finger}2": _limit(far, (_curl(far), sideways), (_RIGID, spans["pip"], _RIGID)),
        f"{side}_{finger}3": _limit(far, (_curl(far), sideways), (_RIGID, spans["dip"], _RIGID)),
    }


def _thumb(side: str) -> dict[str, Limit]:
    sign = _SIDES[side]
    near, far = _bone(f"{side}_thumb2"), _bone(f"{side}_thumb3")
    pad = THUMB_PAD * [sign, 1.0, 1.0]
    flexion, far_flexion = unit(np.cross(near, pad)), unit(np.cross(far, pad))
    spans = {part: _span(f"{side}_thumb_{part}") for part in ("twist", "flexion", "abduction", "mcp", "ip")}
    across = sign * np.cross(flexion, near)
    wider = 3 * _RIGID * np.array([-1.0, 1.0])  # its angles are mixed otherwise than those of fits
    found = {
        f"{side}_thumb1": _limit(
            near * sign,
            (flexion, across),
            (spans["twist"] + wider, spans["flexion"] + wider, spans["abduction"] + wider),
        )
    }
    for part, name, bent in ((2, "mcp", THUMB_REST[0]), (3, "ip", THUMB_REST[1])):
        found[f"{side}_thumb{part}"] = _limit(
            far, (far_flexion, pad), (2 * _RIGID, spans[name], 2 * _RIGID), rest=_turn(far_flexion, bent)
        )
    return found
