"""Drags that make another timeline, the one that the pointer asks for, from the one at the press."""

from dataclasses import dataclass, replace
from math import inf

from pipeline.timeline import markers, timing
from pipeline.timeline.markers import BRIEFEST, Lane, Marker
from pipeline.timeline.timeline import Timeline
from studio.language import mark, tr
from studio.terms import capital, term
from studio.timeline.layout import Hit, Part
from studio.timeline.scale import Scale
from studio.timeline.strip import Strip

TITLES = {
    "move": mark("Move {lane}"),
    "start": mark("Trim {lane}"),
    "end": mark("Trim {lane}"),
    "in": mark("Ease {lane}"),
    "out": mark("Ease {lane}"),
}
"""What the history calls a change of a marker."""


@dataclass(frozen=True, slots=True)
class Grip:
    """What is held: `anchor` is the moment that follows the pointer, `x` the pixel column of the press."""

    base: Timeline
    x: float
    scale: Scale
    gesture: int
    anchor: float

    @property
    def title(self) -> str:
        """What the edit is called in the history."""
        raise NotImplementedError

    def made(self, moment: float, ripple: bool) -> Timeline:
        """The timeline with the anchor at another moment."""
        raise NotImplementedError

    def scrolled(self, made: Timeline) -> Scale:
        """The scale at which what is held stays under the pointer."""
        return self.scale


@dataclass(frozen=True, slots=True)
class Trim(Grip):
    """A clip begins later or ends earlier in its sign."""

    clip: int
    at_start: bool
    longest: float  # seconds of its sign

    @property
    def title(self) -> str:
        return tr("Trim Sign")

    def made(self, moment: float, ripple: bool) -> Timeline:
        clip = self.base.clips[self.clip]
        moved = (moment - self.anchor) * clip.speed / clip.repeat
        start = clip.start + moved if self.at_start else clip.start
        end = clip.end if self.at_start else clip.end + moved
        if self.at_start:
            start = min(start, end - timing.BRIEFEST)
        return timing.trim(self.base, self.clip, start, end, self.longest, ripple=ripple)

    def scrolled(self, made: Timeline) -> Scale:
        if not self.at_start:
            return self.scale
        return self.scale.scrolled((made.seconds - self.base.seconds) * self.scale.pixels)


@dataclass(frozen=True, slots=True)
class Slide(Grip):
    """The clips of one or several glosses begin earlier or later; `runs` are the first and last of each."""

    runs: tuple[tuple[int, int], ...]
    glosses: int = 1  # how many

    @property
    def title(self) -> str:
        if self.glosses == 1:
            return tr("Move Sign in Time")
        return tr("Move {count} Signs in Time").format(count=self.glosses)

    def made(self, moment: float, ripple: bool) -> Timeline:
        return timing.slide_all(self.base, self.runs, moment - self.anchor, ripple=ripple)


@dataclass(frozen=True, slots=True)
class Draw(Grip):
    """A new marker from where the press was to where the pointer is."""

    lane: Lane

    @property
    def title(self) -> str:
        return tr("Draw {lane}").format(lane=capital(term(self.lane)))

    def marker(self, moment: float) -> Marker:
        """The marker that is drawn."""
        drawn = markers.draw((), self.lane, self.anchor, moment)[0]
        end = min(drawn.end, max(self.base.seconds, drawn.start + BRIEFEST))
        return replace(drawn, end=max(end, drawn.start + BRIEFEST))

    def made(self, moment: float, ripple: bool) -> Timeline:
        return replace(self.base, markers=markers.put(self.base.markers, self.marker(moment)))


@dataclass(frozen=True, slots=True)
class Adjust(Grip):
    """A marker moves, or one of its ends or eases does; `copying` leaves the old one where it is."""

    index: int
    what: str  # "move", "start", "end", "in" or "out"
    copying: bool = False

    @property
    def title(self) -> str:
        title = tr("Copy {lane}") if self.copying else tr(TITLES[self.what])
        return title.format(lane=capital(term(self.base.markers[self.index].lane)))

    def marker(self, moment: float) -> Marker:
        """The marker as it would be."""
        marker = self.base.markers[self.index]
        match self.what:
            case "start":
                return markers.trimmed(marker, start=moment)
            case "end":
                return markers.trimmed(marker, end=moment)
            case "in":
                return replace(marker, ease_in=min(max(moment - marker.start, 0.0), marker.seconds))
            case "out":
                return replace(marker, ease_out=min(max(marker.end - moment, 0.0), marker.seconds))
        return markers.moved(marker, moment - self.anchor)

    def made(self, moment: float, ripple: bool) -> Timeline:
        kept = self.base.markers if self.copying else markers.remove(self.base.markers, [self.index])
        return replace(self.base, markers=markers.put(kept, self.marker(moment)))


_ADJUSTING = {
    Part.MARKER: "move",
    Part.MARKER_START: "start",
    Part.MARKER_END: "end",
    Part.EASE_IN: "in",
    Part.EASE_OUT: "out",
}


def runs(strip: Strip, positions: frozenset[int]) -> tuple[tuple[int, int], ...]:
    """First and last clip of every stretch of neighbouring clips that belong to some glosses."""
    found: list[tuple[int, int]] = []
    for block in strip.blocks:
        if block.position in positions:
            first, last = block.cells[0].clip, block.cells[-1].clip
            if found and found[-1][1] == first - 1:
                first = found.pop()[0]
            found.append((first, last))
    return tuple(found)


def grip_on(
    part: Hit,
    strip: Strip,
    start: tuple[Timeline, float, Scale, int],
    pressed: float,
    copying: bool,
    chosen: frozenset[int] = frozenset(),
) -> Grip | None:
    """What is held by a press on this part at the moment `pressed`; `start` are the first fields of a `Grip`.

    A clip can be trimmed as far as the frames of its sign go, which `Trim.longest` must be told. A sign that
    is one of the `chosen` glosses moves with the others.
    """
    if part.part in (Part.CLIP_START, Part.CLIP_END):
        at_start, cell = part.part is Part.CLIP_START, strip.cells[part.index]
        return Trim(*start, cell.start if at_start else cell.end, part.index, at_start, inf)
    if part.part is Part.SIGN:
        block = strip.block(part.index)
        moving = chosen if block and block.position in chosen else frozenset((part.index,))
        return Slide(*start, block.start, runs(strip, moving), len(moving)) if block else None
    if part.part is Part.LANE and part.lane and strip.blocks:
        return Draw(*start, pressed, part.lane)
    if part.marker >= 0:
        marker = strip.markers[part.index]
        anchor = marker.start
        if part.part is Part.MARKER_END:
            anchor = marker.end
        elif part.part is Part.EASE_IN:
            anchor = marker.start + marker.ease_in
        elif part.part is Part.EASE_OUT:
            anchor = marker.end - marker.ease_out
        return Adjust(*start, anchor, part.index, _ADJUSTING[part.part], copying)
    return None
