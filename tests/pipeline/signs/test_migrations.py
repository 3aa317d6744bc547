"""Dictionaries of earlier versions are read as they are, and upgraded only with a copy kept."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.motion.files import to_bytes
from pipeline.motion.motion import Motion
from pipeline.signs.recording import Kind, Recording
from pipeline.signs.schema import METADATA, VERSION
from pipeline.signs.sign import Provenance, SignId
from pipeline.signs.starter import STARTER
from pipeline.signs.store import Draft, SignStore

VERSION_1 = """
CREATE TABLE motions (sha256 VARCHAR NOT NULL, data BLOB NOT NULL, PRIMARY KEY (sha256));
CREATE TABLE signs (id INTEGER NOT NULL, gloss VARCHAR NOT NULL, "key" VARCHAR NOT NULL,
    language VARCHAR NOT NULL, variant VARCHAR NOT NULL, source VARCHAR NOT NULL, licence VARCHAR NOT NULL,
    signer VARCHAR NOT NULL, fps FLOAT NOT NULL, seconds FLOAT NOT NULL, onset FLOAT NOT NULL,
    "offset" FLOAT NOT NULL, created VARCHAR NOT NULL, status VARCHAR NOT NULL, scores VARCHAR NOT NULL,
    motion VARCHAR NOT NULL, PRIMARY KEY (id), UNIQUE (language, gloss, variant, motion),
    FOREIGN KEY(motion) REFERENCES motions (sha256));
CREATE INDEX signs_by_key ON signs (language, "key");
PRAGMA application_id = 1399279191;
PRAGMA user_version = 1;
"""
VERSION_2 = """
ALTER TABLE signs ADD COLUMN provenance VARCHAR DEFAULT 'captured' NOT NULL;
ALTER TABLE signs ADD COLUMN description VARCHAR DEFAULT '' NOT NULL;
CREATE TABLE features (sign INTEGER NOT NULL REFERENCES signs (id) ON DELETE CASCADE, name VARCHAR NOT NULL,
    value VARCHAR NOT NULL, PRIMARY KEY (sign, name, value)) WITHOUT ROWID;
CREATE INDEX features_by_value ON features (name, value, sign);
INSERT INTO features VALUES (1, 'handshape', 'flat');
PRAGMA user_version = 2;
"""
MOTION = Motion(25.0, np.linspace(0, 1, 5 * 165, dtype=np.float32).reshape(5, 55, 3))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A dictionary of one sign as version 1 wrote it."""
    path = tmp_path / "old.sqlite"
    data = to_bytes(MOTION)
    name = hashlib.sha256(data).hexdigest()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(VERSION_1)
        connection.execute("INSERT INTO motions VALUES (?, ?)", (name, data))
        connection.execute(
            "INSERT INTO signs VALUES (1, 'A', 'a', 'ase', '', 'book', 'MIT', 'an', 25.0, 0.16, 0.04, 0.16, "
            "'2026-01-02T03:04:05+00:00', 'approved', '{\"fit\": 0.5}', ?)",
            (name,),
        )
    return path


@pytest.fixture
def second(old: Path) -> Path:
    """The same dictionary as version 2 wrote it: it knows no recordings."""
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.executescript(VERSION_2)
    return old


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_reading_an_old_dictionary_leaves_it_alone(old: Path) -> None:
    before = old.read_bytes()
    with SignStore(old) as store:
        (sign,) = store.find("A", "ase")
        assert (sign.source, sign.provenance, sign.description) == ("book", Provenance.CAPTURED, "")
        assert np.array_equal(store.motion(sign.id).pose, MOTION.pose)
        assert store.features(sign.id) == frozenset()
    assert old.read_bytes() == before and names(old.parent) == ["old.sqlite"]


def test_a_dictionary_without_recordings_is_read_where_it_lies(second: Path, monkeypatch) -> None:
    before = second.read_bytes()
    monkeypatch.setattr("pipeline.signs.migrations.in_memory", None)  # copying would fail
    with SignStore(second) as store:
        (sign,) = store.find("A", "ase")
        assert store.features(sign.id) == {("handshape", "flat")}
        assert store.recordings(sign.id) == ()
        assert np.array_equal(store.motion(sign.id).pose, MOTION.pose)
    assert second.read_bytes() == before and names(second.parent) == ["old.sqlite"]


def test_a_dictionary_without_recordings_takes_them_once_it_is_written_to(second: Path) -> None:
    film = second.parent / "film.mp4"
    with SignStore(second, writable=True) as store:
        (sign,) = store.find("A", "ase")
        store.note_recordings(sign.id, [Recording(Kind.FILM, film, 1.0, 1.16)])
    assert names(second.parent) == ["old.sqlite", "old.version2.sqlite"]
    with SignStore(second) as store:
        assert store.recordings(sign.id) == (Recording(Kind.FILM, film, 1.0, 1.16),)
        assert store.features(sign.id) == {("handshape", "flat")}


