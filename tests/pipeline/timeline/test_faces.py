"""Questions and conditions show on brows and head, and give way to what the user draws."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.compose.face import Channel
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.signs.store import SignStore
from pipeline.text.gloss import Mood
from pipeline.timeline import edits
from pipeline.timeline.bake import bake
from pipeline.timeline.faces import faces, shown
from pipeline.timeline.manner import Manner
from pipeline.timeline.markers import Marker
from pipeline.timeline.project import Project, from_json, to_json
from pipeline.timeline.timeline import spans

UP, DOWN = joints.FACE_UNITS.index("browInnerUp"), joints.FACE_UNITS.index("browDownLeft")


@pytest.fixture
def store(letters: SignStore) -> SignStore:
    return letters


def signed(text: str, store: SignStore) -> Project:
    return edits.set_text(Project(), text, store)


def over(project: Project, first: int, last: int) -> tuple[float, float]:
    """When the clips of the glosses from `first` to `last` begin and end."""
    where = spans(project.timeline)
    inside = [i for i, clip in enumerate(project.timeline.clips) if first <= clip.position <= last]
    return where[inside[0]][0], where[inside[-1]][1]


def test_a_question_word_furrows_the_brows_over_its_sentence_alone(store: SignStore) -> None:
    project = signed("My mother is here. Where is the house?", store)
    names = [gloss.name for gloss in project.glosses.glosses]
    first = names.index("HOUSE")
    (brows, head) = faces(project.timeline)
    start, end = over(project, first, names.index("WHERE"))
    assert (brows.channel, brows.action) == (Channel.BROWS, "down") and head.channel is Channel.HEAD
    assert brows.start == pytest.approx(start - brows.ease_in) and brows.end == pytest.approx(end)
    motion = bake(project.timeline, store, 30)
    down = motion.face[:, DOWN]
    middle = round(30 * (start + end) / 2)
    assert down[middle] == pytest.approx(0.9 * 0.8, abs=1e-3)
    assert down[: int(30 * (start - 0.3))].max() < 0.05


def test_a_yes_no_question_raises_the_brows_and_a_statement_shows_nothing(store: SignStore) -> None:
    asked, said = signed("Is the house blue?", store), signed("The house is blue.", store)
    assert {(m.channel, m.action) for m in faces(asked.timeline)} == {
        (Channel.BROWS, "up"),
        (Channel.HEAD, "forward"),
    }
    assert faces(said.timeline) == ()


def test_two_questions_are_two_stretches(store: SignStore) -> None:
    project = signed("Where is the house? What is your name?", store)
    brows = [marker for marker in faces(project.timeline) if marker.channel is Channel.BROWS]
    assert len(brows) == 2 and brows[0].end <= brows[1].start + brows[1].ease_in


def test_only_the_condition_is_shown_not_its_consequence(store: SignStore) -> None:
    project = signed("If it rains, I stay home.", store)
    names = [gloss.name for gloss in project.glosses.glosses]
    (brows,) = faces(project.timeline)
    assert brows.end == pytest.approx(over(project, 0, names.index("RAIN"))[1])
    assert brows.end < over(project, names.index("RAIN") + 1, len(names) - 1)[0]


def test_what_the_user_draws_wins_in_its_lane_and_nowhere_else(store: SignStore) -> None:
    project = signed("Where is the house?", store)
    brows, head = faces(project.timeline)
    own = Marker(Channel.BROWS, "up", brows.start, brows.end)
    drawn = replace(project.timeline, markers=(own,))
    assert set(shown(drawn)) == {own, head}
    middle = round(30 * (own.start + own.end) / 2)
    face = bake(drawn, store, 30).face[middle]
    assert face[UP] > 0.8 and face[DOWN] < 0.05


def test_without_faces_the_motion_is_that_of_the_statement(store: SignStore) -> None:
    project = signed("Where is the house?", store)
    plain = edits.set_manner(project, Manner(faces=False), store)
    assert shown(plain.timeline) == ()
    unmoved = replace(
        project.timeline, clips=tuple(replace(c, mood=Mood.STATEMENT) for c in project.timeline.clips)
    )
    assert np.array_equal(bake(plain.timeline, store, 30).pose, bake(unmoved, store, 30).pose)


def test_moods_survive_the_project_file_renaming_inserting_and_moving(store: SignStore) -> None:
    project = signed("Where is the house?", store)
    moods = {gloss.mood for gloss in project.glosses.glosses}
    assert moods == {Mood.CONTENT}
    assert faces(from_json(to_json(project)).timeline) == faces(project.timeline)
    for changed in (
        edits.rename(project, 0, "SCHOOL", store),
        edits.insert(project, 1, "BLUE", store),
        edits.move(project, 0, 1, store),
    ):
        assert {gloss.mood for gloss in changed.glosses.glosses} == {Mood.CONTENT}
        assert faces(changed.timeline)[0].end == pytest.approx(spans(changed.timeline)[-1][1])


def test_a_gloss_put_between_two_sentences_joins_the_one_it_begins(store: SignStore) -> None:
    project = signed("The house is blue. Where is the school?", store)
    place = [gloss.mood for gloss in project.glosses.glosses].index(Mood.CONTENT)
    changed = edits.insert(project, place, "NOW", store)
    assert changed.glosses.glosses[place].mood is Mood.CONTENT
    after = edits.insert(project, len(project.glosses.glosses), "NOW", store)
    assert after.glosses.glosses[-1].mood is Mood.STATEMENT


def test_a_file_with_an_unknown_mood_is_a_sentence(store: SignStore) -> None:
    text = to_json(signed("Where is the house?", store)).replace(Mood.CONTENT.value, "sulk")
    with pytest.raises(BadInput, match="mood"):
        from_json(text)
