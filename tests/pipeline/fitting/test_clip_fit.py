"""Whole clips: known motions come back, whatever the detector did to them."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
import torch

from pipeline.body.penetration import penetration
from pipeline.body.signers import signer
from pipeline.errors import BadInput
from pipeline.fitting.clip import fit as fitting
from pipeline.fitting.clip.face import FACE
from pipeline.fitting.clip.fit import ClipFit, fit_clip, fit_clips
from pipeline.fitting.clip.freedoms import FREEDOMS
from pipeline.fitting.clip.kinematics import build_rig
from pipeline.fitting.clip.problem import Weights
from pipeline.fitting.clip.skeleton import BONES, POINTS, build_skeleton
from pipeline.fitting.clip.smplx import motion_of
from pipeline.fitting.clip.windows import cut
from pipeline.fitting.quality.measures import lean
from pipeline.keypoints import names
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert
from pipeline.progress import Cancelled
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.score import score
from tests.bench.fitting.truth import Truth, sample_truth

_FRAMES = 40

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture(scope="module")
def truth() -> Truth:
    return sample_truth(3, _FRAMES)


def _fit(clip: Keypoints, depth: bool = False) -> ClipFit:
    return fit_clip(clip, signer("woman"), depth=depth)


def _score(fit: ClipFit, truth: Truth, clip: Keypoints) -> dict[str, float]:
    points = fit.points[:, [POINTS.index(name) for name in truth.names]] * [1, -1, -1]
    return score(truth, points, clip.confidence)


def test_a_known_motion_comes_back(truth: Truth):
    clip = detect(truth, 3, Faults(noise=2.0))
    figures = _score(_fit(clip), truth, clip)
    assert figures["hands"] < 6
    assert figures["body"] < 25
    assert figures["palm"] < 6
    assert figures["flipped"] == 0


def test_relative_depth_helps(truth: Truth):
    clip = detect(truth, 3, Faults())
    without, with_depth = (_score(_fit(clip, depth), truth, clip) for depth in (False, True))
    assert with_depth["hands"] < without["hands"]


@pytest.mark.parametrize("hips", ["in the picture", "out of it"])
def test_a_signer_with_a_short_trunk_stands_upright(truth: Truth, hips: str):
    shorter, face = truth.points.copy(), truth.columns(FACE)
    own, shoulders = (truth.columns((f"left_{part}", f"right_{part}")) for part in ("hip", "shoulder"))
    trunk = (shorter[:, own].mean(axis=1) - shorter[:, shoulders].mean(axis=1))[:, None]
    shorter[:, own] -= 0.25 * trunk
    shorter[:, face] += 0.1 * trunk
    clip = detect(replace(truth, points=shorter), 3, Faults())
    if hips == "out of it":
        clip.confidence[:, clip.columns(("left_hip", "right_hip"))] = 0
    assert np.abs(lean(_fit(clip).motion, signer("woman"))).max() < 4


def test_the_marginal_keeps_hands_from_reaching_too_far_towards_the_camera(truth: Truth):
    clip = detect(truth, 3, Faults())
    wrists, shoulders = (truth.columns((f"left_{part}", f"right_{part}")) for part in ("wrist", "shoulder"))
    away = []
    for weights in (Weights(marginal=0.0), Weights()):
        fit = fit_clip(clip, signer("woman"), weights=weights, depth=False)
        places = fit.points[:, [POINTS.index(name) for name in truth.names], 2]
        reach, true_reach = (
            depth[:, wrists].mean() - depth[:, shoulders].mean() for depth in (places, -truth.points[..., 2])
        )
        away.append(reach - true_reach)
    assert away[0] > away[1] + 0.003
    assert abs(away[1]) < abs(away[0])


def _near(frames: np.ndarray, reach: int) -> np.ndarray:
    """The frames (T,) within `reach` frames of `frames` (T,)."""
    return np.convolve(frames, np.ones(2 * reach + 1), "same") > 0


def test_the_motion_of_a_fit_goes_through_no_flesh():
    clip = detect(sample_truth(312, _FRAMES), 312, Faults())
    fit, body = _fit(clip), signer("woman")
    skeleton = build_skeleton(body)
    before = motion_of(torch.as_tensor(fit.angles), build_rig(skeleton), skeleton, body, clip.fps)
    deep = [
        np.max([found.hands, found.head, found.torso], axis=0)
        for found in (penetration(body, motion) for motion in (before, fit.motion))
    ]
    assert deep[0].mean() > 5
    assert deep[1].mean() < 0.05 * deep[0].mean()
    aside = 1e3 * np.linalg.norm(fit.moved[..., :2], axis=-1).max(axis=1)
    assert 0 < aside.mean() < deep[0].mean()  # by less than flesh was deep: the rest is in depth
    assert aside[~_near(deep[0] > 0, 8)].max() < 1


def test_exchanged_hands_are_exchanged_back(truth: Truth):
    clip = detect(truth, 3, Faults(swaps=True))
    fit = _fit(clip)
    assert fit.cleaning.swapped
    assert _score(fit, truth, clip)["flipped"] == 0


def test_a_hand_out_of_sight_is_flagged_and_moves_steadily(truth: Truth):
    clip = detect(truth, 3, Faults(dropout=0.0))
    gone = slice(15, 27)
    confidence = clip.confidence.copy()
    confidence[gone, clip.columns((*names.hand("right"), "right_wrist", "right_elbow"))] = 0
    fit = _fit(replace(clip, confidence=confidence))
    assert fit.guessed["right"][gone].all()
    assert not fit.guessed["left"][gone].any()
    wrist = fit.points[:, POINTS.index("right_wrist")]
    assert np.linalg.norm(np.diff(wrist, axis=0), axis=1)[14:27].max() < 0.12


def test_every_frame_is_in_the_motion_even_if_nobody_is(truth: Truth):
    clip = detect(truth, 3, Faults())
    confidence = clip.confidence.copy()
    confidence[5:9] = 0
    fit = _fit(replace(clip, confidence=confidence))
    assert fit.motion.frames == _FRAMES
    assert fit.guessed["left"][5:9].all() and fit.guessed["right"][5:9].all()


def test_a_clip_is_fitted_alike_alone_and_beside_a_longer_one(truth: Truth):
    clip = detect(truth, 3, Faults())
    longer = detect(sample_truth(4, _FRAMES + 9), 4, Faults())
    alone, beside = _fit(clip), fit_clips([longer, clip], signer("woman"), depth=False)[1]
    away = alone.focal / beside.focal  # almost the same picture, and so told less exactly than all else
    assert away == pytest.approx(1, abs=0.01)
    assert np.abs(alone.pixels - beside.pixels).max() < 0.2
    shapes = [fit.points - fit.points[:, :1] for fit in (alone, beside)]
    assert np.abs(shapes[0] - shapes[1]).max() < 3e-3


def test_the_same_clip_gives_the_same_motion(truth: Truth):
    clip = detect(truth, 3, Faults())
    first, second = _fit(clip), _fit(clip)
    assert np.array_equal(first.motion.pose, second.motion.pose)


def test_a_clip_without_shoulders_is_refused(truth: Truth):
    clip = detect(truth, 3, Faults())
    confidence = clip.confidence.copy()
    confidence[:, clip.columns(("left_shoulder",))] = 0
    with pytest.raises(BadInput, match="never shows both shoulders"):
        _fit(replace(clip, confidence=confidence))


def test_a_clip_without_shoulders_stops_no_other(truth: Truth):
    clip = detect(truth, 3, Faults())
    confidence = clip.confidence.copy()
    confidence[:, clip.columns(("left_shoulder",))] = 0
    alone = _fit(clip)
    broken, fit = fit_clips([replace(clip, confidence=confidence), clip], signer("woman"), depth=False)
    assert isinstance(broken, BadInput)
    assert isinstance(fit, ClipFit)
    assert np.array_equal(fit.motion.pose, alone.motion.pose)


def test_the_fit_is_seen_where_the_points_were(truth: Truth):
    clip = detect(truth, 3, Faults(noise=0.0, dropout=0.0))
    fit = _fit(clip)
    part = convert(clip, POINTS)
    hands = [POINTS.index(name) for side in names.SIDES for name in names.hand(side)]
    apart = np.linalg.norm(fit.pixels - part.points, axis=-1)[:, hands]
    assert np.median(apart[part.confidence[:, hands] > 0]) < 4
    assert fit.angles.shape == (_FRAMES, len(FREEDOMS))


def test_the_clips_of_a_signer_share_the_lengths_of_bones(truth: Truth):
    clips = [detect(truth, seed, Faults()) for seed in (3, 4)]
    alone, together = (
        fit_clips(clips, signer("woman"), depth=False, signers=signers) for signers in (None, ["ada", "ada"])
    )
    assert np.array_equal(together[0].bones, together[1].bones)
    assert not np.allclose(alone[0].bones, alone[1].bones, atol=1e-3)
    assert together[0].focal != together[1].focal


def test_a_signer_known_from_an_earlier_batch_keeps_the_lengths_of_bones(truth: Truth):
    clips = [detect(truth, seed, Faults()) for seed in (3, 4)]
    fits = fit_clips(clips, signer("woman"), depth=False, signers=["ada", "ada"], memory=1)
    assert np.array_equal(fits[0].bones, fits[1].bones)
    assert _score(fits[1], truth, clips[1])["hands"] < 8


def test_a_clip_in_windows_is_that_clip_as_a_whole(truth: Truth, monkeypatch: pytest.MonkeyPatch):
    clip = detect(truth, 3, Faults(noise=2.0))
    whole = _fit(clip)
    monkeypatch.setattr(fitting, "cut", partial(cut, longest=28, overlap=12))
    parts = _fit(clip)
    assert parts.motion.frames == _FRAMES
    wrist, shoulder = POINTS.index("right_wrist"), POINTS.index("right_shoulder")
    reach = [fit.points[:, wrist] - fit.points[:, shoulder] for fit in (parts, whole)]
    assert np.median(np.linalg.norm(reach[0] - reach[1], axis=1)) < 0.01
    jolts, usual = (np.abs(np.diff(fit.points[:, wrist], 2, axis=0)).max() for fit in (parts, whole))
    assert jolts < 1.2 * usual


def test_a_fit_can_be_stopped_and_tells_how_far_it_is(truth: Truth):
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int, note: str = "") -> None:
        told.append((done, total))
        if done > _FRAMES:
            raise Cancelled

    clip = detect(truth, 3, Faults())
    with pytest.raises(Cancelled):
        fit_clips([clip, clip], signer("woman"), memory=1, progress=progress)
    assert told == sorted(told)
    assert {total for _, total in told} == {2 * _FRAMES}


def test_a_hand_seen_where_it_cannot_be_is_not_believed(truth: Truth):
    clip = detect(truth, 3, Faults(dropout=0.0))
    points = clip.points.copy()
    points[18:21, clip.columns(names.hand("right"))] += [300, -200]
    guessed = _fit(replace(clip, points=points)).guessed["right"]
    assert guessed[18:21].all()
    assert not guessed[clip.seen(names.hand("right"))][:17].any()
    assert guessed.sum() == 3 + (~clip.seen(names.hand("right"))).sum()


def test_a_cropped_picture_makes_no_small_hands(truth: Truth):
    """Cut to the signer, a picture shows no more of the world; its size must not say what the lens is."""
    clip = detect(truth, 3, Faults())
    shoulders = clip.points[:, clip.columns(("left_shoulder", "right_shoulder"))].reshape(-1, 2).mean(axis=0)
    corner = (shoulders - [250, 150]).astype(np.float32)
    cropped = replace(clip, points=clip.points - corner, width=500, height=500)
    whole, part = (fit_clip(given, signer("woman"), depth=False) for given in (clip, cropped))
    fingers = [index for index, bone in enumerate(BONES) if bone[:-1] in ("index", "middle", "ring", "pinky")]
    sizes = [np.exp(fit.bones[fingers].mean()) for fit in (whole, part)]
    assert sizes[1] == pytest.approx(sizes[0], rel=0.12) and 0.85 < sizes[1] < 1.2
