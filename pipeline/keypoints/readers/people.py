"""Which of several people in a clip is the signer."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Person = NDArray[np.float32]  # (N, 3): x, y, confidence, zero where unseen

PATIENCE = 30
"""Frames for which somebody may be lost and still be taken up again at the same place."""


@dataclass(slots=True)
class _Trail:
    """One person through the frames."""

    persons: dict[int, Person] = field(default_factory=dict)
    box: NDArray[np.float32] = field(default_factory=lambda: np.zeros(4, np.float32))
    weight: float = 0.0
    last: int = 0

    def add(self, frame: int, person: Person, box: NDArray[np.float32]) -> None:
        """Go on with `person`, whose weight is the size of the box times how much was seen."""
        self.persons[frame], self.box, self.last = person, box, frame
        size = float(np.sqrt((box[2] - box[0]) * (box[3] - box[1])))
        self.weight += size * float(person[:, 2].mean())


def _box(person: Person) -> NDArray[np.float32] | None:
    seen = person[person[:, 2] > 0, :2]
    if len(seen) < 3:
        return None
    return np.concatenate([seen.min(axis=0), seen.max(axis=0)])


def _overlap(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """Intersection over union of two boxes (left, top, right, bottom)."""
    edges = np.minimum(first[2:], second[2:]) - np.maximum(first[:2], second[:2])
    common = float(np.prod(np.maximum(edges, 0)))
    areas = sum(float(np.prod(box[2:] - box[:2])) for box in (first, second))
    return common / max(areas - common, 1e-9)


def signer(frames: Sequence[Sequence[Person]], points: int) -> tuple[NDArray[np.float32], str]:
    """The largest and most constant person of the frames (T, points, 3), and a note when there were several.

    People are followed from frame to frame by the overlap of their boxes; frames without the signer
    are zero.
    """
    trails = _follow(frames)
    chosen = max(trails, key=lambda trail: trail.weight, default=_Trail())
    result = np.zeros((len(frames), points, 3), np.float32)
    for frame, person in chosen.persons.items():
        result[frame] = person
    crowded = sum(len(people) > 1 for people in frames)
    if not crowded:
        return result, ""
    most = max(len(people) for people in frames)
    return result, (
        f"up to {most} people in {crowded} of {len(frames)} frames, "
        f"the largest and most constant one was followed through {len(chosen.persons)}"
    )


def _follow(frames: Sequence[Sequence[Person]]) -> list[_Trail]:
    trails: list[_Trail] = []
    for frame, people in enumerate(frames):
        boxed = [(person, box) for person in people if (box := _box(person)) is not None]
        living = [trail for trail in trails if frame - trail.last <= PATIENCE]
        pairs = sorted(
            (
                (_overlap(trail.box, box), place, trail)
                for place, (_, box) in enumerate(boxed)
                for trail in living
            ),
            key=lambda pair: -pair[0],
        )
        taken: set[int] = set()
        gone: set[int] = set()
        for overlap, place, trail in pairs:
            if overlap > 0 and place not in taken and id(trail) not in gone:
                trail.add(frame, *boxed[place])
                taken.add(place)
                gone.add(id(trail))
        for place, (person, box) in enumerate(boxed):
            if place not in taken:
                trails.append(_Trail())
                trails[-1].add(frame, person, box)
    return trails
