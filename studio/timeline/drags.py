"""What a drag does: pure arithmetic from where it began to where the pointer is."""

from dataclasses import dataclass

import numpy as np

from pipeline.timeline.timeline import LONGEST, SHORTEST
from studio.timeline.scale import Scale
from studio.timeline.strip import Strip, Wedge

SNAP = 6.0
"""Pixels within which a moment or a length is drawn to a better one."""


@dataclass(frozen=True, slots=True)
class Scrub:
    """The playhead follows the pointer."""


@dataclass(frozen=True, slots=True)
class Pan:
    """The whole strip follows the pointer."""

    x: float  # pixel column of the pointer at the press
    scale: Scale  # at the press


@dataclass(frozen=True, slots=True)
class Band:
    """A rubber band over the signs; `kept` are glosses that stay selected whatever it covers."""

    start: tuple[float, float]  # of the press, in pixels
    end: tuple[float, float]  # where the pointer is
    kept: frozenset[int] = frozenset()

    def covered(self, strip: Strip, scale: Scale) -> frozenset[int]:
        """Positions of the glosses that are signed in the stretch of time below the band."""
        first, last = sorted((scale.seconds(self.start[0]), scale.seconds(self.end[0])))
        blocks = strip.blocks[strip.visible("blocks", first, last)]
        return self.kept | {block.position for block in blocks if block.end > first and block.start < last}


@dataclass(frozen=True, slots=True)
class Pace:
    """A transition becomes longer or shorter."""

    wedge: Wedge  # at the press
    at_start: bool  # its first edge is held: what comes before moves, not what comes after
    x: float
    scale: Scale
    gesture: int  # the same for all changes of one drag

    def seconds(self, x: float, fps: float, snapping: bool) -> float:
        """Length of the transition with the pointer at `x`: whole frames, or the proposed length nearby."""
        moved = (x - self.x) / self.scale.pixels
        wanted = self.wedge.seconds + (-moved if self.at_start else moved)
        if snapping and abs(wanted - self.wedge.proposed) * self.scale.pixels <= SNAP:
            wanted = self.wedge.proposed
        elif snapping:
            wanted = round(wanted * fps) / fps
        return min(max(wanted, SHORTEST), LONGEST)

    def scrolled(self, seconds: float) -> Scale:
        """The scale at which the edge that is not held stays where it was, at the new length."""
        longer = (seconds - self.wedge.seconds) * self.scale.pixels if self.at_start else 0.0
        return self.scale.scrolled(longer)


def snapped(seconds: float, strip: Strip, scale: Scale, fps: float, snapping: bool) -> float:
    """A moment within the strip, on a frame; an edge of a clip nearby is preferred."""
    seconds = min(max(seconds, 0.0), strip.seconds)
    if not snapping:
        return seconds
    edges = strip.edges()
    nearest = float(edges[np.argmin(np.abs(edges - seconds))])
    if abs(nearest - seconds) * scale.pixels <= SNAP:
        return nearest
    return min(round(seconds * fps) / fps, strip.seconds)
