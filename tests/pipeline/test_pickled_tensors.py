"""Tensors in pickles: PyTorch's own come back number by number, damaged ones are refused."""

import pickle  # noqa: TID251  (makes the files that are read)

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.restricted_pickle import RefusedPickle, load

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize("kind", ["float32", "float64", "float16", "int64", "int32", "uint8", "bool"])
def test_tensors_come_back_as_arrays(protocol: int, kind: str) -> None:
    whole = torch.arange(24).reshape(4, 6).to(getattr(torch, kind))
    for given_tensor in (whole, whole.T, whole[1:3, ::2], whole[0, 0], whole[:0]):
        read = load(pickle.dumps({"a": [given_tensor]}, protocol))["a"][0]
        assert read.dtype == given_tensor.numpy().dtype
        np.testing.assert_array_equal(read, given_tensor.numpy())


def test_parameters_are_tensors() -> None:
    values = torch.nn.Parameter(torch.tensor([1.5, -2.0, 3.25]))
    np.testing.assert_array_equal(load(pickle.dumps(values)), [1.5, -2.0, 3.25])


def test_a_tensor_larger_than_its_numbers_is_refused() -> None:
    data = pickle.dumps(torch.arange(3.0), 2)
    grown = data.replace(b"K\x00K\x03\x85", b"K\x00K\x7f\x85")
    assert grown != data
    with pytest.raises(RefusedPickle, match="larger than its numbers"):
        load(grown)


def test_names_other_than_number_types_are_refused() -> None:
    data = pickle.dumps(torch.arange(3.0), 2)
    other = data.replace(b"ctorch\nFloatStorage\n", b"ctorch\nFloatStorbge\n")
    with pytest.raises(RefusedPickle, match=r"torch\.FloatStorbge"):
        load(other)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_damage_is_refused_or_harmless(data: st.DataObject) -> None:
    good = bytearray(pickle.dumps([torch.arange(6.0).reshape(2, 3)], data.draw(st.sampled_from([2, 4]))))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        load(bytes(good[: data.draw(st.integers(1, len(good)))]))
    except RefusedPickle as refused:
        assert str(refused)
