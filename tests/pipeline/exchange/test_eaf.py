"""ELAN files: by the rules of their schema, read again, and from real ones."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pympi
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.errors import BadInput
from pipeline.exchange.captions import Cue, gloss_cues, sentence_cues
from pipeline.exchange.eaf import Tier, read_eaf, write_eaf
from pipeline.exchange.from_eaf import gloss_tier, glosses_from
from pipeline.exchange.outputs import TEXTS
from pipeline.text.gloss import Origin
from pipeline.timeline.project import Project

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("eaf.xsd")))


def check(path: Path) -> ET.Element:
    """Hold a file to the schema, and to what it cannot say: slots stand in the order of time."""
    SCHEMA.assertValid(etree.parse(path))
    root = ET.parse(path).getroot()
    moments = [int(slot.get("TIME_VALUE", "")) for slot in root.iter("TIME_SLOT")]
    assert moments == sorted(moments)
    return root


def test_the_schema_accepts_a_file_that_elan_publishes(shared_data: Path):
    SCHEMA.assertValid(etree.parse(shared_data / "lexicons" / "eaf" / "sample_3.0.eaf"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('TIME_SLOT_REF2="ts2"', 'TIME_SLOT_REF2="ts9"'),
        ('TIME_SLOT_REF2="ts2"', ""),
        ('TIME_VALUE="1000"', 'TIME_VALUE="1.0"'),
        ('LINGUISTIC_TYPE_REF="time-aligned"', 'LINGUISTIC_TYPE_REF="another"'),
        ('LANG_REF="en"', 'LANG_REF="de"'),
        ('TIER_ID="Text"', 'TIER_ID="Gloss"'),
        ("<HEADER ", "<TIME_ORDER /><HEADER "),
        ("+00:00", "+00:00 in the afternoon"),
    ],
)
def test_the_schema_refuses_a_broken_file(tmp_path: Path, before: str, after: str):
    path = tmp_path / "a.eaf"
    tiers = (Tier("Text", (Cue(0, 1, "a"),)), Tier("Gloss", (Cue(0, 1, "A"),)))
    write_eaf(path, tiers, {"Text": "en", "Gloss": "ase"})
    written = path.read_text()
    assert before in written
    path.write_text(written.replace(before, after, 1))
    assert not SCHEMA.validate(etree.parse(path))


def test_what_is_written_follows_the_schema_and_comes_back(project: Project, tmp_path: Path):
    path = tmp_path / "a.eaf"
    tiers = (Tier("Text", sentence_cues(project)), Tier("Gloss", gloss_cues(project)))
    write_eaf(path, tiers, {"Text": "en", "Gloss": "ase"}, tmp_path / "a film.mp4")
    root = check(path)
    media = root.find("HEADER/MEDIA_DESCRIPTOR")
    assert media is not None and media.get("MEDIA_URL") == (tmp_path / "a film.mp4").as_uri()
    assert read_eaf(path) == tiers


def test_another_reader_finds_the_same_annotations(project: Project, tmp_path: Path):
    path = tmp_path / "a.eaf"
    tiers = (Tier("Text", sentence_cues(project)), Tier("Gloss", gloss_cues(project)))
    write_eaf(path, tiers, {"Text": "en", "Gloss": "ase"}, tmp_path / "a.mp4")
    theirs = pympi.Eaf(str(path))
    assert list(theirs.get_tier_names()) == ["Text", "Gloss"]
    for tier in tiers:
        found = [
            (begin, end, text) for begin, end, text, *_ in theirs.get_annotation_data_for_tier(tier.name)
        ]
        assert found == [(round(cue.begin * 1000), round(cue.end * 1000), cue.text) for cue in tier.cues]
    theirs.to_file(str(tmp_path / "b.eaf"))
    assert read_eaf(tmp_path / "b.eaf") == tiers


def test_an_exported_project_follows_the_schema(project: Project, tmp_path: Path):
    (tmp_path / "a talk.mp4").write_bytes(b"")
    TEXTS[".eaf"](tmp_path / "a talk.eaf", project)
    root = check(tmp_path / "a talk.eaf")
    assert [tier.get("TIER_ID") for tier in root.iter("TIER")] == ["Text", "Gloss", "Sign"]
    assert root.find("HEADER/MEDIA_DESCRIPTOR") is not None


def test_the_same_tiers_and_date_give_the_same_bytes(project: Project, tmp_path: Path):
    when = datetime(2026, 1, 2, tzinfo=UTC)
    for name in ("a", "b"):
        write_eaf(tmp_path / name, [Tier("Gloss", gloss_cues(project))], created=when)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_empty_timeline_is_a_valid_file(tmp_path: Path):
    write_eaf(tmp_path / "a.eaf", [Tier("Gloss", ())])
    check(tmp_path / "a.eaf")
    assert read_eaf(tmp_path / "a.eaf") == ()


texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cn", "Co")), min_size=1)
cues = st.builds(
    lambda begin, length, text: Cue(begin / 1000, (begin + length) / 1000, text),
    st.integers(0, 10**7), st.integers(1, 10**5), texts,
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(cues, max_size=6))
def test_any_annotations_come_back(tmp_path: Path, given_cues: list[Cue]):
    cues = tuple(sorted(given_cues, key=lambda cue: (cue.begin, cue.end)))
    write_eaf(tmp_path / "a.eaf", [Tier("Gloss", cues)])
    check(tmp_path / "a.eaf")
    assert read_eaf(tmp_path / "a.eaf") == ((Tier("Gloss", cues),) if cues else ())


def test_real_files_of_elan_are_read(shared_data: Path):
    for path in sorted((shared_data / "lexicons" / "eaf").glob("*.eaf")):
        tiers = read_eaf(path)
        values = [value.text for value in ET.parse(path).getroot().iter("ANNOTATION_VALUE")]
        assert tiers and sum(len(tier.cues) for tier in tiers) == sum(
            bool(text and text.strip()) for text in values
        )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no readable XML"),
        (b"<a", "no readable XML"),
        (b"\xff\xfe\x00", "no readable XML"),
        (b"<html/>", "no ELAN file"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><ANNOTATION_DOCUMENT/>', "declares entities"),
    ],
)
def test_other_files_are_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str):
    path = tmp_path / "a.eaf"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=sentence):
        read_eaf(path)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be opened"):
        read_eaf(tmp_path / "a.eaf")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_damaged_files_never_end_in_a_traceback(tmp_path: Path, data: st.DataObject):
    path = tmp_path / "a.eaf"
    write_eaf(path, [Tier("Gloss", (Cue(0, 1, "A"), Cue(1, 2, "B")))])
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        read_eaf(path)
    except BadInput as error:
        assert str(error).count("\n") == 0


def test_the_gloss_tier_is_found_by_its_name_or_asked_for():
    tiers = (Tier("Text", (Cue(0, 1, "x"),)), Tier("Gloss RH", (Cue(0, 1, "A"),)))
    assert gloss_tier(tiers).name == "Gloss RH"
    assert gloss_tier(tiers, "text").name == "Text"
    assert gloss_tier(tiers[:1]).name == "Text"
    with pytest.raises(BadInput, match="no tier 'hands': the file has Text, Gloss RH"):
        gloss_tier(tiers, "hands")
    with pytest.raises(BadInput, match="name one of them"):
        gloss_tier((tiers[0], Tier("Notes", tiers[0].cues)))


def test_annotations_become_glosses_with_the_pauses_between_them():
    tier = Tier("Gloss", (Cue(0.0, 1.0, "RAIN"), Cue(1.2, 2.0, "BO"), Cue(3.5, 4.0, "rain")))
    found = glosses_from(tier, frozenset({"RAIN", "B", "O"}), "en", "ase")
    assert [(gloss.signs, gloss.origin, gloss.pause) for gloss in found.glosses] == [
        (("RAIN",), Origin.DICTIONARY, 0.0),
        (("B", "O"), Origin.SPELLED, 1.5),
        (("RAIN",), Origin.DICTIONARY, 0.0),
    ]
    assert [found.text[slice(*gloss.span)] for gloss in found.glosses if gloss.span] == ["RAIN", "BO", "rain"]


def test_annotations_without_times_of_their_own_share_the_time_between(tmp_path: Path):
    path = tmp_path / "a.eaf"
    write_eaf(
        path, [Tier("Gloss", (Cue(0, 1, "A"), Cue(1, 2, "B"), Cue(2, 4, "C"))), Tier("T", (Cue(0, 4, "t"),))]
    )
    root = ET.parse(path).getroot()
    for slot in root.iter("TIME_SLOT"):
        if slot.get("TIME_VALUE") in ("1000", "2000"):
            del slot.attrib["TIME_VALUE"]
    ET.ElementTree(root).write(path)
    gloss, _ = read_eaf(path)
    assert [(cue.text, pytest.approx(cue.begin), pytest.approx(cue.end)) for cue in gloss.cues] == [
        ("A", 0, 4 / 3), ("B", 4 / 3, 8 / 3), ("C", 8 / 3, 4),
    ]  # fmt: skip
