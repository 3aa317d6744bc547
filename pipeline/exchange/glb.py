"""The avatar and its motion as one binary glTF file, for Blender, three.js and game engines."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.body.shapes import Shapes, join
from pipeline.exchange.gltf import Buffer, packed
from pipeline.motion import joints, rotations
from pipeline.motion.files import write_whole
from pipeline.motion.motion import Motion
from pipeline.render.materials import Material
from pipeline.render.mesh import cut, face_materials

INFLUENCES = 4
"""Joints that move a vertex: what every glTF reader understands."""

Json = dict[str, Any]
Indices = NDArray[np.int64]


def write_glb(path: Path, motion: Motion, body: BodyModel) -> None:
    """Write skin, 55 joints, the face as morph targets, texture and animation. Raises BadInput.

    Pose correctives are not part of glTF's skinning: elbows and shoulders are as plain linear
    blend skinning makes them.
    """
    write_whole(path, to_glb(motion, body))


def to_glb(motion: Motion, body: BodyModel) -> bytes:
    """The file's bytes; equal motions and bodies give equal bytes."""
    shaped = body.in_shape_of(motion)
    made = _Made(shaped)
    made.add_skeleton()
    made.add_mesh()
    made.add_texture()
    made.add_animation(motion)
    return packed(made.document, made.buffer)


def morphs(body: BodyModel) -> tuple[Shapes, tuple[str, ...]]:
    """What moves the face of a body, and its names: face units, or a native body's expression."""
    if body.native:
        count = body.expression_dirs.columns
        return body.expression_dirs, tuple(f"expression{index + 1}" for index in range(count))
    return join([body.face_units]), joints.FACE_UNITS


