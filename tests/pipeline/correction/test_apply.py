"""What corrections do to a motion: exact cases, and what they must leave alone."""

import numpy as np
import pytest

from pipeline.body.kinematics import joint_transforms
from pipeline.connector.skeleton import rest_joints
from pipeline.correction.apply import FINGERS, correct, touched
from pipeline.correction.correction import (
    BRIEFEST,
    Correction,
    Reach,
    Shape,
    Turn,
    moved,
    over,
    reaching,
    trimmed,
    weight,
)
from pipeline.errors import BadInput
from pipeline.motion import joints, rotations
from pipeline.motion.motion import Motion

FPS = 30.0
WRIST, ELBOW = joints.RIGHT_WRIST, joints.INDEX["right_elbow"]


def waving(frames: int = 61) -> Motion:
    """Both arms before the body, every joint of them moving."""
    random = np.random.default_rng(5)
    time = np.linspace(0, 2 * np.pi, frames)[:, None, None]
    pose = np.zeros((frames, joints.COUNT, 3))
    arms = [13, 14, 16, 17, 18, 19, 20, 21, *range(25, 55)]
    pose[:, arms] = random.normal(0, 0.15, (1, len(arms), 3)) + random.normal(
        0, 0.12, (1, len(arms), 3)
    ) * np.sin(time + random.uniform(0, 6, (1, len(arms), 1)))
    pose[:, 3] = 0.1 * np.sin(time[:, 0])
    for side, sign in (("left", 1), ("right", -1)):
        pose[:, joints.INDEX[f"{side}_shoulder"]] += (-0.2, -0.4 * sign, -1.0 * sign)
        pose[:, joints.INDEX[f"{side}_elbow"]] += (0.1, -1.7 * sign, 0.2)
    return Motion(FPS, pose)


def quaternion(*vector: float) -> tuple[float, float, float, float]:
    w, x, y, z = rotations.exp(np.array(vector, np.float64)).tolist()
    return w, x, y, z


def turns(motion: Motion) -> np.ndarray:
    return rotations.axis_angle_to_quaternion(motion.pose.astype(np.float64))


def seconds(motion: Motion) -> np.ndarray:
    return np.arange(motion.frames) / motion.fps


def test_a_turn_of_full_weight_is_the_product_of_quaternions() -> None:
    motion, by = waving(), quaternion(0.3, -0.8, 0.5)
    made = correct(motion, (Correction(Turn(WRIST, by), 0.0, 2.0, 0.0, 0.0, beyond=True),))
    wanted = rotations.multiply(turns(motion)[:, WRIST], np.array(by))
    assert rotations.angle_between(turns(made)[:, WRIST], wanted).max() < 1e-6


def test_a_turn_of_half_weight_is_half_the_angle_about_the_same_axis() -> None:
    motion, by = waving(), quaternion(0.0, 1.2, 0.0)
    correction = Correction(Turn(WRIST, by), 0.0, 2.0, 1.0, 1.0, beyond=True)
    frame = 15  # half a second in: minimum jerk is at one half
    assert weight(correction, seconds(motion))[frame] == pytest.approx(0.5)
    made = turns(correct(motion, (correction,)))[frame, WRIST]
    wanted = rotations.multiply(turns(motion)[frame, WRIST], np.array(quaternion(0.0, 0.6, 0.0)))
    assert rotations.angle_between(made, wanted) < 1e-6


def test_a_turn_goes_the_short_way_whatever_the_sign_of_its_quaternion() -> None:
    motion, by = waving(), quaternion(0.0, 1.2, 0.0)
    opposite = tuple(-value for value in by)
    for frame in (10, 15, 30):
        first, second = (
            turns(correct(motion, (Correction(Turn(WRIST, q), 0.0, 2.0, 1.0, 1.0),)))[frame, WRIST]
            for q in (by, opposite)
        )
        assert rotations.angle_between(first, second) < 1e-6
        assert rotations.angle_between(first, turns(motion)[frame, WRIST]) <= 1.2 + 1e-6


