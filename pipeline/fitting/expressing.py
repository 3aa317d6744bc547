"""The face of a motion: units, jaw, eyes and expression, from scores or else from points."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.body.skinning import JAW_OPEN, WIDEST_JAW
from pipeline.fitting.face import fit_face
from pipeline.fitting.gaze import look_units, pointed_turns, scored_turns
from pipeline.keypoints.keypoints import Keypoints
from pipeline.motion import joints
from pipeline.motion.motion import Motion


def with_face(motion: Motion, clip: Keypoints, body: BodyModel) -> Motion:
    """The motion with the face that an even clip shows.

    The eyes turn, and the lids with them. A shipped signer's units are the scores, or what the points tell;
    a native body has none, and opens its jaw and takes the coefficients of its expression from the points.
    """
    shown, scores = fit_face(clip, body), _filled(clip.scores)
    if scores is None:
        turns = pointed_turns(clip)
        units = np.maximum(shown.units, look_units(turns))
    else:
        turns, units = scored_turns(scores), scores
    pose = motion.pose.copy()
    pose[:, [joints.LEFT_EYE, joints.RIGHT_EYE], :2] = turns
    if body.native:
        pose[:, joints.JAW, 0] = WIDEST_JAW * units[:, JAW_OPEN]
        units = np.zeros_like(units)
    return replace(motion, pose=pose, face=units, expression=shown.expression)


def _filled(scores: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
    """Scores (T, 52) without gaps: lost faces go straight from those before to those after."""
    if scores is None:
        return None
    known = np.flatnonzero(np.isfinite(scores).all(axis=1))
    if not len(known):
        return None
    moments = np.arange(len(scores))
    columns = [np.interp(moments, known, scores[known, column]) for column in range(scores.shape[1])]
    return np.stack(columns, axis=1).astype(np.float32)
