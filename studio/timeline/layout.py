"""Where everything is: the lanes from top to bottom, and what lies under the pointer."""

from dataclasses import dataclass
from enum import Enum, auto

from studio.timeline.scale import Scale
from studio.timeline.strip import Strip, Wedge

HEAD = 148
"""Width of the lane names, in pixels."""
RULER = 26
GAP = 3
LEAST = {"text": 24, "signs": 46, "speed": 36}
"""Smallest heights of the lanes, in pixels."""
GRAB = 5.0
"""Pixels to either side of an edge within which it can be taken hold of."""
MARK = 8.0
"""Half the size of the mark of a missing sign, at the bottom of the signs lane, in pixels."""
NARROW = 14.0
"""Pixels below which a wedge inside a word is part of the word."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the timeline, in pixels."""

    top: float
    height: float

    @property
    def bottom(self) -> float:
        """One past the last pixel row."""
        return self.top + self.height

    def __contains__(self, y: float) -> bool:
        return self.top <= y < self.bottom


def lanes(height: float) -> dict[str, Lane]:
    """The lanes of a widget of this height: what is left over goes to the signs, then to the curves."""
    spare = max(0.0, height - RULER - sum(LEAST.values()) - GAP * (len(LEAST) + 1))
    extra = {"text": 0.0, "signs": min(spare * 0.45, 40.0)}
    extra["speed"] = spare - extra["signs"]
    result: dict[str, Lane] = {}
    top = float(RULER + GAP)
    for name, least in LEAST.items():
        result[name] = Lane(round(top), round(least + extra[name]))
        top += result[name].height + GAP
    return result


class Part(Enum):
    """What can lie under the pointer."""

    NOTHING = auto()
    RULER = auto()
    SIGN = auto()
    WORD = auto()
    PAUSE = auto()
    WEDGE = auto()
    WEDGE_START = auto()
    WEDGE_END = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer; the index is a gloss position, or a transition's for wedges."""

    part: Part
    index: int = -1

    @property
    def transition(self) -> int:
        """Index of the transition it belongs to, -1 when it belongs to none."""
        return self.index if self.part in (Part.WEDGE, Part.WEDGE_START, Part.WEDGE_END) else -1


def hit(strip: Strip, scale: Scale, height: float, x: float, y: float) -> Hit:
    """What lies at pixel (x, y) of a widget of this height."""
    if x < scale.left or y < 0:
        return Hit(Part.NOTHING)
    if y < RULER:
        return Hit(Part.RULER)
    rows = lanes(height)
    if y in rows["text"]:
        return _on_text(strip, scale.seconds(x))
    if y in rows["signs"]:
        low = rows["signs"].bottom - y <= 2 * MARK
        return (low and _on_gap(strip, scale, x)) or _on_edge(strip, scale, x) or _on_signs(strip, scale, x)
    return Hit(Part.NOTHING)


def shown(wedge: Wedge, scale: Scale) -> bool:
    """Whether a wedge is wide enough at this zoom to be drawn and taken hold of."""
    return wedge.seconds * scale.pixels >= (NARROW if wedge.within else 3.0)


def _on_text(strip: Strip, seconds: float) -> Hit:
    for phrase in strip.phrases[strip.visible("phrases", seconds, seconds)]:
        nearest = min(phrase.words, key=lambda word: max(word.start - seconds, seconds - word.end))
        return Hit(Part.WORD, nearest.position)
    return Hit(Part.NOTHING)


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
    return best[1] if best else None


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
