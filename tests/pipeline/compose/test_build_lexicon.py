"""A folder of SiGML becomes a dictionary, with a table of what is missing beside it."""

import csv

import pytest

from pipeline import cli
from pipeline.compose.text_form import read_description
from pipeline.signs.sign import Provenance
from pipeline.signs.store import SignStore

SIGN = """<sigml><hamgestural_sign gloss="{gloss}"><sign_manual><handconfig handshape="{shape}"/>
<handconfig extfidir="u"/><handconfig palmor="d"/><location_bodyarm location="chin" contact="close"/>
<directedmotion direction="{way}" size="small" {more}/></sign_manual></hamgestural_sign></sigml>"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "sigml"
    made.mkdir()
    signs = {
        "a": ("fist", "o"),
        "b": ("flat", "o"),
        "c": ("flat", "u"),
        "b2": ("finger2", "o"),
    }
    for name, (shape, way) in signs.items():
        more = 'wobble="1"' if name == "c" else ""
        gloss = name[0].upper()
        (made / f"{name}.sigml").write_text(SIGN.format(gloss=gloss, shape=shape, way=way, more=more))
    (made / "broken.sigml").write_text("<sigml>")
    return made


def build(folder, out):
    return cli.main(
        [
            "build",
            "lexicon",
            "--sigml",
            str(folder),
            "-o",
            str(out),
            "--sign-language",
            "dse",
            "--processes",
            "1",
        ]
    )


def test_every_sign_is_composed_and_what_is_missing_is_listed(folder, tmp_path, capsys):
    out = tmp_path / "ngt.sqlite"
    assert build(folder, out) == 0
    assert "4 signs read, 1 refused" in capsys.readouterr().out
    with SignStore(out) as store:
        [sign] = store.find("a", "dse")
        assert sign.provenance is Provenance.COMPOSED
        assert read_description(sign.description).start.shape.name == "A"
        assert store.motion(sign.id).seconds >= sign.offset
        assert sorted(sign.variant for sign in store.find("b", "dse")) == ["", "b2"]
    with out.with_name("ngt.unmapped.csv").open() as text:
        rows = {row["file"]: row for row in csv.DictReader(text)}
    assert rows["c.sigml"]["unmapped"] == "directedmotion wobble=1"
    assert rows["a.sigml"]["unmapped"] == ""
    assert "not XML" in rows["broken.sigml"]["refused"]


def test_a_folder_without_sigml_is_refused_in_a_sentence(tmp_path, capsys):
    assert build(tmp_path, tmp_path / "x.sqlite") == 1
    assert "holds no .sigml files" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
