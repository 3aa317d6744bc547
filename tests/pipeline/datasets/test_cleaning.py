from pathlib import Path

import pytest

from pipeline.datasets.cleaning import clean_phoenix_2014t
from pipeline.datasets.read import read_pairs


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("__ON__ JETZT WETTER __OFF__", "JETZT WETTER"),
        ("loc-NORD REGEN cl-KOMMEN", "NORD REGEN KOMMEN"),
        ("REGEN-PLUSPLUS REGEN STARK", "REGEN STARK"),
        ("NORDRAUM RAUM", "NORD RAUM"),
        ("WIE AUSSEHEN", "WIE-AUSSEHEN"),
        ("REGEN A B NORD", "REGEN A+B NORD"),
        ("REGEN REGEN REGEN NORD REGEN", "REGEN NORD REGEN"),
        ("neg-KAUM neg-KAUM KAUM", "neg-KAUM KAUM"),
        ("", ""),
        ("__EMOTION__", ""),
    ],
)
def test_marks_of_transcription_are_taken_away(raw, clean):
    assert clean_phoenix_2014t(raw) == clean


def test_the_cleaned_training_set_is_the_one_its_authors_published(shared_data: Path):
    folder = shared_data / "text" / "phoenix_official"
    raw = read_pairs(folder / "PHOENIX-2014-T.train-complex-annotation.corpus.csv")
    published = read_pairs(folder / "PHOENIX-2014-T.train.corpus.csv")
    same = sum(
        clean_phoenix_2014t(" ".join(one.glosses)) == " ".join(other.glosses)
        for one, other in zip(raw, published, strict=True)
    )
    # The published set keeps some repetitions that its own rules remove.
    assert same / len(published) > 0.98
