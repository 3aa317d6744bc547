"""A dictionary keeps signs and gives them back, and survives anything found in its place."""

import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.signs.sign import SignId, Status
from pipeline.signs.store import Draft, SignStore, UnknownSign, new_store


def wave(seed: int = 0, frames: int = 12) -> Motion:
    random = np.random.default_rng(seed)
    return Motion(25.0, random.normal(0, 0.3, (frames, 55, 3)).astype(np.float32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "signs.sqlite"


def a_small_dictionary(path: Path) -> None:
    with new_store(path) as store:
        store.add(Draft("A", "ase", scores={"fit": 0.5}), wave(1))
        store.add(Draft("A", "ase", variant="2", scores={"fit": 0.9}), wave(2))
        store.add(Draft("B", "ase"), wave(3))
        store.add(Draft("A", "gsg"), wave(1))


def test_a_sign_comes_back_as_it_was_added(path: Path) -> None:
    motion = wave()
    draft = Draft("HELLO", "ase", "1", "book", "MIT", "anna", 0.08, 0.4, "2026-01-02T03:04:05+00:00",
                  Status.APPROVED, {"fit": 0.75})  # fmt: skip
    with new_store(path) as store:
        id = store.add(draft, motion)
    with SignStore(path) as store:
        sign = store.sign(id)
        back = store.motion(id)
    assert (sign.gloss, sign.language, sign.variant, sign.source) == ("HELLO", "ase", "1", "book")
    assert (sign.licence, sign.signer, sign.fps, sign.seconds) == ("MIT", "anna", 25.0, motion.seconds)
    assert (sign.onset, sign.offset, sign.created) == (0.08, 0.4, "2026-01-02T03:04:05+00:00")
    assert sign.status is Status.APPROVED and sign.scores == {"fit": 0.75} and sign.id == id
    assert np.array_equal(back.pose, motion.pose) and back.fps == 25.0


def test_without_limits_a_sign_lasts_as_long_as_its_motion(path: Path) -> None:
    with SignStore(path, create=True) as store:
        sign = store.sign(store.add(Draft("A", "ase"), wave()))
    assert (sign.onset, sign.offset) == (0.0, pytest.approx(11 / 25))
    assert sign.created.endswith("+00:00")


def test_the_same_motion_is_kept_once(path: Path) -> None:
    a_small_dictionary(path)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM motions").fetchone() == (3,)


def test_the_same_sign_twice_is_refused_and_changes_nothing(path: Path) -> None:
    a_small_dictionary(path)
    with SignStore(path, writable=True) as store:
        with pytest.raises(BadInput, match="already"):
            store.add(Draft("A", "ase"), wave(1))
        assert len(store.find("A", "ase")) == 2


@pytest.mark.parametrize(
    "draft",
    [
        Draft("", "ase"),
        Draft("A", " "),
        Draft("A", "ase", onset=0.3, offset=0.2),
        Draft("A", "ase", onset=-0.1),
        Draft("A", "ase", offset=9.0),
        Draft("A", "ase", offset=float("nan")),
        Draft("A", "ase", scores={"fit": 1.5}),
        Draft("A", "ase", scores={"fit": float("nan")}),
        Draft("A\ud800", "ase"),
    ],
)
def test_a_draft_that_makes_no_sense_is_refused(path: Path, draft: Draft) -> None:
    with SignStore(path, create=True) as store:
        with pytest.raises(BadInput):
            store.add(draft, wave())
        assert store.languages() == ()


def test_the_best_comes_first_and_the_curator_has_the_last_word(path: Path) -> None:
    a_small_dictionary(path)
    with SignStore(path, writable=True) as store:
        good, poor = store.find("A", "ase")
        assert (good.score, poor.score) == (0.9, 0.5)
        store.set_status(poor.id, Status.APPROVED)
        assert [sign.id for sign in store.find("A", "ase")] == [poor.id, good.id]
        store.set_status(poor.id, Status.REJECTED)
        assert [sign.id for sign in store.find("A", "ase")] == [good.id]
        assert [sign.id for sign in store.find("A", "ase", rejected=True)] == [good.id, poor.id]


def test_a_gloss_with_only_rejected_signs_is_not_known(path: Path) -> None:
    a_small_dictionary(path)
    with SignStore(path, writable=True) as store:
        assert store.glosses("ase") == {"a", "b"}
        store.set_status(store.find("B", "ase")[0].id, Status.REJECTED)
        assert store.glosses("ase") == {"a"}
        assert store.languages() == ("ase", "gsg")


@pytest.mark.parametrize("written", ["Süd", "SÜD", "süd", "Su\u0308d"])
def test_case_and_unicode_form_do_not_matter(path: Path, written: str) -> None:
    with SignStore(path, create=True) as store:
        id = store.add(Draft("SÜD", "gsg"), wave())
        assert [sign.id for sign in store.find(written, "gsg")] == [id]
        assert store.find(written, "ase") == []


def test_search_finds_whole_glosses_then_starts_then_parts(path: Path) -> None:
    with SignStore(path, create=True) as store:
        for seed, gloss in enumerate(["SCAR", "CARPET", "CAR", "TREE", "100%", "A_B", "AXB"]):
            store.add(Draft(gloss, "ase"), wave(seed))
        found = [sign.gloss for sign in store.search("car", "ase")]
        assert found == ["CAR", "CARPET", "SCAR"]
        assert [sign.gloss for sign in store.search("%", "ase")] == ["100%"]
        assert store.search("_", "ase") == []
        assert [sign.gloss for sign in store.search("a_", "ase")] == ["A_B"]
        assert len(store.search("", "ase")) == 7
        assert len(store.search("", "ase", limit=2)) == 2


@given(words=st.text(max_size=20))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_looked_for(path: Path, words: str) -> None:
    with SignStore(path, create=True) as store:
        assert store.find(words, "ase") == store.search(words, "ase") == []
        assert store.find("A\ud800", words.replace("\ud800", "")) == []


def test_an_unknown_sign_is_a_lookup_error(path: Path) -> None:
    a_small_dictionary(path)
    with SignStore(path, writable=True) as store:
        for use in (store.sign, store.motion, lambda id: store.set_status(id, Status.APPROVED)):
            with pytest.raises(UnknownSign):
                use(SignId(999))


def test_a_motion_is_read_once(path: Path) -> None:
    a_small_dictionary(path)
    with SignStore(path) as store:
        assert store.motion(SignId(1)) is store.motion(SignId(1))


def test_a_store_belongs_to_the_thread_that_opened_it(path: Path) -> None:
    a_small_dictionary(path)
    seen: list[BaseException] = []

    def use() -> None:
        try:
            store.find("A", "ase")
        except Exception as problem:
            seen.append(problem)

    with SignStore(path) as store:
        thread = threading.Thread(target=use)
        thread.start()
        thread.join()
    assert len(seen) == 1 and not isinstance(seen[0], BadInput)


def test_reading_leaves_the_file_alone(path: Path) -> None:
    a_small_dictionary(path)
    before = path.read_bytes()
    path.chmod(0o444)
    with SignStore(path) as store:
        store.find("A", "ase")
        with pytest.raises(BadInput, match="readonly"):
            store.add(Draft("C", "ase"), wave(9))
    assert path.read_bytes() == before and [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_failed_build_leaves_the_old_dictionary(path: Path) -> None:
    a_small_dictionary(path)
    before = path.read_bytes()
    with pytest.raises(RuntimeError), new_store(path) as store:
        store.add(Draft("C", "ase"), wave(9))
        raise RuntimeError("the builder stumbled")
    assert path.read_bytes() == before and [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_odd_file_names_are_file_names(tmp_path: Path) -> None:
    path = tmp_path / "a b#c?mode=rw%20é.sqlite"
    a_small_dictionary(path)
    with SignStore(path) as store:
        assert store.languages() == ("ase", "gsg")
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
