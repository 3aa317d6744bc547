"""Numbers of the SMPL-X file format that other programs rely on.

REST_JOINTS are the rest joints of the neutral body at zero shape, in metres to 0.1 mm, as published
in Apache-2.0 source (HuggingFace LeRobot, SMPL teleoperation). A body whose bones rest exactly there
gives every recorded pose its meaning: same hands, same contacts, same directions. The T-pose of the
format is neither straight nor symmetric, which is why a geometric one would not do.
VERTEX_IDS are the vertices that the `smplx` package adds to its joints (nose, eyes, ears, toes, heels
and finger tips); files of this layout have to have those points at those numbers.
"""

import numpy as np

from pipeline.motion import joints

_CENTRE_AND_LEFT_HAND = np.array([
    [.0031, -.3514, .0120], [.0613, -.4442, -.0140], [-.0601, -.4553, -.0092], [.0004, -.2415, -.0156],
    [.1160, -.8229, -.0234], [-.1044, -.8177, -.0260], [.0098, -.1097, -.0215], [.0726, -1.2260, -.0552],
    [-.0889, -1.2284, -.0462], [-.0015, -.0574, .0069], [.1198, -1.2840, .0630], [-.1277, -1.2868, .0728],
    [-.0137, .1077, -.0247], [.0448, .0275, -.0003], [-.0492, .0269, -.0065], [.0111, .2682, -.0040],
    [.1641, .0852, -.0158], [-.1518, .0804, -.0191], [.4182, .0131, -.0582], [-.4229, .0439, -.0456],
    [.6702, .0363, -.0607], [-.6722, .0394, -.0609], [-.0047, .2677, -.0096], [.0316, .3108, .0622],
    [-.0316, .3108, .0622],
    [.7721, .0276, -.0413], [.8040, .0298, -.0383], [.8266, .0275, -.0383],
    [.7796, .0300, -.0647], [.8102, .0308, -.0687], [.8337, .0288, -.0728],
    [.7542, .0218, -.1044], [.7697, .0206, -.1164], [.7852, .0190, -.1277],
    [.7676, .0270, -.0880], [.7957, .0285, -.0933], [.8185, .0271, -.1004],
    [.7108, .0183, -.0351], [.7278, .0193, -.0101], [.7484, .0142, .0054],
])  # fmt: skip

REST_JOINTS = np.vstack([_CENTRE_AND_LEFT_HAND, _CENTRE_AND_LEFT_HAND[joints.LEFT_HAND] * [-1, 1, 1]])
"""(55, 3) in the order of `joints.NAMES`; the right hand is published as the mirrored left."""

VERTEX_IDS: dict[str, int] = {
    "nose": 9120, "right_eye": 9929, "left_eye": 9448, "right_ear": 616, "left_ear": 6,
    "right_thumb": 8079, "right_index": 7669, "right_middle": 7794, "right_ring": 7905,
    "right_pinky": 8022, "left_thumb": 5361, "left_index": 4933, "left_middle": 5058,
    "left_ring": 5169, "left_pinky": 5286, "left_big_toe": 5770, "left_small_toe": 5780,
    "left_heel": 8846, "right_big_toe": 8463, "right_small_toe": 8474, "right_heel": 8635,
}  # fmt: skip

BETAS = 300
"""Shape columns before the first expression column of `shapedirs`."""


def symmetric_joints() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The rest joints (55, 3) averaged with their mirror image."""
    mirrored: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = REST_JOINTS[list(joints.MIRROR)]
    return (REST_JOINTS + mirrored * [-1, 1, 1]) / 2
