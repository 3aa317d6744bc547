"""The hands of the shipped alphabets: fists are closed, thumbs are where their letter has them."""

from functools import cache

import numpy as np
import pytest

from pipeline.body.kinematics import joint_transforms
from pipeline.body.signers import signer
from pipeline.body.skinning import vertices
from pipeline.fitting.chain import POINTS, arm_chain
from pipeline.fitting.contact import clear_pairs, gaps, hand_capsules
from pipeline.fitting.handshapes import Handshape, read_handshapes
from pipeline.fitting.kinematics import Posed
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.signs.letters import HANDSHAPES, MOVING
from pipeline.signs.sign import Sign
from pipeline.signs.starter import LANGUAGES, STARTER
from pipeline.signs.store import SignStore

TABLE = read_handshapes(HANDSHAPES)
KNOWN = [(language, letter) for language in LANGUAGES for letter in TABLE[language]]
FISTS = [
    (language, letter)
    for language, letter in KNOWN
    if TABLE[language][letter].folded("closed") and letter not in MOVING[language]
]


@cache
def store() -> SignStore:
    return SignStore(STARTER)


def shown(language: str, letter: str) -> tuple[Sign, Motion]:
    """A letter and the pose in the middle of it."""
    sign = store().find(letter, language)[0]
    motion = store().motion(sign.id)
    frame = round((sign.onset + sign.offset) / 2 * sign.fps)
    return sign, Motion(motion.fps, motion.pose[[frame]], motion.translation[[frame]])


def shape_of(language: str, letter: str) -> Handshape:
    return TABLE[language][letter]


def bends(motion: Motion, finger: str) -> np.ndarray:
    """Degrees by which a finger's three joints are turned."""
    chosen = [joints.INDEX[f"right_{finger}{part}"] for part in (1, 2, 3)]
    return np.degrees(np.linalg.norm(motion.pose[0, chosen], axis=-1))


def hand(motion: Motion) -> dict[str, np.ndarray]:
    """Places of the hand's points in the palm: towards the fingers, out of the palm, towards the thumb."""
    posed = in_pose(motion)
    turned, wrist = posed.rotations[0, 2], posed.joints[0, 2]
    local = (posed.points[0] - wrist) @ turned * [-1, -1, 1]
    return dict(zip(POINTS, local, strict=True))


def in_pose(motion: Motion) -> Posed:
    """The arm of the shipped signer as the body's own kinematics pose it."""
    body = signer("woman")
    chain = arm_chain(body.rest_joints, "right")
    transforms = joint_transforms(body.rest_joints, motion.pose, motion.translation)[:, list(chain.joints)]
    rotations, places = transforms[..., :3].astype(float), transforms[..., 3].astype(float)
    at = list(chain.point_joints)
    points = places[:, at] + np.einsum("tpij,pj->tpi", rotations[:, at], chain.point_offsets)
    return Posed(points, places, rotations, rotations, np.zeros((1, len(chain.hinges), 3)))


@pytest.mark.parametrize(("language", "letter"), FISTS)
def test_closed_fingers_lie_in_the_palm(language: str, letter: str) -> None:
    """On the skin itself: from the nearest vertex of the last joint to the nearest of the palm."""
    _, motion = shown(language, letter)
    body = signer("woman")
    skin = vertices(body, motion)[0]
    indices, values = body.influences(4)
    owner = indices[np.arange(len(indices)), values.argmax(axis=1)]
    palm = skin[np.isin(owner, [joints.INDEX["right_wrist"], joints.INDEX["right_thumb1"]])]
    for finger in shape_of(language, letter).folded("closed"):
        tip = skin[owner == joints.INDEX[f"right_{finger}3"]]
        apart = np.linalg.norm(tip[:, None] - palm[None], axis=-1).min()
        assert apart < 0.008, (finger, apart)
        bent = bends(motion, finger)
        assert bent[0] > 70 and bent[1] > 62 and bent.sum() > 190, (finger, bent)


