"""Edits of time change what they should, keep to limits, and take markers along."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose.face import Channel
from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.timeline import timing
from pipeline.timeline.markers import Marker
from pipeline.timeline.timeline import LONGEST, SHORTEST, Clip, Timeline, Timing, Transition, spans, unrolled


def clip(label: str, position: int, seconds: float = 1.0, into: float = 0.5) -> Clip:
    return Clip(SignId(1), label, position, 0.2, 0.2 + seconds, Transition(into, into))


THREE = Timeline((clip("A", 0), clip("B", 1), clip("C", 2)), Transition(0.5, 0.5))


def begins(timeline: Timeline) -> list[float]:
    return [begin for begin, _ in spans(timeline)]


def test_a_trimmed_clip_is_shorter_and_what_follows_comes_sooner() -> None:
    made = timing.trim(THREE, 1, 0.4, 1.0, 1.5)
    assert (made.clips[1].start, made.clips[1].end) == (0.4, 1.0)
    assert begins(made) == pytest.approx([0.5, 2.0, 3.1])
    assert made.clips[1].proposed == Timing(0.2, 1.2, 1.0, 0.0) and made.clips[1].retimed


def test_without_ripple_what_follows_stays_and_the_way_to_it_grows() -> None:
    made = timing.trim(THREE, 1, 0.2, 0.9, 1.5, ripple=False)
    assert begins(made) == pytest.approx(begins(THREE))
    assert made.clips[2].into.seconds == pytest.approx(0.8)
    front = timing.trim(THREE, 1, 0.4, 1.2, 1.5, ripple=False)
    assert front.clips[1].into.seconds == pytest.approx(0.7)
    assert begins(front)[2] == pytest.approx(begins(THREE)[2])


def test_a_clip_is_trimmed_within_its_sign() -> None:
    made = timing.trim(THREE, 0, -1.0, 99.0, 1.5)
    assert (made.clips[0].start, made.clips[0].end) == (0.0, 1.5)
    tiny = timing.trim(THREE, 0, 1.0, 0.2, 1.5).clips[0]
    assert tiny.end - tiny.start == pytest.approx(timing.BRIEFEST)


def test_speed_hold_and_repeat_take_the_time_they_should() -> None:
    assert timing.speed(THREE, 0, 2.0).clips[0].seconds == pytest.approx(0.5)
    assert timing.hold(THREE, 0, 0.4).clips[0].seconds == pytest.approx(1.4)
    thrice = timing.repeat(THREE, 0, 3, 0.25)
    assert thrice.clips[0].seconds == pytest.approx(3 * 1.0 + 2 * 0.25)
    assert begins(thrice)[1] == pytest.approx(begins(THREE)[1] + 2.5)


def test_repeats_are_performed_one_after_the_other() -> None:
    played = unrolled(timing.hold(timing.repeat(THREE, 1, 2, 0.25), 1, 0.3))
    assert [c.label for c in played.clips] == ["A", "B", "B", "C"]
    assert [c.hold for c in played.clips] == [0, 0, 0.3, 0]
    assert played.clips[2].into.seconds == 0.25
    assert played.seconds == pytest.approx(timing.hold(timing.repeat(THREE, 1, 2, 0.25), 1, 0.3).seconds)


def test_what_was_changed_goes_back_to_what_was_proposed() -> None:
    changed = timing.repeat(timing.speed(timing.hold(THREE, 1, 0.4), 1, 2.0), 1, 2, 0.3)
    back = timing.as_captured(changed, 1)
    assert back.clips[1].timing == THREE.clips[1].timing
    assert not back.clips[1].retimed
    eased = timing.ease(timing.pace(THREE, 2, 1.1), 2, 0.5)
    assert eased.clips[2].into == Transition(1.1, 0.5, 0.5)
    assert timing.as_proposed(eased, 2) == THREE


def test_a_slid_clip_keeps_its_length_and_everything_after_its_place() -> None:
    made = timing.slide(THREE, 1, 0.2)
    assert begins(made) == pytest.approx([0.5, 2.2, 3.5])
    assert made.seconds == pytest.approx(THREE.seconds)
    far = timing.slide(THREE, 1, 9.0)
    assert far.clips[2].into.seconds == pytest.approx(SHORTEST)
    assert far.seconds == pytest.approx(THREE.seconds)


def test_ways_without_ripple_move_only_the_sign_beside_them() -> None:
    after = timing.pace(THREE, 1, 0.7, ripple=False)
    assert begins(after) == pytest.approx([0.5, 2.2, 3.5])
    before = timing.pace(THREE, 1, 0.7, ripple=False, at=-1)
    assert begins(before) == pytest.approx([0.3, 2.0, 3.5])


def test_markers_stay_over_their_signs() -> None:
    marked = replace(
        THREE, markers=(Marker(Channel.BROWS, "up", 2.0, 3.0), Marker(Channel.HEAD, "nod", 3.5, 4.5))
    )
    slower = timing.speed(marked, 0, 0.5)  # A takes one second more
    assert [(m.start, m.end) for m in slower.markers] == [
        (pytest.approx(3.0), pytest.approx(4.0)),
        (pytest.approx(4.5), pytest.approx(5.5)),
    ]
    halved = timing.speed(marked, 1, 2.0)
    assert (halved.markers[0].start, halved.markers[0].end) == (pytest.approx(2.0), pytest.approx(2.5))


@pytest.mark.parametrize("index", [-1, 3])
def test_clips_that_are_not_there_cannot_be_edited(index: int) -> None:
    for edit in (
        lambda: timing.trim(THREE, index, 0, 1, 1),
        lambda: timing.speed(THREE, index, 1),
        lambda: timing.hold(THREE, index, 1),
        lambda: timing.repeat(THREE, index, 1, 0.3),
        lambda: timing.as_captured(THREE, index),
    ):
        with pytest.raises(BadInput, match="no clip"):
            edit()


NUMBERS = st.floats(-20, 20)
EDITS = st.one_of(
    st.tuples(st.just("pace"), st.integers(0, 3), NUMBERS, st.booleans()),
    st.tuples(st.just("slide"), st.integers(0, 2), NUMBERS, st.booleans()),
    st.tuples(st.just("speed"), st.integers(0, 2), NUMBERS, st.booleans()),
    st.tuples(st.just("hold"), st.integers(0, 2), NUMBERS, st.booleans()),
)


@given(st.lists(EDITS, max_size=8))
@settings(deadline=None, max_examples=200)
def test_no_run_of_edits_leaves_the_limits(edits) -> None:
    timeline = replace(THREE, markers=(Marker(Channel.BROWS, "up", 0.2, 4.9),))
    for name, index, value, ripple in edits:
        before = timeline
        timeline = getattr(timing, name)(timeline, index, value, ripple=ripple)
        ways = [*(c.into for c in timeline.clips), timeline.outro]
        assert all(SHORTEST <= way.seconds <= LONGEST for way in ways)
        if not ripple and name in ("speed", "hold") and all(SHORTEST < w.seconds < LONGEST for w in ways):
            assert timeline.seconds == pytest.approx(before.seconds)
        for marker in timeline.markers:
            assert 0 <= marker.start < marker.end <= timeline.seconds + 1e-6
