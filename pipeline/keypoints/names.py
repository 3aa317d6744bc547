"""The names of all points a detector may see on a signer, and the orders detectors list them in.

Left and right are the signer's own. The 133 points of COCO-WholeBody are the common ground; what
only MediaPipe or OpenPose sees follows them in `POINTS`.
"""

from pipeline.keypoints import landmarks

SIDES = ("left", "right")

COCO_BODY: tuple[str, ...] = (
    "nose", "left_eye", "right_eye", "left_ear", "right_ear", "left_shoulder", "right_shoulder",
    "left_elbow", "right_elbow", "left_wrist", "right_wrist", "left_hip", "right_hip",
    "left_knee", "right_knee", "left_ankle", "right_ankle",
)  # fmt: skip
"""The 17 body points of COCO."""

COCO_FEET: tuple[str, ...] = tuple(
    f"{side}_{point}" for side in SIDES for point in ("big_toe", "small_toe", "heel")
)

FACE: tuple[str, ...] = tuple(f"face_{index:02}" for index in range(68))
"""The 68 points of iBUG 300-W: 0 to 16 contour from the signer's right ear to the left one, 17 to 26
brows, 27 to 35 nose, 36 to 41 right and 42 to 47 left eye, 48 to 59 outer and 60 to 67 inner lips."""

HAND: tuple[str, ...] = tuple(name.lower() for name in landmarks.HAND)
"""The 21 points of a hand: the wrist, then thumb, index, middle, ring and little finger, root to tip."""


def hand(side: str) -> tuple[str, ...]:
    """The names of the 21 points of the `"left"` or `"right"` hand."""
    return tuple(f"{side}_hand_{name}" for name in HAND)


COCO_WHOLEBODY: tuple[str, ...] = COCO_BODY + COCO_FEET + FACE + hand("left") + hand("right")
"""The 133 points of COCO-WholeBody in their order."""

HOLISTIC_BODY: tuple[str, ...] = tuple(name.lower() for name in landmarks.BODY)
"""The 33 points of MediaPipe Pose in their order."""

MESH: tuple[str, ...] = tuple(f"mesh_{index:03}" for index in range(478))
"""The 468 points of MediaPipe's face mesh and the 10 of its irises (right 468 to 472, left 473 to 477)."""

HOLISTIC: tuple[str, ...] = HOLISTIC_BODY + MESH + hand("left") + hand("right")
"""The 553 points of MediaPipe Holistic: body, face mesh with irises, left hand, right hand."""

BODY_25: tuple[str, ...] = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow",
    "left_wrist", "mid_hip", "right_hip", "right_knee", "right_ankle", "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear", "left_big_toe", "left_small_toe", "left_heel",
    "right_big_toe", "right_small_toe", "right_heel",
)  # fmt: skip
"""The 25 body points of OpenPose in their order."""

OPENPOSE_FACE: tuple[str, ...] = (*FACE, "right_pupil", "left_pupil")
"""The 70 face points of OpenPose in their order."""

OPENPOSE: tuple[str, ...] = BODY_25 + OPENPOSE_FACE + hand("left") + hand("right")
"""The 137 points of OpenPose: body, face, left hand, right hand."""

POINTS: tuple[str, ...] = tuple(dict.fromkeys(COCO_WHOLEBODY + HOLISTIC + OPENPOSE))
"""Every name there is: COCO-WholeBody, then what MediaPipe adds, then what OpenPose adds."""

INDEX: dict[str, int] = {name: index for index, name in enumerate(POINTS)}
"""Place of a name in `POINTS`."""
