"""Markers are drawn, cut and moved, and reach the avatar's face, head and trunk."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.compose.face import Channel
from pipeline.errors import BadInput
from pipeline.motion import joints, rotations
from pipeline.signs.sign import SignId
from pipeline.timeline import markers as lanes
from pipeline.timeline.bake import bake, performance
from pipeline.timeline.markers import BRIEFEST, Lane, Marker
from pipeline.timeline.retime import carried
from pipeline.timeline.timeline import Clip, Timeline, Transition

BROW = joints.FACE_UNITS.index("browInnerUp")
JAW = joints.FACE_UNITS.index("jawOpen")


def marker(start: float, end: float, channel: Channel = Channel.BROWS, action: str = "up", **more) -> Marker:
    return Marker(channel, action, start, end, **more)


def timeline(*markers: Marker) -> Timeline:
    clips = (
        Clip(SignId(3), "RAIN", 0, 0.2, 0.8, Transition(0.5, 0.5)),
        Clip(SignId(4), "CAR", 1, 0.0, 1.0, Transition(0.4, 0.4)),
    )
    return Timeline(clips, Transition(0.5, 0.5), markers=markers)


def test_drawing_over_a_marker_cuts_it() -> None:
    drawn = lanes.draw((marker(0.0, 2.0),), Lane.BROWS, 1.2, 0.8)
    assert [(m.start, m.end) for m in drawn] == [(0.0, 0.8), (0.8, 1.2), (1.2, 2.0)]
    assert lanes.draw((marker(0.0, 2.0),), Lane.HEAD, 0.5, 1.0)[0].end == 2.0


def test_a_marker_swallows_what_it_covers_and_is_never_too_brief() -> None:
    assert lanes.put((marker(0.5, 0.8),), marker(0.4, 1.0)) == (marker(0.4, 1.0),)
    assert lanes.draw((), Lane.EYES, 1.0, 1.0)[0].seconds == pytest.approx(BRIEFEST)
    assert lanes.trimmed(marker(1.0, 2.0), start=5.0).start == pytest.approx(2.0 - BRIEFEST)
    assert lanes.moved(marker(1.0, 2.0), -3.0).start == 0.0


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: marker(0, 1, action="sideways"),
        lambda: marker(0, 0.01),
        lambda: marker(0, 1, strength=2),
        lambda: marker(0, 1, Channel.MOUTHING, "  "),
        lambda: lanes.remove((), [0]),
    ],
)
def test_what_cannot_be_is_a_sentence(wrong) -> None:
    with pytest.raises(BadInput):
        wrong()


def test_a_marker_replaces_what_the_signs_do_in_its_lane_and_only_there(signs) -> None:
    plain = bake(timeline(), signs, 100.0)
    marked = bake(timeline(marker(0.6, 1.4, ease_in=0.1, ease_out=0.2)), signs, 100.0)
    brows = [i for i, name in enumerate(joints.FACE_UNITS) if name.startswith("brow")]
    others = np.setdiff1d(np.arange(52), brows)
    assert np.array_equal(marked.face[:, others], plain.face[:, others])
    assert np.array_equal(marked.face[:60], plain.face[:60]) and np.array_equal(
        marked.face[141:], plain.face[141:]
    )
    assert marked.face[75:115, BROW] == pytest.approx(0.9, abs=1e-5)
    assert marked.face[75:115, joints.FACE_UNITS.index("browDownLeft")] == pytest.approx(0.0, abs=1e-5)
    assert np.array_equal(marked.pose, plain.pose)


def test_it_grows_and_fades_as_long_as_it_is_told(signs) -> None:
    quick = performance(timeline(marker(0.0, 1.0, ease_in=0.1, ease_out=0.4)), signs)
    _, values = quick.pose_at(np.array([0.0, 0.05, 0.1, 0.6, 0.8]))
    assert values[:, 3 + BROW] == pytest.approx(
        [0, 0.45, 0.9, values[3, 3 + BROW], values[4, 3 + BROW]], abs=0.02
    )
    assert 0.9 >= values[3, 3 + BROW] > values[4, 3 + BROW]


def test_strength_is_how_strong_it_is(signs) -> None:
    _, values = performance(timeline(marker(0.0, 1.0, strength=0.5)), signs).pose_at(np.array([0.3]))
    assert values[0, 3 + BROW] == pytest.approx(0.45, abs=1e-5)


def test_head_and_trunk_turn_on_from_where_the_signs_have_them(signs) -> None:
    moments = np.array([0.1, 0.8, 1.0])
    plain, _ = performance(timeline(), signs).pose_at(moments)
    both = timeline(
        marker(0.5, 1.5, Channel.HEAD, "turn-left"), marker(0.5, 1.5, Channel.TRUNK, "lean-forward")
    )
    marked, _ = performance(both, signs).pose_at(moments)
    angle = np.degrees(rotations.angle_between(plain, marked))
    assert angle[0] == pytest.approx(0, abs=1e-3)
    assert angle[1, [joints.INDEX["neck"], joints.INDEX["head"]]] == pytest.approx(12, abs=0.05)
    assert angle[1, joints.INDEX["spine2"]] == pytest.approx(3, abs=0.05)
    assert angle[:, joints.INDEX["right_elbow"]] == pytest.approx(0, abs=1e-3)


def test_a_shake_goes_both_ways_and_a_mouthing_opens_the_mouth(signs) -> None:
    shaken = performance(timeline(marker(0.3, 1.8, Channel.HEAD, "shake")), signs)
    plain = performance(timeline(), signs)
    moments = np.arange(0.3, 1.8, 0.02)
    head = joints.INDEX["head"]
    turned = rotations.log(
        rotations.multiply(
            rotations.conjugate(plain.pose_at(moments)[0][:, head]), shaken.pose_at(moments)[0][:, head]
        )
    )
    assert turned[:, 1].max() > 0.08 and turned[:, 1].min() < -0.08
    _, said = performance(timeline(marker(0.3, 1.8, Channel.MOUTHING, "mama")), signs).pose_at(moments)
    assert said[:, 3 + JAW].max() > 0.4 and said[10:-10, 3 + JAW].min() < 0.15


def test_markers_go_where_their_sign_goes() -> None:
    before = replace(timeline(), markers=(marker(0.6, 1.0),))  # over RAIN
    turned = replace(before, clips=before.clips[::-1])
    (moved,) = carried(before, turned, {0: 1, 1: 0})
    begin = 0.4 + 1.0 + 0.5
    assert moved.seconds == pytest.approx(0.4)
    assert begin <= moved.start and moved.end <= begin + 0.6 + 1e-6
    gone = replace(before, clips=before.clips[1:])
    assert carried(before, gone, {1: 0})[0:1] == () or carried(before, gone, {1: 0})[0].end <= 0.5
