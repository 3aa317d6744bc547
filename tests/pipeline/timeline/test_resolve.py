"""A saved project finds its signs again, whatever their rows are now."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.signs.sign import SignId, Status
from pipeline.signs.store import Draft, SignStore, new_store
from pipeline.timeline import edits
from pipeline.timeline.project import Project, from_json, to_json
from pipeline.timeline.resolve import resolve


@pytest.fixture
def project(signs) -> Project:
    """TREE with its second best sign, a slow way, and RAIN."""
    made = edits.set_text(Project(), "tree rain", signs)
    tree = [clip.label for clip in made.timeline.clips].index("TREE")
    return edits.set_transition(edits.use(made, tree, signs.sign(SignId(1)), signs), tree, 1.5)


def copied(path: Path, store: SignStore, which: list[int]) -> None:
    """A dictionary of some of the signs, in another order."""
    with new_store(path) as other:
        for id in which:
            sign = store.sign(SignId(id))
            names = ("gloss", "language", "variant", "onset", "offset", "scores", "status")
            other.add(Draft(**{name: getattr(sign, name) for name in names}), store.motion(sign.id))


def test_in_the_same_dictionary_everything_comes_back(project, signs) -> None:
    assert resolve(from_json(to_json(project)), signs) == (project, ())


def test_in_another_order_the_same_signs_are_found(project, signs, tmp_path) -> None:
    copied(tmp_path / "other.sqlite", signs, [3, 2, 4, 1])
    with SignStore(tmp_path / "other.sqlite") as other:
        found, notes = resolve(from_json(to_json(project)), other)
        assert notes == ()
        assert [clip.reference for clip in found.timeline.clips] == [
            clip.reference for clip in project.timeline.clips
        ]
        assert {other.sign(clip.sign).motion for clip in found.timeline.clips} == {
            signs.sign(clip.sign).motion for clip in project.timeline.clips
        }


def test_a_lost_sign_is_replaced_and_said_and_the_transition_stays(project, signs, tmp_path) -> None:
    copied(tmp_path / "other.sqlite", signs, [2, 3])
    with SignStore(tmp_path / "other.sqlite") as other:
        found, notes = resolve(from_json(to_json(project)), other)
    assert notes == ("The sign saved for TREE is not in the dictionary: another one takes its place.",)
    tree = next(clip for clip in found.timeline.clips if clip.label == "TREE")
    assert tree.reference.variant == "2" and not tree.chosen
    assert tree.into.seconds == 1.5


def test_a_sign_fitted_anew_is_known_by_its_variant(project, signs, tmp_path) -> None:
    with new_store(tmp_path / "other.sqlite") as other:
        for id, motion in ((1, 4), (2, 2), (3, 3)):
            sign = signs.sign(SignId(id))
            draft = Draft(sign.gloss, "ase", sign.variant, onset=0.1, offset=0.5, scores=sign.scores)
            other.add(draft, signs.motion(SignId(motion)))
    with SignStore(tmp_path / "other.sqlite") as other:
        found, notes = resolve(from_json(to_json(project)), other)
    tree = next(clip for clip in found.timeline.clips if clip.label == "TREE")
    assert tree.reference.variant == "1" and tree.chosen
    assert (tree.start, tree.end) == (0.1, 0.5)
    assert any("TREE" in note for note in notes)


def test_without_any_sign_the_gloss_stays_and_is_not_performed(project, signs, tmp_path) -> None:
    copied(tmp_path / "other.sqlite", signs, [3])
    with SignStore(tmp_path / "other.sqlite") as other:
        found, notes = resolve(from_json(to_json(project)), other)
    assert notes == ("The dictionary has no sign for TREE: it is not performed.",)
    assert found.glosses == project.glosses
    assert [clip.label for clip in found.timeline.clips] == ["RAIN"]


def test_a_sign_that_was_rejected_since_is_still_used_where_it_was(project, signs, tmp_path) -> None:
    copied(tmp_path / "other.sqlite", signs, [1, 2, 3])
    with SignStore(tmp_path / "other.sqlite", writable=True) as other:
        other.set_status(SignId(1), Status.REJECTED)
        found, notes = resolve(from_json(to_json(project)), other)
    assert notes == () and found.timeline.clips == project.timeline.clips


def test_a_clip_that_refers_to_nothing_finds_the_best_sign_of_its_label(project, signs) -> None:
    clips = tuple(replace(clip, reference=None) for clip in project.timeline.clips)
    loose = replace(project, timeline=replace(project.timeline, clips=clips))
    found, notes = resolve(from_json(to_json(loose)), signs)
    assert len(notes) == 2 and len(found.timeline.clips) == 2
