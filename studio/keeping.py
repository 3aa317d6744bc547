"""A corrected sign becomes a variant of its own in the user's dictionary, and takes the sign's place."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool

from pipeline.errors import BadInput
from studio.jobs import Job
from studio.language import tr
from studio.own_signs import CorrectedSign, keep_corrected
from studio.settings import data_folder
from studio.tasks import Task

if TYPE_CHECKING:
    from pipeline.timeline.timeline import Clip
    from studio.correcting import Correcting
    from studio.window import MainWindow


class Keeping(QObject):
    """Keeps the selected sign as it is corrected, in the project's dictionary or in the user's own one."""

    def __init__(self, correcting: "Correcting", window: "MainWindow") -> None:
        super().__init__(correcting)
        self._correcting, self._window = correcting, window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        correcting.panel.kept.connect(self._keep)

    def _keep(self, variant: str) -> None:
        project, clip = self._window.document.project, self._correcting.clip
        if not 0 <= clip < len(project.timeline.clips):
            return
        used = project.timeline.clips[clip]
        try:
            library = self._window.editor.library
            motion = library.store.motion(used.sign)
            sign = CorrectedSign(library.sign(used.sign), motion, used.corrections, variant)
        except (BadInput, LookupError) as problem:
            self._window.status.warn(str(problem))
            return
        dictionary = Path(project.dictionary) if project.dictionary else None
        self._correcting.panel.set_busy(True)
        task = Task(
            tr("Save {gloss}").format(gloss=used.label),
            lambda: Job(
                lambda progress: keep_corrected(sign, dictionary, data_folder(), progress), pool=self._pool
            ),
            waited_for=True,
        )
        task.done.connect(lambda kept: self._kept(clip, used, *kept))
        task.failed.connect(self._not_kept)
        task.cancelled.connect(lambda: self._correcting.panel.set_busy(False))
        self._window.tasks.add(task)

    def _kept(self, clip: int, used: "Clip", path: Path, variant: str) -> None:
        self._correcting.panel.set_busy(False)
        self._correcting.panel.variant.clear()
        if self._window.document.project.timeline.clips[clip : clip + 1] == (used,):  # still what was kept
            self._window.editor.use_variant(clip, str(path), used.label, variant)
            self._window.settings.dictionary = str(path)
        said = tr("{gloss} ({variant}) is in {file}").format(
            gloss=used.label, variant=variant, file=path.name
        )
        self._window.status.say(said)

    def _not_kept(self, problem: str) -> None:
        self._correcting.panel.set_busy(False)
        self._window.status.warn(problem)
