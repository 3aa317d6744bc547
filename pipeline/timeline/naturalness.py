"""Ways that would look unnatural: too fast, too jerky, or dawdling."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.timeline.timeline import Timeline, spans, way

FASTEST = 2.4
"""Metres per second of a wrist beyond which a way looks hurried: half more than the connector allows."""
JERKIEST = 450.0
"""Metres per second cubed beyond which a way looks torn."""
DAWDLING = 2.5
"""Times as long as proposed from which on a way looks like a halt."""
SHORTEST_DAWDLE = 0.6
"""Seconds below which nothing dawdles."""
"""These limits were set by looking at the starter dictionary's sentences; not measured on signers."""

Wrists = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seam:
    """How a way looks: `doubt` says what is unnatural about it, empty when nothing is."""

    index: int
    speed: float  # fastest wrist, metres per second
    jerk: float  # metres per second cubed
    doubt: str = ""


def derivatives(wrists: Wrists, fps: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Speed and jerk (T, 2) of two wrists (T, 2, 3), by central differences, in m/s and m/s^3."""
    velocity = np.gradient(wrists, 1.0 / fps, axis=0)
    jerk = np.gradient(np.gradient(velocity, 1.0 / fps, axis=0), 1.0 / fps, axis=0)
    return (
        np.linalg.norm(velocity, axis=-1).astype(np.float32),
        np.linalg.norm(jerk, axis=-1).astype(np.float32),
    )


def seams(
    timeline: Timeline, speed: NDArray[np.float32], jerk: NDArray[np.float32], fps: float
) -> tuple[Seam, ...]:
    """Every way of a timeline with its peaks; speed and jerk (T, 2) of its motion at `fps`."""
    result = []
    begins = [begin for begin, _ in spans(timeline)]
    last = timeline.seconds - timeline.outro.seconds
    for index in range(len(timeline.clips) + 1 if timeline.clips else 0):
        into = way(timeline, index)
        start = begins[index] - into.seconds if index < len(begins) else last
        first = max(int(np.floor(start * fps)), 0)
        frames = slice(first, max(int(np.ceil((start + into.seconds) * fps)), first + 1) + 1)
        fast, torn = float(speed[frames].max(initial=0)), float(jerk[frames].max(initial=0))
        doubt = _doubt(fast, torn, into.seconds, into.proposed)
        result.append(Seam(index, fast, torn, doubt))
    return tuple(result)


def _doubt(speed: float, jerk: float, seconds: float, proposed: float) -> str:
    if speed > FASTEST:
        return f"Hurried: a wrist reaches {speed:.1f} m/s here. Make the way longer."
    if jerk > JERKIEST and seconds < proposed - 1e-3:
        return f"Torn: a wrist is jerked by {jerk:.0f} m/s³ here. Make the way longer or ease it."
    if seconds > max(DAWDLING * proposed, SHORTEST_DAWDLE):
        return f"Dawdling: {seconds / proposed:.1f} times as long as proposed. Shorten it or hold the sign."
    return ""
