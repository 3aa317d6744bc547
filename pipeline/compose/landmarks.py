"""Measures of a body that the places of signs are found from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.surface import Skin
from pipeline.motion import joints

Array = NDArray[np.float64]

_HEAD = tuple(joints.INDEX[name] for name in ("head", "jaw", "neck", "left_eye_smplhf", "right_eye_smplhf"))
_STEP = 0.002  # metres between the lines on which the profile of the face is measured
_DROP = 0.018  # metres by which the profile falls back under the chin


@dataclass(frozen=True, slots=True, eq=False)
class Landmarks:
    """Heights and places in the rest pose, metres."""

    eyes: Array  # (3,), between the eyes
    eye: float  # half the distance of the eyes
    nose: float  # y of its tip
    mouth: float  # y between the lips
    chin: float  # y of its lower end
    chin_front: float  # z of it
    crown: float  # y of the top of the head
    ear: Array  # (3,) of the left ear's outermost point
    lobe: Array  # (3,) of the left ear's lower end
    shoulders: float  # y of the joints
    shoulder: float  # |x| of the joints
    pelvis: float  # y


def landmarks_of(skin: Skin, rest_joints: Array) -> Landmarks:
    """The measures of a body whose face looks along z."""
    eyes = rest_joints[[joints.LEFT_EYE, joints.RIGHT_EYE]]
    middle, eye = eyes.mean(axis=0), float(abs(eyes[0, 0] - eyes[1, 0]) / 2)
    head = np.isin(skin.owner, _HEAD)
    heights = np.arange(middle[1], middle[1] - 0.2, -_STEP)
    profile = _profile(skin, head, float(middle[0]), heights)
    below = heights < middle[1] - 0.4 * eye
    within = below & (heights > middle[1] - 2.6 * eye)
    nose = int(np.flatnonzero(within)[np.argmax(profile[within])])
    drop = profile[:-5] - profile[5:] > _DROP
    fallen = np.flatnonzero(drop & (heights[:-5] < heights[nose] - eye))
    chin = int(fallen[0]) if len(fallen) else int(np.searchsorted(-heights, -(heights[nose] - 2.1 * eye)))
    side = head & (skin.vertices[:, 1] < middle[1] + eye) & (skin.vertices[:, 1] > heights[chin] + eye)
    around = np.flatnonzero(side)
    outermost = around[np.argmax(skin.vertices[around, 0])]
    ear = skin.vertices[outermost]
    lobes = around[
        (skin.vertices[around, 0] > 0.9 * ear[0]) & (np.abs(skin.vertices[around, 2] - ear[2]) < 0.03)
    ]
    lobe = skin.vertices[lobes[np.argmin(skin.vertices[lobes, 1])]]
    shoulders = rest_joints[[joints.INDEX["left_shoulder"], joints.INDEX["right_shoulder"]]]
    return Landmarks(
        eyes=middle,
        eye=eye,
        nose=float(heights[nose]),
        mouth=float(heights[nose] - 0.45 * (heights[nose] - heights[chin])),
        chin=float(heights[chin]),
        chin_front=float(profile[chin]),
        crown=float(skin.vertices[head, 1].max()),
        ear=ear,
        lobe=lobe,
        shoulders=float(shoulders[:, 1].mean()),
        shoulder=float(np.abs(shoulders[:, 0]).mean()),
        pelvis=float(rest_joints[0, 1]),
    )


def _profile(skin: Skin, head: NDArray[np.bool_], x: float, heights: Array) -> Array:
    """How far the face comes forward at each height (N,), on the line at `x`."""
    faces = skin.faces[head[skin.faces].all(axis=1)]
    corners = skin.vertices[faces]
    near = (corners[..., 0].min(axis=1) <= x) & (corners[..., 0].max(axis=1) >= x)
    corners = corners[near]
    place = np.stack([np.full(len(heights), x), heights], axis=1)[:, None]
    one, two = corners[:, 1, :2] - corners[:, 0, :2], corners[:, 2, :2] - corners[:, 0, :2]
    apart = place - corners[:, 0, :2]
    area = one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]
    area[np.abs(area) < 1e-14] = np.inf
    u = (apart[..., 0] * two[:, 1] - apart[..., 1] * two[:, 0]) / area
    v = (one[:, 0] * apart[..., 1] - one[:, 1] * apart[..., 0]) / area
    depth = (
        corners[:, 0, 2]
        + u * (corners[:, 1, 2] - corners[:, 0, 2])
        + v * (corners[:, 2, 2] - corners[:, 0, 2])
    )
    inside = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9)
    front: Array = np.where(inside, depth, -1.0).max(axis=1, initial=-1.0)
    return front
