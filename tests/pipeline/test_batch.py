"""Many sentences at once, from the outside and file by file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.sentence_lists import Sentence, read_sentences

ROOT = Path(__file__).parents[2]
SMALL = ("--width", "64", "--height", "48", "--fps", "5")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), "batch", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ})


def test_every_line_becomes_its_files_and_a_failing_one_does_not_stop_the_rest(tmp_path: Path):
    (tmp_path / "talk.txt").write_text("Hi Bo.\n\n😀\nBo!\n")
    out = tmp_path / "out"
    result = run(str(tmp_path / "talk.txt"), "-o", str(out), "--to", "mp4", "srt", *SMALL)
    assert result.returncode == 1 and "Traceback" not in result.stderr
    assert "002.mp4: Nothing in the text can be signed" in result.stderr
    assert "2 of 6 files could not be written" in result.stderr
    assert sorted(path.name for path in out.iterdir()) == [
        "001-Hi-Bo.mp4", "001-Hi-Bo.srt", "003-Bo.mp4", "003-Bo.srt",
    ]  # fmt: skip


def test_a_second_run_writes_only_what_is_missing(tmp_path: Path):
    (tmp_path / "talk.txt").write_text("Bo\nHi\n")
    out = tmp_path / "out"
    assert run(str(tmp_path / "talk.txt"), "-o", str(out), "--to", "srt").returncode == 0
    (out / "001-Bo.srt").write_text("edited by hand")
    (out / "002-Hi.srt").unlink()
    result = run(str(tmp_path / "talk.txt"), "-o", str(out), "--to", "srt", "--json")
    outcome = json.loads(result.stdout.splitlines()[-1])
    assert (outcome["written"], outcome["kept"], outcome["failed"]) == (1, 1, [])
    assert (out / "001-Bo.srt").read_text() == "edited by hand"
    assert (out / "002-Hi.srt").exists()


def test_all_sentences_are_signed_in_the_manner_that_is_named(tmp_path: Path):
    (tmp_path / "talk.txt").write_text("Good morning, Bo.\n")
    ends = []
    for manner in ("conversational", "learners"):
        out = tmp_path / manner
        again = ("-o", str(out), "--to", "npz", "--manner", manner, "--sign-language", "ase", "--fps", "10")
        assert run(str(tmp_path / "talk.txt"), *again).returncode == 0
        ends.append(len(np.load(next(out.iterdir()))["poses"]))
    assert ends[1] > 1.3 * ends[0]
    wrong = run(str(tmp_path / "talk.txt"), "-o", str(tmp_path / "x"), "--manner", "hasty")
    assert wrong.returncode == 1 and "hasty" in wrong.stderr and not (tmp_path / "x").exists()


def test_a_table_names_its_files_and_languages(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("\ufeffName;Text;language\ngreeting;Hallo, Jürgen;de\n;Bo;\ngreeting;Hi;\n")
    assert read_sentences(path) == (
        Sentence("Hallo, Jürgen", "greeting", "de"),
        Sentence("Bo", "002-Bo"),
        Sentence("Hi", "greeting-3"),
    )


def test_names_never_leave_the_folder(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("text,name\nBo,../../etc/passwd\n")
    assert read_sentences(path)[0].name == "etc-passwd"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"\n \n", "holds no sentence"),
        ("a.csv", b"words\nBo\n", "no column “text”"),
        ("a.csv", b'text\n"Bo\n', "is no CSV table"),
        ("a.txt", b"\xff\xfe", "is not in UTF-8"),
    ],
)
def test_unusable_files_are_a_sentence(tmp_path: Path, name: str, content: bytes, sentence: str):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=sentence):
        read_sentences(tmp_path / name)
    with pytest.raises(BadInput, match="cannot be read"):
        read_sentences(tmp_path / "nothing.txt")
