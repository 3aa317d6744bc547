"""The whole body's skinning transforms with an arm where it arrives."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.compose import arm as arms
from pipeline.compose import posture
from pipeline.motion import joints
from pipeline.motion.rotations import quaternion_to_matrix

if TYPE_CHECKING:
    from pipeline.compose.arrival import Arrival, Stage
    from pipeline.compose.figure import Grasp

Array = NDArray[np.float64]


def carried(stage: "Stage", arrival: "Arrival", side: str) -> Array:
    """The stage's transforms (55, 3, 4), with the arm and the hand of a side at an arrival."""
    figure, arm = stage.figure, stage.figure.arms[side]
    rest, result = figure.rest_joints, stage.transforms.copy()
    collar, shoulder, elbow, wrist = arm.joints
    parent = result[joints.INDEX["spine3"]]
    root = parent[:, :3] @ rest[collar] + parent[:, 3]
    one = arrival.wrist[None]
    turned, shoulders = posture.collars(arm, parent[None, :, :3], root[None], one, np.zeros(1))
    swivel = posture.SWIVELS[posture.costs(arm, shoulders, one, arrival.turn[None]).argmin(axis=1)]
    bent = arms.bend(arm, shoulders, one, arrival.turn[None], swivel)
    along = arm.fore * arm.out / np.linalg.norm(arm.fore)
    fore = bent.elbow[0] @ arms.about(along, bent.twist / 2)[0]
    for joint, rotation, place in (
        (collar, turned[0], root),
        (shoulder, bent.shoulder[0], shoulders[0]),
        (elbow, fore, bent.elbow_place[0]),
        (wrist, arrival.turn, bent.wrist_place[0]),
    ):
        result[joint] = _transform(rotation, place, rest[joint])
    turned = hand_transforms(rest, arrival.grasp, side)
    for joint in range(joints.COUNT)[joints.LEFT_HAND if side == "left" else joints.RIGHT_HAND]:
        result[joint, :, :3] = arrival.turn @ turned[joint, :, :3]
        result[joint, :, 3] = arrival.turn @ turned[joint, :, 3] + bent.wrist_place[0]
    return result


def hand_transforms(rest: Array, grasp: "Grasp", side: str) -> Array:
    """What moves a hand's points at rest into its wrist's frame in a shape, (55, 3, 4); rest: (55, 3)."""
    wrist = joints.INDEX[f"{side}_wrist"]
    result = np.zeros((joints.COUNT, 3, 4))
    result[wrist] = _transform(np.eye(3), np.zeros(3), rest[wrist])
    local = quaternion_to_matrix(grasp.turns)
    first = joints.LEFT_HAND.start if side == "left" else joints.RIGHT_HAND.start
    for offset in range(15):
        above = result[joints.PARENTS[first + offset]]
        place = above[:, :3] @ rest[first + offset] + above[:, 3]
        result[first + offset] = _transform(above[:, :3] @ local[offset], place, rest[first + offset])
    return result


def _transform(rotation: Array, place: Array, rest: Array) -> Array:
    """What moves the rest pose's points along with a joint (3, 4)."""
    return np.concatenate([rotation, (place - rotation @ rest)[:, None]], axis=1)
