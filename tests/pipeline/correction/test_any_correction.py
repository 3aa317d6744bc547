"""What holds for every correction that can be: it stays a pose, and a file gives it back."""

import json

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.correction.apply import corrected, touched
from pipeline.correction.correction import BRIEFEST, SIDES, Correction, Reach, Shape, Turn
from pipeline.correction.fields import from_correction, to_correction
from pipeline.motion import joints, rotations
from pipeline.timeline.fields import Fields
from pipeline.timeline.rest import rest_pose

numbers = st.floats(-1, 1, allow_subnormal=False)


@st.composite
def quaternions(draw: st.DrawFn) -> tuple[float, float, float, float]:
    vector = np.array([draw(numbers) for _ in range(3)]) * np.pi
    w, x, y, z = rotations.exp(vector).tolist()
    return w, x, y, z


acts = st.one_of(
    st.builds(Turn, st.integers(0, joints.COUNT - 1), quaternions()),
    st.builds(Reach, st.sampled_from(SIDES), st.tuples(*[numbers.map(lambda value: 0.8 * value)] * 3)),
    st.builds(
        Shape, st.sampled_from(SIDES), st.text(min_size=1, max_size=80), st.tuples(*[quaternions()] * 15)
    ),
)


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    start = draw(st.floats(-1, 2))
    return Correction(
        draw(acts),
        start,
        start + draw(st.floats(BRIEFEST, 3)),
        draw(st.floats(0, 2)),
        draw(st.floats(0, 2)),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(corrections(), max_size=4))
def test_a_corrected_pose_is_a_pose_and_what_is_not_touched_stays(made: list[Correction]) -> None:
    turns = np.tile(rotations.axis_angle_to_quaternion(rest_pose()), (9, 1, 1))
    result = corrected(turns, np.linspace(0.0, 2.0, 9), tuple(made))
    assert np.isfinite(result).all()
    assert np.abs(np.linalg.norm(result, axis=-1) - 1).max() < 1e-5
    others = [joint for joint in range(joints.COUNT) if joint not in touched(tuple(made))]
    assert result[:, others].tobytes() == turns[:, others].tobytes()


@settings(max_examples=60, deadline=None)
@given(corrections())
def test_a_file_gives_every_correction_back(correction: Correction) -> None:
    assert to_correction(Fields(json.loads(json.dumps(from_correction(correction))))) == correction
