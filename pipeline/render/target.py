"""Pictures off screen: framebuffers with antialiasing and the way of their pixels back to us."""

import ctypes
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from pipeline.render.gl import GL

Pixels = NDArray[np.uint8]  # (H, W, 4), top row first


class Target:
    """A framebuffer of its own with colour and depth; needs a current context.

    `samples` above 0 asks for antialiasing; a driver that has less gives what it has.
    """

    def __init__(self, width: int, height: int, samples: int = 0) -> None:
        self.width, self.height = width, height
        self.asked = samples
        self.samples = min(samples, int(GL.glGetIntegerv(GL.GL_MAX_SAMPLES)))
        self.framebuffer = int(GL.glGenFramebuffers(1))
        self._storage = [int(name) for name in GL.glGenRenderbuffers(2)]
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, self.framebuffer)
        for name, form, place in zip(
            self._storage,
            (GL.GL_RGBA8, GL.GL_DEPTH_COMPONENT24),
            (GL.GL_COLOR_ATTACHMENT0, GL.GL_DEPTH_ATTACHMENT),
            strict=True,
        ):
            GL.glBindRenderbuffer(GL.GL_RENDERBUFFER, name)
            GL.glRenderbufferStorageMultisample(GL.GL_RENDERBUFFER, self.samples, form, width, height)
            GL.glFramebufferRenderbuffer(GL.GL_FRAMEBUFFER, place, GL.GL_RENDERBUFFER, name)

    def resolve(self, framebuffer: int) -> None:
        """Copy the colours, each the mean of its samples, to another framebuffer of the same size."""
        GL.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self.framebuffer)
        GL.glBindFramebuffer(GL.GL_DRAW_FRAMEBUFFER, framebuffer)
        area = (0, 0, self.width, self.height)
        GL.glBlitFramebuffer(*area, *area, GL.GL_COLOR_BUFFER_BIT, GL.GL_NEAREST)
        GL.glBindFramebuffer(GL.GL_FRAMEBUFFER, framebuffer)

    def read_into(self, pixels: Pixels) -> None:
        """Copy its colours, once they are drawn, to (H, W, 4) as screens keep them: blue, green, red, alpha.

        It must have no samples.
        """
        held = np.empty_like(pixels)
        GL.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, self.framebuffer)
        GL.glPixelStorei(GL.GL_PACK_ALIGNMENT, 4)
        GL.glReadPixels(0, 0, self.width, self.height, GL.GL_BGRA, GL.GL_UNSIGNED_BYTE, held)
        pixels[:] = held[::-1]

    def delete(self) -> None:
        """Free it."""
        GL.glDeleteFramebuffers(1, [self.framebuffer])
        GL.glDeleteRenderbuffers(2, self._storage)


class PixelRing:
    """Reads pictures back while the next are being drawn: `depth` buffers take turns.

    Needs a current context; every picture comes out `depth - 1` pictures later.
    """

    def __init__(self, width: int, height: int, depth: int = 3) -> None:
        self._shape = (height, width, 4)
        self._size = width * height * 4
        self._pending = 0
        self._next = 0
        self._buffers = [int(name) for name in GL.glGenBuffers(depth)]
        for name in self._buffers:
            GL.glBindBuffer(GL.GL_PIXEL_PACK_BUFFER, name)
            GL.glBufferData(GL.GL_PIXEL_PACK_BUFFER, self._size, None, GL.GL_STREAM_READ)
        GL.glBindBuffer(GL.GL_PIXEL_PACK_BUFFER, 0)

    def push(self, framebuffer: int) -> Pixels | None:
        """Start to read a framebuffer without samples; returns an earlier picture once there is one."""
        height, width, _ = self._shape
        GL.glBindFramebuffer(GL.GL_READ_FRAMEBUFFER, framebuffer)
        GL.glBindBuffer(GL.GL_PIXEL_PACK_BUFFER, self._buffers[self._next])
        GL.glPixelStorei(GL.GL_PACK_ALIGNMENT, 4)
        GL.glReadPixels(0, 0, width, height, GL.GL_RGBA, GL.GL_UNSIGNED_BYTE, ctypes.c_void_p(0))
        GL.glBindBuffer(GL.GL_PIXEL_PACK_BUFFER, 0)
        self._next = (self._next + 1) % len(self._buffers)
        self._pending += 1
        return self._oldest() if self._pending == len(self._buffers) else None

    def drain(self) -> Iterator[Pixels]:
        """The pictures still on their way."""
        while self._pending:
            yield self._oldest()

    def delete(self) -> None:
        """Free it."""
        GL.glDeleteBuffers(len(self._buffers), self._buffers)

    def _oldest(self) -> Pixels:
        GL.glBindBuffer(
            GL.GL_PIXEL_PACK_BUFFER, self._buffers[(self._next - self._pending) % len(self._buffers)]
        )
        address = GL.glMapBufferRange(GL.GL_PIXEL_PACK_BUFFER, 0, self._size, GL.GL_MAP_READ_BIT)
        mapped = np.ctypeslib.as_array(ctypes.cast(address, ctypes.POINTER(ctypes.c_uint8)), self._shape)
        result = mapped[::-1].copy()
        GL.glUnmapBuffer(GL.GL_PIXEL_PACK_BUFFER)
        GL.glBindBuffer(GL.GL_PIXEL_PACK_BUFFER, 0)
        self._pending -= 1
        return result
