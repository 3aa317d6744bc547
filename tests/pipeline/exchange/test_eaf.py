"""ELAN files: by the rules of their schema, read again, and from real ones."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.exchange.captions import Cue, gloss_cues, sentence_cues
from pipeline.exchange.eaf import Tier, read_eaf, write_eaf
from pipeline.exchange.from_eaf import gloss_tier, glosses_from
from pipeline.text.gloss import Origin
from pipeline.timeline.project import Project

ORDER = ("LICENSE", "HEADER", "TIME_ORDER", "TIER", "LINGUISTIC_TYPE", "LOCALE", "LANGUAGE", "CONSTRAINT")
"""The order that schema 3.0 asks of what stands in an annotation document."""

REQUIRED = {
    "ANNOTATION_DOCUMENT": {"AUTHOR", "DATE", "VERSION"},
    "HEADER": set(),
    "MEDIA_DESCRIPTOR": {"MEDIA_URL", "MIME_TYPE"},
    "TIME_SLOT": {"TIME_SLOT_ID"},
    "TIER": {"TIER_ID", "LINGUISTIC_TYPE_REF"},
    "ALIGNABLE_ANNOTATION": {"ANNOTATION_ID", "TIME_SLOT_REF1", "TIME_SLOT_REF2"},
    "LINGUISTIC_TYPE": {"LINGUISTIC_TYPE_ID"},
    "LANGUAGE": {"LANG_ID"},
}


def check(path: Path) -> ET.Element:
    """Hold a file to the schema's order, required attributes, keys and references."""
    root = ET.parse(path).getroot()
    places = [ORDER.index(child.tag) for child in root]
    assert root.tag == "ANNOTATION_DOCUMENT" and places == sorted(places)
    for element in root.iter():
        assert REQUIRED.get(element.tag, set()) <= set(element.attrib)
    datetime.fromisoformat(root.get("DATE", ""))

    def ids(tag: str, name: str) -> set[str]:
        found = [element.get(name, "") for element in root.iter(tag)]
        assert len(found) == len(set(found)) and "" not in found
        return set(found)

    slots, types = ids("TIME_SLOT", "TIME_SLOT_ID"), ids("LINGUISTIC_TYPE", "LINGUISTIC_TYPE_ID")
    languages = ids("LANGUAGE", "LANG_ID")
    ids("ALIGNABLE_ANNOTATION", "ANNOTATION_ID"), ids("TIER", "TIER_ID")
    for tier in root.iter("TIER"):
        assert tier.get("LINGUISTIC_TYPE_REF") in types
        assert tier.get("LANG_REF") is None or tier.get("LANG_REF") in languages
    for annotation in root.iter("ALIGNABLE_ANNOTATION"):
        assert {annotation.get("TIME_SLOT_REF1"), annotation.get("TIME_SLOT_REF2")} <= slots
    moments = [int(slot.get("TIME_VALUE", "")) for slot in root.iter("TIME_SLOT")]
    assert moments == sorted(moments)
    return root


def test_what_is_written_follows_the_schema_and_comes_back(project: Project, tmp_path: Path):
    path = tmp_path / "a.eaf"
    tiers = (Tier("Text", sentence_cues(project)), Tier("Gloss", gloss_cues(project)))
    write_eaf(path, tiers, {"Text": "en", "Gloss": "ase"}, tmp_path / "a film.mp4")
    root = check(path)
    media = root.find("HEADER/MEDIA_DESCRIPTOR")
    assert media is not None and media.get("MEDIA_URL") == (tmp_path / "a film.mp4").as_uri()
    assert read_eaf(path) == tiers


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
