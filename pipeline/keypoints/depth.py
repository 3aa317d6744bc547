"""MediaPipe's z in the pixels of its x and y.

MediaPipe calls z "roughly of the scale of x". It is not: that of the body is about four times too deep, and
that of hands is too flat. The factors are those at which bones keep their lengths while signers move them:
0.20 to 0.29 for the arms of most clips looked at, 1.2 to 1.6 for most hands, in 19 alphabets and 5 videos.
The face mesh is left as it is.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.names import HOLISTIC_BODY

BODY, HAND = 0.25, 1.4


def scales(names: Sequence[str]) -> NDArray[np.float32]:
    """What z of points (N,), as fractions of the picture's width, is times the width in pixels."""
    parts = [HAND if "_hand_" in name else BODY if name in HOLISTIC_BODY else 1.0 for name in names]
    return np.array(parts, np.float32)
