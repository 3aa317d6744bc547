"""Minimal pairs differ in one parameter and no more."""

from pathlib import Path

from pipeline.motion.motion import Motion
from pipeline.signs.draft import Draft
from pipeline.signs.pairs import minimal_pairs
from pipeline.signs.store import SignStore

MOTHER = {("hands", "one"), ("handshape", "5"), ("location", "chin"), ("movement", "straight")}


def test_only_signs_with_one_difference_are_pairs(tmp_path: Path, wave: Motion) -> None:
    signs = {
        "MOTHER": MOTHER,
        "FATHER": MOTHER - {("location", "chin")} | {("location", "forehead")},
        "PARENTS": MOTHER | {("location", "forehead")},
        "GRANDMOTHER": MOTHER - {("movement", "straight")} | {("movement", "arc")},
        "BAD": MOTHER - {("handshape", "5")} | {("handshape", "B"), ("location", "neutral")},
        "HOLD": MOTHER - {("movement", "straight")},
        "NAME": {("hands", "base"), ("handshape", "U"), ("location", "index")},
    }
    with SignStore(tmp_path / "own.sqlite", create=True) as store:
        for gloss, form in signs.items():
            store.add(Draft(gloss, "ase", features=frozenset(form)), wave)
        found = {(pair.sign.gloss, pair.parameter) for pair in minimal_pairs(store, "ase", MOTHER)}
    assert found == {
        ("FATHER", "location"),
        ("PARENTS", "location"),
        ("GRANDMOTHER", "movement"),
        ("HOLD", "movement"),
    }
