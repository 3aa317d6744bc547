"""How far an arc bulges is what the description says."""

import numpy as np

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.compose.compose import compose
from pipeline.compose.text_form import read_description
from pipeline.motion import joints


def highest(body: BodyModel, depth: str) -> float:
    """How high the wrist is in the course of an arc to the right."""
    move = f"{{arc: right, via: up, size: 20, depth: {depth}}}"
    made = compose(read_description(f"start: {{shape: 5, palm: down, fingers: out}}\nmove: {move}"), body)
    frames = slice(round(made.onset * made.motion.fps), round(made.offset * made.motion.fps) + 1)
    places = joint_positions(body.rest_joints, made.motion.pose[frames], made.motion.translation[frames])
    return float(np.max(places[:, joints.RIGHT_WRIST, 1]) - places[0, joints.RIGHT_WRIST, 1])


def test_deeper_arcs_rise_higher(body: BodyModel) -> None:
    small, usual, large = (highest(body, depth) for depth in ("small", "medium", "large"))
    assert np.isclose(small / usual, 0.6, atol=0.12)
    assert np.isclose(large / usual, 1.6, atol=0.2)
