"""Signers are found by key, by path, and by what the user has set."""

import os

import numpy as np
import pytest

from pipeline.body.signers import SIGNERS, VARIABLE, signer
from pipeline.errors import BadInput
from pipeline.motion import joints


def test_every_shipped_signer_is_complete(shipped_path):
    body = signer(shipped_path)
    assert not body.native
    assert {"skin", "eye", "teeth", "tongue", "hair"} <= set(body.part_names)
    assert set(body.face_units.column) == set(range(len(joints.FACE_UNITS))) - unmoving(body)
    assert body.texture is not None and body.texture.is_file()
    assert body.occlusion is not None and 0 <= body.occlusion.min() < body.occlusion.max() <= 1
    assert 1.4 < np.ptp(body.template[:, 1]) < 2.1
    assert body.joint_index.shape[1] <= 8


def unmoving(body) -> set[int]:
    """Units that move nothing: none, unless a mesh has no tongue."""
    return set() if "tongue" in body.part_names else {joints.FACE_UNITS.index("tongueOut")}


def test_keys_and_paths_name_the_same_signer_which_is_loaded_once():
    for shipped in SIGNERS:
        assert signer(shipped.key) is signer(shipped.path)


def test_an_unknown_key_is_answered_with_the_known_ones():
    with pytest.raises(BadInput, match=r"no signer 'nobody': choose woman, man, or the path"):
        signer("nobody")


def test_the_users_own_model_is_named_by_the_environment(arrays, written, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(BadInput, match=f"set {VARIABLE}"):
        signer("user")
    monkeypatch.setenv(VARIABLE, str(written(arrays(60, 20))))
    assert signer("user").native


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(BadInput, match=r"There is no file .*mine\.npz"):
        signer(tmp_path / "mine.npz")


def test_a_changed_file_is_read_again(arrays, written):
    path = written(arrays(60, 20, seed=1))
    first = signer(path)
    assert signer(path) is first
    written(arrays(60, 20, seed=2))
    os.utime(path, ns=(1, 1))
    assert not np.array_equal(signer(path).template, first.template)
