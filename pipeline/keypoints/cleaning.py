"""What detectors get wrong about a signer's hands and body: found, put right where it can be, and told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from pipeline.keypoints.hands import doubled_hands, swapped_hands
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.names import COCO_FEET, hand

GUESSED = 0.2
"""Share of its confidence that a point outside of the picture keeps: the detector guesses there."""

_FACE = ("nose", "left_eye", "right_eye", "left_ear", "right_ear", "mouth_left", "mouth_right")
_LEGS = ("hip", "knee", "ankle", "foot_index")

PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "head": _FACE,
        "shoulders": ("left_shoulder", "right_shoulder"),
        "left arm": ("left_elbow", "left_wrist", *hand("left")),
        "right arm": ("right_elbow", "right_wrist", *hand("right")),
        "hips and legs": (*(f"{side}_{part}" for part in _LEGS for side in ("left", "right")), *COCO_FEET),
    }
)
"""The parts of a signer that a picture may cut off."""


@dataclass(frozen=True, slots=True, eq=False)
class Cleaning:
    """Keypoints put right, and every frame in which that changed or cast doubt on something.

    No frame and no point is dropped: a hand that was taken away has confidence 0, a guess a low one.
    """

    keypoints: Keypoints
    swapped: tuple[int, ...]  # left and right hand exchanged
    doubled: Mapping[str, tuple[int, ...]]  # by side: this hand was the other one seen twice, and is away
    lost: tuple[int, ...]  # nobody was found
    headless: tuple[int, ...]  # hands without a body
    cropped: Mapping[str, tuple[int, ...]]  # by part: outside of the picture, so guessed

    @property
    def changed(self) -> tuple[int, ...]:
        """The frames whose hands are not as the detector saw them."""
        return tuple(
            sorted({*self.swapped, *(frame for frames in self.doubled.values() for frame in frames)})
        )

    def sentences(self) -> tuple[str, ...]:
        """The report for people, a sentence a finding."""
        found = [("left and right hand were exchanged, and are exchanged back", self.swapped)]
        found += [
            (f"the {side} hand was the other one seen twice, and is taken away", frames)
            for side, frames in self.doubled.items()
        ]
        found += [("nobody was found", self.lost), ("hands were found without a body", self.headless)]
        found += [(f"the {part} reached out of the picture", frames) for part, frames in self.cropped.items()]
        total = self.keypoints.frames
        return tuple(sentence(what, frames, total) for what, frames in found if frames)


def clean(given: Keypoints) -> Cleaning:
    """Undo exchanged hands, take doubled ones away, and trust guesses outside of the picture less."""
    unit = breadth(given)
    swapped = swapped_hands(given, unit)
    clip = exchange_hands(given, swapped)
    doubled = doubled_hands(clip)
    for side, frames in doubled.items():
        clip = _without_hand(clip, side, frames)
    outside = _outside(clip)
    confidence = np.where(outside, clip.confidence * GUESSED, clip.confidence).astype(np.float32)
    body = clip.confidence[:, clip.columns(("left_shoulder", "right_shoulder", "nose"))] > 0
    return Cleaning(
        keypoints=replace(clip, confidence=confidence),
        swapped=numbers(swapped),
        doubled={side: numbers(frames) for side, frames in doubled.items()},
        lost=numbers(np.asarray(~given.found)),
        headless=numbers(np.asarray(given.found & ~body.any(axis=1))),
        cropped={
            part: numbers(np.asarray(outside[:, clip.columns(points)].any(axis=1)))
            for part, points in PARTS.items()
        },
    )


def breadth(given: Keypoints) -> float:
    """The shoulders' breadth in pixels, the clip's unit of length: the median over its frames.

    Without shoulders it is taken for four palms, and without hands for a quarter of the picture.
    """
    for first, second, factor in (
        ("left_shoulder", "right_shoulder", 1.0),
        ("left_hand_wrist", "left_hand_middle_finger_mcp", 4.0),
        ("right_hand_wrist", "right_hand_middle_finger_mcp", 4.0),
    ):
        columns = given.columns((first, second))
        both = (given.confidence[:, columns] > 0).all(axis=1) if len(columns) == 2 else np.zeros(1, bool)
        if both.any():
            ends = given.points[both][:, columns]
            length = float(np.median(np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1)))
            if length > 1:
                return factor * length
    return max(given.width / 4, 1.0)


def exchange_hands(given: Keypoints, frames: NDArray[np.bool_]) -> Keypoints:
    """The clip with left and right hand exchanged in some frames (T,)."""
    left, right = given.columns(hand("left")), given.columns(hand("right"))
    if len(left) != len(right) or not frames.any():
        return given
    order = np.arange(len(given.names))
    order[left], order[right] = right, left

    def exchanged(values: NDArray[np.float32]) -> NDArray[np.float32]:
        result = values.copy()
        result[frames] = values[frames][:, order]
        return result

    return replace(
        given,
        points=exchanged(given.points),
        confidence=exchanged(given.confidence),
        depth=exchanged(given.depth),
    )


def _without_hand(given: Keypoints, side: str, frames: NDArray[np.bool_]) -> Keypoints:
    """The clip with a hand unseen in some frames (T,)."""
    gone = np.zeros(given.confidence.shape, bool)
    gone[:, given.columns(hand(side))] = True
    gone &= frames[:, None]
    return replace(
        given,
        points=np.where(gone[..., None], 0, given.points).astype(np.float32),
        confidence=np.where(gone, 0, given.confidence).astype(np.float32),
        depth=np.where(gone, np.nan, given.depth).astype(np.float32),
    )


def _outside(given: Keypoints) -> NDArray[np.bool_]:
    """The points (T, N) that were seen where there is no picture."""
    size = np.array([given.width, given.height])
    beyond = ((given.points < 0) | (given.points > size)).any(axis=2)
    return np.asarray(beyond & (given.confidence > 0))


def numbers(frames: NDArray[np.bool_]) -> tuple[int, ...]:
    """Which frames are marked (T,)."""
    return tuple(int(frame) for frame in np.flatnonzero(frames))


def sentence(what: str, frames: Sequence[int], total: int) -> str:
    """A finding for people, with the frames it is about."""
    return f"{what}: {len(frames)} of {total} frames ({ranges(frames)})"


def ranges(frames: Iterable[int]) -> str:
    """Ascending frame numbers as people write them: 3, 5-9, 12."""
    runs: list[list[int]] = []
    for frame in frames:
        if runs and frame == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], frame]
        else:
            runs.append([frame, frame])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
