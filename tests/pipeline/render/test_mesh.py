from dataclasses import replace

import numpy as np
import pytest

from pipeline.body.signers import signer
from pipeline.motion import joints
from pipeline.render.materials import CLAY, EYEBALL, IRIS, MATERIALS, Material
from pipeline.render.mesh import Mesh, mesh_of


@pytest.fixture(scope="module")
def clothed() -> Mesh:
    return mesh_of(signer("woman"))


@pytest.fixture(scope="module")
def bare() -> Mesh:
    body = signer("woman")
    return mesh_of(
        replace(
            body,
            texture=None,
            part_names=("skin",),
            face_parts=np.zeros_like(body.face_parts),
            occlusion=None,
        )
    )


def tint(material: Material) -> list[float]:
    return [float(np.float32(value)) for value in material.tint]


def test_every_face_is_drawn_once(clothed: Mesh):
    drawn = np.concatenate([clothed.closed, clothed.open, clothed.cutout])
    there = np.sort(clothed.source[drawn], axis=1)
    wanted = np.sort(signer("woman").faces, axis=1)
    assert np.array_equal(there[np.lexsort(there.T)], wanted[np.lexsort(wanted.T)])


def test_texture_places_survive_the_cut(clothed: Mesh):
    body = signer("woman")
    places = {(int(vertex), *uv.tolist()) for vertex, uv in zip(clothed.source, clothed.uv, strict=True)}
    for face in range(0, len(body.faces), 501):
        for vertex, corner in zip(body.faces[face], body.uv_faces[face], strict=True):
            assert (int(vertex), *body.uv[corner].tolist()) in places


def test_skin_is_closed_cloth_is_open_and_lashes_have_holes(clothed: Mesh):
    body = signer("woman")

    def parts(*names: str) -> int:
        return sum(int((body.face_parts == body.part_names.index(name)).sum()) for name in names)

    assert len(clothed.closed) == parts("skin", "mouth", "teeth", "eye", "tongue", "nail")
    assert len(clothed.cutout) >= parts("lash") > 0
    assert len(clothed.open) >= parts("top", "bottom", "shoe") > 0


def test_a_body_without_looks_is_clay_with_eyes(bare: Mesh):
    body = signer("woman")
    eyes = np.isin(body.joint_index[:, 0], (joints.LEFT_EYE, joints.RIGHT_EYE))[bare.source]
    colours = bare.tint[:, :3].tolist()
    assert all(colour == tint(CLAY) for colour in np.array(colours)[~eyes].tolist())
    assert {tuple(colour) for colour in np.array(colours)[eyes].tolist()} <= {
        tuple(tint(material)) for material in (CLAY, EYEBALL, IRIS)
    }
    iris = bare.part == bare.parts.index("iris")
    assert 20 < iris.sum() < eyes.sum() / 2
    assert (body.template[bare.source[iris]][:, 2] > body.rest_joints[joints.LEFT_EYE, 2]).all()
    assert bare.tint[~eyes, 3].min() == 1.0  # nothing is known of crevices


def test_every_part_of_the_shipped_signers_has_a_material():
    for key in ("woman", "man"):
        assert set(signer(key).part_names) <= set(MATERIALS)
