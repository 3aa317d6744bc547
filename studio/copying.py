"""The clipboard of the timeline: selected glosses with their clips, or the marker that is held."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from pipeline.errors import BadInput
from pipeline.timeline import markers
from pipeline.timeline.project import Project, from_json, to_json
from pipeline.timeline.timeline import Timeline
from studio.language import tr

if TYPE_CHECKING:
    from studio.window import MainWindow

KIND = "application/x-signwright-glosses+json"
"""The clipboard's name for a project of the copied glosses; one without any holds a marker."""


class Copying(QObject):
    """Copies, cuts, pastes, duplicates and deletes what is selected."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    @property
    def _project(self) -> Project:
        return self._window.document.project

    def copy(self) -> None:
        """Put the held marker, else the selected glosses, on the clipboard."""
        part = self._taken()
        if part is None:
            return
        data = QMimeData()
        data.setData(KIND, to_json(part).encode())
        data.setText(" ".join(gloss.name for gloss in part.glosses.glosses))
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then delete."""
        self.copy()
        self.delete()

    def delete(self) -> None:
        """Delete the held marker, else the selected glosses."""
        if self._window.timeline.marker >= 0:
            self._window.timeline.remove_marker()
        elif self._window.selection.positions:
            self._window.editor.remove_many(self._window.selection.positions)

    def duplicate(self) -> None:
        """Sign the selected glosses once more after them, or put the held marker after itself."""
        part = self._taken()
        if part is None:
            return
        if part.glosses.glosses:
            self._insert(part, max(self._window.selection.positions) + 1, tr("Duplicate"))
        else:
            self._put(part, part.timeline.markers[0].end)

    def paste(self) -> None:
        """Put glosses from the clipboard after the selected ones, or a marker at the playhead."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasFormat(KIND):
            self._window.status.warn(
                tr("Nothing was copied from a timeline: select signs and copy them first.")
            )
            return
        try:
            part = from_json(bytes(data.data(KIND).data()).decode("utf-8", "replace"))
        except BadInput as problem:
            self._window.status.warn(str(problem))
            return
        if part.glosses.glosses:
            positions = self._window.selection.positions
            self._insert(part, max(positions) + 1 if positions else self._window.editor.count, tr("Paste"))
        elif part.timeline.markers:
            self._put(part, self._window.playback.time)

    def _taken(self) -> Project | None:
        """What is selected, as a project; None when nothing is."""
        from pipeline.timeline.copying import copied

        index = self._window.timeline.marker
        if index >= 0:
            marker = self._project.timeline.markers[index]
            return replace(Project(), timeline=Timeline(markers=(marker,)))
        positions = self._window.selection.positions
        return copied(self._project, positions) if positions else None

    def _insert(self, part: Project, position: int, title: str) -> None:
        before = self._window.editor.count
        self._window.editor.insert_part(position, part, title)
        added = range(position + 1, position + self._window.editor.count - before)
        self._window.selection.select(position, frozenset(added))

    def _put(self, part: Project, moment: float) -> None:
        timeline, marker = self._project.timeline, part.timeline.markers[0]
        put = markers.moved(marker, moment - marker.start)
        if put.start >= timeline.seconds:
            self._window.status.warn(tr("Nothing is signed there: move the playhead to an earlier moment."))
            return
        made = replace(timeline, markers=markers.put(timeline.markers, put))
        self._window.editor.retime(tr("Paste Marker"), made)
        self._window.timeline.mark(put)
