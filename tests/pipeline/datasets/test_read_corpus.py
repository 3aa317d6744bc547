import gzip
import pickle  # noqa: TID251  (writes what the published annotations look like)
from pathlib import Path

import pytest

from pipeline.datasets.parallel import Pair, vocabulary
from pipeline.datasets.read import read_corpus, read_pairs
from pipeline.errors import BadInput


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_two_text_files_with_as_many_lines_are_a_corpus(tmp_path):
    write(tmp_path / "train.de", "am montag regen .\nes schneit .\n")
    write(tmp_path / "train.gloss", "MONTAG REGEN\nSCHNEE\n")
    expected = (Pair("am montag regen .", ("MONTAG", "REGEN"), "1"), Pair("es schneit .", ("SCHNEE",), "2"))
    assert read_pairs(tmp_path / "train.de") == expected
    assert read_pairs(tmp_path / "train.gloss") == expected


def test_a_line_may_hold_separators_that_python_takes_for_line_ends(tmp_path):
    write(tmp_path / "train.de", "am\u2028montag\nregen\n")
    write(tmp_path / "train.gloss", "MONTAG\nREGEN\n")
    assert len(read_pairs(tmp_path / "train.de")) == 2


def test_the_official_phoenix_table_is_read_with_its_quotes_as_they_are(tmp_path):
    head = "name|video|start|end|speaker|orth|translation"
    table = f'{head}\na-1|a-1/*.png|-1|-1|Signer08|REGEN NORD|im "norden regen\n'
    assert read_pairs(write(tmp_path / "train.csv", table)) == (
        Pair('im "norden regen', ("REGEN", "NORD"), "a-1"),
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_with_a_heading_is_a_corpus(tmp_path, separator):
    rows = [["Text", "Gloss"], ['"Hello, you"', "HELLO YOU"]]
    table = "\n".join(separator.join(row) for row in rows)
    assert read_pairs(write(tmp_path / "mine.csv", "\ufeff" + table)) == (
        Pair("Hello, you", ("HELLO", "YOU"), "2"),
    )


class _Tensor:
    """Pickles like the empty torch tensor of the published annotations."""

    def __reduce__(self):
        import torch

        return torch.zeros(0).__reduce_ex__(2)


@pytest.mark.parametrize("pack", [gzip.compress, bytes])
def test_annotations_of_the_slrt_family_are_read_packed_or_plain(tmp_path, pack):
    rows = [
        {
            "name": "dev/a",
            "signer": "S1",
            "gloss": "REGEN NORD",
            "text": "regen im norden .",
            "sign": _Tensor(),
        }
    ]
    file = tmp_path / "phoenix-2014t.dev"
    file.write_bytes(pack(pickle.dumps(rows, protocol=2)))
    assert read_pairs(file) == (Pair("regen im norden .", ("REGEN", "NORD"), "dev/a"),)


class _Evil:
    def __reduce__(self):
        import os

        return os.system, ("touch /tmp/should-not-exist",)


def test_a_pickle_that_wants_to_run_something_is_refused_in_one_sentence(tmp_path):
    file = tmp_path / "train.pkl"
    file.write_bytes(pickle.dumps([_Evil()]))
    with pytest.raises(BadInput, match=r"wants to run .*system, which is not allowed"):
        read_pairs(file)


def test_csl_daily_gives_each_part_its_sentences(tmp_path):
    info = [
        {"name": "S1", "label_gloss": ["他", "来"], "label_word": ["他", "来", "了"]},
        {"name": "S2", "label_gloss": ["我"], "label_word": ["我"]},
    ]
    file = tmp_path / "csl2020ct_v2.pkl"
    file.write_bytes(pickle.dumps({"info": info}))
    with pytest.raises(BadInput, match=r"needs split_1\.txt"):
        read_pairs(file)
    write(tmp_path / "split_1.txt", "name|split\nS1|train\nS2|dev\n")
    assert read_pairs(file, "train") == (Pair("他 来 了", ("他", "来"), "S1"),)
    assert read_pairs(file, "dev") == (Pair("我", ("我",), "S2"),)


def test_a_folder_gives_its_parts_and_marks_are_cleaned_where_training_has_them(tmp_path):
    for part, gloss in (("train", "__ON__ REGEN-PLUSPLUS"), ("dev", "loc-NORD"), ("test", "SONNE SONNE")):
        write(tmp_path / f"{part}.de", "ein satz\n")
        write(tmp_path / f"{part}.gloss", gloss + "\n")
    corpus = read_corpus(tmp_path)
    assert corpus.cleaning == "phoenix"
    assert [part[0].glosses for part in (corpus.train, corpus.dev, corpus.test)] == [
        ("REGEN",),
        ("NORD",),
        ("SONNE",),
    ]
    assert read_corpus(tmp_path, cleaning="none").train[0].glosses == ("__ON__", "REGEN-PLUSPLUS")


def test_a_corpus_without_a_dev_part_holds_every_tenth_sentence_out(tmp_path):
    write(tmp_path / "all.tsv", "text\tgloss\n" + "".join(f"satz {n}\tG{n}\n" for n in range(30)))
    corpus = read_corpus(tmp_path / "all.tsv")
    assert [pair.glosses[0] for pair in corpus.dev] == ["G0", "G10", "G20"]
    assert len(corpus.train) == 27
    assert not {pair.glosses for pair in corpus.train} & {pair.glosses for pair in corpus.dev}


def test_the_vocabulary_is_that_of_the_given_pairs_alone():
    assert vocabulary([Pair("", ("B", "A", "B"))]) == ("B", "A")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.de", b"", "is empty"),
        ("a.de", b"\xff\xfe", "no text in UTF-8"),
        ("a.de", b"hallo\n", "has no file beside it"),
        ("a.csv", b"text,gloss\nonly text\n", "line 2 has 1 columns"),
        ("a.csv", b'text,gloss\n"open,A\n', "damaged table"),
        ("a.csv", b"text,gloss\n", "holds no sentence"),
        ("a.xlsx", b"PK\x03\x04", "save the sheet as CSV"),
        ("a.pkl", b"\x80\x02.", "is not taken"),
        ("a.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 30, "is damaged"),
        ("a.gz", gzip.compress(b"x" * 999)[:-9], "cut off"),
    ],
)
def test_bad_files_are_refused_in_one_sentence(tmp_path, name, content, sentence):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(BadInput, match=sentence) as caught:
        read_pairs(file)
    assert "\n" not in str(caught.value)


def test_files_with_different_numbers_of_lines_are_refused(tmp_path):
    write(tmp_path / "train.de", "a\nb\n")
    write(tmp_path / "train.gloss", "A\n")
    with pytest.raises(BadInput, match=r"2 lines and .* 1"):
        read_pairs(tmp_path / "train.de")


@pytest.mark.parametrize("folder", ["phoenix14t", "phoenix_official", "phoenix_slrt"])
def test_phoenix_is_the_same_in_each_of_its_three_formats(shared_data: Path, folder: str):
    corpus = read_corpus(shared_data / "text" / folder)
    assert (len(corpus.train), len(corpus.dev), len(corpus.test)) == (7096, 519, 642)
    assert 1060 < len(vocabulary(corpus.train)) < 1090
