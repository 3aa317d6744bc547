"""The flesh of a body as capsules: what a hand must not go through, and by how much it does.

Derived from the skin and clothes of any body, shipped or the user's own, of any shape, by least squares;
nothing is stored. On the shipped signers half of the skin lies within 1 mm of a finger's capsules, 2 mm of
a palm's, 4 mm of the head's and 6 mm of the torso's (see the tests); the jaw is taken as closed.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.motion import joints

Array = NDArray[np.float64]

SIDES = ("left", "right")
DIGITS = ("thumb", "index", "middle", "ring", "pinky")
HIDDEN = frozenset({"mouth", "teeth", "eye", "lash", "tongue", "fringe"})
"""Parts that are no skin to touch."""
TORSO = ("pelvis", "spine1", "spine2", "spine3", "left_collar", "right_collar")
HEAD_SLICES, TORSO_SLICES = 7, 7


@dataclass(frozen=True, slots=True, eq=False)
class Capsules:
    """C segments with a radius, each carried by a joint of `joints.NAMES`.

    Named `head_0` from the neck up, `nose`, `neck`, `torso_0` from the hips up, and for each side
    `left_upper_arm`, `left_forearm`, `left_palm_index` to `left_palm_pinky`, `left_thumb1` to `left_pinky3`.
    """

    names: tuple[str, ...]
    joints: NDArray[np.int64]  # (C,)
    starts: Array  # (C, 3) metres from the joint, in its frame
    ends: Array  # (C, 3)
    radii: Array  # (C,)

    def named(self, *prefixes: str) -> NDArray[np.int64]:
        """Where the capsules are whose names start with one of `prefixes`."""
        return np.array([i for i, name in enumerate(self.names) if name.startswith(prefixes)], np.int64)

    def placed(self, transforms: NDArray[np.floating]) -> tuple[Array, Array]:
        """Both ends (T, C, 3) where `joint_transforms` (T, 55, 3, 4) puts them."""
        own = np.asarray(transforms, np.float64)[:, self.joints]
        ends = [np.einsum("tcij,cj->tci", own[..., :3], at) + own[..., 3] for at in (self.starts, self.ends)]
        return ends[0], ends[1]


@lru_cache(maxsize=8)
def capsules(body: BodyModel) -> Capsules:
    """The capsules of a body at rest; those of the last few bodies are kept."""
    rows = [*_head(body), *_torso(body)]
    for side in SIDES:
        rows += _arm(body, side)
    names, carriers, starts, ends, radii = zip(*rows, strict=True)
    carried = np.array([joints.INDEX[name] for name in carriers])
    rest = body.rest_joints[carried]
    return Capsules(names, carried, np.array(starts) - rest, np.array(ends) - rest, np.array(radii))


_Row = tuple[str, str, Array, Array, float]


def _skin(body: BodyModel, *carriers: str) -> Array:
    """The visible vertices (N, 3) at rest that one of `carriers` moves most."""
    hidden = [index for index, name in enumerate(body.part_names) if name in HIDDEN]
    own = np.isin(body.joint_index[:, 0], [joints.INDEX[name] for name in carriers])
    used = np.zeros(len(body.template), bool)
    used[body.faces] = True
    return body.template[own & used & ~np.isin(body.parts, hidden)].astype(np.float64)


def _slices(points: Array, count: int, along: int, across: int) -> tuple[Array, Array, Array]:
    """Level capsules that fill `count` slices from below to above: long in one axis, round in the other."""
    low, high = np.quantile(points[:, 1], (0.005, 0.995))
    edges = np.linspace(low, high, count + 1)
    starts, ends, radii = np.zeros((count, 3)), np.zeros((count, 3)), np.zeros(count)
    for index, (low, high) in enumerate(pairwise(edges)):
        own = points[(points[:, 1] >= low) & (points[:, 1] <= high)]
        own = own if len(own) > 8 else points
        thin, thick = np.quantile(own[:, [across, along]], (0.02, 0.98), axis=0).T
        radius = (thin[1] - thin[0]) / 2
        for ends_of, at in ((starts, thick[0] + radius), (ends, thick[1] - radius)):
            ends_of[index, 1], ends_of[index, across] = (low + high) / 2, thin.mean()
            ends_of[index, along] = at if thick[1] - thick[0] > 2 * radius else thick.mean()
        radii[index] = radius
    return starts, ends, radii


def _head(body: BodyModel) -> list[_Row]:
    points = _skin(body, "head", "jaw")
    starts, ends, radii = _slices(points, HEAD_SLICES, along=2, across=0)
    tip = _nose(body, points)
    starts = np.vstack([starts, tip - np.array([0, 0, 0.012])])
    ends = np.vstack([ends, tip + np.array([0, 0.03, -0.022])])
    starts, ends, radii = _refined(points, starts, ends, np.append(radii, 0.010))
    names = [*(f"head_{index}" for index in range(HEAD_SLICES)), "nose"]
    rows = [(name, "head", *row) for name, *row in zip(names, starts, ends, radii, strict=True)]
    below, above = body.rest_joints[[joints.INDEX["neck"], joints.INDEX["head"]]]
    return [*rows, *_single(_skin(body, "neck"), ("neck", "neck", below, above, 0.055))]


def _nose(body: BodyModel, points: Array) -> Array:
    eyes = body.rest_joints[[joints.LEFT_EYE, joints.RIGHT_EYE]].mean(axis=0)
    about = points - eyes
    near = (np.abs(about[:, 0]) < 0.015) & (about[:, 1] < -0.01) & (about[:, 1] > -0.065)
    tip: Array = points[near][np.argmax(points[near, 2])] if near.any() else eyes + np.array([0, -0.04, 0.04])
    return tip


def _torso(body: BodyModel) -> list[_Row]:
    points = _skin(body, *TORSO)
    starts, ends, radii = _refined(points, *_slices(points, TORSO_SLICES, along=0, across=2))
    spine = [joints.INDEX[name] for name in ("pelvis", "spine1", "spine2", "spine3")]
    heights = body.rest_joints[spine, 1]
    rows = []
    for index, row in enumerate(zip(starts, ends, radii, strict=True)):
        height = (row[0][1] + row[1][1]) / 2
        carrier = joints.NAMES[spine[int(np.argmin(np.abs(heights - height)))]]
        rows.append((f"torso_{index}", carrier, *row))
    return rows


def _arm(body: BodyModel, side: str) -> list[_Row]:
    at = {name: body.rest_joints[joints.INDEX[name]] for name in joints.NAMES}
    shoulder, elbow, wrist = (f"{side}_{name}" for name in ("shoulder", "elbow", "wrist"))
    rows: list[_Row] = []
    for name, joint, end, radius in (
        (f"{side}_upper_arm", shoulder, elbow, 0.045),
        (f"{side}_forearm", elbow, wrist, 0.035),
    ):
        rows += _single(_skin(body, joint), (name, joint, at[joint], at[end], radius))
    knuckles = [at[f"{side}_{digit}1"] - at[wrist] for digit in DIGITS[1:]]
    palm = _skin(body, wrist)
    palm = palm[(palm - at[wrist]) @ knuckles[1] > 0.15 * (knuckles[1] @ knuckles[1])]
    starts = np.array([at[wrist] + 0.3 * knuckle for knuckle in knuckles])
    ends = np.array([at[wrist] + 0.9 * knuckle for knuckle in knuckles])
    starts, ends, radii = _refined(palm, starts, ends, np.full(4, 0.013))
    rows += [
        (f"{side}_palm_{digit}", wrist, *row)
        for digit, *row in zip(DIGITS[1:], starts, ends, radii, strict=True)
    ]
    for digit in DIGITS:
        for part in (1, 2, 3):
            name = f"{side}_{digit}{part}"
            skin = _skin(body, name)
            tip = at[f"{side}_{digit}{part + 1}"] if part < 3 else _tip(skin, at[name])
            rows += _single(skin, (name, name, at[name], tip, 0.008))
    return rows


def _tip(skin: Array, joint: Array) -> Array:
    """The middle of the last round of a finger: short of the farthest vertex by its thickness."""
    if not len(skin):
        return joint
    away = skin - joint
    far: Array = away[np.argmax((away**2).sum(axis=1))]
    return joint + far * max(1 - 0.008 / float(np.linalg.norm(far)), 0.1)


def _single(points: Array, row: _Row) -> list[_Row]:
    name, carrier, start, end, radius = row
    starts, ends, radii = _refined(points, start[None], end[None], np.array([radius]))
    return [(name, carrier, starts[0], ends[0], float(radii[0]))]


def _refined(points: Array, starts: Array, ends: Array, radii: Array) -> tuple[Array, Array, Array]:
    """Capsules moved by least squares until their surface is that of points (N, 3).

    Each point pulls at the capsule it is nearest to; those far inside, such as the back of a mouth, pull at
    none. A capsule that hardly any point tells of stays where it is.
    """
    first = np.hstack([starts, ends, radii[:, None]])
    found = first.copy()
    for _ in range(_ROUNDS if len(points) else 0):
        distances, along, normals = _from_segments(points, found[:, :3], found[:, 3:6])
        beyond = distances - found[:, 6]
        nearest = np.argmin(beyond, axis=1)
        rows = np.arange(len(points))
        missed, t, n = beyond[rows, nearest], along[rows, nearest, None], normals[rows, nearest]
        weight = np.minimum(1, _USUAL / np.maximum(np.abs(missed), 1e-9)) * (missed > -_INSIDE)
        jacobian = np.hstack([-(1 - t) * n, -t * n, -np.ones((len(points), 1))])
        for capsule in range(len(found)):
            own = nearest == capsule
            pulled = jacobian[own] * weight[own, None]
            normal = jacobian[own].T @ pulled + np.diag(_STIFFNESS * max(own.sum(), 20))
            force = missed[own] @ pulled + _STIFFNESS * max(own.sum(), 20) * (found - first)[capsule]
            found[capsule] -= np.linalg.solve(normal, force)
        found[:, 6] = np.maximum(found[:, 6], 0.003)
    return found[:, :3], found[:, 3:6], found[:, 6]


_ROUNDS = 12
_USUAL, _INSIDE = 0.003, 0.03
"""Metres beyond which a point counts less, and inside of which it counts as no skin."""
_STIFFNESS = np.array([2e-3] * 6 + [2e-4])


def _from_segments(points: Array, starts: Array, ends: Array) -> tuple[Array, Array, Array]:
    """Distances (N, C) from segments, where along them (N, C), and the directions away (N, C, 3)."""
    way = ends - starts
    length = np.maximum((way**2).sum(axis=1), 1e-12)
    away = points[:, None] - starts
    along = np.clip(np.einsum("ncj,cj->nc", away, way) / length, 0, 1)
    away = away - along[..., None] * way
    distances = np.linalg.norm(away, axis=2)
    return distances, along, away / np.maximum(distances, 1e-9)[..., None]


def outside(body_capsules: Capsules, rest_joints: Array, points: Array) -> Array:
    """How far points (N, 3) at rest are outside of the nearest capsule (N,), metres, negative inside."""
    at = rest_joints[body_capsules.joints]
    distances, _, _ = _from_segments(points, body_capsules.starts + at, body_capsules.ends + at)
    return np.asarray((distances - body_capsules.radii).min(axis=1))
