"""The bar below the avatar: time, playing, speed and camera."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from studio import theme
from studio.language import brief, mark, tr
from studio.panels.pieces import STRETCH, label, row, tool
from studio.timeline.scale import timecode

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)

CAMERAS = {"front": mark("Front"), "three_quarter": "¾", "side": mark("Side"), "hands": mark("Hands")}
"""Actions that move the camera, and the words on their buttons."""


class Transport(QWidget):
    """Buttons for the actions of playing, and what they have led to."""

    speed_chosen = Signal(float)

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("Transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._now = QLabel("00:00:00")
        self._now.setObjectName("Timecode")
        self._now.setFont(theme.font(15, bold=True))
        self._now.setAccessibleName(tr("Time"))
        self._whole = label("/ 00:00:00", "faint")
        self._whole.setFont(theme.font(12))
        self._play = actions["play"]
        self._speed = QComboBox()
        self._speed.setAccessibleName(tr("Speed"))
        self._speed.setToolTip(tr("Playback speed  ([ slower, ] faster)"))
        for speed in SPEEDS:
            self._speed.addItem(f"{brief(speed)} ×", speed)
        self._speed.activated.connect(lambda index: self.speed_chosen.emit(SPEEDS[index]))
        clock = row(self._now, self._whole, STRETCH)
        buttons = row(
            tool(actions["to_start"], "first"),
            tool(actions["frame_back"], "frame-back"),
            tool(actions["play"], "play", 20),
            tool(actions["frame_forward"], "frame-forward"),
            tool(actions["to_end"], "last"),
            6,
            tool(actions["loop"], "loop"),
            spacing=3,
        )
        cameras = row(STRETCH, self._speed, 8, *(self._camera(actions, name) for name in CAMERAS), spacing=2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(clock, 1)
        layout.addWidget(buttons)
        layout.addWidget(cameras, 1)
        self.setFixedHeight(42)

    def show_time(self, seconds: float, fps: float) -> None:
        """Show the moment that the avatar shows."""
        self._now.setText(timecode(seconds, fps))

    def show_duration(self, seconds: float, fps: float) -> None:
        """Show how long the signing takes."""
        self._whole.setText(f"/ {timecode(seconds, fps)}")

    def show_playing(self, playing: bool) -> None:
        """Show what the middle button does next."""
        self._play.setIcon(theme.icon("pause" if playing else "play"))

    def show_speed(self, speed: float) -> None:
        """Show how fast time runs."""
        index = self._speed.findData(speed)
        if index >= 0:
            self._speed.setCurrentIndex(index)

    def _camera(self, actions: Mapping[str, QAction], name: str) -> QWidget:
        actions[name].setIconText(tr(CAMERAS[name]))
        button = tool(actions[name], "camera")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setProperty("segment", True)
        return button
