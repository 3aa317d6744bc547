"""Drags of the corrections' bars: another beginning, end or ease."""

from dataclasses import dataclass, replace

from pipeline.correction import correction as corrections
from pipeline.timeline import correcting
from pipeline.timeline.timeline import Timeline
from studio.language import mark, tr
from studio.timeline.bars import Bar
from studio.timeline.grips import Grip

_TITLES = {
    "move": mark("Move Correction"),
    "start": mark("Trim Correction"),
    "end": mark("Trim Correction"),
    "in": mark("Ease Correction"),
    "out": mark("Ease Correction"),
}


@dataclass(frozen=True, slots=True)
class Rerange(Grip):
    """A correction begins or ends at another moment, or eases for longer."""

    bar: Bar
    what: str  # "move", "start", "end", "in" or "out"

    @property
    def title(self) -> str:
        return tr(_TITLES[self.what])

    def made(self, moment: float, ripple: bool) -> Timeline:
        was = self.bar.correction
        seconds = (moment - self.anchor) * self.base.clips[self.bar.clip].speed
        match self.what:
            case "start":
                changed = corrections.trimmed(was, start=was.start + seconds)
            case "end":
                changed = corrections.trimmed(was, end=was.end + seconds)
            case "in":
                changed = replace(was, ease_in=min(max(was.eases[0] + seconds, 0.0), was.seconds))
            case "out":
                changed = replace(was, ease_out=min(max(was.eases[1] - seconds, 0.0), was.seconds))
            case _:
                changed = corrections.moved(was, seconds)
        return correcting.changed(self.base, self.bar.clip, self.bar.index, changed)


def anchor_of(bar: Bar, what: str) -> float:
    """The moment that follows the pointer."""
    anchors = {"end": bar.end, "in": bar.start + bar.ease_in, "out": bar.end - bar.ease_out}
    return anchors.get(what, bar.start)
