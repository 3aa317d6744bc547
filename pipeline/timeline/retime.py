"""Markers stay with the signs they were drawn over when these move."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from pipeline.timeline.markers import BRIEFEST, Marker, Markers
from pipeline.timeline.timeline import Timeline, spans


def followed(before: Timeline, after: Timeline) -> Timeline:
    """`after` with the markers of `before`, moved along with the same clips."""
    if not before.markers:
        return after
    same = {index: index for index in range(min(len(before.clips), len(after.clips)))}
    return replace(after, markers=carried(before, after, same))


def carried(before: Timeline, after: Timeline, same: Mapping[int, int]) -> Markers:
    """The markers of `before` where they belong in `after`; `same` says which clip became which.

    Between the beginnings and ends of clips time is stretched evenly. Where clips have changed places,
    a marker keeps its length and goes with the clip in its middle. What has lost its clips goes with them.
    """
    if not before.markers or not after.clips:
        return ()
    old, new = spans(before), spans(after)
    knots = [(0.0, 0.0)]
    for was, now in sorted(same.items()):
        knots += zip(old[was], new[now], strict=True)
    knots.append((before.seconds, after.seconds))
    x, y = (np.array(axis) for axis in zip(*knots, strict=True))
    made = [_carried(marker, x, y) for marker in before.markers]
    kept = [marker for marker in made if marker is not None and marker.start < after.seconds]
    return tuple(sorted(kept, key=lambda marker: (marker.start, marker.lane, marker.channel)))


def _carried(marker: Marker, x: np.ndarray, y: np.ndarray) -> Marker | None:
    start, end = np.interp([marker.start, marker.end], x, y)
    inside = slice(np.searchsorted(x, marker.start, "left"), np.searchsorted(x, marker.end, "right"))
    way = np.concatenate([[start], y[inside], [end]])
    if (np.diff(way) < 0).any():
        middle = (marker.start + marker.end) / 2
        start = max(float(np.interp(middle, x, y)) - marker.seconds / 2, 0.0)
        end = start + marker.seconds
    if end - start < BRIEFEST:
        return None
    return replace(marker, start=float(start), end=float(end))
