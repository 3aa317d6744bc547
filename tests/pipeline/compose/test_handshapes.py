"""The handshape library: anatomical, nothing through anything, and what its names say."""

import numpy as np
import pytest

from pipeline.body.signers import signer
from pipeline.compose.description import Handshape
from pipeline.compose.figure import figure_of
from pipeline.compose.forms import form_of
from pipeline.compose.hand import HIGH, LOW, PLACE
from pipeline.compose.handshapes import LIBRARY, RELAXED, library, read_library
from pipeline.compose.shapes import Bend, Finger, Shape, Thumb
from pipeline.errors import BadInput
from pipeline.fitting.chain import POINTS
from pipeline.fitting.contact import clear_pairs, gaps, hand_capsules
from pipeline.fitting.freedoms import ARM, FREEDOMS
from pipeline.fitting.kinematics import Posed, pose_chain


def posed(handshape: Handshape, side: str = "right") -> tuple[np.ndarray, Posed]:
    figure = figure_of(signer("woman"))
    angles = figure.grasp(handshape, side).angles
    whole = np.zeros((1, len(FREEDOMS)))
    whole[0, len(ARM) :] = angles
    return angles, pose_chain(figure.chains[side], whole)


def test_every_name_has_a_shape_and_every_shape_a_name() -> None:
    assert set(library()) == {RELAXED, *Shape} and len(library()) >= 60


@pytest.mark.parametrize("name", list(Shape))
def test_fingers_stay_within_their_limits_and_out_of_each_other(name: Shape) -> None:
    for side in ("right", "left"):
        angles, pose = posed(Handshape(name), side)
        assert (angles >= LOW - 1e-9).all() and (angles <= HIGH + 1e-9).all()
        capsules = hand_capsules(figure_of(signer("woman")).chains[side])
        assert gaps(capsules, pose, clear_pairs(capsules)).sizes.min() > -0.0055


def test_the_flat_hand_is_flat() -> None:
    _, pose = posed(Handshape(Shape.FLAT_B))
    at = [
        POINTS.index(f"{finger}{part}")
        for finger in ("index", "middle", "ring", "pinky")
        for part in (1, 2, 3, 4)
    ]
    points = pose.points[0, at]
    _, sizes, _ = np.linalg.svd(points - points.mean(axis=0))
    assert sizes[2] / np.sqrt(len(points)) < 0.004


@pytest.mark.parametrize("finger", list(Finger))
def test_the_thumb_meets_the_finger_that_it_is_told_to(finger: Finger) -> None:
    name = {
        Finger.INDEX: Shape.F,
        Finger.MIDDLE: Shape.EIGHT,
        Finger.RING: Shape.SEVEN,
        Finger.PINKY: Shape.W_THUMB_PINKY,
    }
    _, pose = posed(Handshape(name[finger]))
    capsules = hand_capsules(figure_of(signer("woman")).chains["right"])
    thumb = capsules.names.index("thumb3")
    pairs = np.array([[thumb, capsules.names.index(f"{digit}3")] for digit in Finger])
    apart = dict(zip(Finger, gaps(capsules, pose, pairs).sizes[0], strict=True))
    assert apart[finger] < 0.001 and min(apart, key=lambda digit: apart[digit]) is finger


def test_modifiers_change_what_they_name() -> None:
    plain = form_of(Handshape(Shape.FLAT_B)).angles
    bent = form_of(Handshape(Shape.FLAT_B, bend=Bend.BENT, thumb=Thumb.OUT)).angles
    assert bent[PLACE["index_mcp"]] > np.radians(70) > plain[PLACE["index_mcp"]]
    hooked = form_of(Handshape(Shape.V, index=Bend.HOOKED)).angles
    assert hooked[PLACE["index_pip"]] > np.radians(60) and hooked[PLACE["middle_pip"]] < np.radians(20)


def test_a_broken_library_is_refused_in_one_sentence(tmp_path) -> None:
    path = tmp_path / "handshapes.toml"
    path.write_text(LIBRARY.read_text(encoding="utf-8").replace("index", "indx", 1), encoding="utf-8")
    with pytest.raises(BadInput, match="repair it"):
        read_library(path)
