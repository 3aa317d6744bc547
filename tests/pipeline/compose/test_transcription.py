"""HamNoSys and SiGML read as descriptions, checked by what the symbols mean."""

import json
import tarfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose.description import Handshape, Location
from pipeline.compose.direction import direction
from pipeline.compose.manner import Local, OtherHand, Repeat, Size
from pipeline.compose.manner import Path as Course
from pipeline.compose.places import Distance, HandPart, Height, Part, Place, Side
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import read_description
from pipeline.compose.text_writing import write_description
from pipeline.compose.transcription.directions import carried, circle
from pipeline.compose.transcription.figures import coverage
from pipeline.compose.transcription.read import read_hamnosys, read_sigml
from pipeline.compose.transcription.symbols import NAMES, symbols
from pipeline.errors import BadInput

SIGN = """<?xml version="1.0" encoding="utf-8"?>
<sigml><hamgestural_sign gloss="HOUSE"><sign_nonmanual><mouthing_tier><mouth_picture picture="hus"/>
</mouthing_tier><facialexpr_tier><eye_brows movement="RB"/></facialexpr_tier></sign_nonmanual>
<sign_manual both_hands="true" lr_symm="true"><handconfig handshape="flat"/><handconfig extfidir="ul"/>
<handconfig palmor="dl"/><handconstellation contact="touch"><location_hand digits="3" location="tip"/>
<location_hand digits="3" location="tip"/><location_bodyarm location="shoulders" contact="close"/>
</handconstellation><directedmotion direction="dr" size="small" wibble="1"/></sign_manual>
</hamgestural_sign></sigml>"""


def test_a_pointing_hand_that_taps_the_chin_twice() -> None:
    read = read_hamnosys(
        "hamfinger2,hamextfingerul,hampalml,hamchin,hamclose,hammovei,hamsmallmod,hamrepeatfromstart"
    )
    [movement] = read.description.movements
    start = read.description.start
    assert start.shape == Handshape(Shape.ONE)
    assert start.location == Location(Place.CHIN, distance=Distance.CLOSE)
    assert (movement.path, movement.direction, movement.size) == (
        Course.STRAIGHT,
        direction("in"),
        Size.SMALL,
    )
    assert (movement.repeat, movement.way) == (2, Repeat.AGAIN)
    assert (read.unmapped, read.symbols) == ((), 8)


@pytest.mark.parametrize(
    ("symbols_", "shape"),
    [
        ("fist thumbacrossmod", Shape.S),
        ("fist thumboutmod", Shape.TEN),
        ("finger2345 thumboutmod", Shape.FIVE),
        ("finger2 thumboutmod", Shape.L),
        ("finger2 fingerhookmod", Shape.X),
        ("finger2 pinky", Shape.I),
        ("pinch12open", Shape.F),
        ("ceeall", Shape.C),
    ],
)
def test_shapes_have_the_names_of_the_field(symbols_: str, shape: Shape) -> None:
    assert read_hamnosys(f"{symbols_} extfingeru palmd").description.start.shape == Handshape(shape)


def test_a_palm_turns_with_the_fingers() -> None:
    palm = {
        (fingers, way): str(carried(direction(way), direction(fingers)))
        for fingers, way in (
            ("up", "down"),
            ("up", "left"),
            ("left", "left"),
            ("down", "down"),
            ("out", "left"),
        )
    }
    assert palm == {
        ("up", "down"): "out",
        ("up", "left"): "left",
        ("left", "left"): "in",
        ("down", "down"): "in",
        ("out", "left"): "left",
    }


def test_circles_go_clockwise_along_their_axis() -> None:
    assert [str(way) for way in circle(direction("out"), None)] == ["right", "down"]
    assert [str(way) for way in circle(direction("in"), None)] == ["left", "down"]
    assert [str(way) for way in circle(direction("down"), None)] == ["right", "in"]


def test_hands_that_differ_make_a_base() -> None:
    read = read_hamnosys(
        "parbegin finger2 plus flathand parend parbegin extfingero palmd plus extfingeror palmu parend "
        "parbegin indexfinger fingertip plus palm parend touch moveo"
    )
    description = read.description
    assert description.hands is OtherHand.BASE
    assert description.other.shape == Handshape(Shape.FLAT_B)
    assert description.start.location == Location(Place.PALM, distance=Distance.TOUCH)
    assert (description.start.by, read.unmapped) == (HandPart.INDEX_TIP, ())


def test_what_happens_at_once_becomes_one_movement() -> None:
    read = read_hamnosys(
        "symmlr fist extfingeru palmd shoulders parbegin moved arcr fingerplay replace finger2345 parend"
    )
    [movement] = read.description.movements
    assert (movement.path, [local.kind for local in movement.local]) == (Course.ARC, [Local.WIGGLE])
    assert movement.to.shape is not None and movement.to.shape.name is Shape.FOUR
    assert read.description.start.location == Location(height=Height.SHOULDERS)
    assert read.unmapped == ()


