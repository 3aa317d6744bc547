"""ASL-LEX's columns become features of the signs that a dictionary has."""

import csv
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.signs.asl_lex import COLUMNS, read_asl_lex
from pipeline.signs.draft import Draft
from pipeline.signs.store import SignStore


def write(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as text:
        table = csv.DictWriter(text, ["LemmaID", *COLUMNS])
        table.writeheader()
        table.writerows(rows)
    return path


def test_signs_are_found_by_what_asl_lex_says_of_them(tmp_path: Path, wave: Motion) -> None:
    out = tmp_path / "own.sqlite"
    with SignStore(out, create=True) as store:
        store.add(Draft("THANK-YOU", "ase", features=frozenset({("handshape", "flat_B")})), wave)
        store.add(Draft("CAT", "ase"), wave)
    row = {"LemmaID": "thank_you", "Handshape.2.0": "open_b", "MinorLocation.2.0": "NA"}
    table = write(tmp_path / "lex.csv", row, {"LemmaID": "dog_2", "Handshape.2.0": "1"})
    for _ in range(2):  # the second time changes nothing
        assert cli.main(["build", "features", str(out), "--asl-lex", str(table)]) == 0
    with SignStore(out) as store:
        [found] = store.with_form("ase", [("ASL-LEX handshape", "open_b")])
        assert found.gloss == "THANK-YOU"
        assert store.features(found.id) == {("handshape", "flat_B"), ("ASL-LEX handshape", "open_b")}


def test_another_table_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadInput, match="has no column"):
        read_asl_lex(tmp_path / "other.csv")


def test_the_published_table_is_read(shared_data: Path) -> None:
    table = read_asl_lex(shared_data / "lexicons" / "asl_lex" / "signdata-2020-10-28.csv")
    assert len(table) > 2000
    assert ("ASL-LEX major location", "Head") in table["mother"]
