"""Where everything is: the lanes from top to bottom, and what lies under the pointer."""

from dataclasses import dataclass
from enum import Enum, auto

from pipeline.timeline.markers import Lane, Marker
from studio.timeline.bars import part_of
from studio.timeline.scale import Scale
from studio.timeline.strip import Strip, Wedge

HEAD = 148
"""Width of the lane names, in pixels."""
RULER = 26
GAP = 3
LEAST = {
    "text": 22,
    "glosses": 18,
    "signs": 46,
    "pose": 17,
    **{lane.value: 17 for lane in Lane},
    "speed": 36,
}
"""Heights of the lanes in pixels at which all of them are easy to read."""
_LOW = {"text": 16, "glosses": 13, "signs": 34, "pose": 11, **{lane.value: 11 for lane in Lane}, "speed": 8}
"""Heights in pixels below which nothing of a lane is left."""
GRAB = 5.0
"""Pixels to either side of an edge within which it can be taken hold of."""
INSIDE = 1.0
"""Pixels inside a clip from which on its own edge is taken hold of and not that of the way beside it."""
MARK = 8.0
"""Half the size of the mark of a missing sign, at the bottom of the signs lane, in pixels."""
NARROW = 14.0
"""Pixels below which a wedge inside a word is part of the word."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the timeline, in pixels."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        """One past the last pixel row."""
        return self.top + self.height

    def __contains__(self, y: float) -> bool:
        return self.top <= y < self.bottom


def lanes(height: float) -> dict[str, Row]:
    """The lanes of a widget of this height: what is left over goes to the signs, then to the curves.

    Where there is not enough for all of them, each gives what it can.
    """
    spare = height - RULER - sum(LEAST.values()) - GAP * (len(LEAST) + 1)
    extra = dict.fromkeys(LEAST, 0.0)
    if spare < 0:
        share = max(spare / (sum(LEAST.values()) - sum(_LOW.values())), -1.0)
        extra = {name: share * (least - _LOW[name]) for name, least in LEAST.items()}
    else:
        extra["signs"] = min(spare * 0.45, 40.0)
        extra["speed"] = spare - extra["signs"]
    result: dict[str, Row] = {}
    top = float(RULER + GAP)
    for name, least in LEAST.items():
        result[name] = Row(round(top), round(least + extra[name]))
        top += result[name].height + GAP
    return result


class Part(Enum):
    """What can lie under the pointer."""

    NOTHING = auto()
    RULER = auto()
    SIGN = auto()
    WORD = auto()
    GLOSS = auto()
    PAUSE = auto()
    WEDGE = auto()
    WEDGE_START = auto()
    WEDGE_END = auto()
    CLIP_START = auto()
    CLIP_END = auto()
    GAP = auto()
    LANE = auto()
    MARKER = auto()
    MARKER_START = auto()
    MARKER_END = auto()
    EASE_IN = auto()
    EASE_OUT = auto()
    BAR = auto()
    BAR_START = auto()
    BAR_END = auto()
    BAR_EASE_IN = auto()
    BAR_EASE_OUT = auto()


_OF_BARS = {
    "move": Part.BAR,
    "start": Part.BAR_START,
    "end": Part.BAR_END,
    "in": Part.BAR_EASE_IN,
    "out": Part.BAR_EASE_OUT,
}
_OF_MARKERS = {Part.MARKER, Part.MARKER_START, Part.MARKER_END, Part.EASE_IN, Part.EASE_OUT}


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer; the index is a gloss position, or that of a transition, clip,
    marker, correction, or in an empty place of a lane the face that the sentence asks for."""

    part: Part
    index: int = -1
    lane: Lane | None = None

    @property
    def transition(self) -> int:
        """Index of the transition it belongs to, -1 when it belongs to none."""
        return self.index if self.part in (Part.WEDGE, Part.WEDGE_START, Part.WEDGE_END) else -1

    @property
    def marker(self) -> int:
        """Index of the marker it belongs to, -1 when it belongs to none."""
        return self.index if self.part in _OF_MARKERS else -1

    @property
    def bar(self) -> int:
        """Index of the correction it belongs to, -1 when it belongs to none."""
        return self.index if self.part in _OF_BARS.values() else -1

    @property
    def held(self) -> str:
        """What of a correction's bar it is, as `bars.part_of` says it; empty for none."""
        return next((what for what, part in _OF_BARS.items() if part is self.part), "")

    @property
    def gloss(self) -> int:
        """Position of the gloss it belongs to, -1 when it belongs to none."""
        return self.index if self.part in (Part.SIGN, Part.WORD, Part.PAUSE, Part.GLOSS, Part.GAP) else -1


def hit(strip: Strip, scale: Scale, height: float, x: float, y: float) -> Hit:
    """What lies at pixel (x, y) of a widget of this height."""
    if x < scale.left or y < 0:
        return Hit(Part.NOTHING)
    if y < RULER:
        return Hit(Part.RULER)
    rows = lanes(height)
    if y in rows["text"]:
        return _on_text(strip, scale.seconds(x))
    if y in rows["glosses"]:
        return _on_glosses(strip, scale.seconds(x))
    if y in rows["signs"]:
        low = rows["signs"].bottom - y <= 2 * MARK
        return (low and _on_gap(strip, scale, x)) or _on_edge(strip, scale, x) or _on_signs(strip, scale, x)
    if y in rows["pose"]:
        return _on_bars(strip, scale, rows["pose"], x, y)
    lane = next((lane for lane in Lane if y in rows[lane.value]), None)
    return _on_lane(strip, scale, lane, x, y - rows[lane.value].top) if lane else Hit(Part.NOTHING)


