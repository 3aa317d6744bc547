"""Whoever wrote an SMPL-X file, its body is read; whatever else a file is, it is said."""

from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.body.model import BodyModel, load_body
from pipeline.errors import BadInput
from pipeline.motion import joints

V = 60


def without(arrays, *names):
    return {name: value for name, value in arrays.items() if name not in names}


@pytest.mark.parametrize(
    ("columns", "shape", "expression"),
    [(400, 300, 100), (300, 300, 0), (20, 10, 10), (16, 16, 0), (10, 10, 0)],
)
def test_shape_and_expression_lie_where_the_file_size_says(arrays, written, columns, shape, expression):
    content = arrays(V, columns)
    body = load_body(written(content))
    np.testing.assert_array_equal(body.shape_dirs, content["shapedirs"][..., :shape])
    dense = np.zeros((V, 3, expression), np.float32)
    dense[body.expression_dirs.vertex, :, body.expression_dirs.column] = body.expression_dirs.delta
    np.testing.assert_array_equal(dense, content["shapedirs"][..., shape : shape + expression])
    assert body.expression_dirs.columns == expression
    assert body.native


def test_arrays_of_a_licensed_file_are_read_as_they_are(arrays, written):
    content = arrays(V, 20)
    body = load_body(written(content))
    np.testing.assert_array_equal(body.template, content["v_template"].astype(np.float32))
    np.testing.assert_array_equal(body.faces, content["f"])
    np.testing.assert_allclose(body.rest_joints, content["J_regressor"] @ content["v_template"], atol=1e-6)
    weights = np.zeros((V, joints.COUNT))
    np.put_along_axis(weights, body.joint_index.astype(int), body.joint_weight, axis=1)
    np.testing.assert_allclose(weights, content["weights"], atol=1e-7)
    dense = np.zeros((V, 3, 486), np.float32)
    dense[body.pose_dirs.vertex, :, body.pose_dirs.column] = body.pose_dirs.delta
    np.testing.assert_array_equal(dense, content["posedirs"])
    np.testing.assert_allclose(body.hands_mean[:15].reshape(-1), content["hands_meanl"], atol=1e-7)
    assert (body.texture, body.occlusion, body.part_names) == (None, None, ("skin",))
    assert body.uv_faces.shape == body.faces.shape


def test_shaping_moves_template_and_joints_together(arrays, written):
    content = arrays(V, 20)
    shaped = load_body(written(content)).shaped([0.5, -1.0])
    template = content["v_template"] + content["shapedirs"][..., :2] @ [0.5, -1.0]
    np.testing.assert_allclose(shaped.template, template, atol=1e-6)
    np.testing.assert_allclose(shaped.rest_joints, content["J_regressor"] @ template, atol=1e-6)


def test_the_strongest_influences_come_first_and_sum_to_one(arrays, written):
    content = arrays(V, 20)
    body = load_body(written(content))
    index, weight = body.influences(4)
    np.testing.assert_allclose(weight.sum(axis=1), 1, atol=1e-6)
    assert (np.diff(weight, axis=1) <= 0).all()
    np.testing.assert_array_equal(index[:, 0], content["weights"].argmax(axis=1))
    index, weight = body.influences(8)
    assert index.shape == weight.shape == (V, 8)
    assert not weight[:, 6:].any()


def sparse_and_dense(arrays):
    """The same signer as its own sparse keys and as dense arrays with names only."""
    dense = arrays(V, 400)
    dense["shapedirs"][..., 10:] = 0
    dense["expression_names"] = np.array(["smile", *joints.FACE_UNITS])
    dense["beta_names"] = np.array([f"beta{i}" for i in range(10)])
    units = np.zeros((V, 3, 53), np.float32)
    units[5:20] = np.random.default_rng(8).normal(0, 0.01, (15, 3, 53))
    dense["shapedirs"][..., 300:353] = units
    unit_vertex, unit_index = np.nonzero(units[..., 1:].any(axis=1))
    pose_vertex, pose_column = np.nonzero(dense["posedirs"].any(axis=1))
    order = np.random.default_rng(9).permutation(52)
    sparse = without(dense, "shapedirs", "posedirs") | {
        "shape_dirs": dense["shapedirs"][..., :10],
        "unit_names": np.array(joints.FACE_UNITS)[order],
        "unit_index": np.argsort(order)[unit_index].astype(np.int16),
        "unit_vertex": unit_vertex.astype(np.int32),
        "unit_delta": units[unit_vertex, :, unit_index + 1],
        "pose_column": pose_column.astype(np.int16),
        "pose_vertex": pose_vertex.astype(np.int32),
        "pose_delta": dense["posedirs"][pose_vertex, :, pose_column],
    }
    return sparse, dense


