"""The shipped manual alphabets, and how they are built again."""

import subprocess
import zipfile
from pathlib import Path

import numpy as np
import pytest

import pipeline.signs.captures as captures
import pipeline.signs.starter as starter
import pipeline.wheels as wheels
from pipeline.body.kinematics import joint_positions
from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.fitting.chain import DIGITS, arm_chain
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix
from pipeline.progress import Cancelled
from pipeline.signs.captures import capital, opened_lexicon, read_index
from pipeline.signs.fitted import build_starter
from pipeline.signs.letters import MOVING
from pipeline.signs.starter import STARTER, compose_starter
from pipeline.signs.store import SignStore

LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALPHABETS = {"ase": LATIN, "gsg": LATIN + "ÄÖÜß"}
REST = {13, 16, 18, 20, *range(25, 40)}
"""The joints of the left arm and hand."""
FILMED = Path(__file__).parents[1] / "fitting" / "captures"


@pytest.fixture(scope="module")
def store() -> SignStore:
    return SignStore(STARTER)


def the_letter(store: SignStore, letter: str, language: str) -> tuple[Motion, int]:
    """A letter's motion and the frame in the middle of it."""
    sign = store.find(letter, language)[0]
    return store.motion(sign.id), round((sign.onset + sign.offset) / 2 * sign.fps)


def straightness(motion: Motion, frame: int) -> dict[str, float]:
    """How far each digit reaches, over the length of its bones: 1 straight, about 0.5 in a fist."""
    with np.load(starter.RESOURCES / "avatar" / "woman.npz", allow_pickle=False) as archive:
        chain = arm_chain(np.asarray(archive["J"], float), "right")
    local = axis_angle_to_matrix(motion.pose[frame, list(chain.joints)].astype(float))
    reach = {}
    for index, digit in enumerate(DIGITS):
        first = 3 + 3 * index
        tip = chain.point_offsets[2 + 4 * index + 3]
        bones = [chain.offsets[first + 1], chain.offsets[first + 2], tip]
        turned, place = np.eye(3), np.zeros(3)
        for joint, bone in enumerate(bones):
            turned = turned @ (local[first + joint] if joint else np.eye(3))
            place = place + turned @ bone
        bent_first = np.arccos(np.clip((np.trace(local[first]) - 1) / 2, -1, 1))
        length = sum(float(np.linalg.norm(bone)) for bone in bones)
        reach[digit] = float(np.linalg.norm(place)) / length * (1 if bent_first < 1.1 else 0.7)
    return reach


def test_every_letter_of_both_alphabets_is_there_once(store: SignStore) -> None:
    assert store.languages() == ("ase", "gsg")
    for language, letters in ALPHABETS.items():
        assert all(len(store.find(letter, language)) == 1 for letter in letters), language
        assert {store.find(letter, language)[0].gloss for letter in letters} == set(letters)
        assert sum(sign.language == language for sign in store.captured()) == len(letters)


def test_every_letter_says_where_it_comes_from(store: SignStore) -> None:
    for language, letters in ALPHABETS.items():
        for letter in letters:
            sign = store.find(letter, language)[0]
            assert sign.source.startswith(f"spoken-to-signed==0.4.0 {language}/") and ".pose" in sign.source
            assert (sign.licence, sign.signer) == ("MIT", f"spoken-to-signed {language}")
            assert sign.created and 0.1 < sign.scores["grade"] <= 1
            assert sign.fps == {"ase": 25.0, "gsg": 30.0}[language]


def test_letters_with_a_prior_say_so(store: SignStore) -> None:
    assert "prior of its handshape" in store.find("T", "ase")[0].source
    assert "prior" not in store.find("B", "ase")[0].source


def test_the_sign_is_a_plausible_part_of_its_motion(store: SignStore) -> None:
    for language, letters in ALPHABETS.items():
        for letter in letters:
            sign = store.find(letter, language)[0]
            lasts = sign.offset - sign.onset
            assert 0 <= sign.onset < sign.offset <= sign.seconds + 1e-6
            assert 0.15 < lasts < (1.0 if letter in MOVING[language] else 0.55), (language, letter, lasts)


def test_no_letter_lifts_its_elbow_above_the_shoulder(store: SignStore) -> None:
    elbow, shoulder = joints.INDEX["right_elbow"], joints.INDEX["right_shoulder"]
    for language, letters in ALPHABETS.items():
        for letter in letters:
            sign = store.find(letter, language)[0]
            motion = store.motion(sign.id)
            places = joint_positions(signer("woman").rest_joints, motion.pose, motion.translation)
            shown = slice(round(sign.onset * motion.fps), round(sign.offset * motion.fps) + 1)
            higher = places[shown, elbow, 1] - places[shown, shoulder, 1]
            assert higher.max() < 0.02, (language, letter)


def test_motions_are_smooth_and_the_other_arm_rests(store: SignStore) -> None:
    for language, letters in ALPHABETS.items():
        for letter in letters:
            motion, _ = the_letter(store, letter, language)
            moving = np.flatnonzero(np.ptp(motion.pose, axis=0).max(axis=-1) > 1e-6)
            assert not set(moving) & REST, (language, letter)
            assert np.degrees(np.abs(np.diff(motion.pose, 2, axis=0))).max() < 40, (language, letter)


