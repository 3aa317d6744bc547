"""Whatever lies where a dictionary should be, the answer is a sentence."""

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.signs.sign import SignId
from pipeline.signs.store import Draft, SignStore, UnknownSign, new_store


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dictionary without faults; a path, as hypothesis prints the arguments of a test."""
    path = tmp_path_factory.mktemp("whole") / "signs.sqlite"
    random = np.random.default_rng(0)
    with new_store(path) as store:
        for letter in "ABC":
            pose = random.normal(0, 0.3, (5, 55, 3)).astype(np.float32)
            store.add(Draft(letter, "ase", source="book", scores={"fit": 0.5}), Motion(25.0, pose))
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "signs.sqlite"


def use(path: Path) -> None:
    """Ask everything; only a `BadInput` may come of it."""
    try:
        with SignStore(path) as store:
            for language in store.languages():
                store.glosses(language)
                for sign in store.search("", language):
                    store.find(sign.gloss, language)
                    store.sign(sign.id)
                    store.motion(sign.id)
    except (BadInput, UnknownSign):
        pass


def test_a_missing_file_a_folder_and_another_kind_of_file(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    sqlite3.connect(other).execute("CREATE TABLE signs (id INTEGER)").connection.close()
    (tmp_path / "text").write_text("no database at all, but long enough to hold a header")
    (tmp_path / "empty").touch()
    for wrong in (path, tmp_path, other, tmp_path / "text", tmp_path / "empty", tmp_path / "nul\0"):
        with pytest.raises(BadInput, match="choose another"):
            SignStore(wrong)
    assert not path.exists()


def test_a_newer_dictionary_says_so(path: Path, whole: Path) -> None:
    path.write_bytes(whole.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(BadInput, match="newer version"):
        SignStore(path)


def test_a_dictionary_cut_short_says_so(path: Path, whole: Path) -> None:
    for length in range(100, whole.stat().st_size, 997):
        path.write_bytes(whole.read_bytes()[:length])
        with pytest.raises(BadInput, match="cut short"):
            SignStore(path)


def test_a_changed_motion_is_noticed(path: Path, whole: Path) -> None:
    path.write_bytes(whole.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE motions SET data = zeroblob(100)")
    connection.close()
    with SignStore(path) as store, pytest.raises(BadInput, match="motion of A"):
        store.motion(SignId(1))


@pytest.mark.parametrize(
    "damage",
    [
        "status = 'superb'",
        "scores = '[1]'",
        'scores = \'{"fit": "good"}\'',
        "scores = '{\"fit\": NaN}'",
        "scores = x'00ff'",
        "fps = 'fast'",
        "fps = 0",
        "onset = 7",
        "gloss = x'ff'",
        "seconds = 9e999",
    ],
)
def test_an_entry_that_makes_no_sense_is_named(path: Path, whole: Path, damage: str) -> None:
    path.write_bytes(whole.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE signs SET {damage} WHERE id = 2")
    connection.close()
    with SignStore(path) as store:
        assert store.sign(SignId(1)).gloss == "A"
        with pytest.raises(BadInput, match="Entry 2"):
            store.sign(SignId(2))


FLIPS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8)


@given(flips=FLIPS)
@example(flips=[(3576, 128)])  # a column name that is no text
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_flipped_bytes_never_surprise(path: Path, whole: Path, flips: list[tuple[int, int]]) -> None:
    spoiled = bytearray(whole.read_bytes())
    for place, value in flips:
        spoiled[16 + place % (len(spoiled) - 16)] = value
    path.write_bytes(spoiled)
    use(path)


@given(content=st.binary(max_size=400))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_never_surprise(path: Path, content: bytes) -> None:
    for start in (b"", b"SQLite format 3\0"):
        path.write_bytes(start + content)
        use(path)