def test_a_signers_sparse_keys_and_its_dense_arrays_give_one_body(arrays, written):
    sparse, dense = (load_body(written(content)) for content in sparse_and_dense(arrays))
    for body in (sparse, dense):
        assert not body.native
        assert body.expression_dirs.columns == 0
        assert len(body.beta_names) == body.shape_dirs.shape[2] == 10
    for name in ("shape_dirs", "joint_dirs", "face_joint_dirs"):
        np.testing.assert_allclose(getattr(sparse, name), getattr(dense, name), atol=1e-9)
    for name in ("face_units", "pose_dirs"):
        coefficients = np.random.default_rng(1).normal(size=getattr(sparse, name).columns)
        first, second = (getattr(body, name).displace(coefficients, V) for body in (sparse, dense))
        np.testing.assert_allclose(first, second, atol=1e-6)
        assert np.abs(first).max() > 0.01


def test_looks_are_read_when_the_file_has_them(arrays, written, tmp_path):
    content = arrays(V, 20)
    content |= {
        "vt": np.random.default_rng(0).random((9, 2)).astype(np.float32),
        "ft": content["f"] % 9,
        "part": (np.arange(V) % 2).astype(np.uint8),
        "part_names": np.array(["skin", "hair"]),
        "ao": np.full(V, 51, np.uint8),
    }
    path = written(content)
    assert load_body(path).texture is None
    (tmp_path / "SMPLX_NEUTRAL.png").write_bytes(b"")
    body = load_body(path)
    assert body.texture == tmp_path / "SMPLX_NEUTRAL.png"
    assert body.part_names == ("skin", "hair")
    np.testing.assert_array_equal(body.face_parts, body.faces[:, 0] % 2)
    np.testing.assert_array_equal(body.uv_faces, content["ft"])
    np.testing.assert_allclose(body.occlusion, 0.2, atol=1e-7)


@pytest.mark.parametrize("name", ["smplx/SMPLX_NEUTRAL.npz", "SMPLX_NEUTRAL.npz"])
def test_a_folder_that_holds_the_model_will_do(arrays, written, tmp_path, name):
    written(arrays(V, 20), name)
    assert load_body(tmp_path).native


