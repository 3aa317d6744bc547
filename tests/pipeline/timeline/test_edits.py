"""Every edit returns a new project with a timeline to match, and leaves the old one alone."""

from dataclasses import replace

import pytest

from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.signs.store import Draft, SignStore
from pipeline.text.gloss import Origin
from pipeline.timeline import edits
from pipeline.timeline.assemble import assemble
from pipeline.timeline.project import Project
from tests.pipeline.timeline.conftest import gesture


@pytest.fixture
def project(signs) -> Project:
    return edits.set_text(Project(), "tree rain car", signs)


def names(project: Project) -> list[str]:
    return [gloss.name for gloss in project.glosses.glosses]


def performed(project: Project) -> list[tuple[str, int]]:
    return [(clip.label, clip.position) for clip in project.timeline.clips]


def test_a_text_becomes_glosses_and_clips(project, signs) -> None:
    assert project.text == project.glosses.text == "tree rain car"
    assert sorted(names(project)) == ["CAR", "RAIN", "TREE"]
    assert [label for label, _ in performed(project)] == names(project)
    assert not project.edited


def test_a_gloss_can_be_moved_removed_inserted_and_renamed(project, signs) -> None:
    first, second, third = names(project)
    moved = edits.move(project, 2, 0, signs)
    assert names(moved) == [third, first, second] and [label for label, _ in performed(moved)] == names(moved)
    assert names(edits.move(project, 0, 2, signs)) == [second, third, first]
    removed = edits.remove(project, 1, signs)
    assert names(removed) == [first, third] and [position for _, position in performed(removed)] == [0, 1]
    inserted = edits.insert(project, 1, "tree", signs)
    assert names(inserted) == [first, "TREE", second, third] and len(performed(inserted)) == 4
    assert inserted.glosses.glosses[1].span is None
    assert names(edits.insert(project, 99, "tree", signs))[-1] == "TREE"
    renamed = edits.rename(project, 0, "rain", signs)
    assert names(renamed) == ["RAIN", second, third]
    assert renamed.glosses.glosses[0].span == project.glosses.glosses[0].span
    for changed in (moved, removed, inserted, renamed):
        assert changed.edited and changed.text == project.text
        assert changed.timeline == assemble(changed.glosses, signs)
    assert not project.edited and len(project.timeline.clips) == 3


def test_pauses_stay_at_their_place_in_the_sentence(signs) -> None:
    project = edits.set_text(Project(), "tree, rain car.", signs)
    pauses = [gloss.pause for gloss in project.glosses.glosses]
    assert pauses[-1] > max(pauses[:-1]) > 0
    moved = edits.move(project, 2, 0, signs)
    assert [gloss.pause for gloss in moved.glosses.glosses] == pauses
    shorter = edits.remove(project, 2, signs)
    assert shorter.glosses.glosses[-1].pause == pauses[-1]
    assert edits.remove(shorter, 0, signs).glosses.glosses[-1].pause == pauses[-1]


def test_another_text_keeps_edits_of_glosses(project, signs) -> None:
    shorter = edits.remove(project, 0, signs)
    longer = edits.set_text(shorter, "tree rain car tree", signs)
    assert [gloss.name for gloss in longer.glosses.glosses] == ["RAIN", "CAR", "TREE"]
    assert longer.edited
    assert not edits.set_text(shorter, "", signs).edited


def test_translating_again_forgets_edits_of_glosses(project, signs) -> None:
    assert edits.retranslate(edits.remove(project, 0, signs), signs) == project


def test_another_sign_can_be_used_and_stays_used(project, signs) -> None:
    position = names(project).index("TREE")
    used = edits.use(project, position, signs.sign(SignId(1)), signs)
    assert used.timeline.clips[position].sign == SignId(1) and used.timeline.clips[position].chosen
    assert not used.edited
    more = edits.insert(used, 0, "car", signs)
    assert more.timeline.clips[position + 1].sign == SignId(1)


def test_even_a_sign_of_another_gloss_can_be_used(project, signs) -> None:
    position = names(project).index("TREE")
    used = edits.use(project, position, signs.find("CAR", "ase")[0], signs)
    clip = edits.move(used, 0, 2, signs).timeline.clips[(position - 1) % 3]
    assert (clip.label, clip.sign, clip.reference.gloss) == ("TREE", SignId(4), "CAR")


def test_a_transition_can_be_paced_and_stays_paced(project, signs) -> None:
    paced = edits.set_transition(project, 1, 1.25)
    assert paced.timeline.clips[1].into.seconds == 1.25
    assert edits.remove(paced, 2, signs).timeline.clips[1].into.seconds == 1.25
    assert edits.set_transition(project, 3, 1.25).timeline.outro.seconds == 1.25


def test_an_unknown_word_is_spelled_or_missing_never_lost(project, signs) -> None:
    changed = edits.rename(project, 0, "Zq", signs)
    gloss = changed.glosses.glosses[0]
    assert gloss.origin in (Origin.SPELLED, Origin.MISSING)
    assert len(changed.timeline.clips) == 2


def test_what_is_not_there_cannot_be_edited(project, signs) -> None:
    sign = signs.sign(SignId(1))
    for wrong in (
        lambda: edits.remove(project, 3, signs),
        lambda: edits.remove(project, -1, signs),
        lambda: edits.move(project, 3, 0, signs),
        lambda: edits.rename(project, 3, "TREE", signs),
        lambda: edits.rename(project, 0, "  ", signs),
        lambda: edits.use(project, 3, sign, signs),
        lambda: edits.set_transition(project, 4, 1.0),
        lambda: edits.retranslate(replace(project, language="xx"), signs),
    ):
        with pytest.raises(BadInput):
            wrong()


def test_a_chosen_sign_is_found_in_another_dictionary_by_what_it_is(project, signs, tmp_path) -> None:
    with SignStore(tmp_path / "other.sqlite", create=True) as other:
        other.add(Draft("BOAT", "ase"), gesture(9))  # so that the same signs have other ids
        for name in ("CAR", "RAIN", "TREE"):
            for sign in signs.find(name, "ase"):
                other.add(Draft(name, "ase", variant=sign.variant), signs.motion(sign.id))
        was = project.timeline.clips[0]
        chosen = edits.use(project, 0, signs.find(was.label, "ase")[-1], signs)
        changed = edits.change_dictionary(chosen, "other", signs.glosses("ase"), other)
        clip = changed.timeline.clips[0]
        assert clip.chosen and clip.reference == chosen.timeline.clips[0].reference
        assert clip.sign != chosen.timeline.clips[0].sign and other.sign(clip.sign).gloss == was.label
        assert not changed.edited and changed.dictionary == "other"


def test_an_inserted_gloss_outlives_another_dictionary_and_its_new_words(project, signs, tmp_path) -> None:
    inserted = edits.insert(project, 1, "boat", signs)
    assert inserted.glosses.glosses[1].origin is Origin.MISSING
    with SignStore(tmp_path / "other.sqlite", create=True) as other:
        for name in ("BOAT", *names(project)):
            other.add(Draft(name, "ase"), gesture(len(name)))
        changed = edits.change_dictionary(inserted, None, signs.glosses("ase"), other)
    assert names(changed) == names(inserted) and changed.edited
    assert changed.glosses.glosses[1].origin is Origin.DICTIONARY
