"""The studio as a program: from the command line to the end of the event loop."""

import gc
import logging
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QThreadPool
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from studio import language, theme
from studio.ending import Ending
from studio.language import tr
from studio.panels import dialogs
from studio.settings import Settings, data_folder
from studio.viewport.surface import surface_format
from studio.window import MainWindow

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

log = logging.getLogger(__name__)


def make_application(argv: Sequence[str]) -> QApplication:
    """The application object, dressed; the surface format has to be set before it."""
    QSurfaceFormat.setDefaultFormat(surface_format())
    settings = Settings()
    if settings.scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{settings.scale / 100:g}")
    QCoreApplication.setOrganizationName("Signwright")
    QCoreApplication.setApplicationName("Signwright")
    application = QApplication(list(argv))
    application.setApplicationDisplayName("Signwright")
    language.install(application, settings.language)
    theme.apply(application, settings.theme)
    return application


def run(argv: Sequence[str]) -> int:
    """Open the studio, with the project that `argv` names, and return the exit code."""
    application = make_application(argv[:1])
    _log_to_file()
    window = MainWindow(Settings())
    sys.excepthook = _report_to(window)
    Ending(window)
    window.started.connect(lambda: _continue(window, argv[1:]))
    window.show()
    code = application.exec()
    QThreadPool.globalInstance().waitForDone()
    return code


def _continue(window: MainWindow, paths: Sequence[str]) -> None:
    """Open what was asked for, and offer what a crash left behind; at the very first start, the sample."""
    if paths:
        window.files.load(Path(paths[0]))
    window.files.offer_recovery()
    window.workshop.ready.connect(window.sample.welcome)
    window.workshop.ready.connect(keep_for_good)


def keep_for_good() -> None:
    """Let the garbage collector pass over all that the start has made.

    To look through it takes 90 ms, again and again while somebody edits; without it, the rest takes 5.
    """
    gc.freeze()


def _log_to_file() -> None:
    handler = RotatingFileHandler(data_folder() / "studio.log", maxBytes=500_000, backupCount=1)
    logging.basicConfig(
        level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )


def _report_to(window: MainWindow) -> Hook:
    """An exception hook: saves the work, says a sentence, keeps the details in the log and to be copied."""

    told: set[str] = set()

    def report(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        log.error("unexpected", exc_info=(kind, problem, trace))
        sys.__excepthook__(kind, problem, trace)
        window.status.warn(
            tr("Something went wrong ({problem}); your work is safe. Details are in studio.log.").format(
                problem=problem
            )
        )
        window.files.autosave.save()
        details = "".join(traceback.format_exception(kind, problem, trace))
        if details not in told and window.isVisible():  # what goes wrong, often does so at every moment
            told.add(details)
            sentence = tr("Your work is safe. Save it, and send the details to those who make Signwright.")
            dialogs.tell(window, tr("Something went wrong"), sentence, details)

    return report
