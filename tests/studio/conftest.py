"""The studio's look and its OpenGL surface, as `main.py` sets them up."""

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication, QSurfaceFormat

from pipeline.motion import joints
from pipeline.motion.motion import Motion
from studio import language, theme
from studio.settings import Settings
from studio.viewport.surface import surface_format
from studio.window import MainWindow
from tests.studio.driving import picture, write

QSurfaceFormat.setDefaultFormat(surface_format())


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    language.install(qapp, "en")
    theme.apply(qapp)
    yield
    QThreadPool.globalInstance().waitForDone()  # as the studio does before it ends


@pytest.fixture
def screen(qapp):
    """For tests that need a real window with OpenGL: SIGNWRIGHT_REQUIRE_GL=1 makes its absence a failure."""
    if QGuiApplication.platformName() not in ("xcb", "windows", "cocoa", "wayland"):
        message = "needs a window system with OpenGL: run under xvfb-run"
        if os.environ.get("SIGNWRIGHT_REQUIRE_GL"):
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A folder of its own for settings and recovery: tests never touch the real ones."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("SIGNWRIGHT_CONFIG_HOME", str(folder))
    return folder


@pytest.fixture
def window(qtbot):
    """The whole studio, ready for the first key."""
    made = MainWindow(Settings())
    qtbot.addWidget(made, before_close_func=_leave_without_asking)
    made.resize(1400, 900)
    with qtbot.waitSignal(made.workshop.ready, timeout=20_000):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def signing(screen, qtbot, window):
    """The window with a sentence and an avatar."""
    qtbot.waitUntil(lambda: not window.viewport.image.isNull(), timeout=20_000)
    write(qtbot, window)
    assert picture(window.viewport).std() > 5
    return window


def _leave_without_asking(window):
    window.tasks.kill()
    window.editor.draft.flush()
    window.document.mark_saved(Path("nowhere.signwright"))


@pytest.fixture(scope="session")
def raising() -> Motion:
    """Two seconds at 30 fps in which the right forearm comes up."""
    pose = np.zeros((61, joints.COUNT, 3), np.float32)
    pose[:, joints.INDEX["right_shoulder"], 2] = 1.2
    pose[:, joints.INDEX["left_shoulder"], 2] = -1.2
    pose[:, joints.INDEX["right_elbow"], 1] = np.linspace(0.0, 2.4, 61)
    return Motion(30.0, pose)