@pytest.mark.parametrize(("language", "letter"), KNOWN)
def test_straight_fingers_are_straight(language: str, letter: str) -> None:
    _, motion = shown(language, letter)
    shape = shape_of(language, letter)
    for finger in shape.folded("straight"):
        if not {f"{finger}_pip", f"{finger}_dip"} & set(shape.angles):
            assert bends(motion, finger)[1:].sum() < 14, (finger, bends(motion, finger))


def test_digits_do_not_go_through_each_other() -> None:
    chain = arm_chain(signer("woman").rest_joints, "right")
    capsules = hand_capsules(chain)
    pairs = clear_pairs(capsules)
    for language, letter in KNOWN:
        sizes = gaps(capsules, in_pose(shown(language, letter)[1]), pairs).sizes
        assert sizes.min() > -0.0042, (language, letter, sizes.min())


@pytest.mark.parametrize(("language", "letter"), [("ase", "A"), ("gsg", "A"), ("gsg", "Ä")])
def test_the_thumb_of_a_stands_beside_the_fist(language: str, letter: str) -> None:
    places = hand(shown(language, letter)[1])
    assert places["thumb4"][2] > places["index3"][2] + 0.010
    assert places["thumb4"][0] > places["thumb2"][0] + 0.040


@pytest.mark.parametrize(("language", "letter"), [("ase", "S"), ("gsg", "S"), ("gsg", "ß")])
def test_the_thumb_of_s_lies_in_front_of_the_fist(language: str, letter: str) -> None:
    places = hand(shown(language, letter)[1])
    assert places["ring3"][2] < places["thumb4"][2] < places["index3"][2]
    assert places["thumb4"][1] > places["middle3"][1] + 0.004


@pytest.mark.parametrize("language", ["ase", "gsg"])
@pytest.mark.parametrize(
    ("letter", "above"), [("M", ("index", "middle", "ring")), ("N", ("index", "middle"))]
)
def test_the_fingers_of_m_and_n_lie_over_the_thumb(
    language: str, letter: str, above: tuple[str, ...]
) -> None:
    places = hand(shown(language, letter)[1])
    for finger in above:
        assert places[f"{finger}3"][1] > places["thumb4"][1] + 0.006, finger
    others = {"ring", "pinky"} - set(above)
    assert all(places[f"{low}3"][1] < places[f"{high}3"][1] - 0.004 for low in others for high in above), (
        places
    )


def test_the_thumb_of_t_stands_between_index_and_middle_finger() -> None:
    places = hand(shown("ase", "T")[1])
    assert places["middle3"][2] < places["thumb4"][2] < places["index3"][2]
    assert places["thumb4"][0] > places["thumb2"][0] + 0.030


@pytest.mark.parametrize("language", ["ase", "gsg"])
def test_the_tips_of_e_rest_on_the_thumb(language: str) -> None:
    places = hand(shown(language, "E")[1])
    assert places["thumb4"][2] < places["index1"][2]
    along = np.linspace(places["thumb2"], places["thumb4"], 20)
    for finger in ("index", "middle"):
        assert np.linalg.norm(along - places[f"{finger}4"], axis=-1).min() < 0.022, finger


@pytest.mark.parametrize("language", ["ase", "gsg"])
def test_the_fingers_of_r_are_crossed_and_those_of_u_are_not(language: str) -> None:
    crossed, beside = (hand(shown(language, letter)[1]) for letter in "RU")
    assert crossed["index4"][2] < crossed["middle4"][2] and beside["index4"][2] > beside["middle4"][2]


@pytest.mark.parametrize(
    ("language", "letter", "finger"),
    [("ase", "J", "pinky"), ("ase", "Z", "index"), ("gsg", "J", "pinky"), ("gsg", "Z", "index")],
)
def test_the_pointing_finger_of_a_movement_stays_straight(language: str, letter: str, finger: str) -> None:
    sign = store().find(letter, language)[0]
    motion = store().motion(sign.id)
    during = slice(round(sign.onset * sign.fps), round(sign.offset * sign.fps) + 1)
    other = "middle" if letter == "Z" else "index"
    turned = {
        name: np.degrees(np.linalg.norm(motion.pose[during, joints.INDEX[f"right_{name}2"]], axis=-1))
        for name in (finger, other)
    }
    assert turned[finger].max() < 20 and turned[other].min() > 60, turned
