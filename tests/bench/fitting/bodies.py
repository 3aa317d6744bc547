"""Bodies of the truth: the shipped signers in many shapes, with bones of their own lengths."""

from dataclasses import dataclass

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.signers import SIGNERS, signer
from pipeline.motion import joints

_ASIDE, _FARTHEST = 0.02, 0.0015
"""How far the end of a bone is off in every direction: a share of its length, and at most metres."""
DIGITS = ("thumb", "index", "middle", "ring", "pinky")


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A skeleton and the places of what a detector sees of it that is not a joint."""

    rest_joints: np.ndarray  # (55, 3)
    landmarks: dict[str, tuple[int, np.ndarray]]  # name: the joint that carries it, offset (3,)


def _tips(body: BodyModel) -> dict[str, tuple[int, np.ndarray]]:
    """The vertex of every last phalanx that is farthest from its joint."""
    found = {}
    for side in ("left", "right"):
        for digit in DIGITS:
            joint = joints.INDEX[f"{side}_{digit}3"]
            own = body.template[body.joint_index[:, 0] == joint] - body.rest_joints[joint]
            found[f"{side}_{digit}_tip"] = (joint, own[np.argmax((own**2).sum(axis=1))])
    return found


def _face(body: BodyModel) -> dict[str, tuple[int, np.ndarray]]:
    """Nose: foremost vertex below the eyes; ears: outermost ones; corners of the mouth: where it smiles."""
    head = joints.INDEX["head"]
    eyes = {side: body.rest_joints[joints.INDEX[f"{side}_eye_smplhf"]] for side in ("left", "right")}
    middle = (eyes["left"] + eyes["right"]) / 2
    near = np.abs(body.template - middle - [0, -0.04, 0.03]) < [0.012, 0.03, 0.08]
    candidates = body.template[near.all(axis=1)]
    places = {"nose": candidates[np.argmax(candidates[:, 2])]}
    for side, sign in (("left", 1), ("right", -1)):
        places[f"{side}_eye"] = eyes[side] + [0, 0, 0.012]
        level = body.template[(np.abs(body.template[:, 1] - middle[1] + 0.01) < 0.03)]
        places[f"{side}_ear"] = level[np.argmax(sign * level[:, 0] - 10 * (np.abs(level[:, 0]) > 0.12))]
        unit = joints.FACE_UNITS.index(f"mouthSmile{side.title()}")
        smile = body.face_units.column == unit
        corner = body.face_units.vertex[smile][np.argmax((body.face_units.delta[smile] ** 2).sum(axis=1))]
        places["face_54" if side == "left" else "face_48"] = body.template[corner]
    return {name: (head, place - body.rest_joints[head]) for name, place in places.items()}


def sample_body(rng: np.random.Generator) -> Body:
    """A shipped signer of random shape whose bones deviate from it one by one."""
    body = signer(SIGNERS[rng.integers(len(SIGNERS))].key)
    body = body.shaped(rng.normal(0, 0.6, len(body.beta_names)))
    parents = list(joints.PARENTS)
    offsets = body.rest_joints.copy()
    offsets[1:] -= body.rest_joints[parents[1:]]
    common, own = rng.normal(0, 0.025, joints.COUNT), rng.normal(0, 0.01, joints.COUNT)
    twin = np.minimum(np.arange(joints.COUNT), joints.MIRROR)
    offsets *= (1 + common[twin] + own)[:, None]
    aside = np.minimum(_ASIDE * np.linalg.norm(offsets, axis=1, keepdims=True), _FARTHEST)
    offsets[1:] += rng.normal(0, 1, (joints.COUNT - 1, 3)) * aside[1:]
    rest = offsets.copy()
    for joint in range(1, joints.COUNT):
        rest[joint] += rest[parents[joint]]
    landmarks = {
        name: (joint, offset * (1 + rng.normal(0, 0.03)) + rng.normal(0, 0.001, 3))
        for name, (joint, offset) in (_tips(body) | _face(body)).items()
    }
    return Body(rest, landmarks)