def test_sides_are_the_signers() -> None:
    left = read_hamnosys("finger2 extfingeru palmd lrat chest touch").description.start.location
    right = read_hamnosys("finger2 extfingeru palmd chest lrat touch").description.start.location
    assert left is not None and right is not None
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)


def test_what_is_not_touched_is_before_the_trunk() -> None:
    before = read_hamnosys("symmlr flathand extfingerul palmdl shouldertop close").description.start
    touched = read_hamnosys("flathand extfingerul palmdl shouldertop touch").description.start
    assert before.location == Location(height=Height.NECK, distance=Distance.CLOSE)
    assert touched.location == Location(Place.SHOULDER_TOP, distance=Distance.TOUCH)


def test_characters_of_the_font_and_names_read_alike() -> None:
    named = "hamsymmlr,hamflathand,hamextfingero,hampalmd,hammover"
    codes = {name: code for code, name in NAMES.items()}
    drawn = "".join(codes[word.removeprefix("ham")] for word in named.split(","))
    assert read_hamnosys(drawn) == read_hamnosys(named)
    assert (codes["fist"], codes["symmlr"], codes["move" + "uo"]) == ("\ue000", "\ue0e9", "\ue091")


def test_sigml_keeps_meeting_hands_and_tells_what_it_does_not_know() -> None:
    [read] = read_sigml(SIGN.encode(), "house.sigml")
    meeting = read.description.meeting
    assert read.gloss == "HOUSE" and read.description.hands is OtherHand.MIRRORED
    assert meeting is not None and (meeting.by, meeting.to) == (HandPart.MIDDLE_TIP, None)
    assert [(item.channel, item.action) for item in read.description.face] == [
        ("brows", "up"),
        ("mouthing", "hus"),
    ]
    assert read.unmapped == ("directedmotion wibble=1",)


def test_sigml_of_symbols_reads_like_the_string() -> None:
    data = (
        '<sigml><hns_sign gloss="A"><hamnosys_manual><hamfist/><hamextfingeru/><hampalmd/><hammoveo/>'
        "</hamnosys_manual></hns_sign></sigml>"
    )
    [read] = read_sigml(data.encode(), "a.sigml")
    assert read.description == read_hamnosys("hamfist hamextfingeru hampalmd hammoveo").description


def test_a_place_on_a_finger_keeps_its_part() -> None:
    read = read_hamnosys(
        "parbegin finger2 extfingero palmd plus finger2 extfingeror palml parend "
        "parbegin indexfinger fingertip plus middlefinger fingermidjoint parend touch"
    )
    assert read.description.start.location == Location(
        Place.MIDDLE, part=Part.MIDDLE, distance=Distance.TOUCH
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<sigml>", "line 1: this is not XML"),
        (b"<sigml></sigml>", "no hamgestural_sign"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><sigml/>', "entities"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><sigml>&b;</sigml>', "entities"),
        (b'<sigml><hamgestural_sign gloss="A"/></sigml>', "A has no sign_manual"),
        (b'<?xml version="1.0" encoding="nonsense"?><sigml/>', "x.sigml"),
    ],
)
def test_files_that_are_no_signs_are_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        read_sigml(data, "x.sigml")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sorted(NAMES.values())), max_size=25))
def test_any_row_of_symbols_is_read_or_refused(row: list[str]) -> None:
    try:
        read = read_hamnosys(" ".join(["fist", *row]))
    except BadInput as refusal:
        assert str(refusal).endswith(".")
    else:
        assert read_description(write_description(read.description)) == read.description
        assert read.symbols == len(row) + 1


def test_strange_symbols_are_named() -> None:
    with pytest.raises(BadInput, match="'foo' is no symbol"):
        symbols("hamfist hamfoo")
    with pytest.raises(BadInput, match="E7FF"):
        symbols("\ue000\ue7ff")


def test_published_signs_are_mapped_for_the_most_part(shared_data: Path) -> None:
    with tarfile.open(shared_data / "lexicons" / "sigml_ngt.tar.gz") as archive:
        members = [member for member in archive.getmembers() if member.name.endswith(".sigml")][::20]
        files = [(member.name, archive.extractfile(member)) for member in members]
        read = [sign for name, file in files if file for sign in read_sigml(file.read(), name)]
    given_ = json.loads((shared_data / "lexicons" / "hamnosys" / "data.json").read_text())
    strings = [entry["hamnosys"] for entry in given_.values() if entry["hamnosys"]][::40]
    for found in (read, [sign for text in strings for sign in _read(text)]):
        figures = coverage(found, 0)
        assert figures.mapped / figures.symbols > 0.9
        assert figures.whole / figures.signs > 0.66


def _read(text: str) -> list:
    try:
        return [read_hamnosys(text)]
    except BadInput:
        return []