def shown(wedge: Wedge, scale: Scale) -> bool:
    """Whether a wedge is wide enough at this zoom to be drawn and taken hold of."""
    return wedge.seconds * scale.pixels >= (NARROW if wedge.within else 3.0)


def _on_text(strip: Strip, seconds: float) -> Hit:
    for phrase in strip.phrases[strip.visible("phrases", seconds, seconds)]:
        nearest = min(phrase.words, key=lambda word: max(word.start - seconds, seconds - word.end))
        return Hit(Part.WORD, nearest.position)
    return Hit(Part.NOTHING)


def _on_bars(strip: Strip, scale: Scale, lane: Row, x: float, y: float) -> Hit:
    for index, bar in enumerate(strip.bars):
        box = bar.box(scale, lane.top, lane.height)
        if box.left() - GRAB <= x <= box.right() + GRAB and box.top() - 1 <= y <= box.bottom() + 1:
            return Hit(_OF_BARS[part_of(bar, scale, x)], index)
    return Hit(Part.NOTHING)


def _on_glosses(strip: Strip, seconds: float) -> Hit:
    for block in strip.blocks[strip.visible("blocks", seconds, seconds)]:
        if block.start <= seconds <= block.end:
            return Hit(Part.GLOSS, block.position)
    return Hit(Part.NOTHING)


def _on_lane(strip: Strip, scale: Scale, lane: Lane, x: float, y: float) -> Hit:
    """A marker or its edges and grips, `y` pixels below the top of its lane; else the lane."""
    for index, marker in enumerate(strip.markers):
        left, right = scale.x(marker.start), scale.x(marker.end)
        if marker.lane is lane and left - GRAB <= x <= right + GRAB:
            return Hit(_part_of_marker(marker, scale, x, y), index, lane)
    seconds = scale.seconds(x)
    asked = (
        i for i, face in enumerate(strip.faces) if face.lane is lane and face.start <= seconds <= face.end
    )
    return Hit(Part.LANE, next(asked, -1), lane)


def _part_of_marker(marker: Marker, scale: Scale, x: float, y: float) -> Part:
    left, right = scale.x(marker.start), scale.x(marker.end)
    inside = min(GRAB, (right - left) / 3)
    grips = (
        (Part.EASE_IN, left + marker.ease_in * scale.pixels),
        (Part.EASE_OUT, right - marker.ease_out * scale.pixels),
    )
    if y <= 7 and right - left > 40:
        for part, grip in grips:
            if abs(x - grip) <= 4 and left + 3 < x < right - 3:
                return part
    if x <= left + inside:
        return Part.MARKER_START
    return Part.MARKER_END if x >= right - inside else Part.MARKER


def _on_gap(strip: Strip, scale: Scale, x: float) -> Hit | None:
    return next((Hit(Part.GAP, gap.position) for gap in strip.gaps if abs(scale.x(gap.at) - x) <= MARK), None)


def _on_edge(strip: Strip, scale: Scale, x: float) -> Hit | None:
    """The nearest edge of a wedge within reach; of two as near, the one that lies later."""
    reach = GRAB / scale.pixels
    seconds = scale.seconds(x)
    best: tuple[float, Hit] | None = None
    for wedge in strip.wedges[strip.visible("wedges", seconds - reach, seconds + reach)]:
        if not shown(wedge, scale):
            continue
        for moment, part in ((wedge.start, Part.WEDGE_START), (wedge.end, Part.WEDGE_END)):
            away = abs(moment - seconds)
            if away <= reach and (best is None or away <= best[0] + 1e-9):
                best = (away, Hit(part, wedge.index))
    if best is None:
        return None
    return _on_clip(strip, best[1].index, seconds, scale, best[1].part) or best[1]


def _on_clip(strip: Strip, index: int, seconds: float, scale: Scale, part: Part) -> Hit | None:
    """The edge of a clip when the pointer is inside it, beside an edge of way `index`."""
    at_start = part is Part.WEDGE_END
    clip = index if at_start else index - 1
    cell = strip.cell(clip)
    if cell is None or (cell.end - cell.start) * scale.pixels < 6 * GRAB or (not at_start and cell.pause > 0):
        return None
    inside = (seconds - cell.start if at_start else cell.end - seconds) * scale.pixels
    return Hit(Part.CLIP_START if at_start else Part.CLIP_END, clip) if inside > INSIDE else None


def _on_signs(strip: Strip, scale: Scale, x: float) -> Hit:
    seconds = scale.seconds(x)
    for wedge in strip.wedges[strip.visible("wedges", seconds, seconds)]:
        if wedge.start <= seconds < wedge.end and shown(wedge, scale):
            return Hit(Part.WEDGE, wedge.index)
    for block in strip.blocks[strip.visible("blocks", seconds, seconds)]:
        if block.start <= seconds <= block.end + block.pause:
            part = Part.SIGN if seconds <= block.end else Part.PAUSE
            return Hit(part, block.position)
    return Hit(Part.NOTHING)