@pytest.mark.parametrize(
    ("language", "letter", "straight"),
    [
        ("ase", "A", ""), ("ase", "B", "index middle ring pinky"), ("ase", "D", "index"),
        ("ase", "I", "pinky"), ("ase", "L", "index thumb"), ("ase", "S", ""),
        ("ase", "U", "index middle"), ("ase", "V", "index middle"), ("ase", "W", "index middle ring"),
        ("ase", "Y", "pinky thumb"), ("ase", "F", "middle ring pinky"), ("ase", "R", "index middle"),
        ("ase", "J", "pinky"),
        ("gsg", "A", ""), ("gsg", "B", "index middle ring pinky"), ("gsg", "L", "index thumb"),
        ("gsg", "V", "index middle"), ("gsg", "Y", "pinky thumb"), ("gsg", "I", "pinky"),
        ("gsg", "F", "middle ring pinky"), ("gsg", "Ü", "index middle"), ("gsg", "Z", "index"),
    ],
)  # fmt: skip
def test_clear_letters_have_the_fingers_they_should(
    language: str, letter: str, straight: str, store: SignStore
) -> None:
    reach = straightness(*the_letter(store, letter, language))
    fingers = {digit for digit in DIGITS if digit != "thumb" and reach[digit] > 0.944}
    assert fingers == set(straight.split()) - {"thumb"}, reach
    if "thumb" in straight:
        assert reach["thumb"] > 0.85


def test_letters_that_look_alike_are_told_apart(store: SignStore) -> None:
    for language, letters in ALPHABETS.items():
        shapes = {}
        for letter in letters:
            if letter not in MOVING[language]:
                motion, frame = the_letter(store, letter, language)
                shapes[letter] = axis_angle_to_matrix(
                    motion.pose[frame, [19, 21, *range(40, 55)]].astype(float)
                )
        for first, shape in shapes.items():
            for second, other in shapes.items():
                if first < second:
                    assert np.abs(shape - other).max() > 0.15, (language, first, second)


def lexicon_of(folder: Path, **letters: str) -> Path:
    """A lexicon under the path it has in the wheel, with our few captures under other letters."""
    lexicon = folder / "spoken_to_signed" / "assets" / "fingerspelling_lexicon"
    lexicon.mkdir(parents=True)
    rows = ["path,spoken_language,signed_language,start,end,words,glosses,priority"]
    for language in ("ase", "gsg"):
        for letter, name in letters.items():
            rows.append(f"{language}/{name},en,{language},0,1000,{letter},{letter},0")
            (lexicon / language).mkdir(exist_ok=True)
            (lexicon / language / name).write_bytes((FILMED / name).read_bytes())
    (lexicon / "index.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_building_twice_gives_the_same_bytes_from_folder_and_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "LANGUAGES", ("ase",))
    folder = lexicon_of(tmp_path / "unpacked", b="ase_b.pose")
    wheel = tmp_path / "some.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(folder).as_posix())
    lexicons = tmp_path / "lexicons"
    (lexicons / "ase").mkdir(parents=True)
    (lexicons / "ase" / "some.yaml").write_text("YES: {start: {shape: S, palm: out}, move: {local: nod x2}}")
    steps: list[tuple[int, int]] = []
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    build_starter(folder, one, lambda done, total, note="": steps.append((done, total)), lexicons)
    build_starter(wheel, two, lexicons=lexicons)
    assert one.read_bytes() == two.read_bytes()
    (report,) = compose_starter(two, lexicons=lexicons)
    assert one.read_bytes() == two.read_bytes() and report.gloss == "YES"
    assert steps[-1] == (2, 2) and [done for done, _ in steps] == sorted(done for done, _ in steps)
    with SignStore(one) as built:
        assert [sign.composed for sign in built.search("", "ase")] == [False, True]
        sign = built.find("B", "ase")[0]
        assert sign.source == "spoken-to-signed==0.4.0 ase/ase_b.pose"
        assert min(straightness(*the_letter(built, "B", "ase")).values()) > 0.7


def test_a_cancelled_build_leaves_nothing(tmp_path: Path) -> None:
    folder = lexicon_of(tmp_path / "unpacked", B="ase_b.pose")

    def stop(done: int, total: int, note: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        build_starter(folder, tmp_path / "new.sqlite", stop, tmp_path)
    assert not list(tmp_path.glob("new.sqlite*"))


@pytest.mark.parametrize(
    ("written", "gloss"), [("a", "A"), ("ä", "Ä"), ("ß", "ß"), ("ẞ", "ß"), ("u\u0308", "Ü")]
)
def test_letters_become_glosses(written: str, gloss: str) -> None:
    assert capital(written) == gloss


def test_captures_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no fingerspelling lexicon"), opened_lexicon(tmp_path):
        pass
    (tmp_path / "broken.whl").write_bytes(b"PK not really")
    with pytest.raises(BadInput, match="not a wheel"), opened_lexicon(tmp_path / "broken.whl"):
        pass
    (tmp_path / "index.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BadInput, match="not the lexicon's index"):
        read_index(tmp_path, "ase")
    folder = lexicon_of(tmp_path / "unpacked", B="ase_b.pose")
    with (
        opened_lexicon(folder) as lexicon,
        pytest.raises(BadInput, match="no letters of the sign language xyz"),
    ):
        read_index(lexicon, "xyz")


def test_a_wheel_that_cannot_be_fetched_or_is_another_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wheels.importlib.util, "find_spec", lambda name: None)
    answer = subprocess.CompletedProcess([], 1, "", "ERROR: no network\n")

    def pip(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        assert "spoken-to-signed==0.4.0" in command and "--no-deps" in command
        if answer.returncode == 0:
            (Path(command[command.index("--dest") + 1]) / captures.WHEEL.name).write_bytes(b"something else")
        return answer

    monkeypatch.setattr(wheels.subprocess, "run", pip)
    with pytest.raises(BadInput, match="no network"):
        build_starter(None, tmp_path / "new.sqlite", lexicons=tmp_path)
    answer = subprocess.CompletedProcess([], 0, "", "")
    with pytest.raises(BadInput, match="not the one expected"):
        build_starter(None, tmp_path / "new.sqlite", lexicons=tmp_path)
    assert not list(tmp_path.iterdir())
