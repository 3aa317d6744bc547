"""What we use of OpenGL 3.3 core, as few small objects; all need a current context.

`from pipeline.render.gl import GL` is the one way to OpenGL in this project: it sets PyOpenGL's flags
before the first import of its functions. `SIGNWRIGHT_CHECK_GL=1` makes every call raise on a GL error.
"""

import ctypes
import os
from collections.abc import Mapping, Sequence

import numpy as np
import OpenGL
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.resources import RESOURCES

OpenGL.ERROR_CHECKING = bool(os.environ.get("SIGNWRIGHT_CHECK_GL"))
try:
    from OpenGL import GL as GL

    # The wrapped functions ask PyOpenGL which context is current, and it knows only one of GLX and EGL.
    from OpenGL.raw.GL.VERSION.GL_2_0 import glVertexAttribPointer
    from OpenGL.raw.GL.VERSION.GL_3_0 import glVertexAttribIPointer
except (ImportError, AttributeError) as error:  # PyOpenGL's ways to say that libGL is missing
    raise BadInput(
        "The OpenGL library is missing, which drawing needs: "
        "install it with `apt-get install libgl1 libegl1` (Debian, Ubuntu)."
    ) from error

SHADERS = RESOURCES / "shaders"
TABLE_WIDTH = 2048
"""Texels in a row of a table texture; shaders know it by the same name."""

Array = NDArray[np.generic]
_ATTRIBUTE_TYPES = {"f": GL.GL_FLOAT, "B": GL.GL_UNSIGNED_BYTE, "I": GL.GL_UNSIGNED_INT}


class ShaderError(RuntimeError):
    """A shader that this driver refuses; the message is the driver's."""


def renderer() -> str:
    """What draws, such as "llvmpipe (LLVM 15.0.6, 256 bits)"."""
    return str(GL.glGetString(GL.GL_RENDERER).decode(errors="replace"))


def wait() -> None:
    """Return when everything asked for so far is drawn."""
    GL.glFinish()


class Program:
    """A linked program made of files in `resources/shaders`.

    `common.glsl` and `defines` stand before every source. `feedback` names the outputs that are
    written to a buffer instead of being drawn. Raises ShaderError.
    """

    def __init__(
        self,
        vertex: str,
        fragment: str | None,
        defines: Mapping[str, float] | None = None,
        feedback: Sequence[str] = (),
    ) -> None:
        self.id = GL.glCreateProgram()
        self._locations: dict[str, int] = {}
        stages = [(vertex, GL.GL_VERTEX_SHADER)]
        if fragment is not None:
            stages.append((fragment, GL.GL_FRAGMENT_SHADER))
        shaders = [_compile(name, stage, defines or {}) for name, stage in stages]
        for shader in shaders:
            GL.glAttachShader(self.id, shader)
        if feedback:
            names = (ctypes.c_char_p * len(feedback))(*(name.encode() for name in feedback))
            pointer = ctypes.cast(names, ctypes.POINTER(ctypes.POINTER(ctypes.c_char)))
            GL.glTransformFeedbackVaryings(self.id, len(feedback), pointer, GL.GL_INTERLEAVED_ATTRIBS)
        GL.glLinkProgram(self.id)
        if not GL.glGetProgramiv(self.id, GL.GL_LINK_STATUS):
            raise ShaderError(
                f"{vertex} and {fragment} do not link: {_text(GL.glGetProgramInfoLog(self.id))}"
            )
        for shader in shaders:
            GL.glDeleteShader(shader)

    def use(self, **uniforms: float | Sequence[float] | Array) -> None:
        """Make it the current program and set its uniforms; matrices are (4, 4), row by row."""
        GL.glUseProgram(self.id)
        for name, value in uniforms.items():
            location = self._location(name)
            if isinstance(value, int):
                GL.glUniform1i(location, value)
            elif isinstance(value, float):
                GL.glUniform1f(location, value)
            else:
                _set_array(location, np.ascontiguousarray(value, np.float32))

    def bind_block(self, name: str, binding: int) -> None:
        """Connect uniform block `name` to binding point `binding`."""
        GL.glUniformBlockBinding(self.id, GL.glGetUniformBlockIndex(self.id, name), binding)

    def delete(self) -> None:
        """Free it."""
        GL.glDeleteProgram(self.id)

    def _location(self, name: str) -> int:
        if name not in self._locations:
            self._locations[name] = GL.glGetUniformLocation(self.id, name)
        return self._locations[name]


