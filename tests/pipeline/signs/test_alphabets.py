"""Every captured alphabet can be built by one command, whatever is missing of it."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from pipeline import cli
from pipeline.motion import joints
from pipeline.signs.captures import filmed_languages, read_index
from pipeline.signs.store import SignStore

FILMED = Path(__file__).parents[1] / "fitting" / "captures"

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    """A lexicon with a language of its own, one that borrows, and a file that is missing."""
    folder = tmp_path / "lexicon"
    (folder / "xyz").mkdir(parents=True)
    shutil.copy(FILMED / "ase_b.pose", folder / "xyz" / "b.pose")
    shutil.copy(FILMED / "ase_v.pose", folder / "xyz" / "v.pose")
    (folder / "xyz" / "broken.pose").write_bytes(b"broken")
    rows = [
        "xyz/b.pose,xyz,b",
        "xyz/v.pose,xyz,Ch",
        "xyz/none.pose,xyz,N",
        "xyz/broken.pose,xyz,K",
        "xyz/b.pose,abc,B",
    ]
    (folder / "index.csv").write_text("\n".join(["path,signed_language,words", *rows, ""]))
    return folder


def test_letters_of_two_characters_are_letters_and_missing_files_are_listed(
    lexicon: Path, tmp_path: Path, capsys
):
    code = cli.main(
        ["build", "alphabets", "-o", str(tmp_path / "out"), "--captures", str(lexicon), "--sheets"]
    )
    said = capsys.readouterr()
    assert code == 1
    assert "2 letters could not be fitted:" in said.err
    assert "xyz N: " in said.err and "xyz K: " in said.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["xyz.png", "xyz.sqlite"]
    with SignStore(tmp_path / "out" / "xyz.sqlite") as store:
        assert store.glosses("xyz") == {"b", "ch"}
        sign = store.find("CH", "xyz")[0]
        assert 0.4 < sign.scores["grade"] <= 1 and sign.signer == "spoken-to-signed xyz"
        assert 0 <= sign.onset < sign.offset <= sign.seconds + 1e-6
        left = store.motion(sign.id).pose[:, joints.INDEX["left_shoulder"]]
        assert np.ptp(left, axis=0).max() == 0


def test_languages_that_borrow_are_built_only_when_asked_for(lexicon: Path, tmp_path: Path, capsys):
    assert filmed_languages(lexicon) == ("xyz",)
    assert [capture.letter for capture in read_index(lexicon, "xyz", 3)] == ["B", "CH", "K", "N"]
    command = ["build", "alphabets", "abc", "-o", str(tmp_path / "out"), "--captures", str(lexicon)]
    assert cli.main(command) == 0
    assert "abc: 1 letter" in capsys.readouterr().err


def test_an_unknown_language_is_refused_before_anything_is_fitted(lexicon: Path, tmp_path: Path, capsys):
    command = ["build", "alphabets", "xyz", "qqq", "-o", str(tmp_path / "out"), "--captures", str(lexicon)]
    assert cli.main(command) == 1
    assert "no letters of the sign language qqq: choose one of xyz" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_fist_that_the_detector_leaves_half_open_is_closed(lexicon: Path, tmp_path: Path):
    """The capture of an ASL B is a flat hand; as an A that is known to be a fist it is closed."""
    (lexicon / "bzs").mkdir()
    shutil.copy(FILMED / "ase_b.pose", lexicon / "bzs" / "a.pose")
    shutil.copy(FILMED / "ase_b.pose", lexicon / "bzs" / "b.pose")
    with (lexicon / "index.csv").open("a") as file:
        file.write("bzs/b.pose,bzs,B\nbzs/a.pose,bzs,A\n")
    command = ["build", "alphabets", "bzs", "-o", str(tmp_path / "out"), "--captures", str(lexicon)]
    assert cli.main(command) == 0
    with SignStore(tmp_path / "out" / "bzs.sqlite") as store:
        bends = {}
        for letter in "AB":
            motion = store.motion(store.find(letter, "bzs")[0].id)
            middle = motion.pose[motion.frames // 2, joints.INDEX["right_middle2"]]
            bends[letter] = float(np.degrees(np.linalg.norm(middle)))
    assert bends["A"] > 70 and bends["B"] < 30
