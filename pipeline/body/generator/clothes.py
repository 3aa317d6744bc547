"""A plain sweater, trousers and shoes, cut from the body suit of the base mesh.

Plain and dark, because hands have to stand out against them.
"""

from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from pipeline.body.generator.atlas import CHARTS
from pipeline.body.generator.clearance import lift
from pipeline.body.generator.clipping import clip, with_hem
from pipeline.body.generator.makehuman import Array, MakeHuman
from pipeline.body.generator.patch import (
    Patch,
    group,
    open_edges,
    smoothed,
    triangulated,
)
from pipeline.body.generator.posture import Posture
from pipeline.body.generator.subdivision import subdivide
from pipeline.body.generator.weights import SIDES, smoothstep
from pipeline.motion import joints

_SUIT = "helper-tights"
_CUFF = 0.90  # of the forearm
_ARM = 0.27  # |x| from which on a vertex of the A-pose belongs to an arm
_CLEARANCE = 0.0028
_HEM_DEPTH = 0.0045


def below_collar(points: Array, posture: Posture) -> Array:
    """Metres (N,) below the neckline, which falls towards the chest."""
    neck = posture.positions[joints.INDEX["neck"]]
    forward = points[:, 2] - neck[2]
    line = 0.040 - 0.55 * np.clip(forward, 0, 0.2) - 0.25 * np.clip(forward, -0.1, 0)
    depth: Array = neck[1] + line - points[:, 1]
    return depth


def inside_cuff(points: Array, posture: Posture) -> Array:
    """Metres (N,) up the sleeve from the cuff, 1 away from the forearms."""
    out = np.ones(len(points))
    for side, sign in SIDES:
        elbow, wrist = (posture.positions[joints.INDEX[f"{side}_{name}"]] for name in ("elbow", "wrist"))
        length = float(np.linalg.norm(wrist - elbow))
        along = (points - elbow) @ (wrist - elbow) / length
        near = np.linalg.norm(points - (elbow + wrist) / 2, axis=1) < 0.36
        out = np.where(near & (points[:, 0] * sign > 0.2), _CUFF * length - along, out)
    return out


def covered(points: Array, posture: Posture) -> Array:
    """Metres (N,) that points lie behind the nearest edge of the sweater, negative outside it."""
    return np.minimum(below_collar(points, posture), inside_cuff(points, posture))


def hem_height(posture: Posture) -> float:
    """Height of the lower edge of the sweater."""
    return float(posture.positions[0, 1] - 0.075)


def patches(source: MakeHuman, base: Array, posture: Posture) -> list[Patch]:
    """Sweater, trousers and shoes for the A-pose `base` (N, 3)."""
    return [_sweater(source, base, posture), *_legs(source, base, posture)]


def _sweater(source: MakeHuman, base: Array, posture: Posture) -> Patch:
    patch = triangulated("top", "top", subdivide(group(source, _SUIT)))
    points = patch.stencil @ base
    arm = np.abs(points[:, 0]) > _ARM
    height = np.where(arm, 1.0, points[:, 1] - hem_height(posture))
    fields = {
        "collar": below_collar(points, posture),
        "cuff": inside_cuff(points, posture),
        "height": height,
    }
    level = np.minimum(np.minimum(fields["collar"], fields["cuff"]), height)
    cut = smoothed(clip(replace(patch, uv=CHARTS["top"].place(patch.uv), fields=fields), level), 8)
    return with_hem(replace(cut, fields=_from_rims(cut, base)))


def _from_rims(patch: Patch, base: Array) -> dict[str, Array]:
    """Metres (N,) to the nearest point of each rim: neckline, cuffs and hem."""
    points = patch.stencil @ base
    rim = np.unique(open_edges(patch.faces))
    names = list(patch.fields)
    kind = np.argmin([np.abs(patch.fields[name][rim]) for name in names], axis=0)
    return {name: cKDTree(points[rim[kind == k]]).query(points)[0] for k, name in enumerate(names)}


def _legs(source: MakeHuman, base: Array, posture: Posture) -> list[Patch]:
    suit = triangulated("bottom", "bottom", group(source, _SUIT))
    points = suit.stencil @ base
    ankle = posture.positions[[joints.INDEX["left_ankle"], joints.INDEX["right_ankle"]], 1].mean() + 0.035
    waist = hem_height(posture) + 0.06
    arm = np.abs(points[:, 0]) > _ARM
    legs = np.where(arm, -1, np.minimum(waist - points[:, 1], points[:, 1] - ankle))
    fields = {"height": points[:, 1] - ankle}
    trousers = clip(replace(suit, uv=CHARTS["bottom"].place(suit.uv), fields=fields), legs)
    shoe = replace(suit, name="shoe", part="shoe", uv=CHARTS["shoe"].place(suit.uv))
    return [
        with_hem(smoothed(trousers, 2)),
        with_hem(smoothed(clip(shoe, ankle + 0.02 - points[:, 1]), 4, 0.5)),
    ]


def offsets(patch: Patch) -> Array:
    """How far (N,) each vertex of a garment lies outside the smooth cloth, in metres."""
    hem = patch.fields["hem"]
    if patch.name == "shoe":
        return 0.010 - 0.006 * hem
    if patch.name == "bottom":
        wider: Array = 0.012 * smoothstep(0.30, 0, patch.fields["height"]) - 0.003 * hem
        return wider
    bands = np.minimum(patch.fields["collar"] / 0.018, patch.fields["cuff"] / 0.045)
    bands = np.minimum(bands, patch.fields["height"] / 0.05)
    ribbed = 0.0012 * smoothstep(1.15, 0.95, bands)
    loose = 0.007 * smoothstep(0.14, 0.03, patch.fields["height"])
    return ribbed + loose - _HEM_DEPTH * hem


def lifts(patch: Patch, base: Array, source: MakeHuman) -> Array:
    """Displacements (N, 3) that keep a garment off the body `base`, with the neckline lying close."""
    twin = patch.fields["twin"].astype(int)
    if patch.name == "shoe":
        return np.zeros((len(twin), 3))
    cloth = twin == np.arange(len(twin))
    plain = replace(patch, stencil=patch.stencil[cloth], faces=patch.faces[cloth[patch.faces].all(1)])
    close = smoothstep(0.040, 0.005, patch.fields["collar"][cloth]) if "collar" in patch.fields else 0.0
    displacement: Array = lift(plain, base, source, _CLEARANCE, close)[twin]
    return displacement
