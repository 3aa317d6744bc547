"""Which of several signs of one gloss comes first."""

from pathlib import Path

import numpy as np

from pipeline.motion.motion import Motion
from pipeline.signs.sign import Provenance, Status
from pipeline.signs.store import Draft, SignStore


def test_captured_signs_come_before_composed_ones_unless_a_curator_says_otherwise(tmp_path: Path) -> None:
    motion = Motion(25.0, np.zeros((3, 55, 3)))
    with SignStore(tmp_path / "signs", create=True) as store:
        for variant, provenance, status, score in (
            ("composed", Provenance.COMPOSED, Status.UNDECIDED, 0.9),
            ("captured", Provenance.CAPTURED, Status.UNDECIDED, 0.2),
            ("approved", Provenance.COMPOSED, Status.APPROVED, 0.1),
        ):
            draft = Draft("A", "ase", variant, provenance=provenance, status=status, scores={"fit": score})
            store.add(draft, motion)
        assert [sign.variant for sign in store.find("A", "ase")] == ["approved", "captured", "composed"]
