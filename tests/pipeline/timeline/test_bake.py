"""A performance starts and ends at rest, leaves the signs as they are and never jerks between them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.body.kinematics import joint_positions
from pipeline.connector.skeleton import rest_joints
from pipeline.motion import joints, rotations
from pipeline.motion.edit import mirror, sample
from pipeline.signs.sign import SignId
from pipeline.signs.store import Draft, UnknownSign, new_store
from pipeline.timeline.assemble import assemble
from pipeline.timeline.bake import bake, performance
from pipeline.timeline.rest import rest_pose
from pipeline.timeline.timeline import Clip, Timeline, Transition, spans

FINE = 2e-4


def clip(sign: int, start: float, end: float, into: float, **more) -> Clip:
    return Clip(SignId(sign), "X", more.pop("position", 0), start, end, Transition(into, into), **more)


def turned(first, second):
    """Angles (T,) of the joint that turned most."""
    return rotations.angle_between(first, second).max(axis=1)


def test_an_empty_timeline_is_one_frame_at_rest(letters) -> None:
    motion = bake(Timeline(), letters)
    assert motion.frames == 1
    assert np.array_equal(motion.pose[0], rest_pose())


@pytest.mark.parametrize("fps", [1.0, 24.0, 29.97, 30.0, 60.0])
def test_it_starts_and_ends_at_rest_at_any_frame_rate(letters, spelling, fps: float) -> None:
    timeline = assemble(spelling("ANNA", "BOB"), letters)
    motion = bake(timeline, letters, fps)
    assert np.array_equal(motion.pose[0], rest_pose()) and np.array_equal(motion.pose[-1], rest_pose())
    assert timeline.seconds <= motion.seconds + 1e-6 < timeline.seconds + 1 / fps
    assert motion.fps == fps and not motion.face[[0, -1]].any()


def test_the_frames_of_a_sign_are_the_captured_ones(signs) -> None:
    source = signs.motion(SignId(3))
    timeline = Timeline((clip(3, 0.2, 0.8, 0.5), clip(4, 0.0, 1.0, 0.2, position=1)), Transition(0.3, 0.3))
    motion = bake(timeline, signs, 30.0)
    assert motion.pose[15:34] == pytest.approx(source.pose[6:25], abs=2e-6)
    assert motion.face[15:34] == pytest.approx(source.face[6:25], abs=1e-6)
    assert motion.translation[15:34] == pytest.approx(source.translation[6:25], abs=1e-6)
    assert motion.pose[39:70] == pytest.approx(signs.motion(SignId(4)).pose, abs=2e-6)


def test_between_captured_frames_rotations_are_sampled_on_the_sphere(signs) -> None:
    timeline = Timeline((clip(3, 0.2, 0.8, 0.5, speed=0.5),), Transition(0.3, 0.3))
    motion = bake(timeline, signs, 50.0)
    moments = 0.2 + 0.5 * np.arange(61) / 50
    wanted = sample(signs.motion(SignId(3)), moments, 50.0)
    assert motion.pose[25:86] == pytest.approx(wanted.pose, abs=1e-5)


def test_speed_and_hold_take_the_time_they_should(signs) -> None:
    timeline = Timeline((clip(3, 0.2, 0.8, 0.5, speed=2.0, hold=0.5),), Transition(0.3, 0.3))
    played = performance(timeline, signs)
    turns, _ = played.pose_at(np.array([0.8, 1.2, 1.3]))
    end = rotations.exp(signs.motion(SignId(3)).pose[24].astype(float))
    assert turned(turns[:1], end[None]) < 1e-5  # the sign has ended
    assert turned(turns[1:2], turns[2:]) < 1e-2  # and is held
    assert turned(turns[2:], end[None]) <= 0.15 + 1e-3
    assert played.seconds == pytest.approx(1.6)


def boundaries(timeline: Timeline) -> list[float]:
    """Where ways begin and end, and where signs are held."""
    result = []
    for (begin, end), now in zip(spans(timeline), timeline.clips, strict=True):
        result += [begin, end, end - now.hold]
    return result


@pytest.mark.parametrize("hold", [0.0, 0.4])
@pytest.mark.parametrize("speed", [0.7, 1.0, 1.9])
def test_velocity_is_continuous_where_ways_begin_and_end(signs, speed: float, hold: float) -> None:
    clips = (
        clip(1, 0.21, 0.795, 0.5, speed=speed, hold=hold),
        clip(2, 0.11, 0.805, 0.16, position=1, speed=speed),
        clip(3, 0.0, 0.9, 0.31, position=2, hold=hold),
    )
    timeline = Timeline(clips, Transition(0.4, 0.4))
    played = performance(timeline, signs)
    for moment in boundaries(timeline):
        turns, values = played.pose_at(moment + FINE * np.array([-2.0, -1.0, 0.0, 1.0, 2.0]))
        spins = rotations.log(rotations.multiply(rotations.conjugate(turns[:-1]), turns[1:])) / FINE
        rates = np.diff(values, axis=0) / FINE
        assert np.abs(spins[2] - spins[1]).max() < 0.1, moment
        inner = slice(0, 3)  # a face unit may stop at 0 or 1
        assert np.abs(rates[2] - rates[1])[inner].max() < 0.02, moment


@given(data=st.data())
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_timeline_makes_it_jump(letters, data: st.DataObject) -> None:
    number = st.floats(0.05, 1.0)
    ids = [sign.id for sign in letters.search("", "ase", 100)]
    clips = []
    for position in range(data.draw(st.integers(1, 3))):
        sign = letters.sign(data.draw(st.sampled_from(ids)))
        start = data.draw(st.floats(0, sign.seconds))
        end = data.draw(st.floats(start, sign.seconds))
        into, speed = data.draw(number), data.draw(st.floats(0.3, 2.0))
        hold, doubled = data.draw(st.sampled_from([0.0, 0.3])), data.draw(st.booleans())
        more = {"speed": speed, "hold": hold, "doubled": doubled, "position": position // 2}
        clips.append(clip(sign.id, start, end, into, **more))
    played = performance(Timeline(tuple(clips), Transition(0.2, 0.2)), letters)
    turns, values = played.pose_at(np.arange(0, played.seconds, 1e-3))
    assert np.isfinite(turns).all() and np.isfinite(values).all()
    assert np.linalg.norm(turns, axis=-1) == pytest.approx(1, abs=1e-4)
    # The shortest way allowed turns a joint by pi in 0.05 s with a peak of 118 radians a second.
    assert turned(turns[:-1], turns[1:]).max() < 0.2


def test_an_arm_that_takes_no_part_hangs_still(letters, spelling) -> None:
    motion = bake(assemble(spelling("ANNA"), letters), letters)
    left = [joints.INDEX["left_shoulder"], joints.INDEX["left_elbow"], joints.LEFT_WRIST, *range(25, 40)]
    assert np.ptp(motion.pose[:, left], axis=0).max() < 1e-5


def wrists(timeline: Timeline, store, moments) -> np.ndarray:
    turns, values = performance(timeline, store).pose_at(np.asarray(moments, float))
    return joint_positions(rest_joints(), rotations.log(turns), values[:, :3])[:, joints.LEFT_WRIST : 22]


def test_a_doubled_letter_slides_outward_and_stays_there_to_the_end_of_the_word(letters, spelling) -> None:
    timeline = assemble(spelling("ANNA", "ANA"), letters)
    plain = Timeline(tuple(replace(now, doubled=False) for now in timeline.clips), timeline.outro)
    middles = [(begin + end) / 2 for begin, end in spans(timeline)]
    shift = (wrists(timeline, letters, middles) - wrists(plain, letters, middles))[:, 1]
    assert shift[:, 0] == pytest.approx([0, 0, -0.04, -0.04, 0, 0, 0], abs=0.006)
    assert shift[:, 1] == pytest.approx(0, abs=1e-3)


def test_the_handshape_of_a_doubled_letter_is_the_captured_one(letters, spelling) -> None:
    timeline = assemble(spelling("NN"), letters)
    first, second = performance(timeline, letters).pose_at(np.array([begin for begin, _ in spans(timeline)]))[
        0
    ]
    assert rotations.angle_between(first[40:], second[40:]).max() < 1e-6


def test_a_left_hander_slides_to_the_left(letters, tmp_path) -> None:
    with new_store(tmp_path / "left.sqlite") as store:
        sign = letters.find("N", "ase")[0]
        id = store.add(
            Draft("N", "ase", onset=sign.onset, offset=sign.offset), mirror(letters.motion(sign.id))
        )
        clips = [
            Clip(id, "N", 0, 0.4, 0.5, Transition(0.2, 0.2)),
            Clip(id, "N", 0, 0.4, 0.5, Transition(0.2, 0.2), doubled=True),
        ]
        middles = [0.25, 0.55]
        apart = wrists(Timeline(tuple(clips)), store, middles)
    assert (apart[1, 0] - apart[0, 0])[0] == pytest.approx(0.04, abs=0.006)


def test_signs_of_different_models_are_joined(signs) -> None:
    timeline = Timeline((clip(1, 0.2, 0.8, 0.5), clip(4, 0.2, 0.8, 0.3, position=1)))
    motion = bake(timeline, signs)
    assert motion.expression.shape[1] == 3
    assert not motion.expression[15:33].any()
    assert motion.expression[45] == pytest.approx(0.3)


def test_the_face_stays_within_its_range(signs, sentence) -> None:
    motion = bake(assemble(sentence("TREE", "RAIN", "CAR", pause=0.5), signs), signs, 100.0)
    assert motion.face.min() >= 0 and motion.face.max() <= 1


def test_a_sign_that_is_not_there_is_unknown(letters) -> None:
    with pytest.raises(UnknownSign):
        bake(Timeline((clip(9999, 0, 1, 0.5),)), letters)
