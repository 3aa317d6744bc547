"""An OpenGL 3.3 core context where there is no EGL: that of a window nobody sees."""

from typing import Any

from pipeline.errors import BadInput

MISSING = (
    "No OpenGL 3.3 was found on this machine, which drawing needs: update the graphics driver and try again."
)


class HiddenWindowContext:
    """A context on Windows and macOS, made with GLFW; on macOS only in the main thread.

    Raises BadInput where there is no OpenGL or no desktop.
    """

    def __init__(self) -> None:
        import glfw  # installed only where it is needed

        self._glfw: Any = glfw
        glfw.ERROR_REPORTING = "ignore"  # failures are answered with a sentence of ours
        if not glfw.init():
            raise BadInput(MISSING)
        glfw.window_hint(glfw.VISIBLE, glfw.FALSE)
        glfw.window_hint(glfw.CONTEXT_VERSION_MAJOR, 3)
        glfw.window_hint(glfw.CONTEXT_VERSION_MINOR, 3)
        glfw.window_hint(glfw.OPENGL_PROFILE, glfw.OPENGL_CORE_PROFILE)
        glfw.window_hint(glfw.OPENGL_FORWARD_COMPAT, glfw.TRUE)
        self._window = glfw.create_window(16, 16, "", None, None)
        if not self._window:
            raise BadInput(MISSING)

    def make_current(self) -> None:
        """Direct this thread's OpenGL calls here."""
        self._glfw.make_context_current(self._window)

    def release(self) -> None:
        """Leave this thread without a context."""
        self._glfw.make_context_current(None)

    def close(self) -> None:
        """Free the context and its window."""
        self._glfw.destroy_window(self._window)
