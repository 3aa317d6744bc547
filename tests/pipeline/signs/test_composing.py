"""Described signs become signs of a dictionary."""

from pathlib import Path

from pipeline.body.signers import signer
from pipeline.signs.build import told
from pipeline.signs.composing import Report, add_composed
from pipeline.signs.lexicon import read_lexicon
from pipeline.signs.store import SignStore
from tests.pipeline.signs.test_lexicon import TWO, lexicon


def test_a_lexicon_is_composed_to_the_same_bytes_every_time(tmp_path: Path) -> None:
    folder = lexicon(tmp_path / "lexicons", some=TWO)
    made = []
    for name in ("one", "two"):
        with SignStore(tmp_path / name, create=True) as store:
            entries = read_lexicon(folder, "ase")
            reports = add_composed(entries, "ase", signer("woman"), store, "2026-01-01")
            made.append([(sign.gloss, sign.motion, sign.source) for sign in store.search("", "ase")])
    assert made[0] == made[1] and [gloss for gloss, _, _ in made[0]] == ["MOTHER", "YES"]
    assert made[0][0][2] == "starter lexicon ase/some.yaml: at the chin"
    assert [report.gloss for report in reports] == ["YES", "MOTHER"]
    assert reports[0].contact == 0.0 and 0 < reports[1].contact < 0.005


def test_the_report_names_contacts_that_were_missed() -> None:
    reports = [
        Report("ase", "YES", 0.5, 0.0),
        Report("ase", "NO", 1.0, 0.031),
        Report("gsg", "JA", 0.4, 0.004),
    ]
    assert told(reports) == [
        "Composed 2 signs of ase, 0.75 s long on average.",
        "Contacts missed by more than 10 mm in ase: NO 31 mm.",
        "Composed 1 signs of gsg, 0.40 s long on average.",
    ]