def _set_array(location: int, value: Array) -> None:
    if value.shape == (4, 4):
        GL.glUniformMatrix4fv(location, 1, True, value)
    elif value.shape == (3,):
        GL.glUniform3fv(location, 1, value)
    elif value.shape == (4,):
        GL.glUniform4fv(location, 1, value)
    else:
        raise ValueError(f"no uniform has the shape {value.shape}")


def _compile(name: str, stage: int, defines: Mapping[str, float]) -> int:
    head = "#version 330 core\n" + "".join(f"#define {key} {value}\n" for key, value in defines.items())
    common = (SHADERS / "common.glsl").read_text("utf-8")
    shader = GL.glCreateShader(stage)
    GL.glShaderSource(shader, head + common + "#line 1\n" + (SHADERS / name).read_text("utf-8"))
    GL.glCompileShader(shader)
    if not GL.glGetShaderiv(shader, GL.GL_COMPILE_STATUS):
        raise ShaderError(f"{name} does not compile: {_text(GL.glGetShaderInfoLog(shader))}")
    return int(shader)


def _text(log: bytes | str) -> str:
    return log.decode(errors="replace") if isinstance(log, bytes) else log


def buffer(data: Array | None, size: int = 0, usage: int = GL.GL_STATIC_DRAW) -> int:
    """A buffer object holding `data`, or `size` bytes of nothing."""
    name = int(GL.glGenBuffers(1))
    GL.glBindBuffer(GL.GL_ARRAY_BUFFER, name)
    held = None if data is None else np.ascontiguousarray(data)
    GL.glBufferData(GL.GL_ARRAY_BUFFER, size if held is None else held.nbytes, held, usage)
    return name


def fill(name: int, data: Array) -> None:
    """Write `data` to the start of a buffer object."""
    held = np.ascontiguousarray(data)
    GL.glBindBuffer(GL.GL_ARRAY_BUFFER, name)
    GL.glBufferSubData(GL.GL_ARRAY_BUFFER, 0, held.nbytes, held)


