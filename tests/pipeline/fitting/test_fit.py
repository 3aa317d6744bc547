"""Fits of films whose truth is known, and of real captures whose letters are."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import BadInput
from pipeline.fitting.chain import HAND_BONES, arm_chain
from pipeline.fitting.fit import ArmFit, fit_arm, signing_sides
from pipeline.fitting.freedoms import ARM, FINGERS, FREEDOMS, INDEX
from pipeline.fitting.handshapes import Handshape
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.perform import fit_clip
from pipeline.keypoints.landmarks import BODY, HAND, Landmarks, Track
from pipeline.keypoints.pose_file import read_pose
from pipeline.motion import joints

Film = Callable[..., Landmarks]
Signing = Callable[..., np.ndarray]
NO_STRETCH = np.zeros(HAND_BONES)


def hand_error(fit: ArmFit, truth: np.ndarray) -> float:
    """Mean distance of the hand's points from the truth's, with both wrists together, in metres."""
    found = pose_chain(fit.chain, fit.angles, fit.stretch).points[:, 1:]
    wanted = pose_chain(fit.chain, truth).points[:, 1:]
    return float(np.linalg.norm(found - found[:, :1] - wanted + wanted[:, :1], axis=-1).mean())


def bends(angles: np.ndarray) -> dict[str, float]:
    """How far each finger is bent at its two big joints together, degrees."""
    return {
        name: float(np.degrees(angles[INDEX[f"{name}_mcp"]] + angles[INDEX[f"{name}_pip"]]))
        for name in FINGERS
    }


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_clean_film_of_the_avatars_own_hand_is_recovered(
    side: str, film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    truth = signing()
    fit = fit_arm(film(truth, side), rest_joints, side, NO_STRETCH)
    assert fit.chain.side == side and not fit.missing.any()
    assert np.nanmean(fit.errors()) < 0.0015
    assert hand_error(fit, truth) < 0.005
    fingers = slice(len(ARM), None)
    apart = np.degrees(np.abs(fit.angles - truth)[:, fingers])
    assert apart.mean() < 5 and np.percentile(apart, 90) < 12


def test_noise_costs_little_and_is_not_passed_on(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    truth = signing()
    fit = fit_arm(film(truth, noise=1.5), rest_joints, "right", NO_STRETCH)
    assert hand_error(fit, truth) < 0.008
    found = pose_chain(fit.chain, fit.angles, fit.stretch).points[:, 1:, :2]
    wanted = pose_chain(fit.chain, truth).points[:, 1:, :2]
    seen = fit.seen.places[:, 1:]
    jerks = [np.abs(np.diff(places, 3, axis=0)).mean() for places in (found, wanted, seen)]
    assert jerks[0] < jerks[1] + 0.25 * (jerks[2] - jerks[1])


def test_the_lengths_of_a_strangers_hand_are_found(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    truth, larger = signing(), rest_joints.copy()
    hand = slice(joints.INDEX["right_index1"], joints.INDEX["right_thumb3"] + 1)
    wrist = rest_joints[joints.RIGHT_WRIST]
    larger[hand] = wrist + 1.15 * (rest_joints[hand] - wrist)
    chain = arm_chain(larger, "right")
    points = pose_chain(chain, truth).points
    seen = film(truth)
    places = seen.right_hand.points.copy()
    own = pose_chain(arm_chain(rest_joints, "right"), truth).points
    scale = (
        np.abs(places[:, 1:, :2] - places[:, :1, :2]).sum() / np.abs(own[:, 2:, :2] - own[:, 1:2, :2]).sum()
    )
    places[..., :2] = places[:, :1, :2] + (points[:, 1:, :2] - points[:, 1:2, :2]) * [scale, -scale]
    fit = fit_arm(replace(seen, right_hand=Track(places, seen.right_hand.confidence)), rest_joints, "right")
    ratio = np.exp(fit.stretch)[[4, 8, 12, 16]]  # the palm, which no finger's bending can explain
    assert np.median(ratio) == pytest.approx(1.15, abs=0.06)
    assert np.nanmean(fit.errors()) < 0.003


def test_frames_without_a_hand_are_flagged_and_bridged(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    truth, gap = signing(), slice(15, 20)
    seen = film(truth)
    points, confidence = seen.right_hand.points.copy(), seen.right_hand.confidence.copy()
    points[gap], confidence[gap] = 0, 0
    fit = fit_arm(replace(seen, right_hand=Track(points, confidence)), rest_joints, "right", NO_STRETCH)
    assert fit.missing.nonzero()[0].tolist() == list(range(15, 20))
    assert len(fit.angles) == len(truth) and np.isfinite(fit.angles).all()
    assert np.isnan(fit.errors()[gap]).all()
    assert hand_error(fit, truth) < 0.008


def test_a_frame_in_which_the_hand_jumps_away_counts_as_missing(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    truth = signing()
    seen = film(truth)
    points = seen.right_hand.points.copy()
    points[20, :, :2] += 80  # pixels, 18 cm along the diagonal
    tracked = Track(points, seen.right_hand.confidence)
    fit = fit_arm(replace(seen, right_hand=tracked), rest_joints, "right", NO_STRETCH)
    assert fit.missing.nonzero()[0].tolist() == [20]
    assert np.nanmean(fit.errors()) < 0.002 and hand_error(fit, truth) < 0.006


def test_a_landmark_that_is_far_off_does_not_drag_its_finger(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    truth, tip = signing(), HAND.index("INDEX_FINGER_TIP")
    seen = film(truth)
    points = seen.right_hand.points.copy()
    points[15:20, tip, :2] += 40  # pixels, 9 cm along the diagonal
    tracked = Track(points, seen.right_hand.confidence)
    fit = fit_arm(replace(seen, right_hand=tracked), rest_joints, "right", NO_STRETCH)
    assert np.nanmean(np.delete(fit.errors()[15:20], tip, axis=1)) < 0.004
    assert hand_error(fit, truth) < 0.008


def test_a_fist_that_the_detector_draws_half_open_is_closed_where_its_letter_is_known(
    film: Film, angles_of: Signing, rest_joints: np.ndarray
) -> None:
    half = {f"{finger}_{joint}": 55.0 for finger in FINGERS for joint in ("mcp", "pip")}
    truth = np.tile(angles_of(forearm_twist=60, elbow_flexion=115, **half), (12, 1))
    seen = film(truth, noise=1.0)
    fist = Handshape(folds=dict.fromkeys(FINGERS, "closed"))
    open_fit = fit_arm(seen, rest_joints, "right", NO_STRETCH)
    closed_fit = fit_arm(seen, rest_joints, "right", NO_STRETCH, fist)
    assert max(bends(open_fit.angles[6]).values()) < 130
    assert min(bends(closed_fit.angles[6]).values()) > 170
    wrist = slice(0, len(ARM))
    assert np.degrees(np.abs(closed_fit.angles - truth)[:, wrist]).mean() < 8
    assert not closed_fit.missing.any()
    doubted = np.isnan(closed_fit.errors()).all(axis=0)
    assert [HAND[point] for point in np.flatnonzero(doubted)] == [
        f"{finger}_{part}"
        for finger in ("INDEX_FINGER", "MIDDLE_FINGER", "RING_FINGER", "PINKY")
        for part in ("PIP", "DIP", "TIP")
    ]


def test_angles_stay_within_what_a_body_can_do(film: Film, signing: Signing, rest_joints: np.ndarray) -> None:
    truth = signing()
    for finger in FINGERS:
        truth[:, INDEX[f"{finger}_pip"]] -= 0.9  # bent backwards, as a detector may claim
    fit = fit_clip(film(truth, noise=2.0), rest_joints).arms[0]
    low = np.array([freedom.low for freedom in FREEDOMS])
    high = np.array([freedom.high for freedom in FREEDOMS])
    beyond = np.maximum(fit.angles - high, low - fit.angles)
    assert np.degrees(beyond.max()) < 9


def test_a_left_handed_signer_signs_with_the_left(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    clip = fit_clip(film(signing(20), "left"), rest_joints)
    assert [arm.chain.side for arm in clip.arms] == ["left"]
    wrists = [joints.INDEX["left_elbow"], joints.INDEX["right_elbow"]]
    left, right = np.linalg.norm(clip.motion.pose[:, wrists], axis=-1).mean(axis=0)
    assert left > 1.2 and right < 0.6
    assert not np.diff(clip.motion.pose[:, joints.RIGHT_HAND], axis=0).any()


def test_two_hands_are_both_fitted(film: Film, signing: Signing, rest_joints: np.ndarray) -> None:
    right, left = film(signing(20), "right"), film(signing(20), "left")
    elbow = BODY.index("LEFT_ELBOW")
    body = Track(right.body.points.copy(), right.body.confidence.copy())
    body.points[:, elbow], body.confidence[:, elbow] = left.body.points[:, elbow], 1
    clip = fit_clip(replace(right, body=body, left_hand=left.left_hand), rest_joints)
    assert sorted(arm.chain.side for arm in clip.arms) == ["left", "right"]
    assert all(np.nanmean(arm.errors()) < 0.004 for arm in clip.arms)


def test_captures_without_hands_or_shoulders_are_refused(
    film: Film, signing: Signing, rest_joints: np.ndarray
) -> None:
    seen = film(signing(5))
    unseen = Track(seen.right_hand.points, np.zeros_like(seen.right_hand.confidence))
    with pytest.raises(BadInput, match="hardly shows a hand"):
        signing_sides(replace(seen, right_hand=unseen))
    blind = Track(seen.body.points, np.zeros_like(seen.body.confidence))
    with pytest.raises(BadInput, match="both shoulders"):
        fit_arm(replace(seen, body=blind), rest_joints, "right")


@pytest.mark.parametrize("frames", [1, 2, 3])
def test_very_short_clips_are_fitted(
    frames: int, film: Film, angles_of: Signing, rest_joints: np.ndarray
) -> None:
    truth = np.tile(angles_of(forearm_twist=60, index_mcp=0, index_pip=0), (frames, 1))
    fit = fit_arm(film(truth), rest_joints, "right", NO_STRETCH)
    assert hand_error(fit, truth) < 0.008


@pytest.mark.parametrize(
    ("name", "straight", "bent"),
    [
        ("ase_b", FINGERS, ()),
        ("ase_v", ("index", "middle"), ("ring", "pinky")),
        ("gsg_y", ("pinky",), ("index", "middle", "ring")),
    ],
)
def test_real_captures_have_the_fingers_of_their_letter(
    name: str, straight: tuple[str, ...], bent: tuple[str, ...], captures: Path, rest_joints: np.ndarray
) -> None:
    clip = fit_clip(read_pose(captures / f"{name}.pose"), rest_joints)
    middle = bends(clip.arms[0].angles[len(clip.motion.pose) // 2])
    assert all(middle[finger] < 40 for finger in straight), middle
    assert all(middle[finger] > 80 for finger in bent), middle
    assert clip.motion.fps in (25.0, 30.0) and not clip.missing.any()
