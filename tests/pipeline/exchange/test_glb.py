"""The glTF file, read by pygltflib and skinned again by hand."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pygltflib
import pytest

from pipeline.body import shapes
from pipeline.body.model import BodyModel
from pipeline.body.skinning import vertices
from pipeline.errors import BadInput
from pipeline.exchange.glb import write_glb
from pipeline.motion import joints
from pipeline.motion.motion import Motion

KINDS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
TYPES = {5126: "<f4", 5125: "<u4", 5123: "<u2", 5121: "u1"}


class Read:
    """Accessors of a file as arrays."""

    def __init__(self, path: Path) -> None:
        self.gltf = pygltflib.GLTF2().load(str(path))
        self._data = self.gltf.binary_blob()

    def array(self, number: int) -> np.ndarray:
        accessor = self.gltf.accessors[number]
        width = KINDS[accessor.type]
        values = np.zeros((accessor.count, width), TYPES[accessor.componentType])
        if accessor.bufferView is not None:
            values[:] = self._view(accessor.bufferView, TYPES[accessor.componentType]).reshape(-1, width)
        if accessor.sparse:
            rows = self._view(
                accessor.sparse.indices.bufferView, TYPES[accessor.sparse.indices.componentType]
            )
            values[rows] = self._view(accessor.sparse.values.bufferView, "<f4").reshape(-1, width)
        return values

    def _view(self, number: int, kind: str) -> np.ndarray:
        view = self.gltf.bufferViews[number]
        return np.frombuffer(self._data, kind, view.byteLength // np.dtype(kind).itemsize, view.byteOffset)


@pytest.fixture(scope="module")
def talking() -> Motion:
    """The right elbow and index finger bend, the mouth opens, the signer steps aside."""
    pose = np.zeros((4, joints.COUNT, 3))
    for name, axis in (("right_elbow", 1), ("right_index1", 2), ("neck", 0), ("pelvis", 1)):
        pose[:, joints.INDEX[name], axis] = np.linspace(0, 0.9, 4)
    face = np.zeros((4, len(joints.FACE_UNITS)))
    face[:, joints.FACE_UNITS.index("jawOpen")] = np.linspace(0, 1, 4)
    face[:, joints.FACE_UNITS.index("browInnerUp")] = 0.5
    return Motion(30.0, pose, np.outer(np.arange(4), [0.1, 0.02, 0]), face)


@pytest.fixture(scope="module")
def plain(body: BodyModel) -> BodyModel:
    """The shipped woman as glTF can have her: four joints a vertex, no correctives."""
    index, weight = body.influences(4)
    return replace(
        body,
        joint_index=index,
        joint_weight=weight,
        pose_dirs=shapes.none(body.pose_dirs.columns),
        face_joint_dirs=np.zeros_like(body.face_joint_dirs),
    )


@pytest.fixture(scope="module")
def written(talking: Motion, body: BodyModel, tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("glb") / "talking.glb"
    write_glb(path, talking, body)
    return Read(path)


def matrix(quaternion: np.ndarray) -> np.ndarray:
    x, y, z, w = quaternion
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


def performed(read: Read, frame: int) -> np.ndarray:
    """Positions (N, 3) of the drawn vertices, by the rules of the glTF specification."""
    gltf = read.gltf
    local: list[dict[str, Any]] = [
        {"rotation": np.array([0, 0, 0, 1.0]), "translation": np.array(node.translation or [0, 0, 0])}
        for node in gltf.nodes
    ]
    weights = np.zeros(len(gltf.meshes[0].weights))
    animation = gltf.animations[0]
    for channel in animation.channels:
        values = read.array(animation.samplers[channel.sampler].output)
        if channel.target.path == "weights":
            weights = values.reshape(-1, len(weights))[frame]
        else:
            local[channel.target.node][channel.target.path] = values[frame]
    above = {child: index for index, node in enumerate(gltf.nodes) for child in node.children or []}

    def world(node: int) -> np.ndarray:
        here = np.eye(4)
        here[:3, :3], here[:3, 3] = matrix(local[node]["rotation"]), local[node]["translation"]
        return world(above[node]) @ here if node in above else here

    skin = gltf.skins[0]
    bind = read.array(skin.inverseBindMatrices).reshape(-1, 4, 4).transpose(0, 2, 1)
    moved = np.stack([world(joint) @ bind[index] for index, joint in enumerate(skin.joints)])
    primitive = gltf.meshes[0].primitives[0]
    place = read.array(primitive.attributes.POSITION).astype(float)
    for weight, target in zip(weights, primitive.targets, strict=True):
        if weight:
            place += weight * read.array(target["POSITION"])
    joint, share = read.array(primitive.attributes.JOINTS_0), read.array(primitive.attributes.WEIGHTS_0)
    full = np.einsum("nk,nkij->nij", share, moved[joint])
    return np.einsum("nij,nj->ni", full[:, :3, :3], place) + full[:, :3, 3]


@pytest.mark.parametrize("frame", [0, 3])
def test_skinned_by_the_specification_the_body_stands_as_ours(
    written: Read, plain: BodyModel, talking: Motion, frame: int
):
    expected = vertices(plain, talking, [frame])[0]
    found = performed(written, frame)
    for start in range(0, len(found), 997):
        assert np.linalg.norm(expected - found[start], axis=1).min() < 1e-4
    assert np.allclose(found.max(axis=0), expected.max(axis=0), atol=1e-4)
    assert np.allclose(found.min(axis=0), expected.min(axis=0), atol=1e-4)


def test_the_joints_and_face_units_have_their_names(written: Read):
    gltf = written.gltf
    assert [gltf.nodes[joint].name for joint in gltf.skins[0].joints] == list(joints.NAMES)
    assert gltf.meshes[0].extras["targetNames"] == list(joints.FACE_UNITS)


def test_the_animation_lasts_as_long_as_the_motion(written: Read, talking: Motion):
    times = written.array(written.gltf.animations[0].samplers[0].input)
    assert np.allclose(times[:, 0], np.arange(4) / 30)
    accessor = written.gltf.accessors[written.gltf.animations[0].samplers[0].input]
    assert accessor.max == [pytest.approx(talking.seconds)]


def test_every_face_of_the_body_is_drawn_once(written: Read, body: BodyModel):
    drawn = sum(len(written.array(part.indices)) for part in written.gltf.meshes[0].primitives)
    assert drawn == 3 * len(body.faces)


def test_normals_are_unit_vectors_and_look_outwards(written: Read):
    primitive = written.gltf.meshes[0].primitives[0]
    normals = written.array(primitive.attributes.NORMAL)
    place = written.array(primitive.attributes.POSITION)
    assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-4)
    face = (place[:, 1] > 0.1) & (place[:, 2] > 0.1)
    assert normals[face, 2].mean() > 0.3


def test_the_texture_comes_along(written: Read, body: BodyModel):
    image = written.gltf.images[0]
    view = written.gltf.bufferViews[image.bufferView]
    data = written.gltf.binary_blob()[view.byteOffset :][: view.byteLength]
    assert body.texture is not None and data == body.texture.read_bytes()


def test_the_same_motion_gives_the_same_file(talking: Motion, body: BodyModel, tmp_path: Path):
    write_glb(tmp_path / "a.glb", talking, body)
    write_glb(tmp_path / "b.glb", talking, body)
    assert (tmp_path / "a.glb").read_bytes() == (tmp_path / "b.glb").read_bytes()


def test_a_body_of_the_users_own_brings_its_expression(talking: Motion, body: BodyModel, tmp_path: Path):
    licensed = replace(
        body, native=True, texture=None, face_units=shapes.none(52),
        expression_dirs=shapes.Shapes(
            2, np.array([0, 1], np.int32), np.array([7, 9], np.int32), np.ones((2, 3), np.float32)
        ),
    )  # fmt: skip
    moving = replace(talking, expression=np.outer(np.arange(4), [1.0, 0.5]))
    write_glb(tmp_path / "own.glb", moving, licensed)
    read = Read(tmp_path / "own.glb")
    assert read.gltf.meshes[0].extras["targetNames"] == ["expression1", "expression2"]
    channel = next(c for c in read.gltf.animations[0].channels if c.target.path == "weights")
    weights = read.array(read.gltf.animations[0].samplers[channel.sampler].output).reshape(4, 2)
    assert np.allclose(weights, np.outer(np.arange(4), [1.0, 0.5]))


def test_a_place_that_cannot_be_written_is_a_sentence(talking: Motion, body: BodyModel, tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be written"):
        write_glb(tmp_path / "nowhere" / "a.glb", talking, body)
