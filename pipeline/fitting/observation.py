"""From pixels of a capture to metres beside the avatar's body."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.fitting.chain import POINTS, WRIST, Chain
from pipeline.keypoints.landmarks import BODY, Landmarks

Array = NDArray[np.float64]

_SURE = 0.3
_SPIKE = 0.12
"""Metres by which a hand cannot leave the way from the frame before to the one after, at 30 fps."""


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """What was seen of the points of one arm, in the avatar's metres, seen from straight ahead."""

    fps: float
    places: Array  # (T, P, 2), x to the signer's left, y up; 0 where unseen
    weights: Array  # (T, P), 0 to 1, 0 where unseen
    depths: Array  # (T, P), how much nearer to the camera than the wrist, in the detector's units as metres
    depth_weights: Array  # (T, P), 0 where the detector gave no depth

    @property
    def frames(self) -> int:
        """Number of frames."""
        return len(self.places)

    def trusting(self, trust: Array) -> "Observation":
        """The same with every point's weights times its `trust` (P,)."""
        return replace(self, weights=self.weights * trust, depth_weights=self.depth_weights * trust)


def metres_per_pixel(landmarks: Landmarks, width: float) -> tuple[float, Array]:
    """The scale at which the shoulders are `width` metres apart, and the pixel between them (2,).

    Medians over the frames that show both; raises BadInput when none does.
    """
    columns = [BODY.index("LEFT_SHOULDER"), BODY.index("RIGHT_SHOULDER")]
    sure = (landmarks.body.confidence[:, columns] > _SURE).all(axis=1)
    pair = landmarks.body.points[sure][:, columns, :2]
    apart = np.linalg.norm(pair[:, 0] - pair[:, 1], axis=-1)
    if not len(pair) or np.median(apart) < 1:
        raise BadInput(
            f"{landmarks.source or 'The capture'} never shows both shoulders: choose one from the front."
        )
    middle: Array = np.median(pair.mean(axis=1), axis=0)
    return width / float(np.median(apart)), middle


def observe(landmarks: Landmarks, chain: Chain, shoulders: Array) -> Observation:
    """What `landmarks` show of the chain's arm, for the avatar's shoulder joints (2, 3)."""
    scale, middle = metres_per_pixel(landmarks, float(np.linalg.norm(shoulders[0, :2] - shoulders[1, :2])))
    hand = landmarks.hand(chain.side)
    elbow, body_wrist = (BODY.index(f"{chain.side.upper()}_{part}") for part in ("ELBOW", "WRIST"))
    pixels = np.concatenate([landmarks.body.points[:, [elbow]], hand.points], axis=1)
    weights = np.concatenate([landmarks.body.confidence[:, [elbow]], hand.confidence], axis=1)
    weights[weights < _SURE] = 0
    lost = weights[:, WRIST] == 0
    fallback = lost & (landmarks.body.confidence[:, body_wrist] > _SURE)
    pixels[fallback, WRIST] = landmarks.body.points[fallback, body_wrist]
    weights[fallback, WRIST] = 0.3 * landmarks.body.confidence[fallback, body_wrist]
    places = (pixels[..., :2] - middle) * [scale, -scale] + shoulders.mean(axis=0)[:2]
    weights[spikes(places[:, WRIST:].mean(axis=1), ~lost, landmarks.fps), WRIST:] = 0
    nearer = -(pixels[..., 2] - pixels[:, [WRIST], 2])
    deep = (weights > 0) & np.isfinite(nearer) & ~lost[:, None]
    deep[:, : WRIST + 1] = False
    return Observation(
        fps=landmarks.fps,
        places=np.where(weights[..., None] > 0, places, 0.0),
        weights=weights,
        depths=np.where(deep, nearer, 0.0) * scale * landmarks.width,
        depth_weights=np.where(deep, weights, 0.0),
    )


def spikes(places: Array, seen: NDArray[np.bool_], fps: float) -> NDArray[np.bool_]:
    """Frames (T,) in which a hand at `places` (T, 2) jumps away and back: the detector saw something else."""
    jumps = np.zeros(len(places), bool)
    if len(places) > 2:
        away = np.linalg.norm(places[1:-1] - (places[:-2] + places[2:]) / 2, axis=1)
        apart = np.linalg.norm(places[2:] - places[:-2], axis=1)
        known = seen[:-2] & seen[1:-1] & seen[2:]
        jumps[1:-1] = known & (away > _SPIKE * (30 / fps) ** 2) & (apart < away)
    return jumps


def usual_stretch(chain: Chain) -> Array:
    """Logarithms (20,) that turn the avatar's hand bones into those that MediaPipe sees on people."""
    stretch: Array = np.log(np.array(_SEEN_LENGTHS) / chain.bone_lengths())
    return stretch


_SEEN_LENGTHS = (
    *(0.036, 0.042, 0.034, 0.028),
    *(0.092, 0.042, 0.025, 0.022),
    *(0.091, 0.046, 0.029, 0.024),
    *(0.085, 0.042, 0.028, 0.023),
    *(0.080, 0.034, 0.021, 0.020),
)
"""Metres from each hand landmark's predecessor to it, in the order of the hand points 1 to 20."""

assert len(_SEEN_LENGTHS) == len(POINTS) - 2
