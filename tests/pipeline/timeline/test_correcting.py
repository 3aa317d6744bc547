"""Corrections on a timeline: they reach every motion that is made of it, move with their clip, and stay."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pipeline.correction.apply import FINGERS, corrected
from pipeline.correction.correction import Correction, Reach, Shape, Turn, over
from pipeline.errors import BadInput
from pipeline.motion import joints, rotations
from pipeline.signs.store import SignStore
from pipeline.text.gloss import GlossSequence
from pipeline.timeline import correcting, edits, timing
from pipeline.timeline.assemble import assemble
from pipeline.timeline.bake import bake
from pipeline.timeline.copying import copied, inserted
from pipeline.timeline.handshape import handshape_of
from pipeline.timeline.posing import posed
from pipeline.timeline.project import Project, from_json, to_json
from pipeline.timeline.resolve import resolve
from pipeline.timeline.rest import rest_pose
from pipeline.timeline.timeline import Timeline, spans
from pipeline.timeline.tracks import track

Sentence = Callable[..., GlossSequence]
WRIST = joints.RIGHT_WRIST
BY = tuple(rotations.exp(np.array([0.2, 0.0, 0.7])).tolist())
TURN = Correction(Turn(WRIST, BY), 0.3, 0.6, 0.1, 0.1)  # type: ignore[arg-type]


def project_of(glosses: GlossSequence, signs: SignStore) -> Project:
    return Project("", "en", "ase", glosses, assemble(glosses, signs))


@pytest.fixture
def two(signs: SignStore, sentence: Sentence) -> Project:
    """TREE and RAIN, the second one corrected."""
    project = project_of(sentence("TREE", "RAIN"), signs)
    return replace(project, timeline=correcting.added(project.timeline, 1, TURN))


def test_a_correction_turns_the_joint_where_it_is_whole_and_nothing_elsewhere(
    two: Project, signs: SignStore
) -> None:
    plain = correcting.removed(two.timeline, 1, 0)
    begin = spans(plain)[1][0]
    with_it, without = (bake(timeline, signs, 240.0) for timeline in (two.timeline, plain))
    clip = plain.clips[1]
    whole = round(correcting.moment_of(clip, begin, 0.45) * 240)
    quaternions = [
        rotations.axis_angle_to_quaternion(motion.pose[whole, WRIST]) for motion in (with_it, without)
    ]
    assert rotations.angle_between(quaternions[0], rotations.multiply(quaternions[1], np.array(BY))) < 2e-3
    times = np.arange(without.frames) / 240
    outside = (times < begin + 0.3 / clip.speed - clip.start / clip.speed) | (
        times > begin + (0.6 - clip.start) / clip.speed
    )
    assert (with_it.pose[outside] == without.pose[outside]).all()
    changed = (with_it.pose != without.pose).any(axis=(0, 2))
    assert np.flatnonzero(changed).tolist() == [WRIST]


def test_it_moves_with_its_clip(two: Project, signs: SignStore) -> None:
    later = timing.slide(two.timeline, 1, 0.2, ripple=True)
    assert later.clips[1].corrections == (TURN,)
    first, second = spans(two.timeline)[1][0], spans(later)[1][0]
    frames = [
        posed(timeline, 1, begin + 0.2, signs) for timeline, begin in ((two.timeline, first), (later, second))
    ]
    assert frames[0] is not None and frames[1] is not None
    assert np.allclose(frames[0].pose, frames[1].pose, atol=1e-6)


def test_the_ways_lead_to_a_sign_that_is_corrected_at_its_edge(signs: SignStore, sentence: Sentence) -> None:
    timeline = assemble(sentence("TREE", "RAIN"), signs)
    clip = timeline.clips[1]
    made = correcting.added(timeline, 1, over(TURN.act, clip.start, clip.end))
    motion = bake(made, signs, 120.0)
    quaternions = rotations.axis_angle_to_quaternion(motion.pose[:, WRIST].astype(np.float64))
    steps = rotations.angle_between(quaternions[1:], quaternions[:-1])
    assert steps.max() < 0.12  # no jump from one frame to the next


def test_one_frame_is_that_of_the_whole_performance(two: Project, signs: SignStore) -> None:
    begin, end = spans(two.timeline)[1]
    motion = bake(two.timeline, signs, 30.0)
    for moment in np.arange(np.ceil(begin * 30), np.floor(end * 30)) / 30:
        frame = posed(two.timeline, 1, float(moment), signs)
        assert frame is not None
        one, all_ = (
            rotations.axis_angle_to_quaternion(pose)
            for pose in (frame.pose[0], motion.pose[round(moment * 30)])
        )
        assert rotations.angle_between(one, all_).max() < 1e-3
    assert posed(two.timeline, 1, begin - 0.05, signs) is None


def test_seconds_of_a_repeated_and_held_clip() -> None:
    from pipeline.signs.sign import SignId
    from pipeline.timeline.timeline import Clip, Transition

    clip = Clip(SignId(1), "A", 0, 0.2, 0.8, Transition(0.3, 0.3), speed=2.0, hold=0.5, repeat=2, back=0.1)
    asked = [-0.1, 0.0, 0.15, 0.3, 0.35, 0.4, 0.55, 0.7, 1.0, 1.2, 1.3]
    told = [correcting.second_of(clip, 1.0, 1.0 + since) for since in asked]
    wanted = [None, 0.2, 0.5, 0.8, None, 0.2, 0.5, 0.8, 0.8, 0.8, None]
    assert [second if second is None else round(second, 9) for second in told] == wanted
    assert correcting.moment_of(clip, 1.0, 0.5) == pytest.approx(1.15)


def test_a_correction_stays_when_the_sentence_changes_around_it(two: Project, signs: SignStore) -> None:
    more = edits.insert(two, 0, "CAR", signs)
    assert [clip.corrections for clip in more.timeline.clips] == [(), (), (TURN,)]
    fewer = edits.remove(more, 1, signs)
    assert [clip.corrections for clip in fewer.timeline.clips] == [(), (TURN,)]


def test_a_copy_of_a_corrected_sign_is_corrected(two: Project, signs: SignStore) -> None:
    pasted = inserted(two, 2, copied(two, [1]), signs)
    assert [clip.corrections for clip in pasted.timeline.clips] == [(), (TURN,), (TURN,)]


def test_another_sign_is_not_corrected(two: Project, signs: SignStore) -> None:
    first = correcting.added(two.timeline, 0, TURN)
    other = next(sign for sign in signs.find("TREE", "ase") if sign.id != first.clips[0].sign)
    used = edits.use(replace(two, timeline=first), 0, other, signs)
    assert [clip.corrections for clip in used.timeline.clips] == [(), (TURN,)]


def test_a_project_file_gives_corrections_back(two: Project, signs: SignStore) -> None:
    reach = Correction(Reach("left", (0.01, -0.2, 0.3)), -0.1, 0.9, 0.0, 0.3, enabled=False)
    shape = Correction(Shape("right", "5-claw", (BY,) * 15), 0.1, 0.5)  # type: ignore[arg-type]
    timeline = correcting.added(correcting.added(two.timeline, 1, reach), 1, shape)
    saved = to_json(replace(two, timeline=timeline))
    again, notes = resolve(from_json(saved), signs)
    assert again.timeline.clips[1].corrections == (TURN, reach, shape)
    assert not notes
    assert to_json(again) == saved


def test_a_file_of_the_version_before_has_none(two: Project) -> None:
    import json

    content = json.loads(to_json(two)) | {"version": 2}
    for clip in content["clips"]:
        del clip["corrections"]
    assert all(clip.corrections == () for clip in from_json(json.dumps(content)).timeline.clips)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("turn", "tail"),
        ("by", [1, 1, 0, 0]),
        ("by", [1, 0, 0]),
        ("by", "x"),
        ("end", 0.0),
        ("ease_in", -1),
        ("enabled", 1),
    ],
)
def test_a_damaged_correction_is_told(two: Project, field: str, value: object) -> None:
    import json

    content = json.loads(to_json(two))
    content["clips"][1]["corrections"][0][field] = value
    with pytest.raises(BadInput, match="damaged"):
        from_json(json.dumps(content))


def test_a_lost_sign_takes_its_corrections_along_and_says_so(two: Project, signs: SignStore) -> None:
    clip = two.timeline.clips[1]
    assert clip.reference is not None
    lost = replace(clip, reference=replace(clip.reference, variant="gone", motion="0" * 64))
    timeline = replace(two.timeline, clips=(two.timeline.clips[0], lost))
    found, notes = resolve(replace(two, timeline=timeline), signs)
    assert found.timeline.clips[1].corrections == ()
    assert notes == (
        "The sign saved for RAIN is not in the dictionary: another one takes its place, "
        "without its corrections.",
    )


def test_corrections_are_added_changed_and_removed_by_index() -> None:
    from pipeline.signs.sign import SignId
    from pipeline.timeline.timeline import Clip, Transition

    timeline = Timeline((Clip(SignId(1), "A", 0, 0.2, 0.8, Transition(0.3, 0.3)),))
    one = correcting.added(timeline, 0, TURN)
    other = replace(TURN, enabled=False)
    assert correcting.changed(one, 0, 0, other).clips[0].corrections == (other,)
    assert correcting.removed(one, 0, 0) == timeline
    for wrong in (lambda: correcting.removed(one, 0, 1), lambda: correcting.changed(one, 1, 0, TURN)):
        with pytest.raises(BadInput):
            wrong()


def test_the_motion_kept_as_a_variant_is_what_was_shown(two: Project, signs: SignStore) -> None:
    clip = two.timeline.clips[1]
    shape = Correction(Shape("left", "5", (BY,) * 15), -1.0, 9.0, 0.0, 0.0)  # type: ignore[arg-type]
    motion = signs.motion(clip.sign)
    kept = correcting.variant(motion, (TURN, shape))
    frame = round(0.45 * motion.fps)
    quaternion = rotations.axis_angle_to_quaternion(kept.pose[frame, WRIST].astype(np.float64))
    was = rotations.axis_angle_to_quaternion(motion.pose[frame, WRIST].astype(np.float64))
    assert rotations.angle_between(quaternion, rotations.multiply(was, np.array(BY))) < 1e-5
    fingers = rotations.axis_angle_to_quaternion(kept.pose[:, FINGERS["left"]])
    assert rotations.angle_between(fingers, np.array(BY)).max() < 1e-3


def test_an_arm_that_hangs_is_kept_as_it_is_shown(signs: SignStore) -> None:
    pose = signs.motion(signs.find("RAIN", "ase")[0].id).pose.copy()
    pose[:, joints.INDEX["left_shoulder"]] = (0.0, 0.0, -1.5)  # straight down, not as at rest
    motion = replace(signs.motion(signs.find("RAIN", "ase")[0].id), pose=pose)
    reach = Correction(Reach("left", (0.0, 0.3, 0.2)), 0.2, 0.8)
    kept = correcting.variant(motion, (reach,))
    shown = corrected(track(motion).turns, np.arange(motion.frames) / motion.fps, (reach,))
    turns = rotations.axis_angle_to_quaternion(kept.pose)
    assert rotations.angle_between(turns, shown).max() < 1e-3
    assert rotations.angle_between(turns, rotations.axis_angle_to_quaternion(pose)).max() > 0.1


def test_the_handshape_of_a_sign_is_that_of_its_middle_and_mirrored_for_a_hand_that_hangs(
    signs: SignStore,
) -> None:
    sign = signs.find("RAIN", "ase")[0]
    pose = signs.motion(sign.id).pose.copy()
    left_arm = [joints.INDEX[f"left_{part}"] for part in ("shoulder", "elbow", "wrist")]
    pose[:, left_arm] = rest_pose()[left_arm]
    motion = replace(signs.motion(sign.id), pose=pose)
    fingers = pose[round((sign.onset + sign.offset) / 2 * motion.fps), FINGERS["right"]].astype(np.float64)
    for side, wanted in (("right", fingers), ("left", fingers * (1, -1, -1))):
        shape = handshape_of(sign, motion, side)
        assert (shape.name, shape.side) == ("RAIN", side)
        shown = rotations.axis_angle_to_quaternion(wanted)
        assert rotations.angle_between(np.array(shape.turns), shown).max() < 1e-5
