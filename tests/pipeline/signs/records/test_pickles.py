"""The files of published 3D dictionaries, read as PyTorch and NumPy wrote them, written as both read them."""

import gzip
import pickle  # noqa: TID251  (plays the published tools)
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import BadInput
from pipeline.signs.records.pickles import read_records, write_records
from pipeline.signs.records.record import RESULT, ROTATIONS, Record
from tests.pipeline.signs.records.conftest import make_record, published


def _same(first: Record, second: Record) -> None:
    for entry in fields(Record):
        np.testing.assert_array_equal(getattr(first, entry.name), getattr(second, entry.name), entry.name)


def test_a_published_file_is_read(pickled: Callable[..., Path], record: Callable[..., Record]) -> None:
    first, second = record("train/one-1", 4), record("S000000_P0000_T00", 7, seed=2)
    found = read_records(pickled({r.name: published(r) for r in (first, second)}))
    assert list(found) == [first.name, second.name]
    _same(found[first.name], first)
    _same(found[second.name], second)


def test_what_is_written_is_what_the_published_tools_expect(
    tmp_path: Path, record: Callable[..., Record]
) -> None:
    made = record("train/one-1", 3)
    write_records(tmp_path / "out.pkl", [made])
    content = pickle.loads((tmp_path / "out.pkl").read_bytes())
    assert list(content) == ["train/one-1"]
    frame = content["train/one-1"][1]
    assert len(frame) == 4 and frame[2] == "001"
    assert isinstance(frame[3], torch.Tensor) and frame[3].shape == (3,)
    for keys, part in ((RESULT, frame[0]["result"]), (ROTATIONS, frame[1])):
        assert part.keys() == keys.keys()
        for key, (_, shape) in keys.items():
            assert part[key].shape == (1, *shape) and part[key].dtype == np.float32
    assert frame[0]["result"]["body_pose"].shape == (1, 32) and frame[1]["body_pose_rot"].shape == (1, 63)


def test_writing_and_reading_again_changes_no_bit(tmp_path: Path, record: Callable[..., Record]) -> None:
    made = [record("a", 3), replace(record("b", 2, seed=4), numbers=np.array([4, 9]))]
    write_records(tmp_path / "out.pkl", made)
    for one in made:
        _same(read_records(tmp_path / "out.pkl")[one.name], one)


def test_gzip_half_precision_and_missing_rotations_are_understood(
    tmp_path: Path, record: Callable[..., Record]
) -> None:
    frames = published(record("a", 2))
    for frame in frames:
        frame[0]["result"] = {key: at.astype(np.float16)[0] for key, at in frame[0]["result"].items()}
        frame[1] = {}
    path = tmp_path / "half.pkl.gz"
    path.write_bytes(gzip.compress(pickle.dumps({"a": frames})))
    found = read_records(path)["a"]
    assert found.body.shape == (2, 0) and found.latent.shape == (2, 32) and found.latent.dtype == np.float32


def test_numbers_that_make_no_sense_are_counted_anew(
    pickled: Callable[..., Path], record: Callable[..., Record]
) -> None:
    frames = published(record("a", 3))
    for frame, text in zip(frames, ("007", "007", "008"), strict=True):
        frame[2] = text
    assert read_records(pickled({"a": frames}))["a"].numbers.tolist() == [0, 1, 2]


def test_bad_files_are_refused_in_one_sentence(
    pickled: Callable[..., Path], record: Callable[..., Record], tmp_path: Path
) -> None:
    def spoilt(change: Callable[[list], None]) -> object:
        frames = published(record("a", 3))
        change(frames)
        return {"a": frames}

    files: dict[str, object] = {
        "holds no videos": [1, 2],
        "holds no videos by name": {},
        "something else than frames under 'a'": {"a": 3},
        "frame 1 of a holds no parameters": spoilt(lambda frames: frames.__setitem__(1, [3])),
        "jaw_pose of frame 2 of a is missing": spoilt(lambda frames: frames[2][0]["result"].pop("jaw_pose")),
        "body_pose_rot of frame 0 of a is not 63 numbers": spoilt(
            lambda frames: frames[0][1].update(body_pose_rot=np.zeros((1, 66)))
        ),
        "body_pose_rot of frame 1 of a is missing": spoilt(lambda frames: frames[1][1].pop("body_pose_rot")),
        "wants to run builtins.eval": _Malicious(),
    }
    for message, content in files.items():
        with pytest.raises(BadInput, match=message) as refused:
            read_records(pickled(content))
        assert "\n" not in str(refused.value)
    (tmp_path / "noise.pkl").write_bytes(b"\x1f\x8bno gzip")
    for name in ("noise.pkl", "absent.pkl"):
        with pytest.raises(BadInput, match="cannot be read"):
            read_records(tmp_path / name)


class _Malicious:
    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return eval, ("1",)


GOOD = pickle.dumps({"a": published(make_record("a", 2))})
_VALUES = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=3) | st.just(np.zeros(3, np.float32)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["result", "x"]), inner),
    max_leaves=6,
)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_malformed_files_give_one_clear_line(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "spoilt.pkl"
    if data.draw(st.booleans()):
        path.write_bytes(pickle.dumps({"a": data.draw(st.lists(st.lists(_VALUES, max_size=4), max_size=3))}))
    else:
        spoilt = bytearray(GOOD)
        for _ in range(data.draw(st.integers(1, 5))):
            spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(spoilt[: data.draw(st.integers(1, len(spoilt)))]))
    try:
        read_records(path)
    except BadInput as refused:
        assert "\n" not in str(refused) and str(path) in str(refused)
