"""Descriptions as text: what is written reads back, what is wrong is said in a sentence."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.compose.description import Description, Handshape, Location, Movement, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.manner import OtherHand
from pipeline.compose.manner import Path as Course
from pipeline.compose.places import Distance, HandPart, Place
from pipeline.compose.shapes import Bend, Shape
from pipeline.compose.symmetry import SignType, sign_type
from pipeline.compose.text_form import DescribedSign, read_description, read_signs
from pipeline.compose.text_writing import write_description, write_signs
from pipeline.errors import BadInput
from tests.pipeline.compose.strategies import descriptions

ROOT = Path(__file__).parents[3]
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
QUICK = [Phase.explicit, Phase.reuse, Phase.generate]
"""Shrinking a whole description takes minutes."""
KEYS = st.sampled_from(["start", "move", "shape", "at", "5", "hands", "arc", "face", "brows", "other", "x"])
TREES = st.recursive(
    st.text(max_size=8) | KEYS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def test_a_sign_reads_as_its_keys_say() -> None:
    [sign] = read_signs(
        "MOTHER:\n"
        "  start: {shape: 5 bent, palm: left, fingers: up, at: chin, distance: close}\n"
        "  move: {touch: thumb-tip, repeat: 2}\n",
        "signs.yaml",
    )
    start = Posture(
        Handshape(Shape.FIVE, bend=Bend.BENT),
        palm=Direction(left=1),
        fingers=Direction(up=1),
        location=Location(Place.CHIN, distance=Distance.CLOSE),
    )
    touched = Posture(location=Location(Place.CHIN, distance=Distance.TOUCH), by=HandPart.THUMB_TIP)
    movement = Movement(Course.STRAIGHT, to=touched, repeat=2)
    assert sign == DescribedSign("MOTHER", Description(start, movements=(movement,)))


def test_glosses_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert [sign.gloss for sign in read_signs("NO: {start: {shape: 3}}\nON: {start: {shape: B}}", "x")] == [
        "NO",
        "ON",
    ]


def test_a_posture_of_the_other_hand_makes_it_the_base() -> None:
    text = "start: {shape: B}\nother: {shape: S}"
    assert read_description(text).hands is OtherHand.BASE


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW, phases=QUICK)
@given(descriptions)
def test_every_description_reads_back_as_it_was(description: Description) -> None:
    assert read_description(write_description(description)) == description


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW, phases=QUICK)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=12), descriptions), max_size=3))
def test_every_file_reads_back_as_it_was(entries: list[tuple[str, Description]]) -> None:
    signs = [
        DescribedSign(
            f"S{index} {' '.join(words.split())}".strip(), description, note=f"{index}: '{index}' #"
        )
        for index, (words, description) in enumerate(entries)
    ]
    assert read_signs(write_signs(signs), "x") == signs


@pytest.mark.parametrize("place", ["at: chin, between: neutral", "between: chin"])
def test_what_is_between_body_and_neutral_space_is_refused(place: str) -> None:
    with pytest.raises(BadInput, match="needs both on the body"):
        read_description(f"start: {{shape: 5, {place}}}")


@pytest.mark.parametrize("place", ["neutral", "{at: neutral, height: chest}"])
def test_nothing_is_brushed_in_neutral_space(place: str) -> None:
    with pytest.raises(BadInput, match="a place on the body"):
        read_description(f"start: {{shape: 5}}\nmove: {{straight: up, brush: {place}}}")


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(st.text(max_size=60) | TREES.map(lambda tree: repr(tree).replace("'", '"')))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    for read in (read_description, lambda text: read_signs(text, "x")):
        try:
            read(text)
        except BadInput as refusal:
            assert str(refusal).endswith(".")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A:\n  start: {shape: Q7}", ["signs.yaml, line 2, A", "'Q7' is no handshape"]),
        ("A:\n  start: {shape: A, at: knee}", ["line 2, A", "'knee' is no place"]),
        ("A:\n  start: {shape: A}\n  move: {arc: sideways}", ["line 3, A", "'sideways' is no direction"]),
        ("A:\n  start: {shape: A, shape: B}", ["line 2", "'shape' is there twice"]),
        ("A:\n  begin: {shape: A}", ["'begin' means nothing here", "start"]),
        ("A:\n  move: {arc: up}", ["line 2, A", "there is no start"]),
        ("A:\n  start: {shape: A}\nA:\n  start: {shape: B}", ["line 3, A", "another variant"]),
        ("A: {start: {shape: A}", ["line 1", "not YAML"]),
        ("A: &x {start: {shape: A}}\nB: *x", ["write it out"]),
        ("A:\n  start: {shape: A}\n  move: {straight: up, repeat: 1000}", ["line 3, A", "1000"]),
        ("A:\n  start: {shape: A}\n  face: {brows: green}", ["line 3, A", "'green'"]),
    ],
)
def test_a_mistake_is_told_with_its_line_and_sign(text: str, words: list[str]) -> None:
    with pytest.raises(BadInput) as refusal:
        read_signs(text, "signs.yaml")
    for word in words:
        assert word in str(refusal.value)


def test_every_example_of_the_documentation_is_a_sign() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "notation.md").read_text(), re.DOTALL)
    signs = [sign for block in blocks for sign in read_signs(block, "notation.md")]
    assert len(signs) >= 3
    fragments = re.findall(
        r"^    (move|meet|face|hands): (.*)$", (ROOT / "docs/notation.md").read_text(), re.M
    )
    assert len(fragments) >= 9
    for key, value in fragments:
        hands = "" if key == "hands" else "hands: mirrored\n"
        read_description(f"{hands}start: {{shape: 5, at: chin}}\n{key}: {value}")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("start: {shape: 5}", SignType.ONE_HANDED),
        ("start: {shape: R}\nhands: alternating", SignType.SYMMETRIC),
        ("start: {shape: S}\nother: {shape: S}", SignType.SAME_BASE),
        ("start: {shape: V}\nother: {shape: flat_B}", SignType.OTHER_BASE),
        ("start: {shape: V}\nother: {shape: R}", SignType.IRREGULAR),
        ("start: {shape: V}\nhands: mirrored\nother: {shape: S}", SignType.IRREGULAR),
    ],
)
def test_battisons_type_follows_from_the_description(text: str, type_: SignType) -> None:
    assert sign_type(read_description(text)) is type_


def test_there_are_at_least_sixty_handshapes() -> None:
    assert len(Shape) >= 60
