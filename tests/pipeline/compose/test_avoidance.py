"""Hands go round flesh on their ways, keep what touches together, and slide, brush and interlace as told."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.compose.compose import Composed, compose
from pipeline.compose.figure import figure_of
from pipeline.compose.text_form import read_description
from pipeline.compose.touches import error_of
from pipeline.motion import joints

PAST = """
start: {shape: S, palm: left, fingers: out, side: right, height: chest}
other: {shape: S, palm: right, fingers: out, side: center, height: chest}
move: {path: straight, at: neutral, side: left, height: neck}
"""
BEFORE_THE_FACE = """
start: {shape: 5, palm: in, fingers: up, at: nose, distance: close}
move: {circle: right, via: in, size: small}
"""
STROKED = """
start: {shape: flat_B, palm: in, fingers: left, at: chest, touch: palm}
move: {circle: up, via: left, size: small, slide: yes}
"""
BRUSHED = """
start: {shape: 1, palm: in, fingers: left, at: neutral, height: chest, side: right}
other: {shape: flat_B, palm: up, fingers: out-right}
move: {straight: left, size: large, brush: palm}
"""
INTERLOCKED = """
hands: mirrored
start: {shape: 5, palm: in, fingers: left-out, height: chest}
meet: {interlocked: yes}
"""


def made(text: str, body: BodyModel) -> Composed:
    return compose(read_description(text), body)


def sign(composed: Composed) -> slice:
    return slice(
        round(composed.onset * composed.motion.fps), round(composed.offset * composed.motion.fps) + 1
    )


def test_a_hand_goes_round_the_other_hand_on_its_way(body: BodyModel) -> None:
    composed = made(PAST, body)
    assert penetration(body, composed.motion).hands[sign(composed)].max() < 6


def test_a_circle_into_the_face_goes_round_it(body: BodyModel) -> None:
    composed = made(BEFORE_THE_FACE, body)
    assert penetration(body, composed.motion).head[sign(composed)].max() < 6


def test_a_sliding_palm_stays_on_the_skin_all_the_way(body: BodyModel) -> None:
    composed = made(STROKED, body)
    frames = sign(composed)
    touched = [touch.frame for touch in composed.touches]
    assert touched == list(range(frames.start, frames.stop))
    transforms = figure_of(body).transforms(composed.motion.pose[touched].astype(float))
    points = [
        touch.contact.hand.places(here[None])[0]
        for touch, here in zip(composed.touches, transforms, strict=False)
    ]
    chest = transforms[0, joints.INDEX["spine3"], :, :3]
    skin = figure_of(body).skin
    front = skin.vertices[skin.normals[:, 2] > 0.3]
    assert np.allclose(chest, np.eye(3), atol=1e-6)
    assert max(np.linalg.norm(front - point, axis=1).min() for point in points) < 0.012
    assert np.ptp(np.array(points)[:, 1]) > 0.04
    assert (
        max(
            np.linalg.norm(error_of(touch, here))
            for touch, here in zip(composed.touches, transforms, strict=False)
        )
        < 0.002
    )


def test_a_brushing_finger_touches_the_palm_half_way(body: BodyModel) -> None:
    composed = made(BRUSHED, body)
    frames = sign(composed)
    (touch,) = composed.touches
    assert frames.start < touch.frame < frames.stop - 1
    here = figure_of(body).transforms(composed.motion.pose[[touch.frame]].astype(float))[0]
    assert np.linalg.norm(error_of(touch, here)) < 0.002


@pytest.mark.parametrize(("first", "second"), [("index", "middle"), ("middle", "ring")])
def test_interlocked_fingers_lie_between_each_other(body: BodyModel, first: str, second: str) -> None:
    composed = made(INTERLOCKED, body)
    frame = sign(composed).start
    motion = composed.motion
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)[frame]
    left = places[joints.INDEX[f"left_{first}2"], 1]
    above, below = (places[joints.INDEX[f"right_{name}2"], 1] for name in (first, second))
    assert below + 0.004 < left < above - 0.004


def test_fused_movements_do_not_stop_between(body: BodyModel) -> None:
    slowest = {}
    for fused in ("", ", fused: yes"):
        composed = made(
            "start: {shape: 1, palm: out, fingers: up, side: right}\n"
            f"move: [{{straight: up, size: medium{fused}}}, {{straight: left, size: medium}}]",
            body,
        )
        motion = composed.motion
        wrist = joint_positions(body.rest_joints, motion.pose, motion.translation)[
            sign(composed), joints.RIGHT_WRIST
        ]
        speed = np.linalg.norm(np.diff(wrist, axis=0), axis=1) * motion.fps
        middle = slice(len(speed) // 4, -len(speed) // 4)
        slowest[fused] = speed[middle].min() / speed.max()
    assert slowest[""] < 0.1
    assert slowest[", fused: yes"] > 0.4


def test_ellipses_keep_the_two_thirds_power_law(body: BodyModel) -> None:
    """Speed is proportional to the radius of curvature to the power of one third (Lacquaniti et al. 1983)."""
    composed = made(
        "start: {shape: 1, palm: out, fingers: up}\nmove: {circle: up, along: up, turns: 4, size: large}",
        body,
    )
    motion = composed.motion
    wrist = joint_positions(body.rest_joints, motion.pose, motion.translation)[
        sign(composed), joints.RIGHT_WRIST
    ]
    velocity = np.gradient(wrist.astype(float), axis=0) * motion.fps
    bending = np.gradient(velocity, axis=0) * motion.fps
    speed = np.linalg.norm(velocity, axis=1)
    curvature = np.linalg.norm(np.cross(velocity, bending), axis=1) / speed**3
    even = slice(len(speed) // 4, -len(speed) // 4)
    slope = np.polyfit(np.log(curvature[even]), np.log(speed[even]), 1)[0]
    assert slope == pytest.approx(-1 / 3, abs=0.04)
