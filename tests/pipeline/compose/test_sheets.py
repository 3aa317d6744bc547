"""`build sheets` draws the signs of a file, each from all sides, and names those it cannot read."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline import cli
from pipeline.compose.sheets import SIGNS_A_PAGE

SIGNS = """FLAT:
  start: {{shape: flat_B, palm: left, fingers: up, height: shoulders}}
  move: {{straight: right, size: medium}}
BROKEN:
  start: {{shape: no-such-shape}}
TOUCHING:
  start: {{shape: 1, palm: in, fingers: up-left, at: chin, touch: index-tip}}
  move: {{straight: out-right, size: large}}
{more}"""
COLUMNS = 7


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "signs.yaml"
    path.write_text(SIGNS.format(more=""))
    return path


def build(out: Path, *more: object) -> int:
    return cli.main(["build", "sheets", *map(str, more), "-o", str(out)])


def tiles(path: Path) -> np.ndarray:
    """Pictures (rows, 7, tile, tile, 3) of a page."""
    page = np.asarray(Image.open(path).convert("RGB"), float)
    size = page.shape[1] // COLUMNS
    rows = page.shape[0] // size
    return page.reshape(rows, size, COLUMNS, size, 3).swapaxes(1, 2)


def different(one: np.ndarray, two: np.ndarray) -> float:
    """The share of pixels that differ visibly, captions apart."""
    return float((np.abs(one[30:] - two[30:]).max(axis=-1) > 25).mean())


def test_every_readable_sign_has_a_row_of_pictures_and_the_broken_one_is_named(
    lexicon: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(tmp_path / "out", lexicon) == 0
    said = capsys.readouterr()
    assert "signs.yaml, line 5, BROKEN: " in said.err
    assert "1 could not be read" in said.out
    [page] = sorted((tmp_path / "out").iterdir())
    assert page.name == "001-FLAT.png"
    rows = tiles(page)
    assert len(rows) == 2
    for row in rows:
        assert all(picture.std() > 8 for picture in row)  # somebody is on it
        start, middle, end, side, *_, close, _ = row
        assert different(start, end) > 0.005 and different(start, middle) > 0.001
        assert different(start, side) > 0.05 and different(start, close) > 0.05
    assert different(rows[0, 0], rows[1, 0]) > 0.01


def test_each_sign_can_have_a_picture_of_its_own(lexicon: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "out", lexicon, "--each") == 0
    pages = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert pages == ["001-FLAT.png", "002-TOUCHING.png"]
    assert all(len(tiles(tmp_path / "out" / page)) == 1 for page in pages)


def test_only_the_glosses_asked_for_are_drawn(lexicon: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "out", lexicon, "--glosses", "touching") == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["001-TOUCHING.png"]


def test_a_file_that_is_no_yaml_stops_no_other(
    lexicon: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.yaml").write_text("FLAT: [")
    (tmp_path / "folder" / "b.yaml").write_bytes(b"\xff\xfe\x00broken")
    lexicon.rename(tmp_path / "folder" / "c.yaml")
    assert build(tmp_path / "out", tmp_path / "folder", "--glosses", "FLAT") == 0
    said = capsys.readouterr()
    assert [line.split(",")[0].split(" ")[0] for line in said.err.splitlines() if ".yaml" in line] == [
        "a.yaml",
        "b.yaml",
        "c.yaml",
    ]
    assert "3 could not be read" in said.out


def test_more_signs_go_on_to_the_next_page(tmp_path: Path) -> None:
    more = "".join(f"S{n}:\n  start: {{shape: {n}, palm: out, fingers: up}}\n" for n in "ABCDLV")
    (tmp_path / "signs.yaml").write_text(SIGNS.format(more=more))
    assert build(tmp_path / "out", tmp_path / "signs.yaml") == 0
    counts = [len(tiles(path)) for path in sorted((tmp_path / "out").iterdir())]
    assert counts == [SIGNS_A_PAGE, 8 - SIGNS_A_PAGE]


def test_nothing_to_draw_is_told_with_a_next_step(
    lexicon: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(tmp_path / "out", lexicon, "--glosses", "NOBODY") == 1
    assert "No sign to draw was found" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
