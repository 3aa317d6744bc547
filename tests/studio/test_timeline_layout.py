"""Geometry of the timeline, without painting."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from pipeline.timeline.timeline import Timeline
from studio.timeline.drags import Pace, snapped
from studio.timeline.layout import HEAD, RULER, Hit, Part, hit, lanes
from studio.timeline.ruler import ROOM, steps
from studio.timeline.scale import CLOSEST, Scale, timecode
from studio.timeline.speeds import Speeds
from studio.timeline.strip import Strip, sentences, strip
from studio.timeline.tips import of_wedge, tip
from tests.studio.sentences import many, rain

SCALE = Scale(HEAD, HEAD + 800.0, 0.0, 100.0)
HEIGHT = 240.0


@pytest.fixture
def bob() -> Strip:
    project = rain()
    return strip(project.glosses, project.timeline)


def under(shown: Strip, seconds: float, lane: str = "signs", scale: Scale = SCALE) -> Hit:
    row = lanes(HEIGHT)[lane]
    return hit(shown, scale, HEIGHT, scale.x(seconds), row.top + row.height / 2)


def test_each_gloss_is_one_block_with_its_letters_inside(bob):
    assert [(b.label, b.start, b.end, b.pause) for b in bob.blocks] == [
        ("RAIN", 0.5, 1.5, 0.0),
        ("BOB", pytest.approx(2.0), pytest.approx(3.0), 0.5),
        ("TRAIN", pytest.approx(4.0), pytest.approx(5.0), 0.0),
    ]
    assert [(cell.label, cell.clip) for cell in bob.blocks[1].cells] == [("B", 1), ("O", 2), ("B", 3)]
    assert bob.seconds == pytest.approx(5.5)


def test_wedges_fill_exactly_the_gaps(bob):
    cells = [cell for block in bob.blocks for cell in block.cells]
    assert len(bob.wedges) == len(cells) + 1
    assert [wedge.end for wedge in bob.wedges[:-1]] == pytest.approx([cell.start for cell in cells])
    before = [0.0, *(cell.end + cell.pause for cell in cells)]
    assert [wedge.start for wedge in bob.wedges] == pytest.approx(before)
    assert bob.wedges[-1].end == pytest.approx(bob.seconds)
    assert [wedge.index for wedge in bob.wedges if wedge.within] == [2, 3]


def test_sentences_stand_over_the_clips_they_became(bob):
    assert [(p.text, p.start, p.end) for p in bob.phrases] == [
        ("Rain, Bob.", 0.5, pytest.approx(3.0)),
        ("Take the train.", pytest.approx(4.0), pytest.approx(5.0)),
    ]
    assert [word.text for word in bob.phrases[0].words] == ["Rain", "Bob"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hello. How are you?", ["Hello.", "How are you?"]),
        ("one\ntwo. Three", ["one", "two.", "Three"]),
        ("3.5 m?! Yes…", ["3.5 m?!", "Yes…"]),
        ("  ", []),
        ("no end", ["no end"]),
    ],
)
def test_a_text_falls_into_sentences(text, parts):
    assert [text[slice(*span)] for span in sentences(text)] == parts


def test_a_gloss_written_by_hand_has_no_text_above_it():
    project = rain()
    first = replace(project.glosses.glosses[0], span=None)
    sequence = replace(project.glosses, glosses=(first, *project.glosses.glosses[1:]))
    assert strip(sequence, project.timeline).phrases[0].start == pytest.approx(2.0)


def test_an_empty_timeline_is_an_empty_strip():
    project = rain()
    empty = strip(replace(project.glosses, text="", glosses=()), Timeline())
    assert (empty.blocks, empty.wedges, empty.phrases, empty.seconds) == ((), (), (), 0.0)
    assert under(empty, 1.0) == Hit(Part.NOTHING)


def test_a_gloss_without_a_sign_is_marked_where_it_is_left_out():
    project = rain()
    timeline = replace(project.timeline, clips=(project.timeline.clips[0], project.timeline.clips[-1]))
    shown = strip(project.glosses, timeline)
    assert [(gap.position, gap.label, gap.at) for gap in shown.gaps] == [(1, "BOB", 1.75)]
    found = hit(shown, SCALE, HEIGHT, SCALE.x(1.75), lanes(HEIGHT)["signs"].bottom - 8)
    assert found == Hit(Part.GAP, 1)
    assert "BOB has no sign" in tip(shown, found, 30.0)
    assert strip(project.glosses, project.timeline).gaps == ()


def test_glosses_without_any_sign_are_marked_at_both_ends():
    project = rain()
    timeline = replace(project.timeline, clips=project.timeline.clips[1:4])
    shown = strip(project.glosses, timeline)
    assert [(gap.position, gap.at) for gap in shown.gaps] == [
        (0, pytest.approx(0.25)),
        (2, pytest.approx(2.0)),
    ]


def test_culling_finds_what_looking_at_everything_finds():
    project = many(60)
    shown = strip(project.glosses, project.timeline)
    touching = shown.blocks[3].end
    for first, last in [
        (touching, touching),
        (-2.0, -1.0),
        (0.0, 0.1),
        (3.3, 4.7),
        (10.0, 20.0),
        (shown.seconds - 0.1, 1e9),
        (-9, 1e9),
    ]:
        for row in ("blocks", "wedges", "phrases"):
            items = getattr(shown, row)
            wanted = [
                item
                for item in items
                if item.start <= last and item.end + getattr(item, "pause", 0.0) >= first
            ]
            assert list(items[shown.visible(row, first, last)]) == wanted


def test_pixels_and_seconds_are_inverse():
    scale = SCALE.zoomed(1.7, 300.0).scrolled(55.0)
    assert scale.seconds(scale.x(2.34)) == pytest.approx(2.34)


def test_zooming_keeps_the_moment_under_the_pointer():
    moment = SCALE.seconds(421.0)
    assert SCALE.zoomed(3.0, 421.0).seconds(421.0) == pytest.approx(moment)
    assert SCALE.zoomed(1e9, 421.0).pixels == CLOSEST


def test_fitting_shows_the_first_and_the_last_moment():
    fitted = SCALE.fitted(60.0)
    assert fitted.x(0.0) > fitted.left
    assert fitted.x(60.0) < fitted.right
    assert fitted.fitted(60.0, 40.0).pixels == 40.0


def test_nothing_scrolls_out_of_sight():
    far = replace(SCALE, first=1e6).bounded(30.0)
    assert far.first < 30.0 < far.last
    before = replace(SCALE, first=-1e6).bounded(30.0)
    assert before.left < before.x(0.0) < before.left + 50


def test_following_turns_the_page_only_at_the_edge():
    assert SCALE.following(7.5) is SCALE
    assert SCALE.following(9.0).x(9.0) == pytest.approx(SCALE.left + 64.0)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "00:00:00"), (1.5, "00:01:15"), (61.0, "01:01:00"), (3601.0, "1:00:01:00"), (-1.0, "00:00:00")],
)
def test_timecodes_count_minutes_seconds_and_frames(seconds, shown):
    assert timecode(seconds, 30.0) == shown


@pytest.mark.parametrize("pixels", [0.5, 3.0, 40.0, 133.0, 500.0, 2400.0])
@pytest.mark.parametrize("fps", [24.0, 25.0, 30.0, 60.0])
def test_the_ruler_leaves_room_for_its_words(pixels, fps):
    major, minor = steps(pixels, fps)
    assert major / fps * pixels >= min(ROOM, 3600 * pixels)
    assert major % minor == 0


def test_lanes_fill_the_height_without_overlap():
    for height in (200, 229, 240, 275, 283, 500):
        rows = list(lanes(height).values())
        assert rows[0].top > RULER
        assert all(above.bottom < below.top for above, below in pairwise(rows))
        assert height - 6 <= rows[-1].bottom <= height


@pytest.mark.parametrize(
    ("seconds", "lane", "found"),
    [
        (1.0, "signs", Hit(Part.SIGN, 0)),
        (1.75, "signs", Hit(Part.WEDGE, 1)),
        (1.52, "signs", Hit(Part.WEDGE_START, 1)),
        (1.98, "signs", Hit(Part.WEDGE_END, 1)),
        (2.1, "signs", Hit(Part.SIGN, 1)),
        (2.3, "signs", Hit(Part.WEDGE, 2)),
        (3.25, "signs", Hit(Part.PAUSE, 1)),
        (5.25, "signs", Hit(Part.WEDGE, 5)),
        (5.8, "signs", Hit(Part.NOTHING)),
        (0.6, "text", Hit(Part.WORD, 0)),
        (2.5, "text", Hit(Part.WORD, 1)),
        (3.6, "text", Hit(Part.NOTHING)),
        (1.0, "speed", Hit(Part.NOTHING)),
    ],
)
def test_the_pointer_finds_what_lies_under_it(bob, seconds, lane, found):
    assert under(bob, seconds, lane) == found


def test_zoomed_out_letters_belong_to_their_word(bob):
    small = replace(SCALE, pixels=40.0)
    assert under(bob, 2.3, scale=small) == Hit(Part.SIGN, 1)


def test_the_ruler_and_the_names_are_told_apart(bob):
    assert hit(bob, SCALE, HEIGHT, HEAD + 5, 10).part is Part.RULER
    assert hit(bob, SCALE, HEIGHT, HEAD - 5, 100).part is Part.NOTHING


def test_dragging_the_last_edge_later_takes_longer(bob):
    drag = Pace(bob.wedges[1], False, 500.0, SCALE, 1)
    assert drag.seconds(520.0, 30.0, True) == pytest.approx(0.7)
    assert drag.seconds(521.0, 30.0, False) == pytest.approx(0.71)


def test_dragging_the_first_edge_earlier_takes_longer_and_leaves_the_rest_in_place(bob):
    drag = Pace(bob.wedges[1], True, 500.0, SCALE, 1)
    assert drag.seconds(480.0, 30.0, True) == pytest.approx(0.7)
    moved = drag.scrolled(0.7)
    assert moved.x(bob.wedges[1].end + 0.2) == pytest.approx(SCALE.x(bob.wedges[1].end))


def test_a_drag_is_drawn_to_the_proposal_and_kept_within_limits(bob):
    wedge = replace(bob.wedges[1], proposed=0.44)
    drag = Pace(wedge, False, 500.0, SCALE, 1)
    assert drag.seconds(496.0, 30.0, True) == 0.44
    assert drag.seconds(-9000.0, 30.0, True) == 0.05
    assert drag.seconds(9000.0, 30.0, True) == 3.0


def test_a_moment_is_drawn_to_frames_and_edges(bob):
    assert snapped(1.53, bob, SCALE, 30.0, True) == 1.5
    assert snapped(1.71, bob, SCALE, 30.0, True) == pytest.approx(51 / 30)
    assert snapped(1.711, bob, SCALE, 30.0, False) == 1.711
    assert snapped(99.0, bob, SCALE, 30.0, True) == pytest.approx(5.5)
    assert snapped(-1.0, bob, SCALE, 30.0, True) == 0.0


def test_tips_say_how_long_and_who_decided(bob):
    assert "TRAIN · synonym" in tip(bob, Hit(Part.SIGN, 2), 30.0)
    assert "B-O-B: 1.00 s" in tip(bob, Hit(Part.SIGN, 1), 30.0)
    assert "Pause after BOB: 0.50 s" in tip(bob, Hit(Part.PAUSE, 1), 30.0)
    assert "RAIN → B: 0.50 s, 15 frames\nProposed" in tip(bob, Hit(Part.WEDGE, 1), 30.0)
    changed = replace(bob.wedges[1], proposed=0.3)
    assert "Set by hand; proposed 0.30 s" in of_wedge(changed, 30.0)
    assert tip(bob, Hit(Part.RULER), 30.0) == ""


@pytest.mark.parametrize(("peak", "top"), [(0.0, 0.5), (0.5, 0.5), (0.51, 1.0), (3.2, 3.5)])
def test_the_lane_is_as_high_as_the_fastest_half_metre(peak, top):
    assert Speeds(np.array([[0, 0], [0, peak]], np.float32), 30.0).top == pytest.approx(top)


def test_no_peak_is_lost_when_zoomed_out():
    values = np.zeros((30_000, 2), np.float32)
    values[12_345, 0] = 3.0
    scale = Scale(HEAD, HEAD + 800.0, 0.0, 0.8)
    x, right = Speeds(values, 30.0).columns(scale, 0)
    assert right.max() == 3.0
    assert x[right.argmax()] == pytest.approx(scale.x(12_345 / 30.0), abs=1.0)


def test_zoomed_in_speeds_are_interpolated():
    values = np.array([[0, 0], [1, 0], [2, 0]], np.float32)
    x, right = Speeds(values, 10.0).columns(replace(SCALE, pixels=2000.0), 0)
    middle = np.interp(HEAD + 2000 * 0.05, x, right)
    assert middle == pytest.approx(0.5)


def test_a_motion_of_one_frame_has_no_curve():
    assert len(Speeds(np.zeros((1, 2), np.float32), 30.0).columns(SCALE, 0)[0]) == 0
