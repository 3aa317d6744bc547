"""The shipped signers move with their motion, and only with what is meant for them."""

from dataclasses import replace

import numpy as np

from pipeline.body.model import load_body
from pipeline.body.skinning import blend_shapes, perform, vertices
from pipeline.motion import joints
from pipeline.motion.motion import Motion


def still(frames: int = 1, **changes: np.ndarray) -> Motion:
    return replace(Motion(fps=30.0, pose=np.zeros((frames, joints.COUNT, 3))), **changes)


def raised(unit: str) -> np.ndarray:
    face = np.zeros((1, len(joints.FACE_UNITS)))
    face[0, joints.FACE_UNITS.index(unit)] = 1
    return face


def middle_of(body, part: str, points: np.ndarray) -> np.ndarray:
    return points[body.parts == body.part_names.index(part)].mean(axis=0)


def test_the_still_signer_is_the_template(body):
    np.testing.assert_allclose(vertices(body, still())[0], body.template, atol=1e-6)


def test_turning_the_pelvis_turns_the_body_about_it(body):
    pose = np.zeros((1, joints.COUNT, 3))
    pose[0, 0, 1] = np.pi
    turned = vertices(body, still(pose=pose))[0]
    expected = (body.template - body.rest_joints[0]) * [-1, 1, -1] + body.rest_joints[0]
    np.testing.assert_allclose(turned, expected, atol=2e-6)


def test_a_face_unit_moves_its_part_of_the_face_and_no_other(body):
    moved = np.linalg.norm(vertices(body, still(face=raised("eyeBlinkLeft")))[0] - body.template, axis=1)
    left_eye = body.rest_joints[joints.LEFT_EYE]
    far = np.linalg.norm(body.template - left_eye, axis=1) > 0.08
    assert moved.max() > 0.002
    assert moved[far].max() < 2e-4


def test_an_open_jaw_lowers_the_tongue(body):
    opened = vertices(body, still(face=raised("jawOpen")))[0]
    assert middle_of(body, "tongue", opened)[1] < middle_of(body, "tongue", body.template)[1] - 0.003


def test_a_raised_arm_carries_its_hand_and_leaves_the_other(body):
    pose = np.zeros((1, joints.COUNT, 3))
    pose[0, joints.INDEX["right_shoulder"], 2] = -1.2
    moved = np.linalg.norm(vertices(body, still(pose=pose))[0] - body.template, axis=1)
    index, _ = body.influences(1)
    right = np.isin(index[:, 0], np.arange(joints.RIGHT_HAND.start, joints.RIGHT_HAND.stop))
    left = np.isin(index[:, 0], np.arange(joints.LEFT_HAND.start, joints.LEFT_HAND.stop))
    assert moved[right].min() > 0.3
    assert moved[left].max() < 1e-5


def test_a_shipped_signer_ignores_coefficients_of_another_model(body):
    motion = still(expression=np.full((1, 100), 2.0), shape=np.full(300, 3.0))
    np.testing.assert_allclose(vertices(body, motion)[0], body.template, atol=1e-6)


def test_a_native_body_takes_what_it_shares_of_shape_and_expression(arrays, written):
    body = load_body(written(arrays(80, 20)))
    few = still(expression=np.ones((1, 3)), shape=np.ones(2))
    padded = still(
        expression=np.concatenate([np.ones((1, 3)), np.zeros((1, 97))], axis=1),
        shape=np.concatenate([np.ones(2), np.zeros(8), np.ones(290)]),
    )
    np.testing.assert_allclose(vertices(body, few), vertices(body, padded), atol=1e-6)
    assert np.abs(vertices(body, few)[0] - body.template).max() > 0.01


def test_frames_asked_for_are_those_of_the_whole(body, wave):
    whole = vertices(body, wave)
    np.testing.assert_array_equal(vertices(body, wave, [7, 0]), whole[[7, 0]])


def test_a_performance_is_everything_the_graphics_card_needs(body, wave):
    performance = perform(body, wave)
    shapes = blend_shapes(body)
    index, weight = body.influences(8)
    frame = 15
    assert performance.coefficients.shape == (wave.frames, shapes.columns)
    at = performance.body.template.astype(np.float64)
    rows = performance.coefficients[frame, shapes.column, None] * shapes.delta
    np.add.at(at, shapes.vertex, rows)
    turn = np.einsum("vk,vkab->vab", weight, performance.transforms[frame][index])
    drawn = np.einsum("vab,vb->va", turn[..., :3], at) + turn[..., 3]
    np.testing.assert_allclose(drawn, vertices(body, wave, [frame])[0], atol=2e-6)
