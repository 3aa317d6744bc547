"""How strongly each joint holds each vertex of the base mesh: MakeHuman's 163 bones folded into 55 joints."""

import json
from typing import Any

import numpy as np
from scipy import sparse

from pipeline.body.generator.makehuman import Array, MakeHuman
from pipeline.motion import joints

FINGERS = {"thumb": 1, "index": 2, "middle": 3, "ring": 4, "pinky": 5}
"""MakeHuman's number of each finger."""
SIDES = (("left", 1.0), ("right", -1.0))
"""Name and sign of x of both sides."""

_LIMBS = {
    "hip": ("upperleg01", "upperleg02"),
    "knee": ("lowerleg01", "lowerleg02"),
    "ankle": ("foot",),
    "foot": tuple(f"toe{toe}-{part}" for toe in range(1, 6) for part in (1, 2, 3)),
    "collar": ("clavicle", "shoulder01"),
    "shoulder": ("upperarm01", "upperarm02"),
    "elbow": ("lowerarm01", "lowerarm02"),
    "wrist": ("wrist", "metacarpal1", "metacarpal2", "metacarpal3", "metacarpal4"),
    "eye_smplhf": ("eye",),
    **{
        f"{finger}{part}": (f"finger{number}-{part}",)
        for finger, number in FINGERS.items()
        for part in (1, 2, 3)
    },
}
_SHOULDERS = (
    "spine3",
    "neck",
    "left_collar",
    "right_collar",
    "left_shoulder",
    "right_shoulder",
)
_SOFTENING = 8
_TORSO = ("spine", "pelvis", "root", "breast")


def smoothstep(start: Array | float, end: Array | float, values: Array) -> Array:
    """0 before `start`, 1 after `end`, smooth between."""
    part = np.clip((values - start) / (end - start), 0, 1)
    result: Array = part * part * (3 - 2 * part)
    return result


def base_weights(source: MakeHuman, vertices: Array, rest: Array) -> Array:
    """Weights (N, 55), rows sum to 1, of base vertices (N, 3) that stand on the rest joints (55, 3).

    MakeHuman bends the back at other heights, so all weight of its back is shared out anew
    between pelvis and the three spine joints by height.
    """
    owner = _owners(source)
    weights = np.zeros((len(vertices), joints.COUNT))
    torso, upper_neck = np.zeros(len(vertices)), np.zeros(len(vertices))
    for bone, entries in _rig(source, "weights")["weights"].items():
        index = np.array([entry[0] for entry in entries], int)
        value = np.array([entry[1] for entry in entries])
        if bone.startswith(_TORSO):
            torso[index] += value
        elif bone == "neck03":
            upper_neck[index] += value
        else:
            weights[index, joints.INDEX[owner[bone]]] += value
    weights[:, joints.INDEX["neck"]] += 0.6 * upper_neck
    weights[:, joints.INDEX["head"]] += 0.4 * upper_neck
    spine = _spine_shares(vertices[:, 1], rest)
    for name, share in spine.items():
        weights[:, joints.INDEX[name]] += torso * share
    _soften_shoulders(source, weights)
    normalised: Array = weights / weights.sum(1, keepdims=True)
    return normalised


def _soften_shoulders(source: MakeHuman, weights: Array) -> None:
    """Smooth the weights around neck and shoulders, where raised arms would fold body and suit."""
    held = weights[:, [joints.INDEX[name] for name in _SHOULDERS]].sum(1)
    for group in ("body", "helper-tights"):
        quads = source.quads[group][:, :4]
        edges = np.stack([quads, np.roll(quads, -1, 1)], -1).reshape(-1, 2)
        both = np.vstack([edges, edges[:, ::-1]])
        links = sparse.csr_array((np.ones(len(both)), (both[:, 0], both[:, 1])), (len(weights), len(weights)))
        degree = np.asarray(links.sum(1)).ravel()
        soft = np.nonzero((held > 0.98) & (degree > 0))[0]
        mean = (sparse.diags_array(1 / degree[soft]) @ links[soft]).tocsr()
        for _ in range(_SOFTENING):
            weights[soft] = 0.5 * weights[soft] + 0.5 * (mean @ weights)


def _rig(source: MakeHuman, kind: str) -> Any:
    return json.loads(source.file(f"rigs/standard/{kind}.default.json"))


def _owners(source: MakeHuman) -> dict[str, str]:
    """The joint that takes each bone's weight: by name, else the jaw for its subtree, else the head."""
    owner = {"neck01": "neck", "neck02": "neck"}
    for side, suffix in (("left", "L"), ("right", "R")):
        for joint, bones in _LIMBS.items():
            owner |= {f"{bone}.{suffix}": f"{side}_{joint}" for bone in bones}
    described = _rig(source, "rig")
    parents = {bone: entry.get("parent") for bone, entry in described.get("bones", described).items()}

    def hangs_on_jaw(bone: object) -> bool:
        return bone == "jaw" or (bool(bone) and hangs_on_jaw(parents[str(bone)]))

    return {bone: owner.get(bone, "jaw" if hangs_on_jaw(bone) else "head") for bone in parents}


def _spine_shares(height: Array, rest: Array) -> dict[str, Array]:
    """Smooth steps at the heights of the spine joints; the widths keep the back from kinking."""

    def above(name: str, offset: float, half_width: float) -> Array:
        middle = rest[joints.INDEX[name], 1] + offset
        return smoothstep(middle - half_width, middle + half_width, height)

    first = above("spine1", 0.0, 0.075)
    second = np.minimum(first, above("spine2", -0.01, 0.06))
    third = np.minimum(second, above("spine3", 0.02, 0.06))
    return {"pelvis": 1 - first, "spine1": first - second, "spine2": second - third, "spine3": third}
