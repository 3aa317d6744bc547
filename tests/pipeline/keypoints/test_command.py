"""`main.py keypoints`: many clips, none of which stops the rest."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline import cli
from pipeline.errors import BadInput
from pipeline.keypoints.detect import holistic
from pipeline.keypoints.files import load, save
from pipeline.keypoints.keypoints import keypoints
from pipeline.keypoints.names import COCO_WHOLEBODY
from pipeline.keypoints.sources import gathered, safe


class Corner:
    """Finds a nose in the upper left corner."""

    names = ("nose",)
    identity = "corner"

    def restart(self) -> None:
        """There is nothing to forget."""

    def find(self, picture: np.ndarray) -> np.ndarray:
        return np.array([[1, 2, np.nan, 1]], np.float32)


@pytest.fixture
def corner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holistic, "Holistic", Corner)


def pictures(folder: Path, number: int = 3, broken: bool = False) -> Path:
    folder.mkdir(parents=True)
    for index in range(number):
        Image.new("RGB", (8, 6)).save(folder / f"{index}.png")
    if broken:
        (folder / "0.png").write_bytes(b"broken")
    return folder


def capture(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    save(keypoints(COCO_WHOLEBODY, np.ones((2, 133, 2)), np.ones((2, 133)), fps=25, size=(9, 9)), path)
    return path


def test_every_clip_is_written_and_a_broken_one_listed_at_the_end(
    corner: None, tmp_path: Path, capsys
) -> None:
    given = tmp_path / "given"
    pictures(given / "a")
    pictures(given / "b", broken=True)
    pictures(given / "deep" / "c")
    (given / "d.mp4").write_bytes(b"no video")
    code = cli.main(["keypoints", str(given), "-o", str(tmp_path / "out")])
    said = capsys.readouterr()
    assert code == 1
    assert sorted(
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")
    ) == [
        "a.npz",
        "deep/c.npz",
    ]
    assert "2 clips written" in said.out
    last = said.err.strip().splitlines()[-3:]
    assert last[0] == "2 of 4 clips could not be done:"
    assert "0.png is not a readable picture" in said.err and "d.mp4 cannot be decoded" in said.err


def test_programs_read_what_was_found(corner: None, tmp_path: Path, capsys, monkeypatch) -> None:
    pictures(tmp_path / "clip")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code = cli.main(
        ["keypoints", str(tmp_path / "clip"), "-o", str(tmp_path / "one.npz"), "--fps", "10", "--json"]
    )
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0 and {line["event"] for line in lines} == {"progress", "note", "result"}
    facts = lines[-1]["clips"][0]
    assert facts["frames"] == 3 and facts["fps"] == 10 and facts["path"] == str(tmp_path / "one.npz")
    assert set(facts["found"]) == {"body", "face", "left hand", "right hand"}
    assert load(tmp_path / "one.npz").points[0, 0].tolist() == [1, 2]


def test_captures_are_gathered_without_a_detector(tmp_path: Path, capsys) -> None:
    array = np.random.default_rng(0).uniform(1, 9, (2, 133, 3))
    np.savez(tmp_path / "many.npz", first=array, second=array)
    code = cli.main(["keypoints", str(tmp_path / "many.npz"), "-o", str(tmp_path / "out")])
    assert code == 0, capsys.readouterr().err
    assert sorted(path.name for path in (tmp_path / "out" / "many").iterdir()) == ["first.npz", "second.npz"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "Name at least one video"),
        (["nowhere"], "no file or folder nowhere"),
        (["{empty}"], "no videos, pictures or captures"),
        (["{one}", "{two}", "-o", "out.npz"], "can hold one clip, not 2"),
        (["{one}", "--fps", "1"], "1 frames a second is out of reach"),
        (["{one}", "--detector", "onnx"], "Name your network with --model"),
        (["{one}", "--model", "x.onnx"], "MediaPipe brings its own model"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path, capsys, arguments, complaint) -> None:
    places = {
        "empty": tmp_path / "empty",
        "one": pictures(tmp_path / "one"),
        "two": pictures(tmp_path / "two"),
    }
    places["empty"].mkdir()
    given = [argument.format(**places) for argument in arguments]
    given += [] if "-o" in given else ["-o", str(tmp_path / "out")]
    assert cli.main(["keypoints", *given]) == 1
    assert complaint in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_clips_of_one_name_get_names_of_their_own(tmp_path: Path) -> None:
    for name in ("sign.pose", "sign.mp4", "other.pose", ".hidden.pose", "notes.txt"):
        (tmp_path / name).touch()
    capture(tmp_path / "in" / "sign.pkl")
    capture(tmp_path / ".cache" / "old.pose")
    assert [source.name for source in gathered([tmp_path])] == ["other", "sign-mp4", "sign-pose", "in/sign"]
    again = gathered([tmp_path / "sign.pose", tmp_path / "in" / "sign.pkl", tmp_path / "sign.pose"])
    assert [source.name for source in again] == ["sign-pose", "sign-pkl"]
    with pytest.raises(BadInput):
        gathered([tmp_path / "none"])


def test_clip_names_of_captures_stay_in_their_folder() -> None:
    assert (
        safe("train/01April-1") == "train_01April-1" and safe("../../x") == "_.._x" and safe("..") == "clip"
    )
