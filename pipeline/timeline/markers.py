"""Non-manual markers: what brows, eyes, mouth, head and body do over the signs of a sentence."""

from dataclasses import dataclass, replace
from enum import StrEnum

from pipeline.compose.face import ACTIONS, Channel
from pipeline.errors import BadInput

BRIEFEST = 0.1
"""Seconds that a marker lasts at least."""
EASE = 0.15
"""Seconds in which a marker comes and goes unless the user wants otherwise."""


class Lane(StrEnum):
    """A row of markers on the timeline."""

    BROWS = "brows"
    EYES = "eyes"
    MOUTH = "mouth"
    HEAD = "head"
    BODY = "body"


CHANNELS: dict[Lane, tuple[Channel, ...]] = {
    Lane.BROWS: (Channel.BROWS,),
    Lane.EYES: (Channel.EYES, Channel.GAZE),
    Lane.MOUTH: (Channel.MOUTH, Channel.CHEEKS, Channel.MOUTHING),
    Lane.HEAD: (Channel.HEAD,),
    Lane.BODY: (Channel.TRUNK, Channel.SHOULDERS),
}
"""What can be drawn in each lane."""
LANE_OF: dict[Channel, Lane] = {channel: lane for lane, channels in CHANNELS.items() for channel in channels}


@dataclass(frozen=True, slots=True)
class Marker:
    """One thing that face, head or body does from `start` to `end`, in seconds of the timeline.

    It grows over `ease_in` seconds and fades over `ease_out`. Raises BadInput for an action that its
    channel has not, and for times and strengths that cannot be.
    """

    channel: Channel
    action: str  # one of `ACTIONS`, or the words of a mouthing
    start: float
    end: float
    strength: float = 1.0  # from 0 to 1
    ease_in: float = EASE
    ease_out: float = EASE

    def __post_init__(self) -> None:
        if self.channel is Channel.MOUTHING:
            if not 0 < len(self.action) <= 80 or self.action != " ".join(self.action.split()):
                raise BadInput("A mouthing has 1 to 80 letters, words apart by one space: write it so.")
        elif self.action not in ACTIONS[self.channel]:
            known = ", ".join(ACTIONS[self.channel])
            raise BadInput(f"{self.channel} cannot do {self.action!r}: choose one of {known}.")
        if not (self.start >= 0.0 and self.end - self.start >= BRIEFEST - 1e-6):
            raise BadInput(f"A non-manual marker lasts at least {BRIEFEST:g} s: make it longer.")
        if not 0.0 <= self.strength <= 1.0 or self.ease_in < 0 or self.ease_out < 0:
            raise BadInput("A non-manual marker has a strength from 0 to 1 and no negative ease.")

    @property
    def lane(self) -> Lane:
        """The row it stands in."""
        return LANE_OF[self.channel]

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start


Markers = tuple[Marker, ...]


def draw(markers: Markers, lane: Lane, start: float, end: float) -> Markers:
    """One more marker, with the first action of its lane; others in its way make room."""
    start, end = max(min(start, end), 0.0), max(start, end)
    channel = CHANNELS[lane][0]
    return put(markers, Marker(channel, ACTIONS[channel][0], start, max(end, start + BRIEFEST)))


def put(markers: Markers, marker: Marker) -> Markers:
    """A marker in its place in time order; what it covers in the same lane is cut or goes."""
    others = [part for other in markers for part in _beside(other, marker)]
    return tuple(sorted([*others, marker], key=lambda each: (each.start, each.lane, each.channel)))


def change(markers: Markers, index: int, marker: Marker) -> Markers:
    """Another marker in the place of the one at `index`. Raises BadInput when there is none."""
    return put(remove(markers, [index]), marker)


def remove(markers: Markers, indices: list[int]) -> Markers:
    """Without the markers at `indices`. Raises BadInput when one is not there."""
    if any(not 0 <= index < len(markers) for index in indices):
        raise BadInput("There is no such non-manual marker any more: choose another.")
    return tuple(marker for index, marker in enumerate(markers) if index not in indices)


def moved(marker: Marker, seconds: float) -> Marker:
    """The marker later by so many seconds, not before the beginning."""
    seconds = max(seconds, -marker.start)
    return replace(marker, start=marker.start + seconds, end=marker.end + seconds)


def trimmed(marker: Marker, start: float | None = None, end: float | None = None) -> Marker:
    """The marker with another beginning or end; it keeps its least length."""
    if start is not None:
        start = min(max(start, 0.0), marker.end - BRIEFEST)
        return replace(marker, start=start)
    return replace(marker, end=max(marker.end if end is None else end, marker.start + BRIEFEST))


def _beside(other: Marker, marker: Marker) -> list[Marker]:
    """What is left of a marker beside another one that was put over it."""
    if other.lane is not marker.lane or other.end <= marker.start or other.start >= marker.end:
        return [other]
    pieces = ((other.start, marker.start), (marker.end, other.end))
    return [replace(other, start=start, end=end) for start, end in pieces if end - start >= BRIEFEST]
