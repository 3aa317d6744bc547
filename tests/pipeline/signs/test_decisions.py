"""What curators decide is kept beside the dictionary, can be taken back, and outlives a rebuild."""

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.motion.edit import mirror
from pipeline.motion.motion import Motion
from pipeline.resources import RESOURCES
from pipeline.signs.decision import NONE, Decision, Subject, approve, reject, tagged
from pipeline.signs.decisions import Decisions, decisions_file, matched
from pipeline.signs.ranking import ranked
from pipeline.signs.sign import Sign, Status
from pipeline.signs.store import Draft, SignStore, new_store


def motion(seed: int) -> Motion:
    random = np.random.default_rng(seed)
    return Motion(25.0, random.normal(0, 0.3, (26, 55, 3)).astype(np.float32))


def build(path: Path, shift: int = 0) -> None:
    """Three signs for RAIN and one for SUN; a rebuild with another `shift` fits the motions anew."""
    with new_store(path) as store:
        for number, score in enumerate((0.9, 0.6, 0.3), start=1):
            draft = Draft("RAIN", "ase", str(number), source=f"corpus {number}", scores={"fit": score})
            store.add(draft, motion(number + shift))
        store.add(Draft("SUN", "ase", source="corpus 4"), motion(4 + shift))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "signs.sqlite"
    build(made)
    return made


def rain(store: SignStore, *, rejected: bool = False) -> list[str]:
    return [sign.variant for sign in store.find("RAIN", "ase", rejected=rejected)]


def decide(store: SignStore, gloss: str, variant: str, decision: Decision) -> Sign:
    sign = next(
        sign for sign in store.find(gloss, "ase", rejected=True) if variant in ("", sign.variant)
    )  # fmt: skip
    store.decisions.put({sign.subject: decision}, by="anna")
    return sign


def test_the_representative_comes_first_and_rejected_signs_last(path: Path) -> None:
    with SignStore(path) as store:
        assert rain(store) == ["1", "2", "3"]
        decide(store, "RAIN", "1", reject(NONE))
        decide(store, "RAIN", "3", Decision(representative=True))
        decide(store, "RAIN", "2", approve(NONE))
        assert rain(store) == ["3", "2"]
        assert rain(store, rejected=True) == ["3", "2", "1"]


def test_ranking_is_a_function_of_signs_and_decisions(path: Path) -> None:
    with SignStore(path, raw=True) as store:
        signs = store.find("RAIN", "ase")
    decided = {signs[0].id: reject(NONE), signs[2].id: Decision(representative=True)}
    assert [sign.id for sign in ranked(reversed(signs), decided)] == [
        signs[number].id for number in (2, 1, 0)
    ]
    assert ranked(signs) == signs


def test_a_gloss_whose_signs_are_all_rejected_is_not_known(path: Path) -> None:
    with SignStore(path) as store:
        decide(store, "SUN", "", reject(NONE))
        assert store.glosses("ase") == {"rain"} and store.find("SUN", "ase") == []
        decide(store, "SUN", "", NONE)
        assert store.glosses("ase") == {"rain", "sun"}


def test_decisions_outlive_a_rebuild_with_new_motions(path: Path) -> None:
    with SignStore(path) as store:
        before = decide(store, "RAIN", "3", Decision(Status.APPROVED, True, tags=("weather",), note="clear"))
    build(path, shift=100)
    with SignStore(path) as store:
        [after] = [sign for sign in store.find("RAIN", "ase") if sign.variant == "3"]
        assert after.motion != before.motion
        assert after.decision == Decision(Status.APPROVED, True, tags=("weather",), note="clear")
        assert rain(store) == ["3", "1", "2"]


def test_of_two_signs_alike_a_decision_stays_with_its_own_motion(tmp_path: Path) -> None:
    with SignStore(tmp_path / "signs", create=True) as store:
        first = store.sign(store.add(Draft("RAIN", "ase"), motion(1)))
        second = store.sign(store.add(Draft("RAIN", "ase"), motion(2)))
    decided = {second.subject: reject(NONE)}
    assert matched([first, second], decided) == {second.id: reject(NONE)}
    gone = {replace(second.subject, motion="another"): reject(NONE)}
    assert matched([first, second], gone) == {}, "it cannot be told whose it is"


