"""The OpenGL context that drawing off screen needs."""

import sys
from types import TracebackType
from typing import Protocol, Self


class _Context(Protocol):
    def make_current(self) -> None: ...
    def release(self) -> None: ...
    def close(self) -> None: ...


class OffscreenContext:
    """An OpenGL 3.3 core context of its own, current in the thread that made it until it is closed.

    Used as `with OffscreenContext(): ...`. It may live beside Qt's contexts as long as no other
    context is current in the same thread. Raises BadInput with what to install where there is no OpenGL.
    """

    def __init__(self) -> None:
        self._context = _platform_context()
        self._context.make_current()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def make_current(self) -> None:
        """Direct this thread's OpenGL calls here."""
        self._context.make_current()

    def release(self) -> None:
        """Leave this thread without a context, so that another thread may take it."""
        self._context.release()

    def close(self) -> None:
        """Free the context and everything in it."""
        self._context.release()
        self._context.close()


def _platform_context() -> _Context:
    if sys.platform.startswith("linux"):
        from pipeline.render.egl import EglContext

        return EglContext()
    from pipeline.render.hidden_window import HiddenWindowContext

    return HiddenWindowContext()
