"""Clips cut into windows of bounded length, windows gathered into batches of bounded memory."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

LONGEST, OVERLAP = 360, 40
"""Frames of a window, and how many at least it has in common with the next."""
FRAME_BYTES = 300_000
"""What the solver needs of memory for a frame: 232,000 were measured with depth, by resident memory."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some frames of a clip."""

    clip: int
    start: int
    end: int

    @property
    def frames(self) -> int:
        """Number of frames."""
        return self.end - self.start


def cut(clip: int, frames: int, longest: int = LONGEST, overlap: int = OVERLAP) -> list[Window]:
    """Windows of equal length that cover a clip, each beginning before the one before it ends."""
    count = max(1, ceil((frames - overlap) / (longest - overlap)))
    starts = np.linspace(0, max(frames - longest, 0), count).round().astype(int).tolist()
    return [Window(clip, start, min(start + longest, frames)) for start in starts]


def batches(
    windows: Sequence[Sequence[Window]], signers: Sequence[Hashable], memory: int
) -> list[list[Window]]:
    """The windows of clips in batches that need about `memory` bytes each.

    A signer's windows are in one batch if they fit, so that all of them tell the signer's shape.
    """
    room = max(memory // FRAME_BYTES, 1)
    found: list[list[Window]] = []
    batch: list[Window] = []
    for group in sorted(_groups(windows, signers), key=lambda own: own[0].frames):
        if batch and not _fits([*batch, *group], room):
            found.append(batch)
            batch = []
        for window in group:
            if batch and not _fits([*batch, window], room):
                found.append(batch)
                batch = []
            batch.append(window)
    return [*found, batch] if batch else found


def _groups(windows: Sequence[Sequence[Window]], signers: Sequence[Hashable]) -> list[list[Window]]:
    """The windows of every signer: the longest clips first, of a clip those that are far apart first."""
    groups: dict[Hashable, list[Window]] = {}
    for own, signer in sorted(
        zip(windows, signers, strict=True), key=lambda pair: (-pair[0][0].frames, pair[0][0].clip)
    ):
        groups.setdefault(signer, []).extend(own[index] for index in _spread_out(len(own)))
    return list(groups.values())


def _spread_out(count: int) -> list[int]:
    """All numbers below `count`, every prefix of them spread over the whole."""
    bits = max(count - 1, 1).bit_length()
    mirrored = (int(f"{index:0{bits}b}"[::-1], 2) for index in range(1 << bits))
    return [index for index in mirrored if index < count]


def _fits(batch: Sequence[Window], room: int) -> bool:
    return len(batch) * max(window.frames for window in batch) <= room


def joined(windows: Sequence[Window], parts: Sequence[Array]) -> Array:
    """One array (T, ...) from those (t, ...) of a clip's windows, which fade into each other."""
    result = parts[0]
    for window, part in zip(windows[1:], parts[1:], strict=True):
        common = len(result) - window.start
        share = np.arange(1, common + 1) / (common + 1)
        share = (share**3 * (10 - 15 * share + 6 * share**2)).astype(part.dtype)
        share = share.reshape(-1, *(1,) * (part.ndim - 1))
        faded = (1 - share) * result[window.start :] + share * part[:common]
        result = np.concatenate([result[: window.start], faded, part[common:]])
    return result