def read(name: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    """The floats at the start of a buffer object."""
    result = np.empty(shape, np.float32)
    GL.glBindBuffer(GL.GL_ARRAY_BUFFER, name)
    GL.glGetBufferSubData(GL.GL_ARRAY_BUFFER, 0, result.nbytes, result.ctypes.data_as(ctypes.c_void_p))
    return result


def attribute(location: int, name: int, components: int, kind: str = "f", integer: bool = False) -> None:
    """Feed attribute `location` of the bound vertex array from a tightly packed buffer.

    `kind` is "f" for floats, "B" for bytes, "I" for unsigned integers; bytes arrive as 0 to 1 unless
    `integer`.
    """
    GL.glBindBuffer(GL.GL_ARRAY_BUFFER, name)
    GL.glEnableVertexAttribArray(location)
    if integer:
        glVertexAttribIPointer(location, components, _ATTRIBUTE_TYPES[kind], 0, ctypes.c_void_p(0))
    else:
        glVertexAttribPointer(
            location, components, _ATTRIBUTE_TYPES[kind], kind == "B", 0, ctypes.c_void_p(0)
        )


def table(rows: Array) -> int:
    """A texture for `texelFetch` of any number of rows: (R, 4) float32 or (R, 2) uint32.

    Row i is at (i % TABLE_WIDTH, i / TABLE_WIDTH): buffer textures may be limited to 65,536 rows.
    """
    internal, layout, kind = (
        (GL.GL_RGBA32F, GL.GL_RGBA, GL.GL_FLOAT)
        if rows.dtype == np.float32
        else (GL.GL_RG32UI, GL.GL_RG_INTEGER, GL.GL_UNSIGNED_INT)
    )
    height = max(1, -(-len(rows) // TABLE_WIDTH))
    padded = np.zeros((height * TABLE_WIDTH, rows.shape[1]), rows.dtype)
    padded[: len(rows)] = rows
    name = _texture(GL.GL_NEAREST, GL.GL_NEAREST, GL.GL_CLAMP_TO_EDGE)
    GL.glTexImage2D(GL.GL_TEXTURE_2D, 0, internal, TABLE_WIDTH, height, 0, layout, kind, padded)
    return name


def picture(pixels: NDArray[np.uint8]) -> int:
    """An sRGB texture with mipmaps from (H, W, 4) pixels, top row first; v = 1 is the top."""
    return _filled(pixels, GL.GL_REPEAT, GL.GL_SRGB8_ALPHA8, GL.GL_RGBA)


def raster(pixels: NDArray[np.uint8]) -> int:
    """A texture with mipmaps of (H, W, 3) pixels, top row first, whose colours are read as they are."""
    return _filled(pixels, GL.GL_CLAMP_TO_EDGE, GL.GL_RGB8, GL.GL_RGB)


def _filled(pixels: NDArray[np.uint8], wrap: int, internal: int, layout: int) -> int:
    height, width = pixels.shape[:2]
    name = _texture(GL.GL_LINEAR_MIPMAP_LINEAR, GL.GL_LINEAR, wrap)
    flipped = np.ascontiguousarray(pixels[::-1])
    GL.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 1)  # rows of three bytes a pixel may end anywhere
    GL.glTexImage2D(GL.GL_TEXTURE_2D, 0, internal, width, height, 0, layout, GL.GL_UNSIGNED_BYTE, flipped)
    GL.glPixelStorei(GL.GL_UNPACK_ALIGNMENT, 4)
    GL.glGenerateMipmap(GL.GL_TEXTURE_2D)
    return name


def blank(width: int, height: int, internal: int, layout: int) -> int:
    """An empty texture of bytes to draw into."""
    name = _texture(GL.GL_LINEAR, GL.GL_LINEAR, GL.GL_CLAMP_TO_EDGE)
    GL.glTexImage2D(GL.GL_TEXTURE_2D, 0, internal, width, height, 0, layout, GL.GL_UNSIGNED_BYTE, None)
    return name


def buffer_texture(name: int) -> int:
    """A texture through which shaders read a buffer of vec4."""
    texture = int(GL.glGenTextures(1))
    GL.glBindTexture(GL.GL_TEXTURE_BUFFER, texture)
    GL.glTexBuffer(GL.GL_TEXTURE_BUFFER, GL.GL_RGBA32F, name)
    return texture


def bind_texture(unit: int, name: int, target: int = GL.GL_TEXTURE_2D) -> None:
    """Put a texture on a texture unit."""
    GL.glActiveTexture(GL.GL_TEXTURE0 + unit)
    GL.glBindTexture(target, name)


def _texture(minify: int, magnify: int, wrap: int) -> int:
    name = int(GL.glGenTextures(1))
    GL.glBindTexture(GL.GL_TEXTURE_2D, name)
    for parameter, value in (
        (GL.GL_TEXTURE_MIN_FILTER, minify),
        (GL.GL_TEXTURE_MAG_FILTER, magnify),
        (GL.GL_TEXTURE_WRAP_S, wrap),
        (GL.GL_TEXTURE_WRAP_T, wrap),
    ):
        GL.glTexParameteri(GL.GL_TEXTURE_2D, parameter, value)
    return name
