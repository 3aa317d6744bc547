"""Decisions leave as a table and come back the same; what cannot be read is told with its line."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.cli import main
from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.signs.curation import read_table
from pipeline.signs.decision import NONE, Decision, Status, Subject
from pipeline.signs.decisions import Decisions, decisions_file
from pipeline.signs.store import Draft, SignStore, new_store

RAIN, SUN = Subject("ase", "RAIN", "1", "a, b", "x" * 64), Subject("gsg", "SÜD", "", "", "")
DECIDED = {
    RAIN: Decision(Status.REJECTED, False, True, True, 0.25, 1.5, ("two hands",), 'a "rain", twice'),
    SUN: Decision(representative=True),
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with new_store(tmp_path / "signs.sqlite") as store:
        store.add(Draft("RAIN", "ase"), Motion(25.0, np.zeros((3, 55, 3))))
    return tmp_path / "signs.sqlite"


def test_decisions_come_back_from_the_table_with_who_and_when(path: Path, tmp_path: Path, capsys) -> None:
    decisions = Decisions(decisions_file(path))
    decisions.put(DECIDED, by="anna", at="2026-01-02T03:04:05+00:00")
    told = decisions.current()
    decisions.close()
    table = tmp_path / "decisions.csv"
    assert main(["build", "curation", str(path), "--to", str(table)]) == 0
    assert read_table(table) == told
    decisions_file(path).unlink()
    assert main(["build", "curation", str(path), "--from", str(table)]) == 0
    assert "Took 2 decisions" in capsys.readouterr().out
    with SignStore(path) as store:
        assert store.decisions.all() == DECIDED and store.decisions.history() == told
    assert main(["build", "curation", str(path), "--from", str(table)]) == 0
    assert "2 changed nothing" in capsys.readouterr().out


def test_a_table_written_by_hand_needs_only_language_and_gloss(tmp_path: Path) -> None:
    table = tmp_path / "by-hand.csv"
    table.write_text("language,gloss,status\nase,RAIN,approved\n", encoding="utf-8-sig")
    [record] = read_table(table, by="ben")
    assert record.subject == Subject("ase", "RAIN", "", "") and record.by == "ben"
    assert record.decision == Decision(Status.APPROVED) != NONE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gloss\nRAIN\n", "no column language"),
        ("language,gloss,status\nase,RAIN,maybe\n", "line 2: status 'maybe'"),
        ("language,gloss,start\nase,RAIN,1\nase,SUN,soon\n", "line 3"),
        ("language,gloss,end\nase,RAIN,nan\n", "line 2: start and end"),
        ("language,gloss\nase,\n", "line 2: language and gloss"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    table = tmp_path / "wrong.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=said):
        read_table(table)


def test_one_table_has_to_be_named(path: Path, capsys) -> None:
    assert main(["build", "curation", str(path)]) != 0
    assert "--to" in capsys.readouterr().err