@dataclass(slots=True)
class _Made:
    """A glTF document that grows."""

    body: BodyModel
    buffer: Buffer = field(default_factory=Buffer)
    document: Json = field(default_factory=dict)

    def add_skeleton(self) -> None:
        """Nodes 0 to 54 are the joints, 55 is the mesh, 56 holds both."""
        rest = self.body.rest_joints
        nodes: list[Json] = []
        for joint, parent in enumerate(joints.PARENTS):
            away = rest[joint] - (rest[parent] if parent >= 0 else 0.0)
            children = [child for child, above in enumerate(joints.PARENTS) if above == joint]
            nodes.append({"name": joints.NAMES[joint], "translation": [float(v) for v in away]})
            if children:
                nodes[-1]["children"] = children
        nodes.append({"name": "signer", "mesh": 0, "skin": 0})
        nodes.append({"name": self.body.name, "children": [0, joints.COUNT]})
        inverse = np.tile(np.eye(4, dtype=np.float32), (joints.COUNT, 1, 1))
        inverse[:, 3, :3] = -rest  # columns after rows, as glTF stores matrices
        bind = self.buffer.add(inverse.reshape(-1, 16), "MAT4")
        self.document |= {
            "asset": {"version": "2.0", "generator": "Signwright"},
            "scene": 0,
            "scenes": [{"nodes": [joints.COUNT + 1]}],
            "nodes": nodes,
            "skins": [{"joints": list(range(joints.COUNT)), "inverseBindMatrices": bind, "skeleton": 0}],
        }

    def add_mesh(self) -> None:
        """One mesh, with a primitive for every material; they share their vertices."""
        kinds, materials = face_materials(self.body)
        source, seam, kind, faces = cut(self.body, kinds, len(materials))
        attributes = self._attributes(source, seam)
        moved, names = morphs(self.body)
        targets = [
            {"POSITION": self.buffer.add_sparse(*_rows(moved, column, source), len(source))}
            for column in range(moved.columns)
        ]
        used = np.unique(kind)
        primitives: list[Json] = []
        for number, index in enumerate(used):
            own = faces[kind[faces[:, 0]] == index].reshape(-1, 1).astype(np.uint32)
            drawn = self.buffer.add(own, "SCALAR", elements=True)
            primitives.append({"attributes": attributes, "material": number, "indices": drawn})
        mesh: Json = {"name": "signer", "primitives": primitives}
        if targets:
            mesh |= {"weights": [0.0] * len(targets), "extras": {"targetNames": list(names)}}
            for primitive in primitives:
                primitive["targets"] = targets
        textured = self.body.texture is not None
        self.document["meshes"] = [mesh]
        self.document["materials"] = [_material(materials[index], textured) for index in used]

    def add_texture(self) -> None:
        """The texture as it lies beside the body's file, where there is one."""
        if self.body.texture is not None:
            image = self.buffer.add_bytes(self.body.texture.read_bytes())
            self.document["images"] = [{"bufferView": image, "mimeType": "image/png"}]
            self.document["textures"] = [{"source": 0}]

    def _attributes(self, source: Indices, seam: Indices) -> Json:
        body, buffer = self.body, self.buffer
        joint, weight = body.influences(INFLUENCES)
        attributes = {
            "POSITION": buffer.add(body.template[source], "VEC3", bounds=True, target=True),
            "NORMAL": buffer.add(_normals(body)[source], "VEC3", target=True),
            "JOINTS_0": buffer.add(joint[source], "VEC4", target=True),
            "WEIGHTS_0": buffer.add(weight[source].astype(np.float32), "VEC4", target=True),
        }
        if body.texture is not None:
            place = np.column_stack([body.uv[seam, 0], 1 - body.uv[seam, 1]]).astype(np.float32)
            attributes["TEXCOORD_0"] = buffer.add(place, "VEC2", target=True)
        return attributes

    def add_animation(self, motion: Motion) -> None:
        """Rotations of all joints, the way of the pelvis, and the weights of the morph targets."""
        seconds = (np.arange(motion.frames) / motion.fps).astype(np.float32)
        times = self.buffer.add(seconds[:, None], "SCALAR", bounds=True)
        samplers: list[Json] = []
        channels: list[Json] = []

        def animate(node: int, path: str, values: NDArray[np.float32], kind: str) -> None:
            samplers.append({"input": times, "output": self.buffer.add(values, kind)})
            channels.append({"sampler": len(samplers) - 1, "target": {"node": node, "path": path}})

        quaternions = rotations.axis_angle_to_quaternion(motion.pose)[..., [1, 2, 3, 0]]
        for joint in range(joints.COUNT):
            animate(joint, "rotation", quaternions[:, joint], "VEC4")
        place = (self.body.rest_joints[0] + motion.translation).astype(np.float32)
        animate(0, "translation", place, "VEC3")
        weights = self._weights(motion)
        if weights.shape[1]:
            animate(joints.COUNT, "weights", weights.reshape(-1, 1), "SCALAR")
        self.document["animations"] = [{"name": "signing", "samplers": samplers, "channels": channels}]

    def _weights(self, motion: Motion) -> NDArray[np.float32]:
        if not self.body.native:
            return motion.face
        weights = np.zeros((motion.frames, self.body.expression_dirs.columns), np.float32)
        shared = min(weights.shape[1], motion.expression.shape[1])
        weights[:, :shared] = motion.expression[:, :shared]
        return weights


def _normals(body: BodyModel) -> NDArray[np.float32]:
    """Unit normals (V, 3) of the body at rest, faces weighted by their area."""
    corners = body.template[body.faces].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros((len(body.template), 3))
    for corner in range(3):
        np.add.at(total, body.faces[:, corner], across)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    flat = length[:, 0] == 0
    total[flat], length[flat] = (0, 0, 1), 1
    return np.asarray(total / length, np.float32)


def _rows(moved: Shapes, column: int, source: Indices) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Drawn vertices (N,) that a shape moves, in rising order, and how far (N, 3)."""
    own = moved.column == column
    shift = np.zeros((int(source.max()) + 1, 3), np.float32)
    inside = moved.vertex[own] < len(shift)
    shift[moved.vertex[own][inside]] = moved.delta[own][inside]
    drawn = shift[source]
    felt = np.flatnonzero(drawn.any(axis=1))
    return felt.astype(np.uint32), drawn[felt]


def _material(material: Material, textured: bool) -> Json:
    """glTF's metal and roughness; sRGB tints are linear there."""
    colour = [((v + 0.055) / 1.055) ** 2.4 if v > 0.04045 else v / 12.92 for v in material.tint]
    surface: Json = {
        "baseColorFactor": [*colour, 1.0],
        "metallicFactor": 0.0,
        "roughnessFactor": material.roughness,
    }
    if textured:
        surface["baseColorTexture"] = {"index": 0}
    made: Json = {"pbrMetallicRoughness": surface, "doubleSided": material.open}
    if material.cutout:
        made |= {"alphaMode": "MASK", "alphaCutoff": 0.5}
    return made
