"""Who signs: the shipped signers and the user's own model, loaded in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pipeline.body.signers import SIGNERS, USER, signer
from pipeline.errors import BadInput
from studio.jobs import Job, Latest
from studio.language import tr
from studio.settings import Settings
from studio.terms import term

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel


class Bodies(QObject):
    """Loads the signer that is asked for; the newest wish counts.

    When the user's own model cannot be loaded, a shipped signer stands in.
    """

    loaded = Signal(object)  # BodyModel
    failed = Signal(str)
    adopted = Signal()  # the user's own model was checked and is remembered
    refused = Signal(str)  # why the chosen file is not a model

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wanted = ""
        self._latest = Latest(parent=self)
        self._latest.done.connect(self.loaded)
        self._latest.failed.connect(self._report)

    def choices(self) -> list[tuple[str, str]]:
        """Key and title of every signer there is."""
        own = self._settings.body_model
        shipped = [(shipped.key, term(shipped.title)) for shipped in SIGNERS]
        return [*shipped, *([(USER, tr("Your model ({stem})").format(stem=Path(own).stem))] if own else [])]

    def show(self, key: str) -> None:
        """Load a signer, unless it is the one shown; `loaded` or `failed` follows."""
        if key != self._wanted:
            self._wanted = key
            path = self._settings.body_model
            self._latest.start(lambda _: _load(key, path))

    def adopt(self, path: Path) -> None:
        """Check a model file of the user, remember and show it; `adopted` or `refused` follows."""
        job = Job(lambda _: _load(USER, str(path)), self)
        job.done.connect(lambda body: self._adopt(path, body))
        job.failed.connect(lambda problem: self.refused.emit(str(problem)))
        job.start()

    def _adopt(self, path: Path, body: "BodyModel") -> None:
        self._settings.body_model = str(path)
        self._latest.cancel()
        self._wanted = USER
        self.loaded.emit(body)
        self.adopted.emit()

    def _report(self, problem: Exception) -> None:
        failed, self._wanted = self._wanted, ""
        self.failed.emit(str(problem))
        if failed not in [shipped.key for shipped in SIGNERS]:
            self.show(SIGNERS[0].key)


def _load(key: str, own: str) -> "BodyModel":
    if key == USER and not own:
        raise BadInput(tr("Your own SMPL-X model is not set up: choose it with File › Choose SMPL-X Model."))
    return signer(own if key == USER else key)
