"""What a sign was captured from, beside it: its film or its keypoints, in time with the clock."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from pipeline.signs.recording import Kind, Recording
from studio import theme
from studio.films import FilmPlayer
from studio.jobs import Latest
from studio.language import tr
from studio.panels.points import frame_at, paint_points
from studio.told import refused

if TYPE_CHECKING:
    from pipeline.footage import Pixels
    from pipeline.keypoints.keypoints import Keypoints


class RecordingView(QWidget):
    """Shows the first of some recordings that can be: a film, else keypoints, else one quiet sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(120, 90)
        self.setAccessibleName(tr("What the sign was captured from"))
        self._given: tuple[tuple[Recording, ...], bool] = ((), False)
        self._left: list[Recording] = []  # not tried yet
        self._shown: Recording | None = None
        self._is_mirrored = False
        self._seconds = 0.0
        self._image: QImage | None = None
        self._points: Keypoints | None = None
        self._sentence = ""
        self._player = FilmPlayer(self)
        self._player.shown.connect(self._take_frame)
        self._player.failed.connect(self._go_on)
        self._reading = Latest(parent=self)
        self._reading.done.connect(self._take_points)
        self._reading.failed.connect(lambda problem: self._go_on(refused(str(problem))))

    @property
    def sentence(self) -> str:
        """Why nothing is shown; empty while something is, or will be."""
        return self._sentence

    def show_recordings(self, recordings: Sequence[Recording], is_mirrored: bool = False) -> None:
        """Show the part of a film or capture that a sign comes from, mirrored as the sign is."""
        given = tuple(recordings), is_mirrored
        if given == self._given:
            return
        self._given = given
        self._left, self._is_mirrored = list(recordings), is_mirrored
        self._image = self._points = None
        self._player.open(None)
        self._reading.cancel()
        self._go_on("")

    def show_time(self, seconds: float) -> None:
        """Show another moment, in seconds of the sign's motion."""
        self._seconds = seconds
        if self._shown is None or not self.isVisible():
            return
        if self._shown.kind is Kind.FILM:
            self._player.seek(self._moment())
        elif self._points is not None:
            self.update()

    def close_film(self) -> None:
        """End the thread that decodes."""
        self._player.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_time(self._seconds)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        painter.fillRect(area, theme.color("background"))
        if self._is_mirrored:
            painter.translate(area.width(), 0)
            painter.scale(-1, 1)
        if self._image is not None:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(area.center())
            painter.drawImage(place, self._image)
        elif self._points is not None:
            paint_points(painter, self._points, frame_at(self._points, self._moment()), area)
        painter.resetTransform()
        if self._sentence:
            painter.setPen(theme.color("dim"))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(12, 12, -12, -12), wrapped, self._sentence)
        painter.end()

    def _moment(self) -> float:
        """The time in the file."""
        shown = self._shown
        return min(shown.start + self._seconds, shown.end) if shown is not None else 0.0

    def _go_on(self, why: str) -> None:
        """Try the next recording; what was wrong with the last one is said when there is none."""
        if not self._left:
            self._shown, self._sentence = None, why
            self.setToolTip(why)
            self.update()
            return
        self._shown, self._sentence = self._left.pop(0), ""
        shown = self._shown
        self.setToolTip(str(shown.path))
        if shown.kind is Kind.FILM:
            self._player.open(shown.path)
            self._player.seek(self._moment())
        else:
            self._reading.start(lambda _: _read(shown))

    def _take_frame(self, pixels: "Pixels") -> None:
        height, width = pixels.shape[:2]
        self._image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self.update()

    def _take_points(self, points: "Keypoints") -> None:
        self._points = points
        self.update()


def _read(recording: Recording) -> "Keypoints":
    """The clip of a capture that a sign comes from. Raises BadInput."""
    from pipeline.errors import BadInput
    from pipeline.keypoints.read import read_keypoints

    path = recording.path
    if not path.is_file():
        raise BadInput(tr("The keypoints {path} were moved or deleted.").format(path=path))
    clips, _ = read_keypoints(path)
    found = clips.get(recording.clip) if recording.clip else next(iter(clips.values()))
    if found is None or not found.frames:
        raise BadInput(
            tr("{path} does not hold the clip {clip} any more.").format(path=path, clip=recording.clip)
        )
    return found
