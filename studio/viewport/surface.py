"""The OpenGL surface that the studio draws on."""

from PySide6.QtCore import QThread
from PySide6.QtGui import QOffscreenSurface, QOpenGLContext, QSurfaceFormat


def surface_format() -> QSurfaceFormat:
    """OpenGL 3.3 core without samples of its own: the scene smooths edges itself where it can afford to.

    Made the default before the application object, so that every surface suits every context.
    """
    wanted = QSurfaceFormat()
    wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
    wanted.setVersion(3, 3)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    wanted.setDepthBufferSize(24)
    wanted.setSamples(0)
    return wanted


def spare_context() -> QOpenGLContext:
    """A context for another thread, which `begun` begins; the thread of the window has to call this.

    A new context is connected to its screen, under a lock of Qt's and without letting the interpreter go. In
    another thread, it would now and then wait for the window's thread, which waits for the interpreter.
    """
    context = QOpenGLContext()
    context.setFormat(surface_format())
    context.moveToThread(None)
    return context


def begun(context: QOpenGLContext, surface: QOffscreenSurface) -> bool:
    """Take a spare context into this thread and make it current; returns whether that worked."""
    context.moveToThread(QThread.currentThread())
    return context.create() and context.makeCurrent(surface)
