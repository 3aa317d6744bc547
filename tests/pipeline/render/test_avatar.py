"""What the graphics card makes of a body, against the numpy reference."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.body.model import BodyModel, load_body
from pipeline.body.signers import SIGNERS, signer
from pipeline.body.skinning import perform, vertices
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.render.avatar import Avatar
from pipeline.render.context import OffscreenContext
from pipeline.render.shadow import ShadowMap

TENTH_OF_A_MILLIMETRE = 1e-4


def random_motion(frames: int = 3, columns: int = 0) -> Motion:
    chance = np.random.default_rng(7)
    return Motion(
        fps=30.0,
        pose=chance.normal(0, 0.5, (frames, joints.COUNT, 3)),
        translation=chance.normal(0, 0.2, (frames, 3)),
        face=chance.random((frames, len(joints.FACE_UNITS))),
        expression=chance.normal(0, 1, (frames, columns)),
        shape=chance.normal(0, 1, columns),
    )


@pytest.fixture
def licensed(tmp_path: Path) -> BodyModel:
    """A made-up file as users have it: shape and expression columns, dense correctives, no face units."""
    chance, count = np.random.default_rng(3), 400
    weights = np.zeros((count, joints.COUNT))
    chosen = np.argsort(chance.random(weights.shape), axis=1)[:, :6]
    np.put_along_axis(weights, chosen, chance.dirichlet(np.ones(6), count), axis=1)
    parents = np.array(joints.PARENTS, np.int64)
    path = tmp_path / "SMPLX_NEUTRAL.npz"
    np.savez(
        path,
        v_template=chance.normal(0, 0.5, (count, 3)),
        f=chance.integers(0, count, (2 * count, 3)),
        weights=weights,
        J_regressor=chance.dirichlet(np.ones(count), joints.COUNT),
        kintree_table=np.array([np.where(parents < 0, 2**32 - 1, parents), np.arange(joints.COUNT)]),
        shapedirs=chance.normal(0, 0.005, (count, 3, 20)),
        posedirs=chance.normal(0, 0.001, (count, 3, 486)),
    )
    return load_body(path)


def posed(body: BodyModel, motion: Motion, frame: int) -> tuple[NDArray[np.float32], ...]:
    """Positions and normals of one frame from the graphics card, and the body's vertex of each."""
    performance = perform(body, motion)
    avatar, shadow = Avatar(body), ShadowMap()
    avatar.reshape(performance.body.template)
    shadow.bind()
    avatar.pose(performance.transforms[frame], performance.coefficients[frame])
    result = (*avatar.vertices(), avatar.sources)
    avatar.delete()
    shadow.delete()
    return result


def face_normals(points: NDArray[np.float32], faces: NDArray[np.int32]) -> NDArray[np.float64]:
    """Mean of the faces around each vertex by area, in double precision."""
    a, b, c = (points[faces[:, corner]].astype(np.float64) for corner in range(3))
    across = np.cross(b - a, c - a)
    total = np.zeros((len(points), 3))
    for corner in range(3):
        np.add.at(total, faces[:, corner], across)
    return total


@pytest.mark.parametrize("key", [shipped.key for shipped in SIGNERS])
def test_vertices_are_where_the_reference_has_them(context: OffscreenContext, key: str):
    body, motion = signer(key), random_motion()
    for frame in range(motion.frames):
        expected = vertices(body, motion, [frame])[0]
        found, _, sources = posed(body, motion, frame)
        assert np.abs(found - expected[sources]).max() < TENTH_OF_A_MILLIMETRE


def test_shape_and_expression_of_a_licensed_file_move_it_too(context: OffscreenContext, licensed: BodyModel):
    motion = random_motion(columns=10)
    expected = vertices(licensed, motion, [2])[0]
    found, _, sources = posed(licensed, motion, 2)
    assert licensed.native and len(sources) > 300
    assert np.abs(found - expected[sources]).max() < TENTH_OF_A_MILLIMETRE


def test_normals_are_those_of_the_posed_faces(context: OffscreenContext):
    body, motion = signer("woman"), random_motion()
    total = face_normals(vertices(body, motion, [0])[0], body.faces)
    length = np.linalg.norm(total, axis=1)
    _, found, sources = posed(body, motion, 0)
    sound = length[sources] > np.quantile(length, 0.01)  # a crumpled vertex has no direction
    cosine = (found * total[sources]).sum(1)[sound] / length[sources][sound]
    assert cosine.min() > 0.999


def test_both_sides_of_a_seam_share_position_and_normal(context: OffscreenContext):
    found, normals, sources = posed(signer("woman"), random_motion(), 1)
    order = np.argsort(sources, kind="stable")
    twins = order[:-1][np.diff(sources[order]) == 0], order[1:][np.diff(sources[order]) == 0]
    assert len(twins[0]) > 100
    assert np.array_equal(found[twins[0]], found[twins[1]])
    assert np.array_equal(normals[twins[0]], normals[twins[1]])


def test_an_unreadable_texture_is_bad_input(context: OffscreenContext, tmp_path: Path):
    broken = tmp_path / "woman.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n, and then nothing")
    with pytest.raises(BadInput, match=r"woman\.png cannot be read"):
        Avatar(replace(signer("woman"), texture=broken))