def test_the_shipped_dictionary_opens_as_it_stands() -> None:
    before = STARTER.stat().st_mtime_ns, STARTER.stat().st_size
    with SignStore(STARTER) as store:
        (sign, *_) = store.find("A", "ase")
        assert store.recordings(sign.id) == ()
    assert (STARTER.stat().st_mtime_ns, STARTER.stat().st_size) == before


def test_writing_to_an_old_dictionary_upgrades_it_and_keeps_a_copy(old: Path) -> None:
    before = old.read_bytes()
    with SignStore(old, writable=True) as store:
        store.add(Draft("B", "ase", provenance=Provenance.COMPOSED), MOTION)
    assert names(old.parent) == ["old.sqlite", "old.version1.sqlite"]
    assert (old.parent / "old.version1.sqlite").read_bytes() == before
    with SignStore(old) as store:
        assert [store.find(gloss, "ase")[0].composed for gloss in "AB"] == [False, True]
        assert store.find("A", "ase")[0].scores == {"fit": 0.5}
    with SignStore(old, writable=True):
        assert len(names(old.parent)) == 2, "a dictionary of this version is not upgraded again"


def test_an_upgraded_dictionary_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    SignStore(old, writable=True).close()
    SignStore(tmp_path / "new.sqlite", create=True).close()
    shapes = []
    for path in (old, tmp_path / "new.sqlite"):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
            shapes.append(
                {
                    table: {
                        "columns": connection.execute(f"PRAGMA table_info({table})").fetchall(),
                        "keys": connection.execute(f"PRAGMA foreign_key_list({table})").fetchall(),
                        "indices": sorted(
                            row[1:4] for row in connection.execute(f"PRAGMA index_list({table})")
                        ),
                    }
                    for table in METADATA.tables
                }
            )
    assert shapes[0] == shapes[1]


def test_an_old_copy_is_never_written_over(old: Path) -> None:
    (old.parent / "old.version1.sqlite").write_text("something precious")
    SignStore(old, writable=True).close()
    assert (old.parent / "old.version1.sqlite").read_text() == "something precious"
    assert "old.version1-2.sqlite" in names(old.parent)


def test_an_upgrade_from_the_second_version_makes_the_same_tables(second: Path, tmp_path: Path) -> None:
    test_an_upgraded_dictionary_has_the_tables_of_a_new_one(second, tmp_path)


@pytest.mark.parametrize("writable", [False, True])
def test_an_old_dictionary_that_is_damaged_stays_as_it_is(old: Path, writable: bool) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("ALTER TABLE signs RENAME TO sings")
    before = old.read_bytes()
    with pytest.raises(BadInput, match="get it again"):
        SignStore(old, writable=writable)
    assert old.read_bytes() == before and names(old.parent) == ["old.sqlite"]


def test_signs_are_found_by_their_form(tmp_path: Path) -> None:
    with SignStore(tmp_path / "signs.sqlite", create=True) as store:
        forms = {
            "MOTHER": {("handshape", "5"), ("location", "chin"), ("movement", "tap")},
            "FATHER": {("handshape", "5"), ("location", "forehead"), ("movement", "tap")},
            "FINE": {("handshape", "5"), ("location", "chest"), ("location", "neutral")},
        }
        for gloss, form in forms.items():
            store.add(Draft(gloss, "ase", features=frozenset(form), description=f"sign: {gloss}"), MOTION)

        def found(*form: tuple[str, str], language: str = "ase") -> list[str]:
            return [sign.gloss for sign in store.with_form(language, form)]

        assert found(("handshape", "5")) == ["FATHER", "FINE", "MOTHER"] == found()
        assert found(("handshape", "5"), ("location", "chin")) == ["MOTHER"]
        assert found(("location", "chest"), ("location", "neutral")) == ["FINE"]
        assert found(("location", "nowhere")) == found(("handshape", "\ud800")) == []
        assert found(("handshape", "5"), language="gsg") == []
        assert store.features(SignId(1)) == forms["MOTHER"] and store.features(SignId(99)) == frozenset()
        assert store.sign(SignId(1)).description == "sign: MOTHER"
        assert store.forms("ase")["location"] == {"chest": 1, "chin": 1, "forehead": 1, "neutral": 1}
        assert store.forms("ase")["handshape"] == {"5": 3} and store.forms("gsg") == {}
