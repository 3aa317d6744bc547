"""Ways that would look unnatural are found, and every way can be explained."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.connector.duration import WRIST
from pipeline.connector.skeleton import rest_joints
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.timeline import timing
from pipeline.timeline.assemble import assemble
from pipeline.timeline.bake import bake
from pipeline.timeline.naturalness import derivatives, seams
from pipeline.timeline.timeline import Timeline, Transition
from pipeline.timeline.why import why


def looked_at(timeline: Timeline, store):
    motion = bake(timeline, store, 30.0)
    places = joint_positions(rest_joints(), motion.pose, motion.translation)
    wrists = places[:, [joints.RIGHT_WRIST, joints.LEFT_WRIST]]
    return seams(timeline, *derivatives(wrists, 30.0), 30.0)


def test_derivatives_of_a_cubic_are_exact_away_from_the_ends() -> None:
    time = np.arange(60) / 30.0
    wrists = np.zeros((60, 2, 3))
    wrists[:, 0, 0] = time**3
    speed, jerk = derivatives(wrists, 30.0)
    # The central difference of t^3 is 3 t^2 + h^2.
    assert speed[5:-5, 0] == pytest.approx(3 * time[5:-5] ** 2 + 1 / 900, abs=1e-4)
    assert jerk[5:-5, 0] == pytest.approx(6.0, abs=1e-3)
    assert not speed[:, 1].any() and not jerk[:, 1].any()


def test_nothing_that_is_proposed_is_doubted(letters, spelling) -> None:
    assert not any(seam.doubt for seam in looked_at(assemble(spelling("ANNA", "BOB"), letters), letters))


def test_hurried_and_dawdling_ways_are_doubted(letters, spelling) -> None:
    timeline = assemble(spelling("ANNA"), letters)
    hurried = looked_at(timing.pace(timeline, 0, 0.15), letters)
    assert "Hurried" in hurried[0].doubt and not hurried[1].doubt
    slow = looked_at(timing.pace(timeline, 1, 1.5), letters)
    assert "Dawdling" in slow[1].doubt and slow[1].speed < 0.5


def test_an_empty_timeline_has_no_ways() -> None:
    assert seams(Timeline(), np.zeros((1, 2), np.float32), np.zeros((1, 2), np.float32), 30.0) == ()


def test_the_reason_names_the_distance_that_decides(letters, spelling) -> None:
    sequence = spelling("ANNA")
    timeline = assemble(sequence, letters)
    sentence = why(timeline, 0, sequence, letters)
    assert sentence.startswith(f"From rest to A {timeline.clips[0].into.proposed:.2f} s are proposed: ")
    assert "cm, which needs" in sentence and sentence.endswith(".")
    assert "doubled letter" in why(timeline, 2, sequence, letters)
    near = why(assemble(spelling("UV"), letters), 1, spelling("UV"), letters)
    assert "no way between letters is shorter" in near or "needs" in near


def test_the_reason_is_the_time_that_was_proposed(letters, spelling) -> None:
    sequence = spelling("AL")
    timeline = assemble(sequence, letters)
    for index in (0, 2):
        needed = float(why(timeline, index, sequence, letters).split("needs ")[1].split(" s")[0])
        into = timeline.clips[0].into if index == 0 else timeline.outro
        assert needed == pytest.approx(into.proposed, abs=0.006)
    assert WRIST.velocity > 0


def test_a_length_set_by_hand_and_a_manner_are_said(letters, spelling) -> None:
    sequence = spelling("AL")
    timeline = assemble(sequence, letters)
    assert "You set it to 1.20 s" in why(timing.pace(timeline, 1, 1.2), 1, sequence, letters)
    mannered = replace(timeline, outro=Transition(0.5, 0.5), manner=replace(timeline.manner, ways=1.5))
    assert "times 1.5 for the manner" in why(mannered, 2, sequence, letters)


def test_there_is_no_reason_for_what_is_not_there(letters, spelling) -> None:
    with pytest.raises(BadInput):
        why(assemble(spelling("A"), letters), 2, spelling("A"), letters)