def test_the_weight_goes_from_nothing_to_all_to_nothing_and_rests_outside() -> None:
    correction = Correction(Turn(WRIST, quaternion(1, 0, 0)), 0.5, 1.5, 0.2, 0.4)
    times = np.array([-1.0, 0.49, 0.5, 0.6, 0.7, 1.0, 1.1, 1.3, 1.5, 1.51, 9.0])
    wanted = [0, 0, 0, 0.5, 1, 1, 1, 0.5, 0, 0, 0]
    assert weight(correction, times) == pytest.approx(wanted, abs=1e-9)
    rising = weight(correction, np.linspace(0.5, 0.7, 50))
    assert (np.diff(rising) > 0).all()


def test_eases_that_do_not_fit_share_what_there_is() -> None:
    correction = Correction(Turn(WRIST, quaternion(1, 0, 0)), 0.0, 0.3, 0.4, 0.2)
    assert correction.eases == pytest.approx((0.2, 0.1))
    assert weight(correction, np.array([0.2])) == pytest.approx([1.0])


def test_outside_its_range_and_joints_not_a_bit_changes() -> None:
    motion = waving()
    corrections = (
        Correction(Turn(ELBOW, quaternion(0.2, 0, 0)), 0.5, 1.0),
        Correction(Reach("left", (0.05, 0.1, 0.0)), 0.5, 1.0),
        Correction(Shape("right", "5", (quaternion(0, 0, 0),) * 15), 0.5, 1.0),
    )
    made = correct(motion, corrections)
    outside = (seconds(motion) < 0.5) | (seconds(motion) > 1.0)
    assert made.pose[outside].tobytes() == motion.pose[outside].tobytes()
    others = [joint for joint in range(joints.COUNT) if joint not in touched(corrections)]
    assert made.pose[:, others].tobytes() == motion.pose[:, others].tobytes()
    inside = made.pose[22] != motion.pose[22]
    assert inside.any(axis=-1).sum() == len(touched(corrections))


def test_what_is_switched_off_does_nothing() -> None:
    motion = waving()
    off = Correction(Turn(WRIST, quaternion(1, 0, 0)), 0.0, 2.0, enabled=False)
    assert correct(motion, (off,)).pose.tobytes() == motion.pose.tobytes()


def test_a_handshape_takes_the_place_of_what_the_fingers_did() -> None:
    motion = waving()
    wanted = tuple(quaternion(0.0, 0.0, 0.05 * place) for place in range(15))
    made = correct(motion, (Correction(Shape("right", "5", wanted), 0.5, 1.5, 0.25, 0.25),))
    fingers = turns(made)[30, FINGERS["right"]]
    assert rotations.angle_between(fingers, np.array(wanted)).max() < 1e-6
    half = turns(made)[int(0.625 * FPS + 0.5), FINGERS["right"]]
    assert rotations.angle_between(half, np.array(wanted)).max() > 0.01


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_wrist_goes_where_it_is_moved_and_its_hand_keeps_its_turn(side: str) -> None:
    motion, shift = waving(), np.array([0.04, 0.07, -0.03])
    made = correct(motion, (Correction(Reach(side, tuple(shift)), 0.0, 2.0, 0.0, 0.0),))
    before, after = (joint_transforms(rest_joints(), m.pose, m.translation) for m in (motion, made))
    wrist, chest = joints.INDEX[f"{side}_wrist"], joints.INDEX["spine3"]
    went = after[:, wrist, :, 3] - before[:, wrist, :, 3]
    assert np.abs(went - before[:, chest, :, :3] @ shift).max() < 1e-5
    assert np.abs(after[:, wrist, :, :3] - before[:, wrist, :, :3]).max() < 1e-5
    fingers = FINGERS[side]
    assert np.abs(after[:, fingers, :, :3] - before[:, fingers, :, :3]).max() < 1e-5


def test_a_wrist_out_of_reach_is_led_as_far_as_the_arm_goes() -> None:
    motion = waving()
    made = correct(motion, (Correction(Reach("right", (0.0, 1.0, 0.5)), 0.0, 2.0, 0.0, 0.0),))
    places = joint_transforms(rest_joints(), made.pose, made.translation)[..., 3]
    shoulder, elbow, wrist = (places[:, joints.INDEX[f"right_{j}"]] for j in ("shoulder", "elbow", "wrist"))
    arm = np.linalg.norm(elbow - shoulder, axis=-1) + np.linalg.norm(wrist - elbow, axis=-1)
    assert np.linalg.norm(wrist - shoulder, axis=-1) == pytest.approx(
        arm, rel=3e-3
    )  # an elbow bends by 2 degrees