def test_pickled_objects_under_other_names_are_left_alone(arrays, written):
    content = arrays(V, 20) | {"joint2num": np.array({"Pelvis": 0}), "part2num": np.array([{}, None])}
    assert load_body(written(content)).native


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            {"weights": np.full((V, 52), 1 / 52)},
            r"is a SMPL-H model with 52 joints\. Signwright needs an SMPL-X",
        ),
        ({"weights": np.full((V, 24), 1 / 24)}, "is a SMPL model with 24 joints"),
        ({"weights": np.full((V, 16), 1 / 16)}, "is a MANO model with 16 joints"),
        ({"weights": np.full((V, 5), 1 / 5)}, "is a FLAME model with 5 joints"),
        ({"weights": np.full((V, 9), 1 / 9)}, "is a model with 9 joints"),
        ({"weights": np.full((V, 55), 1.0)}, "weights that are not shares of 1"),
        ({"weights": np.full((V - 1, 55), 1 / 55)}, r"'weights' of shape \(59, 55\) instead of 60 x 55"),
        ({"v_template": np.zeros((V, 2))}, "vertices of shape"),
        ({"v_template": np.full((V, 3), np.nan)}, "'v_template' that are not finite"),
        ({"v_template": np.full((V, 3), 1e300)}, "absurdly large"),
        ({"v_template": np.full((V, 3), "x")}, "text where numbers belong"),
        ({"v_template": np.array([[{}] * 3] * V)}, "something else than numbers"),
        ({"f": np.full((4, 3), V)}, "point nowhere"),
        ({"f": np.zeros((4, 3))}, "point nowhere"),
        ({"f": np.zeros((0, 3), int)}, "has no faces"),
        ({"J_regressor": np.zeros((24, V))}, r"'J_regressor' of shape \(24, 60\)"),
        ({"kintree_table": np.zeros((2, 55), int)}, "skeleton that is not SMPL-X's"),
        ({"posedirs": np.zeros((V, 3, 207))}, "'posedirs' of shape"),
        ({"shapedirs": np.zeros((V, 3))}, "'shapedirs' of shape"),
        ({"hands_meanl": np.zeros(44)}, "'hands_meanl' of shape"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_name_and_the_next_step(
    arrays, written, change, complaint
):
    path = written(arrays(V, 20) | change, "model.npz")
    with pytest.raises(BadInput, match=complaint) as caught:
        load_body(path)
    assert str(caught.value).startswith(str(path))
    assert "download SMPLX_NEUTRAL.npz" in str(caught.value)


@pytest.mark.parametrize("name", ["f", "weights", "J_regressor", "kintree_table", "shapedirs", "posedirs"])
def test_a_missing_array_is_named(arrays, written, name):
    with pytest.raises(BadInput, match=f"has no array '{name}'"):
        load_body(written(without(arrays(V, 20), name)))


def test_files_that_are_no_bodies_are_told_apart(written, tmp_path):
    with pytest.raises(BadInput, match="holds a motion, not a body"):
        load_body(written({"poses": np.zeros((2, 165))}))
    with pytest.raises(BadInput, match="holds no body model"):
        load_body(written({"x": np.zeros(2)}))
    with pytest.raises(BadInput, match="There is no file"):
        load_body(tmp_path / "gone.npz")
    with pytest.raises(BadInput, match=r"holds no SMPLX_NEUTRAL\.npz"):
        load_body(tmp_path / "..")
    (tmp_path / "SMPL.pkl").write_bytes(b"\x80\x02}.")
    with pytest.raises(BadInput, match="is a pickle"):
        load_body(tmp_path / "SMPL.pkl")
    (tmp_path / "text.npz").write_text("hello")
    with pytest.raises(BadInput, match="is not a npz file"):
        load_body(tmp_path / "text.npz")
    (tmp_path / "empty.npz").touch()
    with pytest.raises(BadInput, match="is not a npz file"):
        load_body(tmp_path / "empty.npz")


@pytest.fixture(scope="module")
def small(arrays, tmp_path_factory) -> Path:
    """A signer of its own, small enough to be damaged often; every array as bytes in the clear."""
    path = tmp_path_factory.mktemp("small") / "small.npz"
    content = sparse_and_dense(arrays)[0]
    np.savez(path, **content)
    return path


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_damaged_files_never_give_anything_but_bad_input(small, data):
    content = bytearray(small.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content))) :]
    for place in data.draw(st.lists(st.integers(0, max(len(content) - 1, 0)), max_size=8)):
        if content:
            content[place] ^= data.draw(st.integers(1, 255))
    damaged = small.with_name("damaged.npz")
    damaged.write_bytes(content)
    with suppress(BadInput):
        assert isinstance(load_body(damaged), BodyModel)


SHAPES = st.lists(st.sampled_from([0, 1, 2, 3, 10, 45, 52, 55, V]), max_size=3).map(tuple)
KINDS = st.sampled_from(["f2", "f4", "f8", "i2", "i8", "u4", "?", "c8", "U3", "S3", "M8[s]"])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_arrays_of_the_wrong_kind_never_give_anything_but_bad_input(small, data):
    with np.load(small, allow_pickle=False) as file:
        content = {name: file[name] for name in file.files}
    for name in data.draw(st.lists(st.sampled_from(sorted(content)), min_size=1, max_size=2)):
        kind = np.dtype(data.draw(KINDS))
        if data.draw(st.booleans()) and content[name].dtype.kind in "fiu" and kind.kind in "fiu":
            scaled = content[name].astype(np.float64) * data.draw(st.sampled_from([-1, 3, 1000]))
            with np.errstate(all="ignore"):
                content[name] = scaled.astype(kind)
        else:
            content[name] = np.zeros(data.draw(SHAPES), kind)
    strange = small.with_name("strange.npz")
    np.savez(strange, **content)
    with suppress(BadInput):
        assert isinstance(load_body(strange), BodyModel)