def test_every_decision_is_kept_with_who_and_when(path: Path) -> None:
    with SignStore(path) as store:
        sign = decide(store, "SUN", "", reject(NONE))
        store.decisions.put({sign.subject: NONE}, by="ben", at="2026-01-02T03:04:05+00:00")
    with SignStore(path) as store:
        first, second = store.decisions.history()
        assert store.decisions.current() == [] and store.find("SUN", "ase")[0].decision == NONE
    assert (first.by, first.decision.status) == ("anna", Status.REJECTED)
    assert (second.by, second.at, second.decision) == ("ben", "2026-01-02T03:04:05+00:00", NONE)
    assert first.at.endswith("+00:00")


def test_trim_and_mirror_are_applied_when_the_sign_is_read(path: Path) -> None:
    with SignStore(path) as store:
        sign = decide(store, "SUN", "", Decision(mirrored=True, start=0.2, end=0.6))
        found = store.sign(sign.id)
        assert (found.onset, found.offset) == (0.2, 0.6)
        assert np.array_equal(store.motion(sign.id).pose, mirror(motion(4)).pose)
        decide(store, "SUN", "", Decision(start=0.9, end=7.0))
        assert (store.sign(sign.id).onset, store.sign(sign.id).offset) == (0.9, 1.0)
        assert np.array_equal(store.motion(sign.id).pose, motion(4).pose)
    with SignStore(path, raw=True) as store:
        assert (store.sign(sign.id).onset, store.sign(sign.id).offset) == (0.0, 1.0)


def test_a_decision_made_in_another_thread_is_seen_at_once(path: Path) -> None:
    with SignStore(path) as store:
        assert rain(store) == ["1", "2", "3"]

        def elsewhere() -> None:
            with SignStore(path) as other:
                decide(other, "RAIN", "1", reject(NONE))

        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
        assert rain(store) == ["2", "3"]


def test_reading_makes_no_file_and_the_dictionary_is_never_changed(path: Path) -> None:
    before = path.read_bytes()
    with SignStore(path) as store:
        rain(store)
        assert not decisions_file(path).exists()
        decide(store, "SUN", "", reject(NONE))
    assert decisions_file(path).exists() and path.read_bytes() == before


def test_decisions_about_shipped_signs_go_to_the_users_folder(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SIGNWRIGHT_CONFIG_HOME", str(tmp_path))
    place = decisions_file(RESOURCES / "starter" / "starter.sqlite")
    assert place == tmp_path / "starter.decisions.sqlite"


def test_a_file_of_another_kind_is_refused_with_a_sentence(path: Path) -> None:
    sqlite3.connect(decisions_file(path)).execute("CREATE TABLE other (x)").connection.close()
    with SignStore(path) as store, pytest.raises(BadInput, match="move it away"):
        store.find("SUN", "ase")


def test_a_newer_version_is_refused(path: Path) -> None:
    with SignStore(path) as store:
        decide(store, "SUN", "", reject(NONE))
    file = sqlite3.connect(decisions_file(path))
    file.execute("PRAGMA user_version = 9")
    file.close()
    with SignStore(path) as store, pytest.raises(BadInput, match="newer version"):
        store.find("SUN", "ase")


def test_garbage_in_its_place_is_told_in_a_sentence(path: Path) -> None:
    decisions_file(path).write_bytes(b"garbage" * 500)
    with SignStore(path) as store, pytest.raises(BadInput, match="backup"):
        store.find("SUN", "ase")


def test_tags_are_read_from_a_line_each_once() -> None:
    assert tagged(NONE, " weather,  two  hands ,weather,, ").tags == ("weather", "two hands")


def test_a_rejected_sign_represents_its_gloss_no_more() -> None:
    assert reject(Decision(representative=True)) == Decision(Status.REJECTED)
    assert approve(Decision(flagged=True)) == Decision(Status.APPROVED)


def test_decisions_by_gloss_ignore_case(path: Path) -> None:
    decisions = Decisions(decisions_file(path))
    decisions.put({Subject("ase", "Rain", "1", "corpus 1"): approve(NONE)})
    assert list(decisions.of("ase", "RAIN").values()) == [approve(NONE)]
    decisions.close()
