"""Reading pickles: plain values and arrays come back, everything else is refused by name."""

import collections
import contextlib
import os
import pickle  # noqa: TID251  (makes the files that are read)

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from pipeline.restricted_pickle import RefusedPickle, load

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", ">f4", "i8", "u1", "?"])
def test_arrays_come_back_bit_for_bit(protocol: int, dtype: str) -> None:
    for array in (
        np.arange(24).reshape(2, 3, 4).astype(dtype),
        np.asfortranarray(np.arange(6).reshape(2, 3).astype(dtype)),
        np.zeros((0, 3), dtype),
    ):
        read = load(pickle.dumps(array, protocol))
        assert read.dtype == array.dtype and read.shape == array.shape
        np.testing.assert_array_equal(read, array)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_containers_and_scalars_come_back(protocol: int) -> None:
    value = {
        "ordered": collections.OrderedDict(x=1),
        "default": collections.defaultdict(list, {"k": [1, None]}),
        "tuple": (True, 2.5, b"bytes", bytearray(b"more"), "text", {1, 2}, frozenset([3])),
        "scalar": np.float32(1.5),
        7: [10**30],
    }
    assert load(pickle.dumps(value, protocol)) == value


class _Malicious:
    def __init__(self, *call: object) -> None:
        self._call = call

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._call[0], tuple(self._call[1:])


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_code_is_refused_by_name_and_never_runs(protocol: int) -> None:
    made = f"{os.getpid()} was here"
    with pytest.raises(RefusedPickle, match=r"(posix|nt)\.putenv"):
        load(pickle.dumps(_Malicious(os.putenv, "SIGNWRIGHT_PICKLE", made), protocol))
    with pytest.raises(RefusedPickle, match=r"eval"):
        load(pickle.dumps({"a": [_Malicious(eval, "1")]}, protocol))


@pytest.mark.parametrize(
    "value",
    [
        np.array([object()]),
        np.array(["text"]),
        np.zeros(2, [("x", "f4")]),
        np.array(["2020-01-01"], "M8[D]"),
        np.dtype("f4"),
    ],
    ids=["objects", "text", "records", "dates", "a bare type"],
)
def test_arrays_of_anything_but_numbers_are_refused(value: object) -> None:
    with pytest.raises(RefusedPickle):
        load(pickle.dumps(value))


def test_memory_is_not_taken_on_a_files_word() -> None:
    with pytest.raises(RefusedPickle, match="memory"):
        load(pickle.dumps(_Malicious(bytearray, 2**40)))
    with pytest.raises(RefusedPickle, match="memo"):
        load(b"\x80\x02K\x01r\xff\xff\xff\xff.")
    with pytest.raises(RefusedPickle):
        load(b"\x80\x04\x8e" + (2**50).to_bytes(8, "little") + b"x.")


def test_the_state_of_what_may_be_called_cannot_be_set() -> None:
    with pytest.raises(RefusedPickle):
        load(b"cnumpy.core.multiarray\n_reconstruct\n(dS'__defaults__'\nNsb.")


def test_cycles_and_deep_nesting_are_refused_while_shared_parts_are_quick() -> None:
    cycle: list[object] = []
    cycle.append(cycle)
    with pytest.raises(RefusedPickle, match="nested"):
        load(pickle.dumps(cycle))
    shared: list[object] = []
    for _ in range(15):
        shared = [shared] * 100
    assert len(load(pickle.dumps(shared))) == 100


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=200))
def test_noise_is_refused_or_plain(data: bytes) -> None:
    with contextlib.suppress(RefusedPickle):
        load(data)


@settings(max_examples=200, deadline=None)
@given(
    array=arrays.arrays(np.float32, arrays.array_shapes(max_dims=3, max_side=3)),
    protocol=st.sampled_from(PROTOCOLS),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_a_damaged_pickle_is_refused_or_plain(
    array: np.ndarray, protocol: int, changes: list[tuple[float, int]]
) -> None:
    data = bytearray(pickle.dumps({"clip": {"keypoints": array}}, protocol))
    for place, value in changes:
        data[int(place * len(data))] = value
    with contextlib.suppress(RefusedPickle):
        load(bytes(data))
