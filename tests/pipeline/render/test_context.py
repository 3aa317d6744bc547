import os
import threading
from collections.abc import Callable

import pytest

from pipeline.errors import BadInput
from pipeline.render import egl
from pipeline.render.context import OffscreenContext
from pipeline.render.gl import GL
from pipeline.render.hidden_window import HiddenWindowContext


def version() -> tuple[int, int]:
    return int(GL.glGetIntegerv(GL.GL_MAJOR_VERSION)), int(GL.glGetIntegerv(GL.GL_MINOR_VERSION))


def fresh_buffers(count: int) -> list[int]:
    return [int(GL.glGenBuffers(1)) for _ in range(count)]


def test_the_context_speaks_core_3_3():
    with OffscreenContext():
        assert version() >= (3, 3)
        assert GL.glGetIntegerv(GL.GL_CONTEXT_PROFILE_MASK) & GL.GL_CONTEXT_CORE_PROFILE_BIT


def test_contexts_share_nothing_and_take_turns():
    first, second = OffscreenContext(), OffscreenContext()
    in_second = fresh_buffers(3)
    first.make_current()
    in_first = fresh_buffers(1)
    assert in_first[0] in in_second  # names start anew
    second.make_current()
    assert fresh_buffers(1)[0] not in in_second
    first.close()
    second.close()


def test_each_thread_has_its_own_context():
    failures: list[BaseException] = []

    def work() -> None:
        try:
            with OffscreenContext():
                for _ in range(20):
                    assert version() >= (3, 3)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    with OffscreenContext():
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert version() >= (3, 3)
    assert not failures


def test_a_released_context_can_move_to_another_thread():
    context = OffscreenContext()
    context.release()
    found: list[tuple[int, int]] = []

    def work() -> None:
        context.make_current()
        found.append(version())
        context.release()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    context.make_current()
    context.close()
    assert found and found[0] >= (3, 3)


def without_library(name: str) -> object:
    raise OSError(f"{name}: cannot open shared object file")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(egl.ctypes, "CDLL", without_library)
    with pytest.raises(BadInput, match="apt-get install libgl1 libegl1"):
        OffscreenContext()


@pytest.mark.parametrize("function", ["eglInitialize", "eglCreateContext"])
def test_a_driver_that_refuses_is_bad_input(monkeypatch: pytest.MonkeyPatch, function: str):
    real: Callable[[], object] = egl._library
    library = real()

    class Refusing:
        def __getattr__(self, name: str) -> object:
            return (lambda *_: 0) if name == function else getattr(library, name)

    monkeypatch.setattr(egl, "_library", Refusing)
    with pytest.raises(BadInput, match=r"No OpenGL 3\.3"):
        OffscreenContext()


@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs a screen, such as Xvfb's")
def test_a_hidden_window_gives_the_same_context():
    context = HiddenWindowContext()
    context.make_current()
    assert version() >= (3, 3)
    assert GL.glGetIntegerv(GL.GL_CONTEXT_PROFILE_MASK) & GL.GL_CONTEXT_CORE_PROFILE_BIT
    context.release()
    context.close()
