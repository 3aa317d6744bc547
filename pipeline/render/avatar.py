"""A body on the graphics card: posed there once per frame, then drawn as often as needed."""

import ctypes
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from pipeline.body.model import BodyModel
from pipeline.body.skinning import blend_shapes
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.render import gl
from pipeline.render.colour import Colour
from pipeline.render.gl import GL
from pipeline.render.mesh import Floats, mesh_of
from pipeline.render.paint import painted, usual_colours

JOINTS_BINDING, COEFFICIENTS_BINDING = 0, 1
ALBEDO_UNIT, SHADOW_UNIT, TABLE_UNIT, POSED_UNIT = 0, 1, 2, 3
POSED, NORMAL = 0, 1
"""Attributes that the drawing programs read; texture place, surface and tint follow."""

_WHITE = np.full((1, 1, 4), 255, np.uint8)


class Avatar:
    """The buffers of one body and the two passes that pose it; needs a current context.

    Raises BadInput when the body's texture cannot be read.
    """

    def __init__(self, body: BodyModel) -> None:
        mesh = mesh_of(body)
        picture = _WHITE if body.texture is None else _read_picture(body.texture)
        self._mesh = mesh
        self._usual = usual_colours(mesh, picture)
        self._count = len(mesh.source)
        self._coefficients = -(-blend_shapes(body).columns // 4) * 4
        self._pose = gl.Program("pose.vert", None, {"COEFFICIENTS": self._coefficients}, ["posed"])
        self._pose.bind_block("Joints", JOINTS_BINDING)
        self._pose.bind_block("Coefficients", COEFFICIENTS_BINDING)
        self._normal = gl.Program("normal.vert", None, feedback=["normal"])
        self._joint_block = gl.buffer(None, joints.COUNT * 48, GL.GL_DYNAMIC_DRAW)
        self._coefficient_block = gl.buffer(None, self._coefficients * 4, GL.GL_DYNAMIC_DRAW)
        self._rest = gl.buffer(body.template[mesh.source], usage=GL.GL_DYNAMIC_DRAW)
        self._posed = gl.buffer(None, self._count * 16, GL.GL_DYNAMIC_COPY)
        self._normals = gl.buffer(None, self._count * 12, GL.GL_DYNAMIC_COPY)
        self._tint = gl.buffer(mesh.tint, usage=GL.GL_DYNAMIC_DRAW)
        self._buffers = [
            self._joint_block, self._coefficient_block, self._rest, self._posed, self._normals, self._tint
        ]  # fmt: skip
        self._shifts, self._corners = gl.table(mesh.shifts), gl.table(mesh.corners)
        self._posed_texture = gl.buffer_texture(self._posed)
        self._albedo = gl.picture(picture)
        self._pose_input, self._normal_input, self._drawn = (int(v) for v in GL.glGenVertexArrays(3))
        self._describe_pose_input()
        self._describe_drawn()

    def reshape(self, template: Floats) -> None:
        """Give the body another rest shape, (V, 3) metres."""
        gl.fill(self._rest, template[self._mesh.source])

    def paint(self, colours: Mapping[str, Colour]) -> None:
        """Give parts other colours, by their names; all others look as their textures are."""
        gl.fill(self._tint, painted(self._mesh, self._usual, colours))

    def pose(self, transforms: Floats, coefficients: Floats) -> None:
        """Move every vertex as one frame of a `Performance` says: (55, 3, 4) and (C,)."""
        gl.fill(self._joint_block, transforms.astype(np.float32, copy=False))
        gl.fill(self._coefficient_block, coefficients.astype(np.float32, copy=False))
        GL.glBindBufferBase(GL.GL_UNIFORM_BUFFER, JOINTS_BINDING, self._joint_block)
        GL.glBindBufferBase(GL.GL_UNIFORM_BUFFER, COEFFICIENTS_BINDING, self._coefficient_block)
        GL.glEnable(GL.GL_RASTERIZER_DISCARD)
        self._pose.use(shifts=TABLE_UNIT)
        gl.bind_texture(TABLE_UNIT, self._shifts)
        self._capture(self._pose_input, self._posed)
        self._normal.use(posed=POSED_UNIT, corners=TABLE_UNIT)
        gl.bind_texture(TABLE_UNIT, self._corners)
        gl.bind_texture(POSED_UNIT, self._posed_texture, GL.GL_TEXTURE_BUFFER)
        self._capture(self._normal_input, self._normals)
        gl.bind_texture(POSED_UNIT, 0, GL.GL_TEXTURE_BUFFER)
        GL.glDisable(GL.GL_RASTERIZER_DISCARD)

    def draw_closed(self) -> None:
        """Draw the faces seen from outside only."""
        self._draw(0, self._mesh.closed.size)

    def draw_open(self) -> None:
        """Draw the faces seen from both sides."""
        self._draw(self._mesh.closed.size, self._mesh.open.size)

    def draw_solid(self) -> None:
        """Draw all faces without holes."""
        self._draw(0, self._mesh.closed.size + self._mesh.open.size)

    def draw_cutout(self) -> None:
        """Draw the faces with holes."""
        self._draw(self._mesh.closed.size + self._mesh.open.size, self._mesh.cutout.size)

    def bind_albedo(self) -> None:
        """Put the texture on its unit."""
        gl.bind_texture(ALBEDO_UNIT, self._albedo)

    def vertices(self) -> tuple[Floats, Floats]:
        """Positions and normals of the last pose, (N, 3), and `sources` says of which vertices."""
        return gl.read(self._posed, (self._count, 4))[:, :3], gl.read(self._normals, (self._count, 3))

    @property
    def sources(self) -> NDArray[np.int64]:
        """The body's vertex that each of the N drawn vertices copies."""
        return self._mesh.source

    def delete(self) -> None:
        """Free everything."""
        self._pose.delete()
        self._normal.delete()
        GL.glDeleteTextures([self._shifts, self._corners, self._posed_texture, self._albedo])
        GL.glDeleteVertexArrays(3, [self._pose_input, self._normal_input, self._drawn])
        GL.glDeleteBuffers(len(self._buffers), self._buffers)

    def _draw(self, first: int, count: int) -> None:
        if count:
            GL.glBindVertexArray(self._drawn)
            GL.glDrawElements(GL.GL_TRIANGLES, count, GL.GL_UNSIGNED_INT, ctypes.c_void_p(4 * first))

    def _capture(self, vertices: int, into: int) -> None:
        GL.glBindVertexArray(vertices)
        GL.glBindBufferBase(GL.GL_TRANSFORM_FEEDBACK_BUFFER, 0, into)
        GL.glBeginTransformFeedback(GL.GL_POINTS)
        GL.glDrawArrays(GL.GL_POINTS, 0, self._count)
        GL.glEndTransformFeedback()
        GL.glBindBufferBase(GL.GL_TRANSFORM_FEEDBACK_BUFFER, 0, 0)

    def _own(self, data: NDArray[np.generic]) -> int:
        self._buffers.append(gl.buffer(data))
        return self._buffers[-1]

    def _describe_pose_input(self) -> None:
        mesh = self._mesh
        GL.glBindVertexArray(self._pose_input)
        gl.attribute(0, self._rest, 3)
        for location, part in ((1, slice(0, 4)), (2, slice(4, 8))):
            gl.attribute(location, self._own(mesh.joints[:, part]), 4, "B", integer=True)
            gl.attribute(location + 2, self._own(mesh.weights[:, part]), 4)
        gl.attribute(5, self._own(mesh.span), 2, "I", integer=True)
        GL.glBindVertexArray(self._normal_input)
        gl.attribute(0, self._own(mesh.ring), 2, "I", integer=True)

    def _describe_drawn(self) -> None:
        mesh = self._mesh
        GL.glBindVertexArray(self._drawn)
        gl.attribute(POSED, self._posed, 4)
        gl.attribute(NORMAL, self._normals, 3)
        gl.attribute(2, self._own(mesh.uv), 2)
        gl.attribute(3, self._own(mesh.surface), 4, "B")
        gl.attribute(4, self._tint, 4)
        faces = np.concatenate([mesh.closed, mesh.open, mesh.cutout])
        GL.glBindBuffer(GL.GL_ELEMENT_ARRAY_BUFFER, self._own(faces))
        GL.glBindVertexArray(0)


def _read_picture(path: Path) -> NDArray[np.uint8]:
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGBA"))
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise BadInput(
            f"The texture {path} cannot be read: restore it, or remove it to do without."
        ) from error
