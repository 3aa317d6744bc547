"""Corrections as bars: where they stand in time, what a press takes hold of, and what a drag makes of it."""

from dataclasses import replace

import pytest

from pipeline.correction.correction import Correction, Reach
from pipeline.signs.sign import SignId
from pipeline.text.gloss import Gloss, GlossSequence, Origin
from pipeline.timeline.timeline import Clip, Timeline, Transition
from studio.timeline.bar_grips import Rerange, anchor_of
from studio.timeline.bars import part_of
from studio.timeline.layout import HEAD, Part, hit, lanes
from studio.timeline.scale import Scale
from studio.timeline.strip import strip

MOVED = Reach("right", (0.0, 0.05, 0.0))
HEIGHT = 300.0
SCALE = Scale(HEAD, HEAD + 1000.0, 0.0, 200.0)


def timeline(*corrections: Correction, speed: float = 1.0) -> Timeline:
    """One sign, shown from 0.2 to 1.2 s of its motion, half a second after the beginning."""
    clip = Clip(SignId(1), "A", 0, 0.2, 1.2, Transition(0.5, 0.5), speed=speed, corrections=corrections)
    return Timeline((clip,))


def laid_out(made: Timeline):
    return strip(GlossSequence("", "en", "ase", (Gloss("A", Origin.DICTIONARY, ("A",)),)), made)


def drag(made: Timeline, what: str, seconds: float) -> Correction:
    """What a drag of a part of the first bar by so many seconds of the timeline makes of its correction."""
    bar = laid_out(made).bars[0]
    grip = Rerange(made, 0.0, SCALE, 1, anchor_of(bar, what), bar, what)
    return grip.made(grip.anchor + seconds, ripple=False).clips[0].corrections[0]


def test_a_bar_stands_where_its_correction_happens():
    [bar] = laid_out(timeline(Correction(MOVED, 0.4, 1.0, 0.1, 0.2), speed=2.0)).bars
    assert (bar.start, bar.end) == pytest.approx((0.6, 0.9))
    assert (bar.ease_in, bar.ease_out) == pytest.approx((0.05, 0.1))


def test_bars_of_one_sign_stand_below_each_other_and_each_is_found():
    one = Correction(MOVED, 0.4, 1.0)
    made = laid_out(timeline(one, replace(one, start=0.3), replace(one, end=1.1)))
    lane = lanes(HEIGHT)["pose"]
    for index, bar in enumerate(made.bars):
        box = bar.box(SCALE, lane.top, lane.height)
        assert lane.top <= box.top() and box.bottom() <= lane.bottom
        found = hit(made, SCALE, HEIGHT, box.center().x(), box.center().y())
        assert (found.part, found.bar) == (Part.BAR, index)
    assert hit(made, SCALE, HEIGHT, SCALE.x(1.45), lane.top + 5).part is Part.NOTHING


def test_ends_and_eases_are_taken_hold_of_where_they_are():
    [bar] = laid_out(timeline(Correction(MOVED, 0.2, 1.2, 0.2, 0.3))).bars
    places = {"start": bar.start, "in": bar.start + 0.2, "move": 1.0, "out": bar.end - 0.3, "end": bar.end}
    assert {what: part_of(bar, SCALE, SCALE.x(moment)) for what, moment in places.items()} == {
        what: what for what in places
    }


@pytest.mark.parametrize(
    ("what", "wanted"),
    [
        ("move", (0.6, 1.2, 0.1, 0.2)),
        ("start", (0.6, 1.0, 0.1, 0.2)),
        ("end", (0.4, 1.2, 0.1, 0.2)),
        ("in", (0.4, 1.0, 0.3, 0.2)),
        ("out", (0.4, 1.0, 0.1, 0.0)),
    ],
)
def test_a_drag_to_the_right_by_a_tenth_of_a_second_at_double_speed(what, wanted):
    made = drag(timeline(Correction(MOVED, 0.4, 1.0, 0.1, 0.2), speed=2.0), what, 0.1)
    assert (made.start, made.end, made.ease_in, made.ease_out) == pytest.approx(wanted, abs=1e-9)
