"""The quality report: every kind of damage shows in its own figure and lowers the grade."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.signers import signer
from pipeline.fitting.clip.fit import fit_clip
from pipeline.fitting.clip.freedoms import INDEX
from pipeline.fitting.quality import measures
from pipeline.fitting.quality.report import Quality, as_json, judge
from pipeline.keypoints.cleaning import exchange_hands
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.names import hand
from pipeline.motion import joints
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import sample_truth

FRAMES = 40
BODY = signer("woman")

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def clip() -> Keypoints:
    return detect(sample_truth(3, FRAMES), 3, Faults(noise=1.0, dropout=0.0))


def noisy(clip: Keypoints, pixels: float) -> Keypoints:
    moved = np.random.default_rng(5).normal(0, pixels, clip.points.shape).astype(np.float32)
    return replace(clip, points=clip.points + moved * (clip.confidence > 0)[..., None])


def swapped(clip: Keypoints, share: float) -> Keypoints:
    """Every second frame of the first `share` of the clip has its hands exchanged."""
    frames = (np.arange(clip.frames) < share * clip.frames) & (np.arange(clip.frames) % 2 == 0)
    return exchange_hands(clip, frames)


def dropped(clip: Keypoints, share: float) -> Keypoints:
    """Hands unseen in a share of the frames."""
    gone = np.random.default_rng(6).permutation(clip.frames) < share * clip.frames
    confidence = clip.confidence.copy()
    confidence[np.ix_(gone, clip.columns((*hand("left"), *hand("right"))))] = 0
    return replace(clip, confidence=confidence)


def unsure(clip: Keypoints, share: float) -> Keypoints:
    return replace(clip, confidence=clip.confidence * np.float32(1 - share))


def lost(clip: Keypoints, share: float) -> Keypoints:
    """Nobody found at the end."""
    confidence = clip.confidence.copy()
    confidence[round((1 - share) * clip.frames) :] = 0
    return replace(clip, confidence=confidence)


def _judged(clips: list[Keypoints]) -> list[Quality]:
    return [judge(fit_clip(clip, BODY, depth=False), BODY) for clip in clips]


@pytest.mark.parametrize(
    ("damage", "sizes"),
    [
        (noisy, (0.0, 2.0, 4.0, 8.0, 16.0)),
        (swapped, (0.0, 0.2, 0.5, 0.9)),
        (dropped, (0.0, 0.2, 0.5, 0.8)),
        (unsure, (0.0, 0.3, 0.6, 0.9)),
        (lost, (0.0, 0.25, 0.5)),
    ],
)
def test_the_worse_the_damage_the_lower_the_grade(
    damage: Callable[[Keypoints, float], Keypoints], sizes: tuple[float, ...], clip: Keypoints
):
    grades = [quality.grade for quality in _judged([damage(clip, size) for size in sizes])]
    assert all(0 <= grade <= 1 for grade in grades)
    assert (np.diff(grades) < -0.02).all(), grades


def test_every_damage_shows_in_its_own_figure(clip: Keypoints):
    good, noise, swaps, drops = _judged([clip, noisy(clip, 6.0), swapped(clip, 0.5), dropped(clip, 0.5)])
    assert (
        noise.noise > 3 * good.noise and noise.reprojection["left hand"] > 2 * good.reprojection["left hand"]
    )
    assert swaps.exchanged == tuple(range(0, 20, 2)) and not good.exchanged
    gone = dropped(clip, 0.5).confidence[:, clip.columns(hand("right"))].max(axis=1) == 0
    assert set(drops.guessed["right"]) <= set(np.flatnonzero(gone)) and len(drops.guessed["right"]) > 10
    assert not good.guessed["right"]
    assert any("exchanged back" in note for note in swaps.notes)
    assert any(f"is interpolated: {len(drops.guessed['right'])} of 40" in note for note in drops.notes)


def test_angles_past_their_limits_are_counted(clip: Keypoints):
    fit = fit_clip(clip, BODY, depth=False)
    angles = fit.angles.copy()
    before = measures.broken_limits(fit)
    angles[:, INDEX["left_elbow"]] = np.radians(-20)
    after = measures.broken_limits(replace(fit, angles=angles))
    assert after["worst"] == pytest.approx(21, abs=0.1)
    assert (
        after["share"] > before["share"]
        and judge(replace(fit, angles=angles), BODY).grade < judge(fit, BODY).grade
    )


def test_hands_that_follow_the_other_ones_fit_are_suspected(clip: Keypoints):
    fit = fit_clip(clip, BODY, depth=False)
    assert not judge(fit, BODY).suspected
    third = np.arange(FRAMES) < 13
    wrong = replace(fit, cleaning=replace(fit.cleaning, keypoints=exchange_hands(clip, third)))
    both = third & ~fit.guessed["left"] & ~fit.guessed["right"]
    assert both.any() and judge(wrong, BODY).suspected == tuple(np.flatnonzero(both))
    assert judge(wrong, BODY).grade < judge(fit, BODY).grade


def test_a_hand_that_hangs_out_of_sight_costs_nothing(clip: Keypoints):
    seen = clip.columns((*hand("left"), "left_wrist", "left_elbow"))
    confidence = clip.confidence.copy()
    confidence[:, seen] = 0
    quality = _judged([replace(clip, confidence=confidence)])[0]
    assert not quality.guessed["left"] and quality.parts["seen"] == 1
    assert quality.reprojection["left hand"] is None


def test_a_report_can_be_written_whatever_was_seen(clip: Keypoints):
    confidence = clip.confidence.copy()
    confidence[:, clip.columns((*hand("left"), *hand("right")))] = 0
    facts = as_json(_judged([replace(clip, confidence=confidence)])[0])
    assert facts["grade"] < 0.1 and facts["reprojection"]["right hand"] is None


def test_hands_that_were_moved_are_told(clip: Keypoints):
    fit = fit_clip(clip, BODY, depth=False)
    moved = np.zeros_like(fit.moved)
    moved[:10, 1] = (0.003, 0.004, 0.012)
    found = judge(replace(fit, moved=moved), BODY).moved
    assert found == pytest.approx({"share": 0.25, "across": 5.0, "most": 13.0}, rel=1e-4)


def test_a_hand_in_the_chest_costs(clip: Keypoints):
    fit = fit_clip(clip, BODY, depth=False)
    pose = fit.motion.pose.copy()
    pose[:, joints.INDEX["right_shoulder"]] = (0, 1.0, 1.2)
    pose[:, joints.INDEX["right_elbow"]] = (0, 2.4, 0)
    wrong = replace(fit, motion=replace(fit.motion, pose=pose))
    assert judge(wrong, BODY).penetration["mean"] > judge(fit, BODY).penetration["mean"] + 10
    assert judge(wrong, BODY).grade < judge(fit, BODY).grade
