"""What the inspector shows of the timeline, and the menu of a marker's actions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from pipeline.compose.face import Channel
from pipeline.errors import BadInput
from studio.language import tr
from studio.panels.inspector.marker import actions, titled, with_marker

if TYPE_CHECKING:
    from pipeline.timeline.timeline import Clip
    from studio.window import MainWindow


class Inspecting(QObject):
    """Fills the inspector with what is held on the timeline, else with the selected sign."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._doubts: dict[int, str] = {}
        self._panel, self._timeline = window.inspector, window.timeline
        self._panel.asked.connect(window.editor.retime)
        self._panel.failed.connect(window.status.warn)
        self._timeline.held_changed.connect(self.refresh)
        self._timeline.actions_wanted.connect(self.offer_actions)
        self._timeline.sign_seconds = self.sign_seconds

    def tell_doubts(self, doubts: dict[int, str]) -> None:
        """Say what is unnatural about transitions, by index."""
        self._doubts = doubts
        self.refresh()

    def sign_seconds(self, clip: "Clip") -> float:
        """How long the sign of a clip is; its own end when the dictionary has it no more."""
        try:
            return self._window.editor.library.sign(clip.sign).seconds
        except (BadInput, LookupError):
            return clip.end

    def refresh(self) -> None:
        """Show what is held now."""
        timeline = self._window.document.project.timeline
        panel, transition, marker = self._panel, self._timeline.transition, self._timeline.marker
        clip = self._window.selection.clip
        if 0 <= marker < len(timeline.markers):
            panel.markers.show_marker(timeline, marker)
            panel.show_page(panel.markers)
        elif timeline.clips and 0 <= transition <= len(timeline.clips):
            panel.ways.show_way(timeline, transition, self._why(transition), self._doubts.get(transition, ""))
            panel.show_page(panel.ways)
        elif clip is not None and clip < len(timeline.clips):
            used = timeline.clips[clip]
            panel.signs.show_clip(timeline, clip, self.sign_seconds(used), self._way_back(used))
            panel.show_page(panel.signs)
        else:
            panel.show_page(None)

    def offer_actions(self, index: int, place: QPoint) -> None:
        """Show what else could be done in the place of a marker."""
        timeline = self._window.document.project.timeline
        if not 0 <= index < len(timeline.markers):
            return
        menu = QMenu(self._window)
        for channel, action in actions(timeline.markers[index]):
            entry = menu.addAction(titled(channel, action))
            entry.triggered.connect(lambda _checked=False, what=(channel, action): self._act(index, *what))
        menu.addSeparator()
        menu.addAction(tr("Delete")).triggered.connect(self._timeline.remove_marker)
        menu.popup(place)

    def _act(self, index: int, channel: Channel, action: str) -> None:
        if channel is Channel.MOUTHING:
            self.refresh()
            self._panel.markers.words.setFocus()
            return
        timeline = self._window.document.project.timeline
        made = with_marker(timeline, index, channel=channel, action=action)
        self._window.editor.retime(tr("Change Action"), made)

    def _why(self, index: int) -> str:
        from pipeline.timeline.why import why

        project = self._window.document.project
        try:
            return why(project.timeline, index, project.glosses, self._window.editor.library.store)
        except (BadInput, LookupError) as problem:
            return str(problem)

    def _way_back(self, clip: "Clip") -> float:
        from pipeline.timeline.assemble import way_back

        if clip.repeat > 1:
            return clip.back
        try:
            return way_back(clip, self._window.editor.library.store)
        except (BadInput, LookupError):
            return clip.back
