"""Where the face points that detectors see are on a body at rest."""

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.motion import joints

Array = NDArray[np.float64]

FACE: tuple[str, ...] = ("nose", "left_eye", "right_eye", "left_ear", "right_ear", "face_48", "face_54")
"""Nose, eyes, ears and the corners of the mouth, as `pipeline.keypoints.names` calls them."""


def face_places(body: BodyModel) -> dict[str, Array]:
    """Places (3,) of `FACE`: the foremost vertex under the eyes, the outermost beside them, the lips."""
    eyes = {side: body.rest_joints[joints.INDEX[f"{side}_eye_smplhf"]] for side in ("left", "right")}
    middle = (eyes["left"] + eyes["right"]) / 2
    vertices = body.template.astype(np.float64)
    about = vertices - middle
    nose = (np.abs(about[:, 0]) < 0.015) & (about[:, 1] < -0.01) & (about[:, 1] > -0.065)
    level = (np.abs(about[:, 1] + 0.01) < 0.03) & (np.abs(about[:, 0]) < 0.12)
    lips = (about[:, 1] < -0.055) & (about[:, 1] > -0.085)
    places = {"nose": _extreme(vertices[nose], 2, 1)}
    for side, sign, corner in (("left", 1, "face_54"), ("right", -1, "face_48")):
        places[f"{side}_eye"] = eyes[side] + [0, 0, 0.012]
        places[f"{side}_ear"] = _extreme(vertices[level], 0, sign)
        near = lips & (np.abs(about[:, 0] - sign * 0.025) < 0.006)
        front = (
            _extreme(vertices[near], 2, 1) if near.any() else middle + np.array([sign * 0.025, -0.07, 0.02])
        )
        places[corner] = front - [0, 0, 0.01]  # the corners lie behind the lips
    return places


def _extreme(vertices: Array, axis: int, sign: int) -> Array:
    found: Array = vertices[np.argmax(sign * vertices[:, axis])]
    return found
