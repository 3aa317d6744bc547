"""Several glosses are copied, pasted and removed with all that belongs to them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose.face import Channel
from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.timeline import edits, timing
from pipeline.timeline.copying import copied, inserted, without
from pipeline.timeline.manner import PRESETS, Manner
from pipeline.timeline.markers import Marker
from pipeline.timeline.project import Project, from_json, to_json
from pipeline.timeline.timeline import spans


@pytest.fixture
def project(signs) -> Project:
    made = edits.set_text(Project(), "tree rain car", signs)
    timeline = timing.repeat(timing.speed(made.timeline, 1, 0.5), 1, 2, 0.4)
    begin, end = spans(timeline)[1]
    return replace(made, timeline=replace(timeline, markers=(Marker(Channel.BROWS, "up", begin, end),)))


def names(project: Project) -> list[str]:
    return [gloss.name for gloss in project.glosses.glosses]


def test_a_copy_brings_its_times_and_markers_along(project, signs) -> None:
    doubled = inserted(project, 3, copied(project, [1]), signs)
    first = names(project)
    assert names(doubled) == [*first, first[1]]
    old, new = doubled.timeline.clips[1], doubled.timeline.clips[3]
    assert (new.speed, new.repeat, new.back, new.sign) == (old.speed, old.repeat, old.back, old.sign)
    begin, end = spans(doubled.timeline)[3]
    assert [(m.start, m.end) for m in doubled.timeline.markers] == [
        pytest.approx(spans(doubled.timeline)[1]),
        pytest.approx((begin, end)),
    ]
    assert doubled.edited


def test_what_was_copied_outlives_the_way_through_text(project, signs) -> None:
    part = from_json(to_json(copied(project, [0, 1])))
    made = inserted(project, 0, part, signs)
    assert names(made) == [*names(project)[:2], *names(project)]
    assert made.timeline.clips[1].speed == 0.5
    assert all(clip.sign != SignId(0) for clip in made.timeline.clips)


def test_removing_is_the_reverse_of_inserting(project, signs) -> None:
    made = inserted(project, 1, copied(project, [0, 2]), signs)
    assert without(made, [1, 2], signs).timeline.clips == project.timeline.clips


def test_removed_glosses_leave_their_pause(signs) -> None:
    project = edits.set_text(Project(), "tree rain, car.", signs)
    last = project.glosses.glosses[-1].pause
    assert without(project, [1, 2], signs).glosses.glosses[0].pause == last


def test_what_is_not_there_or_of_another_language_is_refused(project, signs) -> None:
    with pytest.raises(BadInput):
        copied(project, [7])
    with pytest.raises(BadInput):
        without(project, [], signs)
    with pytest.raises(BadInput, match="another sign language"):
        inserted(project, 0, replace(copied(project, [0]), sign_language="gsg"), signs)


@given(data=st.data())
@settings(deadline=None, max_examples=25)
def test_pasting_anywhere_keeps_all_that_was_there(path, data) -> None:
    from pipeline.signs.store import SignStore

    with SignStore(path) as signs:
        project = edits.set_text(Project(), "tree rain car tree", signs)
        count = len(names(project))
        positions = data.draw(st.sets(st.integers(0, count - 1), min_size=1))
        at = data.draw(st.integers(0, count))
        made = inserted(project, at, copied(project, positions), signs)
        pasted = [names(project)[position] for position in sorted(positions)]
        assert names(made) == [*names(project)[:at], *pasted, *names(project)[at:]]
        assert [clip.position for clip in made.timeline.clips] == list(range(count + len(positions)))


def test_a_manner_changes_signs_ways_and_pauses(signs) -> None:
    project = edits.set_text(Project(), "tree, rain car.", signs)
    quick = edits.set_manner(project, Manner(rate=2.0, ways=1.5, pauses=0.5), signs).timeline
    for before, after in zip(project.timeline.clips, quick.clips, strict=True):
        assert after.speed == pytest.approx(2 * before.speed)
        assert after.into.seconds == pytest.approx(1.5 * before.into.seconds)
        assert after.hold == pytest.approx(0.5 * before.hold)
    assert edits.set_manner(replace(project, timeline=quick), Manner(), signs) == project


def test_a_manner_outlives_edits_and_scales_what_was_set_by_hand(project, signs) -> None:
    project = edits.set_transition(project, 2, 0.8)
    slow = edits.set_manner(project, PRESETS["learners"], signs)
    assert slow.timeline.clips[1].speed == pytest.approx(0.5 * 0.75)
    assert slow.timeline.clips[2].into.seconds == pytest.approx(0.8 * 1.35)
    assert slow.timeline.markers[0].start == pytest.approx(spans(slow.timeline)[1][0])
    assert edits.remove(slow, 2, signs).timeline.manner == PRESETS["learners"]
    assert slow.timeline.seconds > project.timeline.seconds


def test_full_evenness_gives_every_sign_the_same_length(tmp_path, signs) -> None:
    project = edits.set_text(Project(), "tree rain car", signs)
    even = edits.set_manner(project, Manner(evenness=1.0), signs)
    assert len({round(clip.once, 6) for clip in even.timeline.clips}) == 1


@pytest.mark.parametrize(
    "wrong", [{"rate": 0.0}, {"ways": 9.0}, {"pauses": -1}, {"evenness": 2}, {"spelling": 0}]
)
def test_a_manner_beyond_what_can_be_signed_is_refused(wrong) -> None:
    with pytest.raises(BadInput):
        Manner(**wrong)
