"""One signer in the rest pose of the skeleton.

The surface is built over the sculpted A-pose and then un-posed: each vertex goes through the inverse of
its own skinning transform. Posed back, the sculpt returns exactly; that is where signing happens.
"""

from dataclasses import dataclass

import numpy as np

from pipeline.body.generator import clothes, hair, phenotype, posture, surface, twist, weights
from pipeline.body.generator.clearance import lift, nearest_skin
from pipeline.body.generator.looks import Look
from pipeline.body.generator.makehuman import Array, MakeHuman
from pipeline.body.generator.phenotype import Phenotype
from pipeline.body.generator.posture import Posture
from pipeline.body.generator.surface import Surface
from pipeline.body.generator.twist import ArmTwist
from pipeline.motion import joints

_CUBES_OF_TRUNK = {
    "pelvis": "pelvis",
    "spine1": "spine-3",
    "spine2": "spine-2",
    "spine3": "spine-1",
    "neck": "neck",
    "head": "head",
    "jaw": "mouth",
    "left_collar": "l-clavicle",
    "right_collar": "r-clavicle",
}
_LIGHTEST = 1e-3
_TEETH_DOWN = 0.003  # metres; the sculpt's upper teeth stay behind the lip even in speech


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A signer's body over the common surface."""

    source: MakeHuman
    surface: Surface
    posture: Posture
    base_weights: Array  # (B, 55)
    weights: Array  # (V, 55)
    arms: tuple[ArmTwist, ...]
    fixed: Array  # (V, 3)
    offset: Array  # (V,)
    posed: Array  # (V, 3) in the A-pose
    rest: Array  # (V, 3) in the rest pose
    inverse: Array  # (V, 3, 3) from A-pose directions to rest directions


def build(source: MakeHuman, common: Surface, look: Look, rest_joints: Array) -> Figure:
    """The figure of a look on the skeleton with rest joints (55, 3)."""
    body = phenotype.vertices(source, look.phenotype)
    stand = posture.find(source, body, rest_joints)
    base_weights = weights.base_weights(source, body + stand.shift, rest_joints)
    base = stand.stretched(body, base_weights)
    held = np.asarray(common.stencil @ base_weights)
    _hold_rims(held, common, base, (source, base_weights))
    held[held < _LIGHTEST] = 0
    held /= held.sum(1, keepdims=True)
    arms = tuple(arm.of(common.stencil) for arm in twist.arm_twists(stand, base))
    fixed, offset = _dressed(source, common, base, stand, look)
    posed = surface.geometry(common, base, fixed, offset)
    blend = twist.blended(held, arms, stand, stand.positions, rest_joints)
    inverse = np.linalg.inv(blend[:, :, :3])
    rest = np.einsum("vab,vb->va", inverse, posed - blend[:, :, 3])
    return Figure(source, common, stand, base_weights, held, arms, fixed, offset, posed, rest, inverse)


def _hold_rims(held: Array, common: Surface, base: Array, body: tuple[MakeHuman, Array]) -> None:
    """Let neckline and cuffs move as the skin under them does, or it would come through."""
    source, base_weights = body
    patch = next(patch for patch in common.patches if patch.name == "top")
    rows = common.rows["top"]
    near, share = nearest_skin(patch.stencil @ base, base, source)
    skin = np.einsum("nk,nkj->nj", share, base_weights[near])
    distance = np.minimum(patch.fields["collar"], patch.fields["cuff"])
    rim = weights.smoothstep(0.050, 0.022, distance)[:, None]
    held[rows] = (1 - rim) * held[rows] + rim * skin


def _dressed(
    source: MakeHuman, common: Surface, base: Array, stand: Posture, look: Look
) -> tuple[Array, Array]:
    """Displacements of cloth, hair and covered skin: fixed (V, 3) and along the normals (V,)."""
    fixed, offset = np.zeros((common.vertices, 3)), -common.sink
    for patch in common.patches:
        rows = common.rows[patch.name]
        if patch.part in ("top", "bottom", "shoe"):
            offset[rows] = clothes.offsets(patch)
            fixed[rows] = clothes.lifts(patch, base, source)
        elif patch.name == "hair":
            points = patch.stencil @ base
            offset[rows] = hair.thickness(patch, points, hair.skull_middle(stand), look.hair)
            fixed[rows] = lift(patch, base, source, 0.0)
        elif patch.name == "helper-upper-teeth":
            fixed[rows, 1] = -_TEETH_DOWN
        elif patch.name == "bun":
            fixed[rows] = hair.bun_shape(patch, look.hair)
    return fixed, offset


def another_body(figure: Figure, body: Phenotype, look: Look) -> tuple[Array, Array]:
    """Vertices (V, 3) and joints (55, 3) in the rest pose of another phenotype in the same clothes."""
    source, stand = figure.source, figure.posture
    sculpt, own = (phenotype.vertices(source, each) for each in (body, look.phenotype))
    moved = _cubes(source, sculpt) - _cubes(source, own)
    parents = np.maximum(np.array(joints.PARENTS), 0)
    linear = (stand.stretch[:, :, :3] + stand.stretch[parents][:, :, :3]) / 2
    positions = stand.positions + np.einsum("jab,jb->ja", linear, moved)
    rest = positions.copy()
    for joint, parent in enumerate(joints.PARENTS[1:], 1):
        rest[joint] = rest[parent] + stand.world[parent].T @ (positions[joint] - positions[parent])
    base = stand.stretched(sculpt, figure.base_weights)
    posed = surface.geometry(figure.surface, base, figure.fixed, figure.offset)
    blend = twist.blended(figure.weights, figure.arms, stand, positions, rest)
    vertices = np.einsum("vab,vb->va", figure.inverse, posed - blend[:, :, 3])
    return vertices, rest


def rest_direction(figure: Figure, displacement: Array) -> Array:
    """Displacements (V, 3) of the surface at rest, of displacements (B, 3) of the base mesh."""
    moved = figure.surface.stencil @ displacement
    at_rest: Array = np.einsum("vab,vb->va", figure.inverse, moved)
    return at_rest


def _cubes(source: MakeHuman, vertices: Array) -> Array:
    cubes = {**posture.joint_cubes(), **_CUBES_OF_TRUNK}
    return np.array([source.centre(cubes[name], vertices) for name in joints.NAMES])