def test_a_moved_wrist_jumps_nowhere() -> None:
    motion, shift, ease = waving(241), np.array([0.05, 0.08, 0.0]), 0.6
    made = correct(motion, (Correction(Reach("right", tuple(shift)), 1.0, 7.0, ease, ease),))
    arm = [17, 19, 21]
    before, after = (rotations.angle_between(turns(m)[1:, arm], turns(m)[:-1, arm]) for m in (motion, made))
    fastest = 1.875 * np.linalg.norm(shift) / ease / FPS  # metres per frame, of minimum jerk
    assert after.max() < before.max() + fastest / 0.2  # about a forearm
    assert np.abs(np.diff(after, axis=0)).max() < 0.01


def test_a_turned_hand_stays_turned_when_its_wrist_is_moved_too() -> None:
    motion, by = waving(), quaternion(0.4, 0.0, 0.2)
    turn = Correction(Turn(WRIST, by), 0.0, 2.0, 0.0, 0.0)
    reach = Correction(Reach("right", (0.0, 0.06, 0.02)), 0.0, 2.0, 0.0, 0.0)
    only, both = (correct(motion, corrections) for corrections in ((turn,), (reach, turn)))
    first, second = (joint_transforms(rest_joints(), m.pose, m.translation)[:, WRIST] for m in (only, both))
    assert np.abs(first[..., :3] - second[..., :3]).max() < 1e-5


def test_a_wrist_is_moved_from_where_the_turns_of_its_arm_put_it() -> None:
    motion, shift = waving(), np.array([0.0, 0.06, 0.02])
    turn = Correction(Turn(ELBOW, quaternion(0.0, 0.4, 0.1)), 0.0, 2.0, 0.0, 0.0)
    reach = Correction(Reach("right", tuple(shift)), 0.0, 2.0, 0.0, 0.0)
    for corrections in ((turn, reach), (reach, turn)):
        only, both = (correct(motion, each) for each in ((turn,), corrections))
        before, after = (joint_transforms(rest_joints(), m.pose, m.translation) for m in (only, both))
        went = after[:, WRIST, :, 3] - before[:, WRIST, :, 3]
        assert np.abs(went - before[:, joints.INDEX["spine3"], :, :3] @ shift).max() < 1e-5


def test_ranges_are_moved_trimmed_and_grown() -> None:
    turn = Correction(Turn(WRIST, quaternion(1, 0, 0)), 0.5, 1.0, 0.1, 0.1)
    assert (moved(turn, 0.25).start, moved(turn, 0.25).end) == (0.75, 1.25)
    assert trimmed(turn, start=2.0).seconds == pytest.approx(BRIEFEST)
    assert trimmed(turn, end=0.0).seconds == pytest.approx(BRIEFEST)
    for second in (0.2, 0.5, 0.55, 0.7, 0.98, 1.4):
        grown = reaching(turn, second)
        assert weight(grown, np.array([second])) == pytest.approx([1.0])
        assert grown.start <= turn.start and grown.end >= turn.end
    assert reaching(turn, 0.7) == turn
    assert (weight(over(turn.act, 0.2, 0.8), np.linspace(0.2, 0.8, 20)) > 1 - 1e-9).all()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Turn(55, quaternion(0, 0, 0)),
        lambda: Turn(3, (1.0, 1.0, 0.0, 0.0)),
        lambda: Reach("middle", (0.0, 0.0, 0.0)),
        lambda: Reach("left", (9.0, 0.0, 0.0)),
        lambda: Shape("left", "", (quaternion(0, 0, 0),) * 15),
        lambda: Shape("left", "5", (quaternion(0, 0, 0),) * 3),
        lambda: Correction(Reach("left", (0.0, 0.0, 0.0)), 1.0, 1.0),
        lambda: Correction(Reach("left", (0.0, 0.0, 0.0)), 0.0, 1.0, -0.1),
        lambda: Correction(Reach("left", (0.0, 0.0, 0.0)), 0.0, float("inf")),
    ],
)
def test_what_cannot_be_says_so(make: object) -> None:
    with pytest.raises(BadInput):
        make()  # type: ignore[operator]
