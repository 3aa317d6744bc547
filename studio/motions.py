"""Motions from elsewhere: SMPL-X files as they are, captured keypoints once they are fitted."""

import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool

from pipeline.body.signers import USER
from studio.jobs import Job
from studio.language import mark, tr
from studio.own_signs import Found, FoundMotion, keep_motion
from studio.panels import dialogs
from studio.panels.new_sign import Names, NewSignDialog
from studio.panels.trim_view import Span
from studio.process import ProcessJob, command_line
from studio.settings import data_folder
from studio.tasks import Task

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from studio.window import MainWindow

MOTIONS, CAPTURES = (".npz",), (".pose",)
FILES = mark("Motions and keypoints (*.npz *.pose)")


class Motions(QObject):
    """Reads a file, fits it where it holds keypoints, and offers the motion as a sign of one's own."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._fits: tempfile.TemporaryDirectory[str] | None = None  # a folder for each fitted file
        self._numbers = count(1)
        self._body: BodyModel | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.command = command_line
        """Turns arguments of main.py into a command."""

    def set_body(self, body: "BodyModel") -> None:
        """Show motions on this signer from now on."""
        self._body = body

    def ask(self) -> None:
        """Ask for a file and open it."""
        title = tr("Import Motion")
        path = dialogs.ask_file_to_open(self._window, title, self._window.settings.folder, tr(FILES))
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Offer the motion of a file; a sentence says why it cannot be used."""
        self._window.settings.folder = str(path.absolute().parent)
        if path.suffix.lower() in CAPTURES:
            job = Job(lambda _: _check(path), pool=self._pool)
            job.done.connect(lambda _: self._fit(path))
            job.failed.connect(lambda problem: self._refuse(path, str(problem)))
            job.start()
        else:
            self._read(path, path)

    def close(self) -> None:
        """Wait for the thread and remove what was fitted."""
        self._pool.waitForDone()
        if self._fits is not None:
            self._fits.cleanup()

    def _read(self, path: Path, origin: Path) -> None:
        """Read a motion in the thread, then offer it; `origin` is the file that the user chose."""
        job = Job(lambda _: _read(path), pool=self._pool)
        job.done.connect(lambda found: self._offer(origin, found))
        job.failed.connect(lambda problem: self._refuse(origin, str(problem)))
        job.start()

    def _fit(self, path: Path) -> None:
        window, project = self._window, self._window.document.project
        self._fits = self._fits or tempfile.TemporaryDirectory(prefix="signwright-")
        folder = Path(self._fits.name) / str(next(self._numbers))
        body = window.settings.body_model if project.signer == USER else project.signer
        given = ["fit", str(path), "-o", str(folder), "--body", body or "woman", "--json"]
        task = Task(tr("Fit {file}").format(file=path.name), lambda: ProcessJob(self.command(given)))
        task.done.connect(lambda result: self._fitted(path, result))
        task.failed.connect(lambda problem: self._refuse(path, problem))
        window.tasks.add(task, "fit")

    def _fitted(self, path: Path, result: dict[str, Any]) -> None:
        clips = result.get("clips") or []
        if clips:
            self._read(Path(clips[0]["motion"]), path)
        else:
            self._refuse(path, tr("There is no signer in it that can be fitted: choose another file."))

    def _offer(self, origin: Path, found: Found) -> NewSignDialog:
        """Ask for the names of a motion and for its part that is the sign."""
        dialog = NewSignDialog(self._window, origin, found, self._body)
        dialog.accepted.connect(lambda: self._keep(dialog.names, dialog.trim.span, origin, found))
        dialog.open()
        return dialog

    def _offer_again(self, origin: Path, found: Found, names: Names, span: Span, problem: str) -> None:
        self._offer(origin, found).show_again(names, span, problem)

    def _keep(self, names: Names, span: Span, origin: Path, found: Found) -> None:
        """Add the motion to the project's dictionary, or to the user's own one, and sign it."""
        project = self._window.document.project
        dictionary = Path(project.dictionary) if project.dictionary else None
        gloss, variant, licence = names
        sign = FoundMotion(gloss, variant, project.sign_language, origin.name, licence, found.motion, *span)
        task = Task(
            tr("Save {gloss}").format(gloss=gloss),
            lambda: Job(
                lambda progress: keep_motion(sign, dictionary, data_folder(), progress), pool=self._pool
            ),
            waited_for=True,
        )
        task.done.connect(lambda path: self._kept(sign, path))
        task.failed.connect(lambda problem: self._offer_again(origin, found, names, span, problem))
        self._window.tasks.add(task)

    def _kept(self, sign: FoundMotion, path: Path) -> None:
        window = self._window
        window.editor.insert_own(window.editor.count, str(path), sign.gloss, sign.variant)
        window.settings.dictionary = str(path)
        said = tr("{gloss} is in {file}").format(gloss=sign.gloss, file=path.name)
        window.status.say(said)

    def _refuse(self, path: Path, problem: str) -> None:
        dialogs.tell(self._window, tr("“{file}” cannot be used").format(file=path.name), problem)


def _read(path: Path) -> Found:
    from pipeline.motion import files
    from pipeline.motion.amass import read_amass
    from pipeline.motion.placing import placed
    from pipeline.signs.span import hand_speed, signing

    if path.suffix == ".safetensors":
        motion, notes = files.load(path), ()
    else:
        motion, read = read_amass(path)
        motion, moved = placed(motion)
        notes = (*read, *moved)
    return Found(motion, notes, hand_speed(motion), signing(motion))


def _check(path: Path) -> None:
    """Raise BadInput for keypoints that cannot be read, before the fitter is started for them."""
    from pipeline.keypoints.read import read_keypoints

    read_keypoints(path)
