"""Arms that give way: what goes through flesh is pushed out, smoothly and by little."""

import numpy as np
import pytest

from pipeline.body.capsules import capsules
from pipeline.body.kinematics import joint_positions, joint_transforms
from pipeline.body.model import BodyModel
from pipeline.body.penetration import penetration
from pipeline.fitting.clearing import cleared
from pipeline.fitting.touches import guarded, near, seen_touches
from pipeline.motion import joints
from pipeline.motion.motion import Motion


def _motion(*frames: dict[str, tuple[float, float, float]]) -> Motion:
    pose = np.zeros((len(frames), joints.COUNT, 3), np.float32)
    for frame, turns in enumerate(frames):
        for name, degrees in turns.items():
            pose[frame, joints.INDEX[name]] = np.radians(degrees)
    return Motion(30.0, pose)


def _arm(shoulder: tuple[float, float, float], elbow: float) -> dict[str, tuple[float, float, float]]:
    hanging = {"left_shoulder": (0.0, 0.0, -60.0)}
    return hanging | {"right_shoulder": shoulder, "right_elbow": (0, elbow, 0)}


@pytest.mark.parametrize(
    ("part", "shoulder", "elbow"),
    [("torso", (0, 95, 30), 118), ("head", (0, 60, 60), 140)],
)
def test_a_hand_comes_out_of_the_body(
    body: BodyModel, part: str, shoulder: tuple[float, float, float], elbow: float
) -> None:
    inside = _motion(_arm(shoulder, elbow))
    outside = cleared(body, inside)
    assert getattr(penetration(body, inside), part)[0] > 5
    assert penetration(body, outside).worst[0] < 2
    places = [joint_positions(body.rest_joints, m.pose, m.translation)[0] for m in (inside, outside)]
    moved = np.linalg.norm(places[0] - places[1], axis=-1)
    assert moved[joints.RIGHT_WRIST] < 0.09
    assert moved[[joints.LEFT_WRIST, joints.INDEX["head"]]].max() < 0.01


def test_a_clear_motion_stays_as_it_is(body: BodyModel) -> None:
    motion = _motion({}, _arm((0, 60, 30), 80))
    assert cleared(body, motion) is motion


def test_the_way_out_and_back_is_smooth(body: BodyModel) -> None:
    bends = 100 + 20 * np.sin(np.linspace(0, np.pi, 30))
    inside = _motion(*(_arm((0, 95, 30), bend) for bend in bends))
    outside = cleared(body, inside)
    assert penetration(body, inside).torso.max() > 15
    assert penetration(body, outside).worst.max() < 3
    jolts = [
        np.linalg.norm(
            np.diff(joint_positions(body.rest_joints, m.pose, m.translation)[:, 21], 2, axis=0), axis=1
        )
        for m in (inside, outside)
    ]
    assert jolts[1].max() < jolts[0].max() + 0.004


def test_what_cannot_be_cleared_gets_no_worse(body: BodyModel) -> None:
    both = _arm((0, 95, 30), 120) | {"left_shoulder": (0, -95, -30), "left_elbow": (0, -120, 0)}
    merged = _motion(both, both)
    before, after = penetration(body, merged), penetration(body, cleared(body, merged))
    assert after.worst.sum() <= before.worst.sum()


def _at_the_chin(body: BodyModel, bends: np.ndarray) -> Motion:
    """The right hand before the chin, palm to the face, with the elbow bent by degrees (T,)."""
    return _motion(*(_arm((0, 60, 50), float(bend)) | {"right_wrist": (0, 0, 0)} for bend in bends))


def _gaps(body: BodyModel, motion: Motion) -> np.ndarray:
    """The smallest gap (T,) between a fingertip of the right hand and the head, metres."""
    pairs = guarded(capsules(body))
    transforms = joint_transforms(body.rest_joints, motion.pose, motion.translation)
    return near(pairs, transforms.astype(np.float64)).gaps[:, pairs.touch == 2].min(axis=1)


def _before_the_face(body: BodyModel) -> Motion:
    """A fingertip held 5 to 25 mm before the face for twenty frames."""
    for bend in np.arange(150, 100, -0.5):
        motion = _at_the_chin(body, np.full(20, bend))
        if 0.005 < _gaps(body, motion)[0] < 0.025:
            return motion
    raise AssertionError("the hand never comes close")


@pytest.mark.parametrize("shown", [True, False])
def test_a_fingertip_seen_on_the_face_is_laid_there(body: BodyModel, shown: bool) -> None:
    motion = _before_the_face(body)
    before = _gaps(body, motion)
    seen = {"left": np.ones(20, bool), "right": np.full(20, shown)}
    after = cleared(body, motion, seen)
    assert before.min() > 0.004
    assert np.abs(_gaps(body, after)).max() < 0.002 if shown else _gaps(body, after).min() > 0.004


def test_a_hand_that_passes_the_face_touches_nothing(body: BodyModel) -> None:
    still = _before_the_face(body)
    pose = still.pose.copy()
    pose[:, joints.INDEX["right_shoulder"], 2] += np.linspace(-1.5, 1.5, 20)
    seen = {side: np.ones(20, bool) for side in ("left", "right")}
    assert not seen_touches(body, Motion(30.0, pose), seen).any()


def test_a_touch_lasts_over_frames_in_which_nothing_was_seen(body: BodyModel) -> None:
    motion = _before_the_face(body)
    blink, glimpse = np.ones(20, bool), np.zeros(20, bool)
    blink[9], glimpse[9] = False, True
    both = np.ones(20, bool)
    kept, passed = (
        seen_touches(body, motion, {"left": both, "right": right}).any(axis=1) for right in (blink, glimpse)
    )
    assert kept.all()
    assert not passed.any()
