"""The studio's look and its OpenGL surface, as `main.py` sets them up."""

import os

import pytest
from PySide6.QtGui import QGuiApplication, QSurfaceFormat

from studio import theme
from studio.viewport.surface import surface_format

QSurfaceFormat.setDefaultFormat(surface_format())


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    theme.apply(qapp)


@pytest.fixture
def screen(qapp):
    """For tests that need a real window with OpenGL: SIGNWRIGHT_REQUIRE_GL=1 makes its absence a failure."""
    if QGuiApplication.platformName() not in ("xcb", "windows", "cocoa", "wayland"):
        message = "needs a window system with OpenGL: run under xvfb-run"
        if os.environ.get("SIGNWRIGHT_REQUIRE_GL"):
            pytest.fail(message)
        pytest.skip(message)
