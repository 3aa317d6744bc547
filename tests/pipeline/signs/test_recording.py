"""Recordings of signs: remembered from the dictionary's folder, so that both may move together."""

import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.signs.draft import draft_of
from pipeline.signs.recording import Kind, Recording, as_found, as_stored
from pipeline.signs.sign import SignId
from pipeline.signs.store import Draft, SignStore, UnknownSign

MOTION = Motion(25.0, np.zeros((5, 55, 3), np.float32))


@pytest.fixture
def studio(tmp_path: Path) -> Path:
    """A folder with a dictionary of one sign, filmed beside it."""
    folder = tmp_path / "studio"
    (folder / "films").mkdir(parents=True)
    recordings = (
        Recording(Kind.FILM, folder / "films" / "a.mp4", 1.5, 1.66),
        Recording(Kind.KEYPOINTS, folder / "films" / "all.pkl", 0.0, 0.16, "a"),
    )
    with SignStore(folder / "d.sqlite", create=True) as store:
        store.add(Draft("A", "ase", recordings=recordings), MOTION)
    return folder


def test_a_dictionary_says_what_its_signs_were_captured_from(studio: Path):
    with SignStore(studio / "d.sqlite") as store:
        film, points = store.recordings(SignId(1))
    assert film == Recording(Kind.FILM, studio / "films" / "a.mp4", 1.5, 1.66)
    assert (points.kind, points.path.name, points.clip) == (Kind.KEYPOINTS, "all.pkl", "a")


def test_dictionary_and_films_move_together(studio: Path):
    moved = studio.rename(studio.with_name("archive"))
    with SignStore(moved / "d.sqlite") as store:
        assert store.recordings(SignId(1))[0].path == moved / "films" / "a.mp4"


def test_a_copied_sign_keeps_its_recordings(studio: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    with (
        SignStore(studio / "d.sqlite") as old,
        SignStore(tmp_path / "elsewhere/d.sqlite", create=True) as new,
    ):
        sign = old.sign(SignId(1))
        new.add(draft_of(sign, recordings=old.recordings(sign.id)), MOTION)
        assert new.recordings(SignId(1)) == old.recordings(sign.id)


def test_a_sign_without_recordings_has_none(studio: Path):
    with SignStore(studio / "d.sqlite", writable=True) as store:
        assert store.recordings(store.add(Draft("B", "ase"), MOTION)) == ()
        with pytest.raises(UnknownSign):
            store.note_recordings(SignId(99), [])


def test_paths_are_written_with_slashes_and_whole_ones_stay_whole(tmp_path: Path):
    assert as_stored(tmp_path / "films" / "a.mp4", tmp_path / "d.sqlite") == "films/a.mp4"
    assert as_stored(tmp_path / "a.mp4", tmp_path / "sub" / "d.sqlite") == "../a.mp4"
    assert as_found("../a.mp4", tmp_path / "sub" / "d.sqlite") == tmp_path / "a.mp4"
    assert as_found("/films/a.mp4", tmp_path / "d.sqlite") == Path("/films/a.mp4")


def test_a_damaged_recording_is_one_sentence(studio: Path):
    with closing(sqlite3.connect(studio / "d.sqlite")) as connection, connection:
        connection.execute("UPDATE recordings SET kind = 'dream' WHERE kind = 'film'")
    with SignStore(studio / "d.sqlite") as store, pytest.raises(BadInput, match="damaged"):
        store.recordings(SignId(1))
