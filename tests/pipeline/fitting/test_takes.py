"""Which clips the fitter is given, who signs them, and what."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.fitting.takes import Label, takes, units


def touched(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_video_beside_a_capture_is_its_film(tmp_path: Path):
    touched(tmp_path / "in", "a.mp4", "a.pose", "b.webm", "c.pkl", "d.npz", "d.0001.part.npz")
    found = takes([tmp_path / "in"], "folder", "ase", tmp_path / "out")
    assert [(take.source.name, take.film.name if take.film else None) for take in found] == [
        ("a", "a.mp4"),
        ("b", "b.webm"),
        ("c", None),
        ("d", None),
    ]
    assert found[0].source.path.name == "a.pose" and found[0].labels == (Label("a", "ase"),)
    alone = takes([tmp_path / "in" / "a.pose"], "folder", "", tmp_path / "out")
    assert alone[0].film == tmp_path / "in" / "a.mp4"


def test_clips_of_a_folder_are_of_one_signer_unless_said_otherwise(tmp_path: Path):
    touched(tmp_path, "in/one/a.pose", "in/one/b.pose", "in/two/c.pose", "in/deep/one/d.pose")
    out = tmp_path / "out"
    by_folder = takes([tmp_path / "in"], "folder", "", out)
    assert [(take.source.name, take.signer) for take in by_folder] == [
        ("deep/one/d", "one"),
        ("one/a", "one 2"),
        ("one/b", "one 2"),
        ("two/c", "two"),
    ]
    assert len({take.signer for take in takes([tmp_path / "in"], "clip", "", out)}) == 4
    assert {take.signer for take in takes([tmp_path / "in"], "Anna", "", out)} == {"Anna"}


def test_a_list_says_what_is_signed_by_whom(tmp_path: Path):
    touched(tmp_path, "a.pose")
    (tmp_path / "list.csv").write_text(
        "path,words,signed_language,signer\na.pose,A,ase,Anna\na.pose,A,ase,Anna\na.pose,E,ise,Anna\n"
        "../b.pose,B,,\nsub/../../../c.pose,,gsg,Anna\n",
        encoding="utf-8-sig",
    )
    found = {take.source.name: take for take in takes([tmp_path / "list.csv"], "clip", "psr", tmp_path / "o")}
    assert set(found) == {"a", "b", "sub/c"}
    assert found["a"].labels == (Label("A", "ase"), Label("E", "ise")) and found["a"].signer == "Anna"
    assert found["b"].labels == (Label("B", "psr"),) and found["sub/c"].labels == (Label("c", "gsg"),)
    assert [take.signer for take in takes([tmp_path / "list.csv"], "clip", "", tmp_path / "o")] == [
        "Anna",
        "Anna",
        "b",
    ]


def test_results_are_no_inputs(tmp_path: Path):
    touched(tmp_path, "in/a.pose", "in/out/b.npz")
    assert [take.source.name for take in takes([tmp_path / "in"], "clip", "", tmp_path / "in/out")] == ["a"]
    with pytest.raises(BadInput, match="holds the inputs"):
        takes([tmp_path / "in"], "clip", "", tmp_path / "in")
    with pytest.raises(BadInput, match="is a file"):
        takes([tmp_path / "in"], "clip", "", tmp_path / "in" / "a.pose")


def test_units_hold_whole_signers_as_far_as_they_fit(tmp_path: Path):
    touched(
        tmp_path,
        *(
            f"in/{who}/{index}.pose"
            for who, count in {"a": 2, "b": 3, "c": 9, "d": 1}.items()
            for index in range(count)
        ),
    )
    found = takes([tmp_path / "in"], "folder", "", tmp_path / "out")
    parts = [[take.signer for take in part] for part in units(found, 4)]
    assert parts == [["a"] * 2, ["b"] * 3, ["c"] * 4, ["c"] * 4, ["c", "d"]]


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: ("path,gloss\n" + text).encode("utf-8", "replace"))
)
@example(b"path\n/")
def test_any_list_is_read_or_refused_in_one_line(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    folder = tmp_path_factory.mktemp("list")
    (folder / "list.csv").write_bytes(data)
    try:
        found = takes([folder / "list.csv"], "folder", "", folder / "out")
    except BadInput as error:
        assert "list.csv" in str(error)
        return
    names = [take.source.name.casefold() for take in found]
    assert len(set(names)) == len(names)
    out = (folder / "out").resolve()
    assert all((out / take.source.name).resolve().is_relative_to(out) for take in found)
