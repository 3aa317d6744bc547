"""`main.py gloss`: from arguments, files and standard input, for people and for programs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import cli

ROOT = Path(__file__).parents[3]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["gloss", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_sentence_becomes_a_line_of_glosses_and_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "Hello, my name is Annabel.", "--explain")
    first, *more = out.splitlines()
    assert code == 0
    assert first.split()[-1] == "ANNABEL"
    assert any(line.startswith("  ANNABEL from “Annabel”: rules, name, fingerspelled, sure") for line in more)
    assert "  not signed: is (copula)" in more
    assert "glosses of 1 sentences" in err


def test_a_file_is_translated_line_by_line_with_a_coverage_report(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("I want xylitol.\n\nXylitol, xylitol!\n")
    said = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "gloss", "--file", str(path), "--json"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    events = [json.loads(line) for line in said.stdout.splitlines()]
    results = [event for event in events if event["event"] == "result"]
    assert said.stderr == ""
    assert [event.get("text") for event in results] == ["I want xylitol.", "Xylitol, xylitol!", None]
    covered = results[-1]["coverage"]
    assert covered["texts"] == 2
    assert ["XYLITOL", 3] in covered["without_sign"]
    assert sum(covered["origins"].values()) == covered["glosses"] == 5
    assert results[0]["glosses"][0]["reason"] == "pronoun"
    assert [way["span"] for way in results[1]["readings"]] == [[0, 17]]
    assert 0 < results[0]["confidence"] < 1


def test_standard_input_is_read_and_other_ways_are_told() -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "gloss", "-", "--nbest", "3"],
        input="What is your name?", capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    first, *others = said.stdout.splitlines()
    assert first.endswith("WHAT")
    assert others[-1].endswith("(order of the text)")


def test_a_glossary_wins(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'format = "signwright-glossary"\nversion = 1\n[[entry]]\ntext = "boat"\nglosses = ["abc"]\n'
        'language = "en"\nsign_language = "ase"\n'
    )
    assert run(capsys, "boats", "--glossary", str(path))[1] == "ABC\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "no text to translate"),
        (("hi", "--language", "fr"), "from 'fr'"),
        (("hi", "--model", "nowhere"), "no trained translator"),
        (("hi", "--nbest", "0"), "--nbest 1"),
        (("hi", "--only-dictionary"), "--model"),
        (("hi", "--file", "x.txt"), "not both"),
        (("hi", "--glossary", "nowhere.toml"), "no glossary nowhere.toml"),
        (("--file", "nowhere.txt"), "nowhere.txt"),
        (("--serve",), "--serve needs"),
    ],
)
def test_a_mistake_gets_one_sentence(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (1, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_a_dictionary_without_the_sign_language_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "我去学校", "--language", "zh")
    assert (code, out) == (0, "我 去 学校\n")
    assert "The dictionary has no signs of csl: choose one with --dictionary." in err
