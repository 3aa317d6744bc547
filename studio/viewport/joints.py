"""The joints that can be corrected."""

from pipeline.motion import joints

WRISTS = {joints.LEFT_WRIST: "left", joints.RIGHT_WRIST: "right"}
_LEGS = {
    joints.INDEX[f"{side}_{part}"] for side in ("left", "right") for part in ("hip", "knee", "ankle", "foot")
}
JOINTS = tuple(
    joint
    for joint in range(joints.COUNT)
    if joint not in _LEGS and joint not in (0, joints.JAW, joints.LEFT_EYE, joints.RIGHT_EYE)
)
"""What can be chosen: trunk, head, arms and fingers; jaw and eyes belong to the face."""
HANDS = frozenset(range(joints.COUNT)[joints.LEFT_HAND]) | frozenset(range(joints.COUNT)[joints.RIGHT_HAND])
