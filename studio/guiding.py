"""A reference video: chosen in the menu, shown behind or beside the signer in time with the playhead."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu

from pipeline.render.background import Picture
from pipeline.signs.recording import Kind, Recording
from pipeline.timeline.guide import FARTHEST, GuideFilm
from studio.films import FilmPlayer
from studio.language import tr
from studio.panels import dialogs

if TYPE_CHECKING:
    from pipeline.footage import Pixels
    from studio.window import MainWindow

FILMS = " (*.mp4 *.mov *.m4v *.webm *.mkv *.avi *.mpg *.mpeg *.ts *.mts *.wmv *.gif)"
ENDLESS = float("inf")
OPACITIES = (25, 50, 75, 100)


class Guiding(QObject):
    """The menu View › Reference Video; what is chosen belongs to the project and can be undone."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideFilm | None = None  # what is shown now
        self._is_resting = False
        self._player = FilmPlayer(self)
        self._player.shown.connect(self._lay_under)
        self._player.failed.connect(window.status.warn)
        self.shows = window.actions_by_name["guide"]
        self.shows.setChecked(True)
        self.menu = QMenu(tr("Reference Video"), window)
        self.menu.addAction(tr("Choose a Video…")).triggered.connect(self.ask)
        self._adjusting = self._fill()
        window.menus["View"].insertMenu(self.shows, self.menu)
        window.playback.moved.connect(self._follow)
        window.document.changed.connect(lambda _: self.show())

    def ask(self) -> None:
        """Ask for a film and show it."""
        folder = self._window.settings.folder
        path = dialogs.ask_file_to_open(
            self._window, tr("Choose a Reference Video"), folder, tr("Videos") + FILMS
        )
        if path:
            self.choose(path)

    def choose(self, path: Path) -> None:
        """Work by another film, shown as the last one was."""
        before = self._window.document.project.guide or GuideFilm("")
        self.shows.setChecked(True)
        self._set(tr("Choose a Reference Video"), replace(before, path=str(path.resolve()), offset=0.0))

    def show(self) -> None:
        """Show the project's film where it is wanted."""
        wanted = self.shows.isChecked() and not self._is_resting
        guide = self._window.document.project.guide if wanted else None
        for action in self._adjusting:
            action.setEnabled(self._window.document.project.guide is not None)
        if guide == self._guide:
            return
        self._guide = guide
        self._mark()
        beside = guide is not None and guide.beside
        recordings = (
            [Recording(Kind.FILM, Path(guide.path), guide.offset, ENDLESS)] if guide and beside else []
        )
        self._window.guide.show_recordings(recordings)
        self._window.guide.setVisible(beside)
        under = Path(guide.path) if guide is not None and not beside else None
        if under != self._player.path:
            self._window.viewport.set_underlay(None)
            self._player.open(under)
        self._player.forget()  # for the opacity may be another one
        self._follow(self._window.playback.time)

    def rest(self, resting: bool) -> None:
        """Show no film for a while, as before an audience."""
        self._is_resting = resting
        self.show()

    def close(self) -> None:
        """End the threads that decode."""
        self._player.close()
        self._window.guide.close_film()

    def _fill(self) -> list[QAction]:
        """Add what can be changed of a film; returns what needs one."""
        places, group = [], QActionGroup(self.menu)
        for title, beside in ((tr("Behind the Signer"), False), (tr("Beside the Signer"), True)):
            place = self.menu.addAction(title)
            place.setCheckable(True)
            place.setData(beside)
            group.addAction(place)
            place.triggered.connect(lambda _checked=False, to=beside: self._change(beside=to))
            places.append(place)
        opacities = self.menu.addMenu(tr("Opacity"))
        for percent in OPACITIES:
            title = tr("{percent} %").format(percent=percent)
            opacities.addAction(title).triggered.connect(
                lambda _checked=False, share=percent / 100: self._change(opacity=share)
            )
        here = self.menu.addAction(tr("The Video Begins Here"))
        here.triggered.connect(lambda: self._change(offset=-self._window.playback.time))
        apart = self.menu.addAction(tr("Offset…"))
        apart.triggered.connect(self._ask_offset)
        away = self.menu.addAction(tr("Remove the Video"))
        away.triggered.connect(lambda: self._set(tr("Remove the Reference Video"), None))
        self._places = places
        return [*places, opacities.menuAction(), here, apart, away]

    def _mark(self) -> None:
        guide = self._window.document.project.guide
        for place in self._places:
            place.setChecked(guide is not None and place.data() == guide.beside)

    def _ask_offset(self) -> None:
        guide = self._window.document.project.guide
        if guide is None:
            return
        offset, given = QInputDialog.getDouble(
            self._window,
            tr("Offset of the Reference Video"),
            tr("Seconds into the video at which the sentence begins:"),
            guide.offset,
            -FARTHEST,
            FARTHEST,
            2,
        )
        if given:
            self._change(offset=offset)

    def _change(self, **changes: object) -> None:
        guide = self._window.document.project.guide
        if guide is not None:
            self._set(tr("Change the Reference Video"), replace(guide, **changes))

    def _set(self, title: str, guide: GuideFilm | None) -> None:
        self._window.editor.set_guide(title, guide)

    def _follow(self, seconds: float) -> None:
        guide = self._guide
        if guide is not None and guide.beside:
            self._window.guide.show_time(seconds)
        elif guide is not None:
            self._player.seek(seconds + guide.offset)

    def _lay_under(self, pixels: "Pixels") -> None:
        if self._guide is not None and not self._guide.beside:
            picture = Picture(pixels, covers=False, opacity=self._guide.opacity)
            self._window.viewport.set_underlay(picture)
