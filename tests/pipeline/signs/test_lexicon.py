"""The shipped lexicon: every described sign is in the dictionary, says what it is, and looks as described."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.body.kinematics import joint_transforms
from pipeline.body.signers import signer
from pipeline.compose.features import features
from pipeline.compose.text_form import read_description, read_signs
from pipeline.compose.text_writing import write_description, write_signs
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.signs.lexicon import LEXICONS, files, read_lexicon
from pipeline.signs.sign import Sign
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore

TWO = """
YES:
  start: {shape: S, palm: out, fingers: up, height: shoulders, side: right}
  move: {local: nod x2}
MOTHER:
  note: at the chin
  start: {shape: 5, palm: left, fingers: up, at: chin, by: thumb-tip, distance: close}
  move: {touch: thumb-tip, repeat: 2}
"""
LANGUAGES = [language for language in ("ase", "gsg") if files(LEXICONS, language)]


@pytest.fixture(scope="module")
def store() -> SignStore:
    return SignStore(STARTER)


def lexicon(folder: Path, **texts: str) -> Path:
    """A folder with an ASL lexicon of these files."""
    (folder / "ase").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "ase" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def in_the_middle(store: SignStore, gloss: str, moment: float = 0.5) -> tuple[Sign, np.ndarray]:
    """A sign and the transforms (55, 3, 4) of its joints at a part of it."""
    (sign,) = store.find(gloss, "ase")
    motion = store.motion(sign.id)
    frame = round((sign.onset + moment * (sign.offset - sign.onset)) * sign.fps)
    rest = signer("woman").rest_joints
    return sign, joint_transforms(rest, motion.pose[[frame]], motion.translation[[frame]])[0]


def place(transforms: np.ndarray, joint: str) -> np.ndarray:
    return transforms[joints.INDEX[joint], :, 3]


def palm(transforms: np.ndarray) -> np.ndarray:
    """The direction in which the right palm faces: down in the rest pose."""
    return -transforms[joints.INDEX["right_wrist"], :, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_described_sign_is_in_the_dictionary_as_it_stands_in_its_file(
    language: str, store: SignStore
) -> None:
    """Fails when a file was changed and `main.py build starter` was not run."""
    entries = read_lexicon(LEXICONS, language)
    composed = [sign for sign in store.search("", language, limit=10_000) if sign.composed]
    assert len(composed) == len(entries)
    for entry in entries:
        found = [
            sign for sign in store.find(entry.sign.gloss, language) if sign.variant == entry.sign.variant
        ]
        assert len(found) == 1 and found[0].composed, entry.sign.gloss
        assert read_description(found[0].description) == entry.sign.description, entry.sign.gloss
        assert store.features(found[0].id) == features(entry.sign.description)
        assert found[0].source.startswith(f"starter lexicon {language}/{entry.file}")
        assert found[0].licence == "Apache-2.0" and not found[0].signer


def test_the_dictionary_has_the_signs_that_were_promised_in_little_room(store: SignStore) -> None:
    composed = [sign for sign in store.search("", "ase", limit=10_000) if sign.composed]
    assert len(composed) >= 250 and STARTER.stat().st_size < 12_000_000
    numbers = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN"
    numbers += (
        " SIXTEEN SEVENTEEN EIGHTEEN NINETEEN TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY HUNDRED"
    )
    weather = "WEATHER RAIN SNOW SUN CLOUD WIND STORM ICE WARM COLD TEMPERATURE NORTH SOUTH EAST WEST"
    weather += " TODAY TOMORROW TONIGHT MOUNTAIN RIVER OCEAN"
    assert not {*numbers.split(), *weather.split()} - {sign.gloss for sign in composed}


def test_signs_last_as_long_as_people_take_for_them(store: SignStore) -> None:
    for sign in store.search("", "ase", limit=10_000):
        if sign.composed:
            assert 0.15 < sign.offset - sign.onset < 3.0, (sign.gloss, sign.offset - sign.onset)
            assert 0 < sign.onset < sign.offset < sign.seconds and sign.fps == 30.0


def test_files_read_back_as_they_are_written() -> None:
    for language in LANGUAGES:
        for path in files(LEXICONS, language):
            signs = read_signs(path.read_text(encoding="utf-8"), path.name)
            assert read_signs(write_signs(signs), path.name) == signs


def test_mother_is_at_the_chin_and_father_at_the_forehead(store: SignStore) -> None:
    (_, mother), (_, father) = (in_the_middle(store, gloss, 1.0) for gloss in ("MOTHER", "FATHER"))
    head = place(mother, "head")
    thumbs = [place(posed, "right_thumb3") for posed in (mother, father)]
    assert 0.06 < thumbs[1][1] - thumbs[0][1] < 0.18
    for thumb in thumbs:
        assert abs(thumb[0] - head[0]) < 0.05 and thumb[2] > head[2] + 0.06


def test_you_is_pointed_at_in_front_and_i_at_the_chest(store: SignStore) -> None:
    _, you = in_the_middle(store, "IX-2", 1.0)
    pointing = place(you, "right_index3") - place(you, "right_index1")
    assert pointing[2] / np.linalg.norm(pointing) > 0.9
    _, me = in_the_middle(store, "IX-1", 1.0)
    last = place(me, "right_index3") - place(me, "right_index1")
    assert last[2] / np.linalg.norm(last) < -0.6


def test_palms_face_where_the_description_says(store: SignStore) -> None:
    facing = {
        "POSS-1": (0, 0, -1),
        "POSS-2": (0, 0, 1),
        "WHAT": (0, 1, 0),
        "CAN": (0, -1, 0),
        "MEET": (1, 0, 0),
    }
    for gloss, direction in facing.items():
        _, posed = in_the_middle(store, gloss, 0.0)
        assert palm(posed) @ np.array(direction) > 0.85, (gloss, palm(posed))


def test_both_hands_of_book_open_like_a_mirror(store: SignStore) -> None:
    _, posed = in_the_middle(store, "BOOK", 1.0)
    left, right = place(posed, "left_wrist"), place(posed, "right_wrist")
    assert np.allclose(left * [-1, 1, 1], right, atol=0.03)


def test_a_sign_that_is_described_twice_is_refused_by_name(tmp_path: Path) -> None:
    folder = lexicon(tmp_path, one=TWO, two="yes:\n  start: {shape: S}\n")
    with pytest.raises(BadInput, match=r"one\.yaml and two\.yaml both describe yes"):
        read_lexicon(folder, "ase")
    varied = lexicon(tmp_path / "varied", one=TWO, two="YES:\n  variant: big\n  start: {shape: S}\n")
    assert len(read_lexicon(varied, "ase")) == 3


def test_mistakes_are_answered_with_file_sign_and_line(tmp_path: Path) -> None:
    folder = lexicon(tmp_path, bad="YES:\n  start: {shape: Q}\n")
    with pytest.raises(BadInput, match=r"bad\.yaml, line 2, YES: 'Q' is no handshape"):
        read_lexicon(folder, "ase")
    (folder / "ase" / "bad.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BadInput, match="save it as UTF-8"):
        read_lexicon(folder, "ase")
    assert read_lexicon(folder, "xyz") == ()


def test_features_say_what_a_sign_looks_like() -> None:
    text = (
        "start: {shape: 5, at: chin, touch: thumb-tip}\n"
        "move: [{arc: out, via: up, shape: S, local: twist}, {at: chest}]"
    )
    assert features(read_description(text)) == {
        ("hands", "one"), ("handshape", "5"), ("handshape", "S"), ("location", "chin"), ("location", "chest"),
        ("contact", "thumb-tip"), ("movement", "arc"), ("movement", "straight"), ("local", "twist"),
    }  # fmt: skip
    assert ("movement", "none") in features(read_description("start: {shape: 5}\nhold: 0.4"))
    base = "start: {shape: B, at: palm}\nother: {shape: 5}\nmove: {shape: S}"
    assert ("base handshape", "5") in features(read_description(base))
    assert not {value for name, value in features(read_description(base)) if name == "movement"}
    assert read_description(write_description(read_description(base))) == read_description(base)
