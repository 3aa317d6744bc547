"""Exporting many sentences at once: a job for each file, and the command that does the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pipeline.body.signers import USER
from pipeline.sentence_lists import Sentence
from studio.exporting import KINDS, ExportOptions, looks
from studio.language import tr
from studio.learning import FILE
from studio.panels.sentences import SentencesDialog
from studio.process import ProcessJob, command_line
from studio.settings import data_folder
from studio.tasks import Task

if TYPE_CHECKING:
    from studio.window import MainWindow

QUEUE = "sentences"


@dataclass(frozen=True, slots=True)
class Signing:
    """How all the sentences are signed, as far as the file does not say it."""

    language: str
    sign_language: str
    signer: str
    body: str = ""  # the user's own model
    dictionary: str = ""
    model: str = ""  # folder of a translator from `language` to `sign_language`
    glossary: str = ""


def batch_arguments(
    file: Path, folder: Path, formats: Sequence[ExportOptions], signing: Signing, manner: str, again: bool
) -> list[str]:
    """The arguments of `main.py` that write all of it."""
    given = ["batch", str(file), "-o", str(folder), "--to"]
    given += [KINDS[options.kind].suffix.lstrip(".") for options in formats]
    given += _said(signing, signing.language, signing.signer, manner)
    moving = any(KINDS[options.kind].moving for options in formats)
    return given + looks(formats[0], moving=moving) + (["--again"] if again else [])


def sentence_arguments(
    sentence: Sentence, options: ExportOptions, signing: Signing, manner: str
) -> list[str]:
    """The arguments of `main.py` that write one sentence to `options.path`."""
    text = f" {sentence.text}" if sentence.text.startswith("-") else sentence.text  # which is no option
    language = sentence.language or signing.language
    said = _said(signing, language, sentence.signer or signing.signer, manner)
    return ["speak", text, "-o", str(options.path), *said, *looks(options), "--json"]


def _said(signing: Signing, language: str, signer: str, manner: str) -> list[str]:
    """What is said about the signing of sentences in a language."""
    usual = language == signing.language
    said = {
        "--language": language,
        "--sign-language": signing.sign_language if usual and not signing.model else "",
        "--signer": "" if signing.body and signer == USER else signer,
        "--body": signing.body if signer == USER else "",
        "--dictionary": signing.dictionary,
        "--model": signing.model if usual else "",
        "--glossary": signing.glossary,
        "--manner": manner,
    }
    return [part for name, value in said.items() if value for part in (name, value)]


class Sentences(QObject):
    """Asks for a file of sentences and makes a job of each file that they become."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.command = command_line
        """Turns arguments of main.py into a command."""

    def ask(self, file: Path | None = None) -> SentencesDialog:
        """Open the dialog, with the sentences of a file when it is known already."""
        window = self._window
        signing = self._signing()
        proposal = window.exports.proposal()
        dialog = SentencesDialog(
            window,
            proposal,
            Path(window.settings.folder),
            lambda *given: batch_arguments(*given[:3], signing, *given[3:]),
        )
        dialog.wanted.connect(lambda *given: self._begin(dialog, signing, *given))
        dialog.cancelled.connect(lambda tasks: [task.cancel() for task in tasks])
        dialog.retried.connect(lambda tasks: [window.tasks.retry(task) for task in tasks])
        if file is not None:
            dialog.open_file(file)
        dialog.show()
        return dialog

    def _begin(
        self,
        dialog: SentencesDialog,
        signing: Signing,
        wanted: Sequence[tuple[Sentence, ExportOptions]],
        manner: str,
    ) -> None:
        """Put a job for every file into the queue."""
        folder = wanted[0][1].path.parent
        try:
            folder.mkdir(exist_ok=True)
        except OSError as problem:
            dialog.tell(tr("{folder} cannot be made ({why}): choose another folder.").format(
                folder=folder, why=problem.strerror))  # fmt: skip
            return
        self._window.settings.folder = str(folder.absolute().parent)
        for sentence, options in wanted:
            task = self._task(sentence, options, signing, manner)
            dialog.show_task(task)
            self._window.tasks.add(task, QUEUE)

    def _task(self, sentence: Sentence, options: ExportOptions, signing: Signing, manner: str) -> Task:
        given = self.command(sentence_arguments(sentence, options, signing, manner))
        unfinished = options.path.with_name(options.path.name + ".part")
        title = tr("Export {name}").format(name=options.path.name)
        return Task(title, lambda: ProcessJob(given, (unfinished,)), made=options.path)

    def _signing(self) -> Signing:
        window, project = self._window, self._window.document.project
        model = window.interpreter.model(project.language, project.sign_language)
        glossary = data_folder() / FILE
        return Signing(
            project.language,
            project.sign_language,
            project.signer,
            body=window.settings.body_model if project.signer == USER else "",
            dictionary=project.dictionary or "",
            model=str(model.folder) if model else "",
            glossary=str(glossary) if glossary.exists() else "",
        )
