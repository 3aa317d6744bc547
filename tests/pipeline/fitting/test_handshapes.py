"""The table of what is known about letters beforehand."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.fitting.chain import POINTS, arm_chain
from pipeline.fitting.contact import hand_capsules
from pipeline.fitting.freedoms import FREEDOMS, INDEX
from pipeline.fitting.handshapes import Handshape, read_handshapes
from pipeline.signs.letters import HANDSHAPES


def test_the_shipped_table_names_real_capsules_and_possible_angles(rest_joints: np.ndarray) -> None:
    table = read_handshapes(HANDSHAPES)
    known = set(hand_capsules(arm_chain(rest_joints, "right")).names)
    alphabets = "ase gsg asq bzs eso ise lls mfs sgg ssp svk"
    assert set(table) == set(alphabets.split())
    for letters in table.values():
        for letter, shape in letters.items():
            assert shape.note and shape.informative, letter
            assert {name for touch in shape.touches for name in touch} <= known, letter
            for name, degrees in shape.angles.items():
                freedom = FREEDOMS[INDEX[name]]
                assert freedom.low <= np.radians(degrees) <= freedom.high, (letter, name)


def test_a_handshape_speaks_only_of_what_it_names() -> None:
    assert Handshape({"index_pip": 30.0}, spread=5).beliefs() == {"index_pip": (30.0, 5)}
    assert not Handshape().informative and not Handshape().beliefs()


def test_a_closed_finger_is_believed_in_the_palm_unless_an_angle_says_otherwise() -> None:
    shape = Handshape({"ring_dip": 10.0}, folds={"ring": "closed", "index": "straight"}, spread=4)
    beliefs = shape.beliefs()
    assert set(beliefs) == {"ring_mcp", "ring_pip", "ring_dip", "index_pip", "index_dip"}
    assert beliefs["ring_mcp"][0] + beliefs["ring_pip"][0] > 170 and beliefs["index_pip"][0] < 5
    assert beliefs["ring_dip"] == (10.0, 4)
    assert shape.informative and shape.folded("closed") == ("ring",)


def test_landmarks_count_little_where_a_fold_or_the_table_knows_better() -> None:
    shape = Handshape(folds={"ring": "closed", "middle": "curled", "index": "straight"}, unsure=("thumb",))
    doubted = {POINTS[point] for point in np.flatnonzero(shape.trust() < 0.1)}
    assert doubted == {"ring2", "ring3", "ring4", "middle3", "middle4", "thumb2", "thumb3", "thumb4"}
    assert (Handshape().trust() == 1).all()


@pytest.mark.parametrize(
    "text",
    [
        "[ase.A",
        "ase = 3",
        "[ase.A]\nangles = { elbow_of_doom = 3 }",
        "[ase.A]\ntouches = [['thumb3']]",
        "[ase.A]\nclosed = ['toe']",
        "[ase.A]\nunsure = ['toe']",
        "[ase.A]\nclosed = 3",
        "\x00",
    ],
)
def test_a_table_that_is_wrong_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "handshapes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"handshapes\.toml"):
        read_handshapes(path)


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="not a table of handshapes"):
        read_handshapes(tmp_path / "nowhere.toml")


def test_a_letter_can_be_like_one_of_another_alphabet(tmp_path: Path) -> None:
    table = tmp_path / "handshapes.toml"
    table.write_text('[one.A]\nclosed = ["index"]\n[two]\nA = { like = "one.A" }\n')
    known = read_handshapes(table)
    assert known["two"]["A"] == known["one"]["A"] and known["two"]["A"].folds == {"index": "closed"}
    for wrong in ('like = "one.B"', 'like = "none.A"', 'like = "one.A", closed = ["ring"]', "like = 3"):
        table.write_text(f'[one.A]\nclosed = ["index"]\n[two]\nA = {{ {wrong} }}\n')
        with pytest.raises(BadInput, match="repair it"):
            read_handshapes(table)
