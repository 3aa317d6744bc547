"""An OpenGL 3.3 core context without a screen, through EGL and nothing but ctypes."""

import ctypes
from collections.abc import Callable, Iterator
from ctypes import c_char_p, c_int, c_void_p
from pathlib import Path

from pipeline.errors import BadInput

MISSING = (
    "No OpenGL 3.3 was found on this machine, which drawing needs: install it with "
    "`apt-get install libgl1 libegl1` (Debian, Ubuntu) or update the graphics driver."
)

_PLATFORM_SURFACELESS, _PLATFORM_DEVICE = 0x31DD, 0x313F
_OPENGL_API = 0x30A2
_CONFIG = (0x3033, 0x0001, 0x3040, 0x0008, 0x3038)  # surface type pbuffer, renderable type OpenGL
_VERSION = (0x3098, 3, 0x30FB, 3, 0x30FD, 1, 0x3038)  # 3.3, core profile
_SIGNATURES: dict[str, tuple[object, list[object]]] = {
    "eglGetProcAddress": (c_void_p, [c_char_p]),
    "eglGetDisplay": (c_void_p, [c_void_p]),
    "eglInitialize": (c_int, [c_void_p, c_void_p, c_void_p]),
    "eglBindAPI": (c_int, [c_int]),
    "eglChooseConfig": (c_int, [c_void_p, c_void_p, c_void_p, c_int, c_void_p]),
    "eglCreateContext": (c_void_p, [c_void_p] * 4),
    "eglMakeCurrent": (c_int, [c_void_p] * 4),
    "eglDestroyContext": (c_int, [c_void_p] * 2),
}


class EglContext:
    """A context made through EGL on the surfaceless platform or, failing that, on the first device.

    A machine with NVIDIA's driver asks the device first: its surfaceless platform would be Mesa's.
    Raises BadInput where there is no OpenGL.
    """

    def __init__(self) -> None:
        self._egl = _library()
        self._display = self._initialised_display()
        self._egl.eglBindAPI(_OPENGL_API)
        config, found = c_void_p(), c_int()
        self._egl.eglChooseConfig(
            self._display, (c_int * 5)(*_CONFIG), ctypes.byref(config), 1, ctypes.byref(found)
        )
        self._context = self._egl.eglCreateContext(self._display, config, None, (c_int * 7)(*_VERSION))
        if not self._context:
            raise BadInput(MISSING)

    def make_current(self) -> None:
        """Direct this thread's OpenGL calls here."""
        if not self._egl.eglMakeCurrent(self._display, None, None, self._context):
            raise RuntimeError("eglMakeCurrent failed: the context is current in another thread")

    def release(self) -> None:
        """Leave this thread without a context."""
        self._egl.eglMakeCurrent(self._display, None, None, None)

    def close(self) -> None:
        """Free the context; the display stays, as others in this process may use it."""
        self._egl.eglDestroyContext(self._display, self._context)

    def _initialised_display(self) -> c_void_p:
        for display in self._displays():
            if display and self._egl.eglInitialize(display, None, None):
                return display
        raise BadInput(MISSING)

    def _displays(self) -> Iterator[c_void_p | None]:
        open_platform = self._extension(b"eglGetPlatformDisplayEXT", c_void_p, c_int, c_void_p, c_void_p)
        if open_platform:
            devices = [open_platform(_PLATFORM_DEVICE, device, None) for device in self._devices()]
            surfaceless = [open_platform(_PLATFORM_SURFACELESS, None, None)]
            nvidia = Path("/dev/nvidiactl").exists()
            yield from devices + surfaceless if nvidia else surfaceless + devices
        yield self._egl.eglGetDisplay(None)

    def _devices(self) -> list[int | None]:
        query = self._extension(b"eglQueryDevicesEXT", c_int, c_int, c_void_p, c_void_p)
        devices, count = (c_void_p * 8)(), c_int()
        if query:
            query(8, devices, ctypes.byref(count))
        return list(devices[: count.value])

    def _extension(self, name: bytes, *signature: type) -> Callable[..., c_void_p | None] | None:
        address = self._egl.eglGetProcAddress(name)
        return ctypes.CFUNCTYPE(*signature)(address) if address else None


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libEGL.so.1")
    except OSError as error:
        raise BadInput(MISSING) from error
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
